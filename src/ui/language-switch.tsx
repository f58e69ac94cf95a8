import { Form } from './form.tsx'
import { Icon } from './icon.tsx'
import { useRequest } from './request.ts'
import { useWords } from './words.ts'

/** POST /language with `locale` and `back`: a preference is kept, so it is not a link. */
export function LanguageSwitch() {
  const w = useWords()
  const { locale, path } = useRequest()
  const other = locale === 'vi' ? 'en' : 'vi'
  return (
    <Form action="/language" bare>
      <input type="hidden" name="back" value={path} />
      <button class="bar-tool" type="submit" name="locale" value={other}>
        <Icon name="globe" />
        <span lang={other} class="bar-word">
          {w.otherLanguage}
        </span>
      </button>
    </Form>
  )
}

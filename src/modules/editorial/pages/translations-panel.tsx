import { words } from '../../../lib/text/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { StatusTag } from '../../../ui/tag.tsx'
import { publicationLanguages } from '../../publishing/publication.ts'
import { stateWords } from '../editorial.texts.ts'
import { itemAddress } from '../item.ts'
import type { Languages } from '../items/showing.ts'
import { texts } from '../items/translations.texts.ts'
import { stateLooks } from '../looks.ts'
import { VersionText } from './item-text.tsx'

/** The versions of an item in other languages, and which of them its newest text has left behind. */
export function TranslationsPanel({ id, languages }: { id: number; languages: Languages }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { translations, mayAdd, from } = languages
  if (from || (translations.length === 0 && !mayAdd)) return null
  return (
    <Panel title={t.translations}>
      {translations.length === 0 && <p class="soft">{t.none}</p>}
      {translations.length > 0 && (
        <ul class="plain-list">
          {translations.map((one) => (
            <li key={one.id} class="stack">
              <p>
                <strong>{languageName(one.language, locale)}</strong>:{' '}
                <a href={itemAddress(one.id)} lang={one.language}>
                  {one.title}
                </a>
              </p>
              <p class="row">
                <StatusTag look={stateLooks[one.state]}>{stateWords[one.state][locale]}</StatusTag>
                {one.isOutdated && (
                  <StatusTag look={{ tone: 'warn', icon: 'warning' }}>{t.outdated}</StatusTag>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <ButtonLink kind="secondary" small icon="add" href={`/desk/items/new?translation=${id}`}>
          {t.add}
        </ButtonLink>
      )}
    </Panel>
  )
}

/** On a translation: of what it is one, and whether that has changed since. */
export function OriginalNotice({ language, languages }: { language: string; languages: Languages }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { from } = languages
  if (!from) return null
  const { master, own } = from
  const at = itemAddress(master.id)
  const isGone = own.isPublic && (master.state === 'withdrawn' || master.state === 'merged')
  const behind = own.isOutdated && own.says !== null && master.publishedVersion !== null
  return (
    <Notice tone={behind || isGone ? 'warn' : 'info'} small>
      <p>
        {t.isTranslation(languageName(language, locale).toLowerCase())}{' '}
        <a href={at} lang={master.language}>
          {master.title}
        </a>
      </p>
      {isGone && <p>{t.masterGone}</p>}
      {behind && (
        <p>
          {t.changedSince(own.says ?? 0, master.publishedVersion ?? 0)}{' '}
          <a href={`${at}/versions?from=${own.says}&to=${master.publishedVersion}`}>{t.whatChanged}</a>
        </p>
      )}
    </Notice>
  )
}

/** The original beside the field in which it is being translated. */
export function OriginalText({ languages }: { languages: Languages }) {
  const t = words(texts, useRequest().locale)
  const { from } = languages
  if (!from) return null
  const { master, text } = from
  return (
    <Details summary={t.masterText} open>
      <h2>{text.title}</h2>
      <VersionText
        kind={master.kind}
        language={master.language}
        version={text}
        image={(file) => `${itemAddress(master.id)}/images/${file}`}
        file={(id) => `${itemAddress(master.id)}/files/${id}`}
      />
    </Details>
  )
}

export function languageName(code: string, locale: 'vi' | 'en'): string {
  return publicationLanguages[code]?.[locale] ?? code
}

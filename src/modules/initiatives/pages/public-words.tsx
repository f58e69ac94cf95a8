import { showTime } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { initiativeAddress, publicStates } from '../initiative.ts'
import { texts } from '../initiatives.texts.ts'
import type { InitiativePageProps } from './initiative-props.ts'
import { Paragraphs } from './public-pages.tsx'

/** What everybody may read: written by one person, published by another. */
export function PublicWords(props: InitiativePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { initiative: i, may } = props
  const at = initiativeAddress(i.id)
  if (!publicStates.includes(i.state)) return null
  const fresh = i.publishedAt ? props.steps.filter((s) => s.words !== '' && !s.isPublic).length : 0
  const isOpen = !i.publishedAt || fresh > 0
  return (
    <Panel title={t.publicWords} id="public-words">
      <div class="stack">
        {i.publicText !== '' && (
          <div>
            <h3>{i.publicTitle}</h3>
            <Paragraphs text={i.publicText} />
            <p class="small soft">
              {i.wordedByName && t.wordsBy(i.wordedByName)}
              {i.publishedAt && `. ${t.publishedBy(i.publishedByName ?? '', showTime(i.publishedAt))}`}
            </p>
          </div>
        )}
        {fresh > 0 && (
          <Notice tone="warn" small>
            {t.freshWords(fresh)}
          </Notice>
        )}
        {isOpen && may.whyNotPublish && (
          <Notice tone="info" small>
            {may.whyNotPublish[locale]}
          </Notice>
        )}
        {isOpen && !may.whyNotPublish && (
          <Form action={`${at}/publication`} bare>
            <Button icon="globe">{fresh > 0 ? t.publishFresh : t.publish}</Button>
          </Form>
        )}
        {i.publishedAt && may.unpublish && (
          <Form action={`${at}/publication-end`} bare>
            <Button kind="secondary" icon="eye-off">
              {t.unpublish}
            </Button>
          </Form>
        )}
        {may.screen && i.mayPublish && <WordsForm {...props} />}
      </div>
    </Panel>
  )
}

function WordsForm({ initiative: i, values, faults }: InitiativePageProps) {
  const t = words(texts, useRequest().locale)
  const isFaulty = faults.some((f) => f.field === 'publicTitle' || f.field === 'publicText')
  const first = { publicTitle: i.publicTitle || i.title, publicText: i.publicText || i.proposal }
  return (
    <Details summary={i.publicText ? t.changeWords : t.writeWords} open={isFaulty || i.publicText === ''}>
      <Form
        action={`${initiativeAddress(i.id)}/public-words`}
        values={isFaulty ? values : first}
        faults={faults}
      >
        <TextInput name="publicTitle" label={t.publicTitle} maxlength={200} />
        <TextArea name="publicText" label={t.publicText} hint={t.publicHint} rows={7} limit={6000} />
        <Button icon="done">{t.saveWords}</Button>
      </Form>
    </Details>
  )
}

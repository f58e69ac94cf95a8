import { type Day, showDay, showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { noteLooks } from '../looks.ts'
import { lookedAtWords, noteStateWords, texts } from '../monitoring.texts.ts'
import { type Note, noteAddress, stateOf } from '../note.ts'

export interface NotePageProps {
  note: Note
  unitNames: ReadonlyMap<number, string>
  today: Day
  values: FormValues
  faults: readonly Fault[]
  may: { author: boolean; answer: boolean }
}

export function NotePage(props: NotePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { note: n, may } = props
  const at = noteAddress(n.id)
  const state = stateOf(n, props.today)
  const isOpen = state === 'open' || state === 'overdue'
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        kicker={n.outletName ?? props.unitNames.get(n.unitId ?? 0) ?? ''}
        title={n.title}
        tags={<StatusTag look={noteLooks[state]}>{noteStateWords[state][locale]}</StatusTag>}
        actions={
          may.author &&
          (isOpen || state === 'good') && (
            <ButtonLink icon="edit" kind="quiet" href={`${at}/edit`}>
              {t.edit}
            </ButtonLink>
          )
        }
      />
      {n.withdrawn && <Notice tone="warn">{t.isWithdrawn(n.withdrawn.byName, n.withdrawn.why)}</Notice>}
      <Facts {...props} />
      {isOpen && may.answer && <Answer {...props} />}
      {state === 'answered' && may.author && (
        <Form action={`${at}/closing`} bare>
          <Button icon="done">{t.close}</Button>
        </Form>
      )}
      {state === 'answered' && may.author && (
        <Reason {...props} action={`${at}/return`} words={t.giveBackWhy} label={t.giveBack} id="return-why" />
      )}
      {!n.withdrawn && may.author && (
        <Reason {...props} action={`${at}/withdrawal`} words={t.withdrawWhy} label={t.withdraw} id="why" />
      )}
    </>
  )
}

function Facts({ note: n, unitNames }: NotePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <SummaryList
      facts={[
        { label: t.author, value: unitNames.get(n.authorUnitId) },
        { label: t.day, value: showDay(n.day) },
        { label: t.lookedAt, value: lookedAtWords[n.lookedAt][locale] },
        { label: t.finding, value: n.finding === 'good' ? t.good : t.mend },
        { label: t.about, value: n.about && <span class="letter">{n.about}</span> },
        ...(n.address
          ? [
              {
                label: t.address,
                value: (
                  <a href={n.address} rel="noreferrer">
                    {n.address}
                  </a>
                ),
              },
            ]
          : []),
        ...(n.fileId === null
          ? []
          : [{ label: t.file, value: <a href={`${noteAddress(n.id)}/file`}>{t.seeFile}</a> }]),
        ...(n.dueDay ? [{ label: t.due, value: showDay(n.dueDay) }] : []),
        ...(n.returnedWhy ? [{ label: t.returnedIs, value: n.returnedWhy }] : []),
        ...(n.answer
          ? [{ label: t.answerIs, value: t.by(n.answer.text, n.answer.byName, showDay(n.answer.day)) }]
          : []),
        ...(n.closed ? [{ label: t.closedBy, value: `${n.closed.byName}, ${showDay(n.closed.day)}` }] : []),
        { label: t.notedBy, value: `${n.notedByName}, ${showTime(n.notedAt)}` },
      ]}
    />
  )
}

function Answer({ note, values, faults }: NotePageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Panel title={t.answer} id="answer-panel">
      <Form action={`${noteAddress(note.id)}/answer`} values={values} faults={faults}>
        <TextArea name="answer" label={t.answerIs} rows={4} />
        <Button icon="send">{t.answer}</Button>
      </Form>
    </Panel>
  )
}

function Reason({
  action,
  words: said,
  label,
  id,
  values,
  faults,
}: NotePageProps & { action: string; words: string; label: string; id: string }) {
  const t = words(texts, useRequest().locale)
  return (
    <Details summary={label} open={faults.some((f) => f.field === 'why')}>
      <p>{said}</p>
      <Form action={action} values={values} faults={faults}>
        <TextInput name="why" label={t.why} maxlength={500} id={id} />
        <Button kind="danger" icon="stop">
          {label}
        </Button>
      </Form>
    </Details>
  )
}

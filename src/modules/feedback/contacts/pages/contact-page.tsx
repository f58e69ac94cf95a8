import type { ComponentChildren } from 'preact'
import { type Day, showDay, showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
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
import { answerState, contactAddress, contactsAddress } from '../../message.ts'
import { type PersonalFinding, personalKinds } from '../../personal.ts'
import type { Caller, Contact } from '../contact.ts'
import { stateWords, texts, wayWords } from '../contacts.texts.ts'
import { stateLooks } from '../looks.ts'

export interface ContactPageProps {
  contact: Contact
  /** Null: not for this reader, or nothing is kept. */
  caller: Caller | null
  keepDays: number
  personal: readonly PersonalFinding[]
  topicName: string
  nameOf: (unitId: number) => string
  units: readonly { id: number; name: string }[]
  /** The public text of the article; null: there is none yet. */
  article: { title: string; href: string } | null
  today: Day
  values: FormValues
  faults: readonly Fault[]
  may: { answer: boolean; passOn: boolean; correct: boolean; record: boolean; seeCaller: boolean }
}

export function ContactPage(props: ContactPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { contact: c, may } = props
  const state = answerState(c, props.today)
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        kicker={`${wayWords[c.way][locale]}, ${showTime(c.at)}`}
        title={c.question}
        tags={<StatusTag look={stateLooks[state]}>{stateWords[state][locale]}</StatusTag>}
        actions={
          <>
            {may.record && (
              <ButtonLink icon="add" href={`${contactsAddress}/new`}>
                {t.new}
              </ButtonLink>
            )}
            {may.correct && (
              <ButtonLink icon="edit" kind="quiet" href={`${contactAddress(c.id)}/edit`}>
                {t.correct}
              </ButtonLink>
            )}
          </>
        }
      />
      {props.personal.length > 0 && <Personal {...props} />}
      <CallBack {...props} />
      <Facts {...props} />
      {!c.answeredAt && may.answer && <AnswerForm {...props} />}
      {!c.answeredAt && may.passOn && <PassForm {...props} />}
    </>
  )
}

function Personal({ personal }: ContactPageProps) {
  const { locale } = useRequest()
  const found = personal.map((f) => `${personalKinds[f.kind][locale]} “${f.text}”`).join(', ')
  return <Notice tone="warn">{words(texts, locale).personal(found)}</Notice>
}

function CallBack({ contact: c, caller, keepDays, may, nameOf }: ContactPageProps) {
  const t = words(texts, useRequest().locale)
  if (!c.wantsCall) return null
  if (c.forgottenAt) return <Notice tone="info">{t.callerGone(showTime(c.forgottenAt))}</Notice>
  if (caller)
    return (
      <Notice tone="info" title={`${t.caller}: ${caller.name} ${caller.phone}`.replace(/ {2,}/g, ' ')}>
        {t.callerUntil(keepDays)}
      </Notice>
    )
  return (
    <Notice tone={may.seeCaller ? 'warn' : 'info'}>
      {may.seeCaller ? t.callerLost : t.callerHidden(nameOf(c.answerUnitId))}
    </Notice>
  )
}

function Facts({ contact: c, topicName, nameOf, article }: ContactPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const answer: ComponentChildren = c.answer && (
    <>
      <span class="letter">{c.answer}</span>
      <span class="row small soft">
        {t.answeredBy(c.answeredByName ?? '', c.answeredAt ? showTime(c.answeredAt) : '')}
      </span>
    </>
  )
  const passed = c.answerUnitId !== c.unitId
  return (
    <SummaryList
      facts={[
        { label: t.question, value: <span class="letter">{c.question}</span> },
        { label: t.answer, value: answer },
        { label: t.topic, value: topicName },
        { label: t.unit, value: nameOf(c.unitId) },
        ...(passed ? [{ label: t.to, value: nameOf(c.answerUnitId) }] : []),
        ...(c.dueDay ? [{ label: t.due, value: showDay(c.dueDay) }] : []),
        ...(c.articleSource === null
          ? []
          : [
              {
                label: t.article,
                value: article ? <a href={article.href}>{article.title}</a> : t.articleBegun,
              },
            ]),
        { label: t.recordedBy, value: `${c.recordedByName}, ${showTime(c.recordedAt)}` },
      ]}
    />
  )
}

function AnswerForm({ contact, values, faults }: ContactPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Panel title={t.doAnswer} id="answer-it">
      <Form action={`${contactAddress(contact.id)}/answer`} values={values} faults={faults}>
        <TextArea name="answer" label={t.answer} rows={4} limit={2000} />
        <Button icon="done">{t.doAnswer}</Button>
      </Form>
    </Panel>
  )
}

function PassForm({ contact, units, values, faults }: ContactPageProps) {
  const t = words(texts, useRequest().locale)
  const others = units.filter((u) => u.id !== contact.answerUnitId)
  return (
    <Details summary={t.doPass} open={faults.some((f) => f.field === 'toUnitId' || f.field === 'passedDue')}>
      <Form action={`${contactAddress(contact.id)}/passing`} values={values} faults={faults}>
        <Combobox
          name="toUnitId"
          label={t.to}
          empty
          options={others.map((u) => ({ value: String(u.id), label: u.name }))}
        />
        <DateInput name="passedDue" label={t.due} />
        <Button kind="secondary" icon="send">
          {t.doPass}
        </Button>
      </Form>
    </Details>
  )
}

import { type Day, showDay, showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
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
import { texts as contactTexts, stateWords } from '../../contacts/contacts.texts.ts'
import { stateLooks } from '../../contacts/looks.ts'
import { answerState } from '../../message.ts'
import { type PersonalFinding, personalKinds } from '../../personal.ts'
import { type Dialogue, promiseState, type Question, questionAddress } from '../dialogue.ts'
import { askerWords, promiseWords, texts } from '../dialogues.texts.ts'
import { promiseLooks } from '../looks.ts'
import { AnswerFields } from './question-form-page.tsx'

export interface QuestionPageProps {
  dialogue: Dialogue
  question: Question
  unitName: string
  topicName: string
  personal: readonly PersonalFinding[]
  today: Day
  values: FormValues
  faults: readonly Fault[]
  may: { answer: boolean; approve: boolean; approveButWrote: boolean }
}

export function QuestionPage(props: QuestionPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { question: q, dialogue: d } = props
  const state = answerState(q, props.today)
  const promise = promiseState(q, props.today)
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        kicker={d.title}
        title={q.question}
        tags={
          <>
            <StatusTag look={stateLooks[state]}>{stateWords[state][locale]}</StatusTag>
            {promise !== 'none' && (
              <StatusTag look={promiseLooks[promise]}>{promiseWords[promise][locale]}</StatusTag>
            )}
          </>
        }
      />
      <Facts {...props} />
      {props.may.answer && <AnswerIt {...props} />}
      {q.answeredAt && !q.approvedAt && <Approval {...props} />}
      {props.may.answer && q.promiseDay && !q.kept && q.answeredAt && (
        <Panel title={t.keep} id="keep">
          <Form action={`${questionAddress(q)}/fulfilment`} values={props.values} faults={props.faults}>
            <TextArea name="kept" label={t.kept} rows={3} limit={2000} />
            <Button kind="secondary" icon="done">
              {t.keep}
            </Button>
          </Form>
        </Panel>
      )}
    </>
  )
}

function Facts({ question: q, unitName, topicName }: QuestionPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const answered =
    q.answeredAt && contactTexts.answeredBy[locale](q.answeredByName ?? '', showTime(q.answeredAt))
  const approved = q.approvedAt && `${t.isApproved}: ${q.approvedByName}, ${showTime(q.approvedAt)}`
  return (
    <SummaryList
      facts={[
        { label: t.question, value: <span class="letter">{q.question}</span> },
        { label: t.asker, value: t.by(askerWords[q.asker][locale], q.place) },
        { label: t.when, value: q.beforehand ? t.beforehand : t.inHall },
        { label: t.topic, value: topicName },
        { label: t.answerUnit, value: unitName },
        ...(q.dueDay ? [{ label: t.due, value: showDay(q.dueDay) }] : []),
        {
          label: t.answer,
          value: q.answer && (
            <>
              <span class="letter">{q.answer}</span>
              <span class="row small soft">{answered}</span>
              <span class="row small soft">{approved || t.notApproved}</span>
            </>
          ),
        },
        ...(q.promiseDay ? [{ label: t.promise, value: `${q.promise} (${showDay(q.promiseDay)})` }] : []),
        ...(q.kept
          ? [{ label: t.kept, value: `${q.kept.what} (${q.kept.byName}, ${showTime(q.kept.at)})` }]
          : []),
      ]}
    />
  )
}

function AnswerIt({ question: q, values, faults }: QuestionPageProps) {
  const t = words(texts, useRequest().locale)
  const form = (
    <Form action={`${questionAddress(q)}/answer`} values={values} faults={faults}>
      <input type="hidden" name="revision" value={String(values['revision'] ?? '')} />
      <AnswerFields />
      <Button icon="done">{q.answer === null ? t.doAnswer : t.betterAnswer}</Button>
    </Form>
  )
  if (q.answer === null)
    return (
      <Panel title={t.doAnswer} id="answer-it">
        {form}
      </Panel>
    )
  const isWrong = faults.some((f) => f.field === 'answer' || f.field === 'promiseDay')
  return (
    <Details summary={t.betterAnswer} open={isWrong}>
      <p class="small soft">{t.betterWhy}</p>
      {form}
    </Details>
  )
}

function Approval({ question: q, personal, may, values, faults }: QuestionPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const found = personal.map((f) => `${personalKinds[f.kind][locale]} “${f.text}”`).join(', ')
  return (
    <>
      {found && <Notice tone="warn">{t.personal(found)}</Notice>}
      {may.approveButWrote && <Notice tone="info">{t.secondPerson}</Notice>}
      {may.approve && (
        <Panel title={t.approve} id="approve">
          <Form action={`${questionAddress(q)}/approval`} values={values} faults={faults}>
            {found && (
              <Checkboxes
                name="confirmed"
                label={t.confirm}
                choices={[{ value: 'yes', label: t.confirmed }]}
              />
            )}
            <Button icon="stamp">{t.approve}</Button>
          </Form>
        </Panel>
      )}
    </>
  )
}

import { showDay, showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { type PersonalFinding, personalKinds } from '../../personal.ts'
import { stateLooks } from '../looks.ts'
import { publicResultAddress, type Result, resultAddress, resultsAddress } from '../result.ts'
import { stateWords, texts } from '../results.texts.ts'
import { InTime } from './results-page.tsx'

export interface ResultPageProps {
  result: Result
  personal: readonly PersonalFinding[]
  unitName: string
  topicName: string
  values: FormValues
  faults: readonly Fault[]
  may: { change: boolean; approve: boolean; approveButWrote: boolean; retract: boolean }
}

export function ResultPage(props: ResultPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { result: r, may } = props
  const at = resultAddress(r.id)
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        kicker={r.code}
        title={r.content}
        tags={
          <>
            <StatusTag look={stateLooks[r.state]}>{stateWords[r.state][locale]}</StatusTag>
            <InTime result={r} />
          </>
        }
        actions={
          <>
            {r.state !== 'waiting' && (
              <ButtonLink icon="external" kind="quiet" href={publicResultAddress(r.id)}>
                {t.seePublic}
              </ButtonLink>
            )}
            {may.change && r.state !== 'published' && (
              <ButtonLink icon="edit" kind="secondary" href={`${at}/edit`}>
                {t.edit}
              </ButtonLink>
            )}
          </>
        }
      />
      {r.retracted && r.state === 'retracted' && (
        <Notice tone="warn">
          {t.isRetracted(r.retracted.byName, showTime(r.retracted.at), r.retracted.why)}
        </Notice>
      )}
      <Facts {...props} />
      {r.state === 'waiting' && <Approval {...props} />}
      {r.state === 'published' && may.retract && <Retraction {...props} />}
    </>
  )
}

function Facts({ result: r, unitName, topicName }: ResultPageProps) {
  const t = words(texts, useRequest().locale)
  const published = r.publishedAt && `${r.publishedByName}, ${showTime(r.publishedAt)}`
  return (
    <SummaryList
      facts={[
        { label: t.content, value: <span class="letter">{r.content}</span> },
        { label: t.outcome, value: <span class="letter">{r.outcome}</span> },
        { label: t.unit, value: unitName },
        { label: t.topic, value: topicName },
        { label: t.number, value: r.documentNumber },
        { label: t.received, value: showDay(r.receivedDay) },
        { label: t.answered, value: showDay(r.answeredDay) },
        { label: t.due, value: showDay(r.dueDay) },
        { label: t.changedBy, value: `${r.changedByName}, ${showTime(r.changedAt)}` },
        ...(published ? [{ label: t.publishedBy, value: published }] : []),
      ]}
    />
  )
}

function Approval({ result, personal, may, values, faults }: ResultPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const found = personal.map((f) => `${personalKinds[f.kind][locale]} “${f.text}”`).join(', ')
  return (
    <>
      {found && <Notice tone="warn">{t.personal(found)}</Notice>}
      {may.approveButWrote && <Notice tone="info">{t.secondPerson}</Notice>}
      {may.approve && (
        <Panel title={t.approve} id="approve">
          <Form action={`${resultAddress(result.id)}/approval`} values={values} faults={faults}>
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

function Retraction({ result, values, faults }: ResultPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Details summary={t.retract} open={faults.some((f) => f.field === 'why')}>
      <p>{t.retractWhy}</p>
      <Form action={`${resultAddress(result.id)}/retraction`} values={values} faults={faults}>
        <TextInput name="why" label={t.why} maxlength={500} />
        <Button kind="danger" icon="stop">
          {t.retract}
        </Button>
      </Form>
    </Details>
  )
}

export interface ResultFormPageProps {
  /** Null: a new one. */
  result: Pick<Result, 'id' | 'code'> | null
  units: readonly { id: number; name: string }[]
  topics: readonly { code: string; vi: string; en: string }[]
  values: FormValues
  faults: readonly Fault[]
}

export function ResultFormPage({ result, units, topics, values, faults }: ResultFormPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const back = result ? resultAddress(result.id) : resultsAddress
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={result ? t.edit : t.new} lead={t.formLead} />
      <Form action={back} values={values} faults={faults} draft={result ? `result-${result.id}` : 'result'}>
        {result && <input type="hidden" name="revision" value={String(values['revision'] ?? '')} />}
        <TextInput name="code" label={t.code} maxlength={60} width="m" />
        <TextArea name="content" label={t.content} rows={3} limit={2000} />
        <Select
          name="topic"
          label={t.topic}
          empty
          options={topics.map((x) => ({ value: x.code, label: x[locale] }))}
        />
        <Combobox
          name="unitId"
          label={t.unit}
          empty
          options={units.map((u) => ({ value: String(u.id), label: u.name }))}
        />
        <TextArea name="outcome" label={t.outcome} rows={5} limit={4000} />
        <TextInput name="documentNumber" label={t.number} maxlength={100} width="m" optional />
        <DateInput name="receivedDay" label={t.received} />
        <DateInput name="answeredDay" label={t.answered} />
        <DateInput name="dueDay" label={t.due} hint={t.dueHint} optional />
        <ButtonGroup>
          <Button icon="done">{t.save}</Button>
          <ButtonLink kind="quiet" href={back}>
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

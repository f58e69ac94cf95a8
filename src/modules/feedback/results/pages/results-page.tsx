import { showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { Details } from '../../../../ui/details.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { FilterBar } from '../../../../ui/filter-bar.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { stateLooks, timeLooks } from '../looks.ts'
import {
  inTime,
  publicResultsAddress,
  type Result,
  type ResultState,
  resultAddress,
  resultStates,
  resultsAddress,
} from '../result.ts'
import { stateWords, texts } from '../results.texts.ts'

export interface ResultsPageProps {
  results: readonly Result[]
  total: number
  counts: Readonly<Record<ResultState, number>>
  /** What waits for this reader and can be approved together. */
  toApprove: readonly Result[]
  page: number
  pageSize: number
  pageAddress: (page: number) => string
  query: FormValues
  exportAddress: string
  units: readonly { id: number; name: string }[]
  years: readonly number[]
  nameOf: (unitId: number) => string
  topics: readonly { code: string; vi: string; en: string }[]
  faults: readonly Fault[]
  mayRegister: boolean
}

/** The register of results, with what waits for a second person first. */
export function ResultsPage(props: ResultsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <Head {...props} />
      <Stats>
        {resultStates.map((s) => (
          <Stat
            key={s}
            label={stateWords[s][locale]}
            value={props.counts[s].toLocaleString('vi-VN')}
            icon={stateLooks[s].icon}
            href={`${resultsAddress}?state=${s}`}
          />
        ))}
      </Stats>
      {props.toApprove.length > 0 && <ToApprove {...props} />}
      <Filters {...props} />
      {props.results.length === 0 ? (
        <EmptyState scene="done" title={t.nothing}>
          {t.nothingWhy}
        </EmptyState>
      ) : (
        <Rows {...props} />
      )}
      <Pager page={props.page} pageSize={props.pageSize} total={props.total} href={props.pageAddress} />
    </>
  )
}

function Head({ mayRegister, total, exportAddress }: ResultsPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <PageHead
      title={t.results}
      lead={t.resultsLead}
      actions={
        <>
          {mayRegister && (
            <>
              <ButtonLink icon="add" href={`${resultsAddress}/new`}>
                {t.new}
              </ButtonLink>
              <ButtonLink icon="upload" kind="secondary" href={`${resultsAddress}/imports/new`}>
                {t.import}
              </ButtonLink>
            </>
          )}
          {total > 0 && (
            <ButtonLink icon="download" kind="secondary" href={exportAddress}>
              {t.export}
            </ButtonLink>
          )}
          <ButtonLink icon="external" kind="quiet" href={publicResultsAddress}>
            {t.seePublic}
          </ButtonLink>
        </>
      }
    />
  )
}

function ToApprove({ toApprove, nameOf, faults }: ResultsPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Panel title={t.toApprove} id="to-approve">
      <p class="soft small">{t.toApproveLead}</p>
      <Form action={`${resultsAddress}/approvals`} faults={faults}>
        <Checkboxes
          name="ids"
          label={t.toApprove}
          choices={toApprove.map((r) => ({
            value: String(r.id),
            label: `${r.code} · ${nameOf(r.unitId)}`,
            hint: (
              <>
                {r.content} <a href={resultAddress(r.id)}>{r.code}</a>
              </>
            ),
          }))}
        />
        <Button icon="stamp">{t.approveChosen}</Button>
      </Form>
    </Panel>
  )
}

function Filters({ query, units, topics, years }: ResultsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Details summary={t.filters} open={['words', 'state', 'topic', 'unit', 'year'].some((n) => query[n])}>
      <FilterBar action={resultsAddress} values={query}>
        <TextInput name="words" label={t.words} optional />
        <Select
          name="state"
          label={t.state}
          empty={t.all}
          options={resultStates.map((s) => ({ value: s, label: stateWords[s][locale] }))}
          optional
        />
        <Select
          name="topic"
          label={t.topic}
          empty={t.all}
          options={topics.map((x) => ({ value: x.code, label: x[locale] }))}
          optional
        />
        <Select
          name="year"
          label={t.year}
          empty={t.all}
          options={years.map((y) => ({ value: String(y), label: String(y) }))}
          optional
        />
        <Combobox
          name="unit"
          label={t.unit}
          empty={t.all}
          options={units.map((u) => ({ value: String(u.id), label: u.name }))}
          optional
        />
      </FilterBar>
    </Details>
  )
}

function Rows({ results, nameOf, topics }: ResultsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      caption={t.results}
      silentCaption
      narrow="lines"
      rows={results}
      rowKey={(r) => r.id}
      columns={[
        {
          key: 'content',
          label: t.content,
          main: true,
          width: 'wide',
          cell: (r) => (
            <>
              <a href={resultAddress(r.id)}>{r.content}</a>
              <span class="row small soft">
                {r.code} · {topics.find((x) => x.code === r.topic)?.[locale] ?? r.topic}
              </span>
            </>
          ),
        },
        { key: 'unit', label: t.unit, width: 'medium', cell: (r) => nameOf(r.unitId) },
        {
          key: 'answered',
          label: t.answered,
          width: 'medium',
          cell: (r) => (
            <>
              {showDay(r.answeredDay)} <InTime result={r} />
            </>
          ),
        },
        {
          key: 'state',
          label: t.state,
          cell: (r) => <StatusTag look={stateLooks[r.state]}>{stateWords[r.state][locale]}</StatusTag>,
        },
      ]}
    />
  )
}

export function InTime({ result }: { result: Pick<Result, 'answeredDay' | 'dueDay'> }) {
  const key = inTime(result) ? 'inTime' : 'late'
  return <StatusTag look={timeLooks[key]}>{texts[key][useRequest().locale]}</StatusTag>
}

import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { BarChart } from '../../../../ui/charts/bar-chart.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { FilterBar } from '../../../../ui/filter-bar.tsx'
import type { FormValues } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Table } from '../../../../ui/table.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { publicResultAddress, publicResultsAddress, type Result } from '../result.ts'
import { texts } from '../results.texts.ts'
import { InTime } from './results-page.tsx'

export interface PublicResultsPageProps {
  results: readonly Result[]
  total: number
  page: number
  pageSize: number
  pageAddress: (page: number) => string
  values: FormValues
  active: readonly { label: string; without: string }[]
  /** The body's name, answered in time, and all; the most first. */
  shares: readonly { name: string; inTime: number; all: number }[]
  choices: {
    units: readonly { id: number; name: string }[]
    topics: readonly { code: string; vi: string; en: string }[]
    years: readonly number[]
  }
  nameOf: (unitId: number) => string
  /** The address of the national system, as the portal's setting names it; '': only the contact page. */
  system: string
}

/** What was reported and what came of it, for everybody. */
export function PublicResultsPage(props: PublicResultsPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <PageHead title={t.publicTitle} lead={t.publicLead} />
      <Filters {...props} />
      {props.results.length === 0 ? (
        <EmptyState scene="search" title={t.publicNothing}>
          {t.publicNothingWhy}
        </EmptyState>
      ) : (
        <>
          <Rows {...props} />
          <Pager page={props.page} pageSize={props.pageSize} total={props.total} href={props.pageAddress} />
          <Shares {...props} />
        </>
      )}
      <WhereToSend system={props.system} />
    </>
  )
}

function Filters({ values, active, choices }: PublicResultsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <FilterBar action={publicResultsAddress} values={values} active={active}>
      <TextInput name="words" label={t.words} optional />
      <Select
        name="topic"
        label={t.topic}
        empty={t.all}
        options={choices.topics.map((x) => ({ value: x.code, label: x[locale] }))}
        optional
      />
      <Combobox
        name="unit"
        label={t.unit}
        empty={t.all}
        options={choices.units.map((u) => ({ value: String(u.id), label: u.name }))}
        optional
      />
      <Select
        name="year"
        label={t.year}
        empty={t.all}
        options={choices.years.map((y) => ({ value: String(y), label: String(y) }))}
        optional
      />
    </FilterBar>
  )
}

function Rows({ results, nameOf }: PublicResultsPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Table
      caption={t.publicTitle}
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
          cell: (r) => <a href={publicResultAddress(r.id)}>{r.content}</a>,
        },
        { key: 'outcome', label: t.outcome, width: 'wide', cell: (r) => r.outcome },
        { key: 'unit', label: t.unit, width: 'medium', cell: (r) => nameOf(r.unitId) },
        {
          key: 'answered',
          label: t.answered,
          cell: (r) => (
            <>
              {showDay(r.answeredDay)} <InTime result={r} />
            </>
          ),
        },
      ]}
    />
  )
}

function Shares({ shares }: PublicResultsPageProps) {
  const t = words(texts, useRequest().locale)
  const sum = (of: 'inTime' | 'all') => shares.reduce((n, s) => n + s[of], 0)
  return (
    <BarChart
      title={t.shareTitle}
      description={t.shareSaid(sum('inTime'), sum('all'))}
      max={100}
      bars={shares.slice(0, 10).map((s) => {
        const percent = Math.round((s.inTime / s.all) * 100)
        return { label: s.name, value: percent, text: t.share(percent, s.inTime, s.all) }
      })}
    />
  )
}

function WhereToSend({ system }: { system: string }) {
  const t = words(texts, useRequest().locale)
  return (
    <Notice tone="info" title={t.sendYours}>
      <p>{t.sendWhere}</p>
      <p class="button-group">
        {system && (
          <ButtonLink kind="secondary" icon="external" href={system}>
            {t.sendYours}
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" icon="phone" href="/contact">
          {t.contact}
        </ButtonLink>
      </p>
    </Notice>
  )
}

type PublicResultProps = { result: Result; unitName: string; topicName: string; system: string }

export function PublicResultPage({ result: r, unitName, topicName, system }: PublicResultProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <PageHead kicker={r.code} title={r.content} tags={<InTime result={r} />} />
      <SummaryList
        facts={[
          { label: t.outcome, value: <span class="letter">{r.outcome}</span> },
          { label: t.unit, value: unitName },
          { label: t.topic, value: topicName },
          ...(r.documentNumber ? [{ label: t.number, value: r.documentNumber }] : []),
          { label: t.received, value: showDay(r.receivedDay) },
          { label: t.answered, value: showDay(r.answeredDay) },
          { label: t.due, value: showDay(r.dueDay) },
        ]}
      />
      <WhereToSend system={system} />
    </>
  )
}

/** In place of what was retracted: that it was, when, and why. */
export function RetractedPage({ day, why }: { day: string; why: string }) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <PageHead title={t.goneTitle} />
      <Notice tone="warn">{t.goneAt(day, why)}</Notice>
      <p>
        <a href={publicResultsAddress}>{t.publicTitle}</a>
      </p>
    </>
  )
}

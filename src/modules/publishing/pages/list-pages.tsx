import type { ComponentChildren } from 'preact'
import type { Locale } from '../../../lib/actor.ts'
import type { Day } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Select } from '../../../ui/select.tsx'
import type { Sort } from '../../../ui/table.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import type { ShownEntry } from '../pictures.ts'
import { texts } from '../portal.texts.ts'
import type { Column } from '../publication.ts'
import type { Entry } from '../reading.sql.ts'
import { DocumentsTable } from './documents-table.tsx'
import { EventRow } from './event-date.tsx'
import { IndexFigure } from './index-figure.tsx'
import { SectionHead, StoryList } from './story.tsx'

export interface Paging {
  page: number
  pageSize: number
  total: number
  href: (page: number) => string
}

/** Links over a list to its parts. */
export interface Parts {
  label: string
  links: readonly { href: string; label: string; isCurrent: boolean }[]
}

type ListFacts = {
  locale: Locale
  title: string
  lead: string
  entries: readonly ShownEntry[]
  paging: Paging
  /** Where one is told of what is new in this list. */
  follow?: string
  look?: 'row' | 'card'
  parts?: Parts
  intro?: ComponentChildren
  below?: ComponentChildren
}

/** Any list of things to read. */
export function listPage(facts: ListFacts) {
  const { locale, title, lead, entries, paging, follow, parts, look = 'row', intro, below } = facts
  const w = words(texts, locale)
  return (
    <>
      <PageHead
        title={title}
        lead={lead}
        actions={
          follow && (
            <ButtonLink kind="secondary" small icon="bell" href={follow}>
              {w.feeds}
            </ButtonLink>
          )
        }
      />
      {intro}
      {parts && parts.links.length > 1 && <PartLinks parts={parts} />}
      {entries.length === 0 ? (
        <EmptyState title={w.emptyTitle}>{w.emptyBody}</EmptyState>
      ) : (
        <>
          <StoryList entries={entries} look={look} />
          <Pager {...paging} />
        </>
      )}
      {below}
    </>
  )
}

export function PartLinks({ parts }: { parts: Parts }) {
  return (
    <nav class="no-print" aria-label={parts.label}>
      <ul class="chips">
        {parts.links.map((one) => (
          <li key={one.href}>
            <a class="chip" href={one.href} {...(one.isCurrent ? { 'aria-current': 'page' as const } : {})}>
              {one.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function columnsPage({
  locale,
  columns,
}: {
  locale: Locale
  columns: readonly { column: Column; amount: number }[]
}) {
  const w = words(texts, locale)
  return (
    <>
      <PageHead title={w.columns} lead={w.columnsLead} />
      {columns.length === 0 && <EmptyState title={w.emptyTitle}>{w.emptyBody}</EmptyState>}
      <ul class="doors">
        {columns.map(({ column, amount }) => (
          <li key={column.id}>
            <h2>
              <a href={`/columns/${column.slug}`}>{column[locale]}</a>
            </h2>
            <p>{locale === 'vi' ? column.aboutVi : column.aboutEn || column.aboutVi}</p>
            <p class="story-facts">{w.inColumn(amount)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

type DocumentsFacts = {
  locale: Locale
  entries: readonly Entry[]
  choices: { issuers: readonly string[]; years: readonly string[]; kinds: readonly string[] }
  values: Readonly<Record<string, string>>
  active: readonly { label: string; without: string }[]
  sort: Sort
  paging: Paging
  today: Day
}

const orders = ['day', 'number', 'issuer'] as const

export function documentsPage({
  locale,
  entries,
  choices,
  values,
  active,
  sort,
  paging,
  today,
}: DocumentsFacts) {
  const w = words(texts, locale)
  const all = (list: readonly string[]) => list.map((value) => ({ value, label: value }))
  return (
    <>
      <PageHead title={w.documents} lead={w.documentsLead} />
      <FilterBar
        action="/directing-documents"
        values={{ ...values, sort: sort.key }}
        usual={{ sort: orders[0] }}
        active={active}
        rows={entries.length}
      >
        <TextInput name="words" label={w.documentWords} optional />
        <Select name="issuer" label={w.issuer} options={all(choices.issuers)} empty={w.any} optional />
        <Select name="kind" label={w.documentKind} options={all(choices.kinds)} empty={w.any} optional />
        <Select name="year" label={w.year} options={all(choices.years)} empty={w.any} optional />
        <Select
          name="sort"
          label={w.sortBy}
          options={orders.map((value) => ({ value, label: w[value] }))}
          optional
        />
      </FilterBar>
      {entries.length === 0 ? (
        active.length > 0 ? (
          <EmptyState scene="search" title={w.emptyFilter}>
            {w.emptyFilterBody}
          </EmptyState>
        ) : (
          <EmptyState title={w.emptyTitle}>{w.emptyBody}</EmptyState>
        )
      ) : (
        <>
          <DocumentsTable entries={entries} sort={sort} today={today} locale={locale} />
          <Pager {...paging} />
        </>
      )}
    </>
  )
}

type EventsFacts = { locale: Locale; upcoming: readonly Entry[]; past: readonly Entry[]; paging: Paging }

export function eventsPage({ locale, upcoming, past, paging }: EventsFacts) {
  const w = words(texts, locale)
  return (
    <>
      <PageHead
        title={w.events}
        lead={w.eventsLead}
        actions={
          <ButtonLink kind="secondary" small icon="calendar" href="/events/calendar.ics">
            {w.calendarAll}
          </ButtonLink>
        }
      />
      {paging.page === 1 && (
        <section aria-labelledby="upcoming">
          <SectionHead id="upcoming" title={w.upcoming} />
          {upcoming.length === 0 && <p class="soft">{w.noUpcoming}</p>}
          <EventList entries={upcoming} />
        </section>
      )}
      {past.length > 0 && (
        <section aria-labelledby="past">
          <SectionHead id="past" title={w.past} />
          <EventList entries={past} />
          <Pager {...paging} />
        </section>
      )}
    </>
  )
}

function EventList({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul class="plain-list">
      {entries.map((entry) => (
        <li key={entry.id}>
          <EventRow entry={entry} />
        </li>
      ))}
    </ul>
  )
}

export function indicesPage({ locale, entries }: { locale: Locale; entries: readonly Entry[] }) {
  const w = words(texts, locale)
  return (
    <>
      <PageHead title={w.indices} lead={w.indicesLead} />
      {entries.length === 0 && <EmptyState title={w.emptyTitle}>{w.emptyBody}</EmptyState>}
      <ul class="figures">
        {entries.map((entry) => (
          <li key={entry.id}>
            <IndexFigure entry={entry} level={2} />
          </li>
        ))}
      </ul>
    </>
  )
}

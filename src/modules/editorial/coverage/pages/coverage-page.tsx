import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag, Tag } from '../../../../ui/tag.tsx'
import { DeskTabs } from '../../pages/desk-tabs.tsx'
import { TroubleList } from '../../variants/pages/troubled-channels.tsx'
import type { ChannelTrouble } from '../../variants/troubles.ts'
import { mediumWords, texts } from '../coverage.texts.ts'
import type { DueCoverage } from '../due.sql.ts'
import { type Coverage, coverageAddress, type DeskEvent, eventAddress } from '../event.ts'
import { DueCoverages } from './due-coverage.tsx'

export interface CoveragePageProps {
  due: readonly DueCoverage[]
  events: readonly DeskEvent[]
  coverages: readonly Coverage[]
  /** Channels in trouble of the items that cover an event. */
  troubles: readonly ChannelTrouble[]
  unitNames: ReadonlyMap<number, string>
  today: Day
  /** 'YYYY-MM', like the two beside it. */
  month: string
  previous: string
  next: string
  mayPlan: boolean
}

/** A month of events, with who covers each in which medium. */
export function CoveragePage(props: CoveragePageProps) {
  const t = words(texts, useRequest().locale)
  const { events, month } = props
  return (
    <>
      <PageHead
        title={t.coverage}
        lead={t.coverageLead}
        actions={
          props.mayPlan && (
            <ButtonLink href="/desk/events/new" icon="add">
              {t.newEvent}
            </ButtonLink>
          )
        }
      />
      <DeskTabs here="coverage" />
      <DueCoverages due={props.due} unitNames={props.unitNames} today={props.today} />
      <div class="month-steps">
        <ButtonLink kind="quiet" small icon="left" href={`${coverageAddress}?month=${props.previous}`}>
          {t.previous}
        </ButtonLink>
        <strong>
          {t.month} {month.slice(5)}/{month.slice(0, 4)}
        </strong>
        <ButtonLink kind="quiet" small icon="right" href={`${coverageAddress}?month=${props.next}`}>
          {t.next}
        </ButtonLink>
      </div>
      {events.length === 0 ? (
        <EmptyState title={t.nothing}>{t.nothingWhy}</EmptyState>
      ) : (
        <Table
          narrow="lines"
          caption={t.coverage}
          silentCaption
          rows={events}
          rowKey={(e) => e.id}
          columns={[
            { key: 'when', label: t.when, cell: (e) => whenOf(e) },
            {
              key: 'title',
              label: t.event,
              main: true,
              width: 'wide',
              cell: (e) => <a href={eventAddress(e.id)}>{e.title}</a>,
            },
            { key: 'place', label: t.place, cell: (e) => e.place },
            { key: 'unit', label: t.unit, phone: 'bare', cell: (e) => props.unitNames.get(e.unitId) ?? '' },
            { key: 'who', label: t.who, cell: (e) => <Who {...props} event={e} /> },
          ]}
        />
      )}
    </>
  )
}

export function whenOf(e: DeskEvent): string {
  return momentOf(e.starts)
}

/** '2026-11-22T08:30' as people read it. */
export function momentOf(moment: string): string {
  return `${showDay(moment.slice(0, 10))} ${moment.slice(11)}`
}

function Who({ coverages, troubles, event }: CoveragePageProps & { event: DeskEvent }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const own = coverages.filter((c) => c.eventId === event.id && !c.dropped)
  if (own.length === 0) return <StatusTag look={{ tone: 'warn', icon: 'warning' }}>{t.nobody}</StatusTag>
  return (
    <>
      <span class="row">
        {own.map((c) => (
          <Tag key={c.id} outline={c.itemId === null}>
            {mediumWords[c.medium][locale]}: {c.personName}
          </Tag>
        ))}
      </span>
      <TroubleList troubles={troubles.filter((one) => own.some((c) => c.itemId === one.itemId))} />
    </>
  )
}

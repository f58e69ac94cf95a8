import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { obligationAddress } from '../../obligation.ts'
import type { Board } from '../board.ts'
import { addressWith } from '../board-query.ts'
import { partWords, texts } from '../boards.texts.ts'
import type { BoardRow, Part } from '../measure.ts'
import { BoardFigures, Trend } from './board-figures.tsx'
import { BoardFilter, type BoardFilterProps } from './board-filter.tsx'
import { HeatMap } from './heat-map.tsx'
import { RowTable } from './row-table.tsx'

export interface BoardPageProps {
  board: Board
  filter: BoardFilterProps
  asOf: string
  /** The unit whose subtree is shown; null: everything in reach. */
  unitName: string | null
}

/** The province's reporting: who is on time, late, empty; each figure opens to its rows. */
export function BoardPage({ board, filter, asOf, unitName }: BoardPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { values } = filter
  const rows = (more: Record<string, string | number | undefined>) =>
    addressWith('/reporting/rows', values, more)
  return (
    <div class="board stack-l">
      <PageHead
        kicker={t.asOf(showDay(asOf))}
        title={unitName ?? t.board}
        lead={unitName ? t.board : t.boardLead}
        actions={<Downloads values={values} />}
      />
      <BoardFilter {...filter} />
      {board.sum.expected === 0 ? (
        <EmptyState title={t.none}>{t.noneWhy}</EmptyState>
      ) : (
        <>
          <BoardFigures sum={board.sum} href={(part: Part) => rows({ part })} />
          <Trend title={t.trend} periods={board.periods} />
          <Panel title={t.heat}>
            {values['map'] === 'today' && <p class="soft small">{t.mapNote}</p>}
            <HeatMap
              groups={board.groups}
              periods={board.periods.map((m) => String(m.keys.period))}
              groupHref={(id) => addressWith('/reporting', values, { under: id })}
              unitHref={(unit) => rows({ unit })}
              cellHref={(unit, period, id) => (id === null ? rows({ unit, period }) : obligationAddress(id))}
            />
          </Panel>
          <Overdue board={board} href={rows({ part: 'overdue' })} />
        </>
      )}
    </div>
  )
}

function Overdue({ board, href }: { board: Board; href: string }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (board.overdue.length === 0)
    return (
      <EmptyState scene="done" title={t.nobodyOwes}>
        {t.nobodyOwesWhy}
      </EmptyState>
    )
  return (
    <Panel title={t.owing} actions={<a href={href}>{`${t.seeAll} (${board.sum.counts.overdue})`}</a>}>
      <RowTable caption={t.owing} rows={board.overdue} />
    </Panel>
  )
}

function Downloads({ values }: { values: Record<string, string> }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <ButtonLink kind="secondary" icon="download" href={addressWith('/reporting/figures.csv', values)}>
        {t.csv}
      </ButtonLink>
      <ButtonLink kind="secondary" icon="download" href={addressWith('/reporting/figures.xlsx', values)}>
        {t.xlsx}
      </ButtonLink>
    </>
  )
}

export interface RowsPageProps {
  title: string
  asOf: string
  part: Part | undefined
  rows: readonly BoardRow[]
  total: number
  page: number
  pageSize: number
  pageAddress: (page: number) => string
  filter: BoardFilterProps
}

/** What stands behind a figure. */
export function RowsPage(props: RowsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <div class="board stack-l">
      <PageHead kicker={t.asOf(showDay(props.asOf))} title={props.title} />
      <BoardFilter {...props.filter} />
      {props.rows.length > 0 ? (
        <RowTable caption={props.title} rows={props.rows} />
      ) : (
        <EmptyState scene="search" title={t.noRows}>
          {t.noRowsWhy}
        </EmptyState>
      )}
      <Pager page={props.page} pageSize={props.pageSize} total={props.total} href={props.pageAddress} />
    </div>
  )
}

/** What a list of rows is of, in words. */
export function partName(part: Part | undefined, locale: 'vi' | 'en'): string {
  return part ? partWords[part][locale].toLowerCase() : texts.everyRow[locale]
}

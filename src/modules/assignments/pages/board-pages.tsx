import type { ComponentChildren } from 'preact'
import { showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Gantt, type GanttRow } from '../../../ui/charts/gantt.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Tabs } from '../../../ui/tabs.tsx'
import { type Plan, shownTitle } from '../../plans/plan.ts'
import { boardTexts } from '../board.texts.ts'
import { type BoardLine, sumOf } from '../board.ts'
import type { AssignmentRow } from '../lists.sql.ts'
import type { MadeKnown } from '../made-known.sql.ts'
import { AssignmentTable } from './assignment-table.tsx'
import { BoardChart, BoardStats, BoardTable, type RowsAddress } from './board-table.tsx'
import { MadeKnownPanel } from './made-known.tsx'

export const boardViews = ['section', 'unit', 'task', 'timeline'] as const
export type BoardView = (typeof boardViews)[number]

/** A province's units fill three pages, the worst first. */
export const linesOnPage = 50

export interface PlanBoardProps {
  plan: Plan
  view: BoardView
  lines: readonly BoardLine[]
  /** From 1; a long board is shown {@link linesOnPage} lines at a time. */
  page: number
  sum: BoardLine
  gantt: readonly GanttRow[]
  today: string
  /** Agency names of the plan that belong to nobody. */
  unresolved: number
  mayGive: boolean
  href: RowsAddress
  /** The documents that the plan wants made known. */
  madeKnown: readonly MadeKnown[]
}

/** How a plan stands: by section, by unit, by task, in time. */
export function PlanBoardPage(props: PlanBoardProps) {
  const { locale } = useRequest()
  const t = words(boardTexts, locale)
  const { plan, view, sum, lines, page } = props
  const at = `/plans/${plan.id}/board`
  const labels = { section: t.bySection, unit: t.byUnit, task: t.byTask, timeline: t.timeline }
  return (
    <>
      <PageHead
        kicker={t.asOf(showDay(props.today))}
        title={t.board}
        lead={<a href={`/plans/${plan.id}`}>{shownTitle(plan.title)}</a>}
      />
      {props.unresolved > 0 && <Unresolved {...props} />}
      {sum.total === 0 ? (
        <EmptyState title={t.notGiven}>{t.notGivenWhy}</EmptyState>
      ) : (
        <>
          <BoardStats sum={sum} href={props.href} />
          <Tabs
            label={t.board}
            tabs={boardViews.map((v) => ({ href: `${at}?by=${v}`, label: labels[v], current: v === view }))}
          />
          {view === 'timeline' ? (
            <Panel>
              <Gantt
                title={t.timeline}
                description={t.timelineSays}
                rows={props.gantt}
                from={`${plan.year}-01-01`}
                to={`${plan.yearTo}-12-31`}
                today={props.today}
              />
            </Panel>
          ) : (
            <>
              {view === 'section' && (
                <Panel>
                  <BoardChart lines={lines} sum={sum} />
                </Panel>
              )}
              <BoardTable
                caption={labels[view]}
                head={labels[view]}
                lines={lines.slice((page - 1) * linesOnPage, page * linesOnPage)}
                sum={sum}
                href={props.href}
                lineHref={view === 'unit' ? (l) => `/units/${l.key}/board` : () => null}
              />
              {lines.length > linesOnPage && (
                <Pager
                  page={page}
                  pageSize={linesOnPage}
                  total={lines.length}
                  href={(n) => `${at}?by=${view}&page=${n}`}
                />
              )}
            </>
          )}
        </>
      )}
      {props.madeKnown.length > 0 && <MadeKnownPanel plan={plan} documents={props.madeKnown} />}
    </>
  )
}

function Unresolved({ plan, unresolved, mayGive }: PlanBoardProps) {
  const { locale } = useRequest()
  const t = words(boardTexts, locale)
  return (
    <Notice tone="warn" title={t.nobody}>
      <p>
        {t.nobodyWhy(unresolved)} <a href={`/plans/${plan.id}`}>{shownTitle(plan.title)}</a>
      </p>
      {mayGive && (
        <Form action={`/plans/${plan.id}/assignments`} bare>
          <Button kind="secondary" small icon="send">
            {t.giveAgain}
          </Button>
        </Form>
      )}
    </Notice>
  )
}

export interface UnitBoardProps {
  unitName: string
  today: string
  lines: readonly BoardLine[]
  sum: BoardLine
  pressing: readonly AssignmentRow[]
  href: RowsAddress
  more?: ComponentChildren
}

/** How one unit and what hangs below it stand, plan by plan. */
export function UnitBoardPage(props: UnitBoardProps) {
  const { locale } = useRequest()
  const t = words(boardTexts, locale)
  return (
    <>
      <PageHead kicker={t.unitBoard} title={props.unitName} lead={t.asOf(showDay(props.today))} />
      {props.sum.total === 0 ? (
        <EmptyState title={t.notGiven}>{t.notGivenWhy}</EmptyState>
      ) : (
        <>
          <BoardStats sum={props.sum} href={props.href} />
          <Panel>
            <BoardChart lines={props.lines} sum={props.sum} />
          </Panel>
          <BoardTable
            caption={t.programmes}
            head={t.programmes}
            lines={props.lines}
            sum={props.sum}
            href={props.href}
            lineHref={(l) => `/plans/${l.key}/board`}
          />
          {props.pressing.length > 0 && (
            <Panel title={t.lateWhat}>
              <AssignmentTable caption={t.lateWhat} rows={props.pressing} />
            </Panel>
          )}
        </>
      )}
      {props.more}
    </>
  )
}

export interface LeaderProps {
  today: string
  programmes: readonly BoardLine[]
  sum: BoardLine
  /** The units that are most late. */
  late: readonly BoardLine[]
  rows: readonly AssignmentRow[]
  reasons: ComponentChildren
  href: RowsAddress
}

/** One look: what is late, where, why. */
export function LeaderPage(props: LeaderProps) {
  const { locale } = useRequest()
  const t = words(boardTexts, locale)
  return (
    <>
      <PageHead
        kicker={t.asOf(showDay(props.today))}
        title={t.leader}
        lead={t.leaderLead}
        actions={
          <ButtonLink kind="secondary" icon="chart" href="/reporting/leader">
            {t.leaderReports}
          </ButtonLink>
        }
      />
      {props.sum.total === 0 ? (
        <EmptyState title={t.notGiven}>{t.notGivenWhy}</EmptyState>
      ) : (
        <>
          <BoardStats sum={props.sum} href={props.href} />
          {props.late.length === 0 ? (
            <EmptyState scene="done" title={t.nothingLate}>
              {t.nothingLateWhy}
            </EmptyState>
          ) : (
            <>
              <Panel title={t.lateWhere}>
                <BoardTable
                  caption={t.lateWhere}
                  head={t.byUnit}
                  lines={props.late}
                  sum={sumOf(props.late, t.all)}
                  href={(l, p) => `/assignments?unit=${l.key}${p ? `&part=${p}` : ''}`}
                  lineHref={(l) => `/units/${l.key}/board`}
                />
              </Panel>
              <Panel title={t.lateWhat}>
                <AssignmentTable caption={t.lateWhat} rows={props.rows} />
              </Panel>
            </>
          )}
          <Panel title={t.lateWhy}>{props.reasons}</Panel>
          <Panel title={t.programmes}>
            <BoardChart lines={largest(props.programmes)} sum={props.sum} />
            <BoardTable
              caption={t.programmes}
              head={t.programmes}
              lines={props.programmes}
              sum={props.sum}
              href={(l, p) => `/assignments?plan=${l.key}${p ? `&part=${p}` : ''}`}
              lineHref={(l) => `/plans/${l.key}/board`}
            />
          </Panel>
        </>
      )}
    </>
  )
}

/** A picture holds so many lines; the table below it holds all. */
function largest(lines: readonly BoardLine[]): BoardLine[] {
  return [...lines].sort((a, b) => b.total - a.total).slice(0, 8)
}

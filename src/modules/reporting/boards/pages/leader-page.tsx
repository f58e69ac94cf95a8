import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { BarChart } from '../../../../ui/charts/bar-chart.tsx'
import { LineChart } from '../../../../ui/charts/line-chart.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import type { Board } from '../board.ts'
import { addressWith } from '../board-query.ts'
import { partWords, texts } from '../boards.texts.ts'
import type { Deeds } from '../deeds.sql.ts'
import { leaderTexts } from '../leader.texts.ts'
import { type Measure, onTimeShare, type Part, showShare, worstFirst } from '../measure.ts'
import { BoardFigures, Trend } from './board-figures.tsx'
import { BoardFilter, type BoardFilterProps } from './board-filter.tsx'

export interface LeaderPageProps {
  board: Board
  deeds: readonly Deeds[]
  formNames: ReadonlyMap<string, string>
  filter: BoardFilterProps
  asOf: string
  /** The activities behind figures, where the list can be narrowed to them; null where it cannot. */
  activitiesAddress: ((form: string | null) => string) | null
}

/** One look for whoever answers for the programme: reporting, who to remind, what was done and for how many. */
export function LeaderPage(props: LeaderPageProps) {
  const { board, filter } = props
  const { locale } = useRequest()
  const t = words(leaderTexts, locale)
  const b = words(texts, locale)
  const rows = (part: Part) => addressWith('/reporting/rows', filter.values, { part })
  return (
    <div class="board stack-l">
      <PageHead
        kicker={b.asOf(showDay(props.asOf))}
        title={t.leader}
        lead={t.lead}
        actions={
          <>
            <ButtonLink kind="secondary" icon="tasks" href="/leader">
              {t.work}
            </ButtonLink>
            <ButtonLink kind="secondary" icon="grid" href={addressWith('/reporting', filter.values)}>
              {t.board}
            </ButtonLink>
          </>
        }
      />
      <BoardFilter {...filter} />
      {board.sum.expected === 0 ? (
        <EmptyState title={b.none}>{b.noneWhy}</EmptyState>
      ) : (
        <>
          <BoardFigures sum={board.sum} href={rows} />
          <Trend title={b.trend} periods={board.periods} />
          <Worst board={board} values={filter.values} />
        </>
      )}
      <Results {...props} />
    </div>
  )
}

function Worst({ board, values }: { board: Board; values: Record<string, string> }) {
  const { locale } = useRequest()
  const t = words(leaderTexts, locale)
  const b = words(texts, locale)
  const lines = worstFirst(board.units)
    .filter((m) => m.counts.overdue + m.counts.empty > 0)
    .slice(0, 8)
  if (lines.length === 0)
    return (
      <EmptyState scene="done" title={t.noWorst}>
        {t.noWorstWhy}
      </EmptyState>
    )
  const figure = (part: 'overdue' | 'empty' | 'late') => ({
    key: part,
    label: partWords[part][locale],
    numeric: true,
    cell: (m: Measure) =>
      m.counts[part] === 0 ? (
        '0'
      ) : (
        <a href={addressWith('/reporting/rows', values, { unit: Number(m.keys.unit), part })}>
          {m.counts[part]}
        </a>
      ),
  })
  return (
    <Panel title={t.worst}>
      <Table
        caption={t.worst}
        silentCaption
        dense
        rows={lines}
        rowKey={(m) => Number(m.keys.unit)}
        columns={[
          {
            key: 'unit',
            label: b.unit,
            main: true,
            cell: (m) => (
              <a href={addressWith('/reporting/rows', values, { unit: Number(m.keys.unit) })}>
                {board.names.get(Number(m.keys.unit)) ?? b.rest}
              </a>
            ),
          },
          figure('overdue'),
          figure('empty'),
          figure('late'),
          { key: 'share', label: b.onTimeShare, numeric: true, cell: (m) => showShare(onTimeShare(m)) },
          {
            key: 'longest',
            label: b.lateBy,
            numeric: true,
            cell: (m) => (m.longestOverdue === null ? '–' : b.days(m.longestOverdue)),
          },
        ]}
      />
    </Panel>
  )
}

function Results({ deeds, formNames, activitiesAddress, filter }: LeaderPageProps) {
  const { locale } = useRequest()
  const t = words(leaderTexts, locale)
  const n = (value: number) => value.toLocaleString('vi-VN')
  const sum = (of: (d: Deeds) => number) => deeds.reduce((total, d) => total + of(d), 0)
  const activities = sum((d) => d.activities)
  if (activities === 0) return <EmptyState title={t.noDeeds}>{t.noDeedsWhy}</EmptyState>
  const forms = [...Map.groupBy(deeds, (d) => d.form)]
    .map(([form, of]) => ({ form, value: of.reduce((total, d) => total + d.activities, 0) }))
    .sort((x, y) => y.value - x.value)
  const nameOf = (form: string) => formNames.get(form) ?? form
  const months = Array.from({ length: 12 }, (_, i) => i + 1)
  const people = months.map((m) => sum((d) => (d.month === m ? d.people : 0)))
  const behind = activitiesAddress ? { href: activitiesAddress(null) } : {}
  const last = people.findLastIndex((p) => p > 0)
  return (
    <>
      <Stats>
        <Stat label={t.activities} value={n(activities)} icon="megaphone" {...behind} tone="accent" />
        <Stat label={t.people} value={n(sum((d) => d.people))} icon="people" {...behind} />
        <Stat label={t.views} value={n(sum((d) => d.views))} icon="eye" {...behind} />
      </Stats>
      <p class="row no-print">
        {(['csv', 'xlsx'] as const).map((format) => (
          <ButtonLink
            kind="quiet"
            icon="download"
            href={addressWith(`/reporting/results.${format}`, filter.values)}
            key={format}
          >
            {`${t.results}, ${format === 'csv' ? 'CSV' : 'Excel'}`}
          </ButtonLink>
        ))}
      </p>
      <div class="columns">
        <BarChart
          title={t.byForm}
          description={t.byFormSays(n(activities), nameOf(forms[0]?.form ?? ''))}
          bars={forms.slice(0, 10).map(({ form, value }) => ({ label: nameOf(form), value, text: n(value) }))}
        />
        <LineChart
          title={t.reached}
          description={t.reachedSays(n(sum((d) => d.people)), n(activities))}
          points={months.map((m) => t.month(m))}
          series={[{ label: t.people, values: people.map((p, i) => (i <= last ? p : null)) }]}
          format={n}
        />
      </div>
    </>
  )
}

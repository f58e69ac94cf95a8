import { scaleLinear } from 'd3-scale'
import type { Tone } from '../tone.ts'
import { useWords } from '../words.ts'
import { ChartFrame, percent } from './chart-frame.tsx'

export type GanttRow = {
  label: string
  /** 'YYYY-MM-DD', both included. */
  from: string
  to: string
  tone: Extract<Tone, 'good' | 'warn' | 'bad' | 'info' | 'quiet'>
  /** State in words: "quá hạn 3 ngày". */
  status: string
}

type GanttProps = {
  title: string
  description: string
  rows: readonly GanttRow[]
  /** First and last day of the scale, 'YYYY-MM-DD'. */
  from: string
  to: string
  today?: string
}

const DAY = 86_400_000

/** When things happen in a year. Label and state stand above each bar, so that a phone can show it too. */
export function Gantt({ title, description, rows, from, to, today }: GanttProps) {
  const w = useWords()
  const x = scaleLinear([days(from), days(to) + 1], [0, 1]).clamp(true)
  const months = monthsBetween(from, to)
  const table = {
    columns: [w.item, w.from, w.to, w.status],
    rows: rows.map((row) => [row.label, shown(row.from), shown(row.to), row.status]),
  }
  const mark = <line class="chart-goal" x1="10" x2="10" y1="0" y2="14" />
  const legend = today === undefined ? [] : [{ label: `${w.today}, ${shown(today)}`, mark }]
  return (
    <ChartFrame title={title} description={description} table={table} legend={legend}>
      <svg width="100%" height="18" aria-hidden="true">
        {months.map((month) => (
          <text class="chart-axis" x={percent(x(days(month)))} dx="3" y="13" key={month}>
            {Number(month.slice(5, 7))}
          </text>
        ))}
      </svg>
      <ul class="chart-rows chart-rows-time">
        {rows.map((row) => (
          <li key={`${row.label}${row.from}`}>
            <span>{row.label}</span>
            <span class={`chart-value tone-${row.tone}`}>{row.status}</span>
            <Span row={row} months={months} today={today} x={x} />
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}

type SpanProps = {
  row: GanttRow
  months: readonly string[]
  today: string | undefined
  x: (day: number) => number
}

function Span({ row, months, today, x }: SpanProps) {
  const start = x(days(row.from))
  const width = Math.max(0.012, x(days(row.to) + 1) - start)
  return (
    <svg width="100%" height="20" aria-hidden="true">
      <rect class="chart-track" width="100%" height="20" />
      {months.slice(1).map((month) => (
        <line
          class="chart-grid"
          x1={percent(x(days(month)))}
          x2={percent(x(days(month)))}
          y1="0"
          y2="20"
          key={month}
        />
      ))}
      <rect class={`fill-${row.tone}`} x={percent(start)} y="4" width={percent(width)} height="12" rx="3" />
      {today !== undefined && (
        <line class="chart-goal" x1={percent(x(days(today)))} x2={percent(x(days(today)))} y1="0" y2="20" />
      )}
    </svg>
  )
}

function days(day: string): number {
  return Date.parse(day) / DAY
}

function shown(day: string): string {
  return day.split('-').reverse().join('/')
}

/** First days of the months within the span. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  let year = Number(from.slice(0, 4))
  let month = Number(from.slice(5, 7))
  for (;;) {
    const first = `${year}-${String(month).padStart(2, '0')}-01`
    if (first > to) return months
    if (first >= from) months.push(first)
    month = month === 12 ? 1 : month + 1
    if (month === 1) year++
  }
}

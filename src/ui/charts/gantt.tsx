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
  /** State in words, written after the label: "quá hạn 3 ngày". */
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

const LINE = 44
const TOP = 26
const DAY = 86_400_000

/** When things happen in a year. Label and state stand above each bar, so that a phone can show it too. */
export function Gantt({ title, description, rows, from, to, today }: GanttProps) {
  const w = useWords()
  const x = scaleLinear([days(from), days(to) + 1], [0, 1]).clamp(true)
  const height = TOP + rows.length * LINE
  const table = {
    columns: [w.item, w.from, w.to, w.status],
    rows: rows.map((row) => [row.label, shown(row.from), shown(row.to), row.status]),
  }
  return (
    <ChartFrame title={title} description={description} height={height} table={table}>
      {monthsBetween(from, to).map((month) => (
        <g key={month}>
          <line
            class="chart-grid"
            x1={percent(x(days(month)))}
            x2={percent(x(days(month)))}
            y1="0"
            y2={height}
          />
          <text class="chart-axis" x={percent(x(days(month)))} dx="4" y="13">
            {Number(month.slice(5, 7))}
          </text>
        </g>
      ))}
      {today !== undefined && (
        <>
          <line
            class="chart-goal"
            x1={percent(x(days(today)))}
            x2={percent(x(days(today)))}
            y1="18"
            y2={height}
          />
        </>
      )}
      {rows.map((row, index) => (
        <Line key={`${row.label}${row.from}`} row={row} y={TOP + index * LINE} x={x} />
      ))}
    </ChartFrame>
  )
}

function Line({ row, y, x }: { row: GanttRow; y: number; x: (day: number) => number }) {
  const start = x(days(row.from))
  const width = Math.max(0.012, x(days(row.to) + 1) - start)
  return (
    <g>
      <text class="chart-halo" x="0" y={y + 15}>
        {row.label} <tspan class={`chart-status fill-${row.tone}`}>· {row.status}</tspan>
      </text>
      <rect
        class={`fill-${row.tone}`}
        x={percent(start)}
        y={y + 22}
        width={percent(width)}
        height="12"
        rx="3"
      />
    </g>
  )
}

function days(day: string): number {
  return Date.parse(day) / DAY
}

function shown(day: string): string {
  return day.split('-').reverse().join('/')
}

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (
    let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
    months.length < 60;
    month++
  ) {
    if (month > 12) {
      month = 1
      year++
    }
    const first = `${year}-${String(month).padStart(2, '0')}-01`
    if (first > to) break
    if (first >= from) months.push(first)
  }
  return months
}

import { useWords } from '../words.ts'
import { ChartFrame, percent } from './chart-frame.tsx'

export type StackSeries = {
  key: string
  label: string
  colour: 'good' | 'info' | 'warn' | 'bad' | 'quiet' | 'c1' | 'c2' | 'c4'
}
export type StackRow = { label: string; values: readonly number[] }

type StackedBarProps = {
  title: string
  description: string
  /** At most six, in the order of drawing. */
  series: readonly StackSeries[]
  rows: readonly StackRow[]
  /** `share` (default) fills the width with every row; `amount` keeps lengths comparable. */
  scale?: 'share' | 'amount'
}

/** Parts of a whole per row; figures are written into parts that are wide enough. */
export function StackedBar({ title, description, series, rows, scale = 'share' }: StackedBarProps) {
  const w = useWords()
  const sums = rows.map((row) => row.values.reduce((sum, value) => sum + value, 0))
  const longest = Math.max(1, ...sums)
  const table = {
    columns: [w.item, ...series.map((one) => one.label), w.total],
    rows: rows.map((row, index) => [row.label, ...row.values.map(String), String(sums[index])]),
  }
  const legend = series.map((one) => ({
    label: one.label,
    mark: <rect class={`fill-${one.colour}`} width="20" height="14" rx="3" />,
  }))
  return (
    <ChartFrame title={title} description={description} table={table} legend={legend}>
      <ul class="chart-rows">
        {rows.map((row, index) => (
          <li key={row.label}>
            <span>{row.label}</span>
            <span class="chart-value">{sums[index]}</span>
            <Stack
              row={row}
              series={series}
              whole={scale === 'share' ? Math.max(1, sums[index] ?? 1) : longest}
            />
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}

function Stack({ row, series, whole }: { row: StackRow; series: readonly StackSeries[]; whole: number }) {
  let before = 0
  return (
    <svg width="100%" height="24" aria-hidden="true">
      {row.values.map((value, part) => {
        const start = before / whole
        const share = value / whole
        const one = series[part]
        before += value
        if (value === 0 || one === undefined) return null
        return (
          <g key={one.key}>
            <rect
              class={`stack-part fill-${one.colour}`}
              x={percent(start)}
              width={percent(share)}
              height="24"
            />
            {share > 0.08 && (
              <text class="stack-word" x={percent(start + share / 2)} y="17" text-anchor="middle">
                {value}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

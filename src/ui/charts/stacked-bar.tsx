import { useWords } from '../words.ts'
import { ChartFrame, percent } from './chart-frame.tsx'

export type StackSeries = {
  key: string
  label: string
  colour: 'good' | 'info' | 'warn' | 'bad' | 'c1' | 'c2' | 'c3' | 'c4' | 'c6'
}
export type StackRow = { label: string; values: readonly number[] }

type StackedBarProps = {
  title: string
  description: string
  /** At most six, in the order of drawing; the first five colours also differ in lightness. */
  series: readonly StackSeries[]
  rows: readonly StackRow[]
  /** `share` (default) fills the width with every row; `amount` keeps lengths comparable. */
  scale?: 'share' | 'amount'
}

const LINE = 50

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
    <ChartFrame
      title={title}
      description={description}
      height={rows.length * LINE}
      table={table}
      legend={legend}
    >
      {rows.map((row, index) => {
        const whole = scale === 'share' ? Math.max(1, sums[index] ?? 1) : longest
        let before = 0
        return (
          <g key={row.label}>
            <text x="0" y={index * LINE + 16}>
              {row.label}
            </text>
            <text x="100%" y={index * LINE + 16} class="chart-value" text-anchor="end">
              {sums[index]}
            </text>
            {row.values.map((value, part) => {
              const start = before / whole
              const share = value / whole
              before += value
              const one = series[part]
              if (value === 0 || one === undefined) return null
              return (
                <g key={one.key}>
                  <rect
                    class={`stack-part fill-${one.colour}`}
                    x={percent(start)}
                    y={index * LINE + 23}
                    width={percent(share)}
                    height="20"
                  />
                  {share > 0.07 && (
                    <text
                      class="stack-word"
                      x={percent(start + share / 2)}
                      y={index * LINE + 38}
                      text-anchor="middle"
                    >
                      {value}
                    </text>
                  )}
                </g>
              )
            })}
          </g>
        )
      })}
    </ChartFrame>
  )
}

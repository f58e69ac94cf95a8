import { scaleLinear } from 'd3-scale'
import { useWords } from '../words.ts'
import { ChartFrame, percent } from './chart-frame.tsx'

export type Bar = { label: string; value: number; text: string }

type BarChartProps = {
  title: string
  description: string
  bars: readonly Bar[]
  /** End of the scale; default: the greatest value. */
  max?: number
  /** A line all bars are measured against. */
  goal?: { value: number; label: string }
}

/** Lying bars, each under its own words: long Vietnamese names wrap, and never turn or shrink. */
export function BarChart({ title, description, bars, max, goal }: BarChartProps) {
  const w = useWords()
  const end = max ?? Math.max(1, ...bars.map((bar) => bar.value), goal?.value ?? 0)
  const x = scaleLinear([0, end], [0, 1]).clamp(true)
  const table = { columns: [w.item, w.value], rows: bars.map((bar) => [bar.label, bar.text]) }
  const legend = goal
    ? [{ label: goal.label, mark: <line class="chart-goal" x1="10" x2="10" y1="0" y2="14" /> }]
    : []
  return (
    <ChartFrame title={title} description={description} table={table} legend={legend}>
      <ul class="chart-rows">
        {bars.map((bar) => (
          <li key={bar.label}>
            <span>{bar.label}</span>
            <span class="chart-value">{bar.text}</span>
            <svg width="100%" height="18" aria-hidden="true">
              <rect class="chart-track" y="3" width="100%" height="12" rx="3" />
              <rect class="fill-c1" y="3" width={percent(x(bar.value))} height="12" rx="3" />
              {goal && (
                <line
                  class="chart-goal"
                  x1={percent(x(goal.value))}
                  x2={percent(x(goal.value))}
                  y1="0"
                  y2="18"
                />
              )}
            </svg>
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}

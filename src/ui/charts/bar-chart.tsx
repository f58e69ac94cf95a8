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

const LINE = 46

/** Lying bars, each under its own words: long Vietnamese names never turn or shrink. */
export function BarChart({ title, description, bars, max, goal }: BarChartProps) {
  const w = useWords()
  const end = max ?? Math.max(1, ...bars.map((bar) => bar.value), goal?.value ?? 0)
  const x = scaleLinear([0, end], [0, 1]).clamp(true)
  const top = goal ? 22 : 0
  const height = top + bars.length * LINE
  const table = { columns: [w.item, w.value], rows: bars.map((bar) => [bar.label, bar.text]) }
  return (
    <ChartFrame title={title} description={description} height={height} table={table}>
      {bars.map((bar, index) => (
        <g key={bar.label}>
          <text x="0" y={top + index * LINE + 16}>
            {bar.label}
          </text>
          <text x="100%" y={top + index * LINE + 16} class="chart-value" text-anchor="end">
            {bar.text}
          </text>
          <rect class="chart-track" x="0" y={top + index * LINE + 24} width="100%" height="12" rx="3" />
          <rect
            class="c1"
            x="0"
            y={top + index * LINE + 24}
            width={percent(x(bar.value))}
            height="12"
            rx="3"
          />
        </g>
      ))}
      {goal && (
        <>
          <line
            class="chart-goal"
            x1={percent(x(goal.value))}
            x2={percent(x(goal.value))}
            y1="18"
            y2={height}
          />
          <text
            class="chart-goal-word"
            x={percent(x(goal.value))}
            y="13"
            text-anchor={x(goal.value) > 0.5 ? 'end' : 'start'}
          >
            {goal.label}
          </text>
        </>
      )}
    </ChartFrame>
  )
}

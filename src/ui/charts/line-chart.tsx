import { scaleLinear } from 'd3-scale'
import { useWords } from '../words.ts'
import { ChartFrame, percent } from './chart-frame.tsx'

export type LineSeries = { label: string; values: readonly (number | null)[] }

type LineChartProps = {
  title: string
  description: string
  /** Names of the points, left to right: months, weeks, years. */
  points: readonly string[]
  /** At most three; they differ by dash as well as by colour. */
  series: readonly LineSeries[]
  format?: (value: number) => string
  /** Where the axis ends whatever the values are: 100 for shares, so that nought of everything looks like nought. */
  highest?: number
}

const TOP = 12
const HEIGHT = 200
const LEFT = 0.09
const dashes = [undefined, '7 4', '2 4']

/** A course over time, from zero. */
export function LineChart(props: LineChartProps) {
  const { title, description, points, series, format = String } = props
  const w = useWords()
  const all = series.flatMap((one) => one.values).filter((value) => value !== null)
  const y = scaleLinear([0, props.highest ?? Math.max(1, ...all)], [HEIGHT + TOP, TOP]).nice(4)
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [LEFT, 0.98])
  const table = {
    columns: [w.item, ...series.map((one) => one.label)],
    rows: points.map((point, index) => [
      point,
      ...series.map((one) => {
        const value = one.values[index]
        return value === null || value === undefined ? '–' : format(value)
      }),
    ]),
  }
  const legend = series.map((one, index) => ({
    label: one.label,
    mark: (
      <line
        class={`chart-line stroke-c${index + 1}`}
        stroke-dasharray={dashes[index]}
        x1="0"
        x2="20"
        y1="7"
        y2="7"
      />
    ),
  }))
  const longTicks = y.ticks(4).some((tick) => format(tick).length > 4)
  const step = Math.ceil(points.length / 6)
  return (
    <ChartFrame title={title} description={description} table={table} legend={legend}>
      <svg
        class={longTicks ? 'chart-long-ticks' : undefined}
        width="100%"
        height={HEIGHT + TOP + 28}
        role="img"
        aria-label={`${title}. ${description}`}
      >
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line class="chart-grid" x1={percent(LEFT)} x2="100%" y1={y(tick)} y2={y(tick)} />
            <text class="chart-axis" x={percent(LEFT - 0.015)} y={y(tick) + 4} text-anchor="end">
              {format(tick)}
            </text>
          </g>
        ))}
        {points.map((point, index) =>
          index % step === 0 ? (
            <text
              class="chart-axis"
              x={percent(x(index))}
              y={HEIGHT + TOP + 22}
              text-anchor="middle"
              key={point}
            >
              {point}
            </text>
          ) : null,
        )}
        {series.map((one, index) => (
          <Course key={one.label} one={one} colour={index + 1} dash={dashes[index]} x={x} y={y} />
        ))}
      </svg>
    </ChartFrame>
  )
}

type CourseProps = {
  one: LineSeries
  colour: number
  dash: string | undefined
  x: (index: number) => number
  y: (value: number) => number
}

/** The line is drawn in a stretched inner box; its width and the dots are not stretched with it. */
function Course({ one, colour, dash, x, y }: CourseProps) {
  const known = one.values.flatMap((value, index) => (value === null ? [] : [{ index, value }]))
  const line = known
    .map(({ index, value }, i) => `${i ? 'L' : 'M'}${round(x(index) * 1000)} ${round(y(value))}`)
    .join('')
  return (
    <>
      <svg
        aria-hidden="true"
        x="0"
        y="0"
        width="100%"
        height={HEIGHT + TOP}
        viewBox={`0 0 1000 ${HEIGHT + TOP}`}
        preserveAspectRatio="none"
      >
        <path
          class={`chart-line stroke-c${colour}`}
          d={line}
          stroke-dasharray={dash}
          vector-effect="non-scaling-stroke"
        />
      </svg>
      {known.map(({ index, value }) => (
        <circle
          class={`chart-dot stroke-c${colour}`}
          cx={percent(x(index))}
          cy={y(value)}
          r="3.5"
          key={index}
        />
      ))}
    </>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

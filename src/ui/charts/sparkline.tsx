import { scaleLinear } from 'd3-scale'

/** A course in a word's space. `label` says it in words: "12 tháng: từ 40 lên 92 %". */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [2, 94])
  const y = scaleLinear([Math.min(0, ...values), Math.max(1, ...values)], [22, 3])
  const line = values
    .map((value, index) => `${index ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('')
  const last = values.length - 1
  return (
    <svg class="spark" width="100" height="26" viewBox="0 0 100 26" role="img" aria-label={label}>
      <path class="chart-line stroke-c1" d={line} />
      <circle class="spark-end" cx={x(last)} cy={y(values[last] ?? 0)} r="3.5" />
    </svg>
  )
}

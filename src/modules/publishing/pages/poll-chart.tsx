import { words } from '../../../lib/text/words.ts'
import { BarChart } from '../../../ui/charts/bar-chart.tsx'
import { useRequest } from '../../../ui/request.ts'
import { texts } from '../portal.texts.ts'

type PollChartProps = { title: string; options: readonly string[]; results: readonly number[] }

/** What was answered, as bars with their table; and what such figures can say and cannot. */
export function PollChart({ title, options, results }: PollChartProps) {
  const w = words(texts, useRequest().locale)
  const sum = results.reduce((a, b) => a + b, 0)
  if (sum === 0) return <p class="soft">{w.pollHonest}</p>
  return (
    <BarChart
      title={title}
      description={`${w.pollSum(sum)} ${w.pollHonest}`}
      max={sum}
      bars={options.map((label, i) => {
        const n = results[i] ?? 0
        return { label, value: n, text: `${Math.round((100 * n) / sum)} % (${n})` }
      })}
    />
  )
}

import { showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { LineChart } from '../../../ui/charts/line-chart.tsx'
import { useRequest } from '../../../ui/request.ts'
import { rateSaid, rateWords } from '../../procedures/procedures.texts.ts'
import { type IndicatorSeen, showMonth } from '../../procedures/procedures.ts'

/** Online filing and payment before and after, on the page of a task that is to raise them (QNG-22). */
export function RatesPanel({ rates }: { rates: readonly IndicatorSeen[] }) {
  const { locale } = useRequest()
  const w = words(rateSaid, locale)
  const filled = rates.filter((r) => r.course.length > 0)
  if (filled.length === 0) return null
  return (
    <div class="columns" id="rates">
      {filled.map((r) => (
        <LineChart
          key={r.indicator}
          title={rateWords[r.indicator][locale]}
          description={`${w.said(r.before, r.after, r.goal?.target ?? null)}${
            r.sourceDay ? ` ${w.from(r.source, showDay(r.sourceDay))}` : ''
          }`}
          points={r.course.map((p) => showMonth(p.month))}
          series={[
            { label: w.rate, values: r.course.map((p) => p.percent) },
            ...(r.goal ? [{ label: w.target, values: r.course.map(() => r.goal?.target ?? null) }] : []),
          ]}
          format={w.percent}
          highest={100}
        />
      ))}
    </div>
  )
}

import { words } from '../../../../lib/text/words.ts'
import { LineChart } from '../../../../ui/charts/line-chart.tsx'
import type { IconName } from '../../../../ui/icon.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import type { Tone } from '../../../../ui/tone.ts'
import { duePeriods, receivedShare } from '../board.ts'
import { partWords, texts } from '../boards.texts.ts'
import { type Measure, onTimeShare, type Part, received, showShare } from '../measure.ts'
import { periodLabel, periodMark } from '../period-label.ts'

const looks: readonly (readonly [Part, IconName, Tone])[] = [
  ['overdue', 'warning', 'bad'],
  ['empty', 'circle', 'bad'],
  ['late', 'late', 'warn'],
  ['returned', 'return', 'warn'],
]

/** The headline of a board; every figure opens to exactly as many rows. */
export function BoardFigures({ sum, href }: { sum: Measure; href: (part: Part) => string }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const n = (value: number) => value.toLocaleString('vi-VN')
  return (
    <Stats>
      <Stat
        label={t.onTimeShare}
        value={showShare(onTimeShare(sum))}
        note={t.onTimeOf(sum.counts.on_time, sum.due - sum.counts.nil)}
        href={href('due')}
        icon="chart"
        tone="accent"
      />
      <Stat
        label={partWords.received[locale]}
        value={n(received(sum))}
        of={`/ ${n(sum.expected)}`}
        note={t.stillToCome(sum.counts.not_due + sum.counts.waiting)}
        href={href('received')}
        icon="tasks"
      />
      {looks.map(([part, icon, tone]) => (
        <Stat
          key={part}
          label={partWords[part][locale]}
          value={n(sum.counts[part as keyof Measure['counts']])}
          href={href(part)}
          icon={icon}
          tone={sum.counts[part as keyof Measure['counts']] > 0 ? tone : 'quiet'}
          note={noteOf(part, sum, t)}
        />
      ))}
      <Stat
        label={t.completeness}
        value={showShare(sum.completeness)}
        note={t.completenessNote}
        href={href('received')}
        icon="half"
      />
    </Stats>
  )
}

function noteOf(part: Part, sum: Measure, t: ReturnType<typeof words<typeof texts>>): string | undefined {
  if (part === 'empty') return t.emptyNote
  if (part === 'late' && sum.medianDaysLate !== null)
    return `${t.medianLate}: ${Math.round(sum.medianDaysLate)}`
  if (part === 'returned' && sum.returns > 0) return `${t.returns}: ${sum.returns}`
  return undefined
}

/** How timeliness went, period by period. */
export function Trend({ periods, title }: { periods: readonly Measure[]; title: string }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const due = duePeriods(periods)
  const last = due.at(-1)
  if (!last || due.length < 2) return null
  const label = (m: Measure) => periodLabel(String(m.keys.period))[locale]
  const percent = (share: number | null) => (share === null ? null : Math.floor(share * 100 + 1e-9))
  return (
    <LineChart
      title={title}
      description={t.trendSays(label(last), showShare(onTimeShare(last)), showShare(receivedShare(last)))}
      points={due.map((m) => periodMark(String(m.keys.period))[locale])}
      series={[
        { label: t.onTimeShare, values: due.map((m) => percent(onTimeShare(m))) },
        { label: t.receivedShare, values: due.map((m) => percent(receivedShare(m))) },
        { label: t.completeness, values: due.map((m) => percent(m.completeness)) },
      ]}
      format={(value) => `${value} %`}
      highest={100}
    />
  )
}

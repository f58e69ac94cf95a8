import type { Locale } from '../../../../lib/actor.ts'
import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { BarChart } from '../../../../ui/charts/bar-chart.tsx'
import { LineChart } from '../../../../ui/charts/line-chart.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { FilterBar } from '../../../../ui/filter-bar.tsx'
import { PhoneFold } from '../../../../ui/phone-fold.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import type { ReachScope } from '../reach.sql.ts'
import { texts } from '../reach.texts.ts'
import { channelWords } from '../reach.ts'
import type { ReachSeen } from '../reach-shown.ts'

/** '12.345' in Vietnamese, '12,345' in English. */
export function showCount(amount: number, locale: Locale): string {
  return amount.toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB')
}

export function DaysFilter({ action, scope }: { action: string; scope: ReachScope }) {
  const t = words(texts, useRequest().locale)
  const days = { from: showDay(scope.from), to: showDay(scope.to) }
  return (
    <FilterBar action={action} values={days} folded={`${days.from} – ${days.to}`}>
      <DateInput name="from" label={t.from} optional />
      <DateInput name="to" label={t.to} optional />
    </FilterBar>
  )
}

export function ReachStats({ seen, items, silent }: { seen: ReachSeen; items?: number; silent?: number }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Stats>
      <Stat
        label={t.total}
        value={showCount(seen.total, locale)}
        icon="eye"
        tone="accent"
        note={t.totalNote}
      />
      <Stat label={t.followed} value={showCount(seen.followed, locale)} icon="link" />
      {items !== undefined && <Stat label={t.items} value={String(items)} icon="book" />}
      {silent !== undefined && (
        <Stat
          label={t.silent}
          value={String(silent)}
          icon="flag"
          tone={silent > 0 ? 'warn' : 'good'}
          href="/reach/nobody"
        />
      )}
    </Stats>
  )
}

export function ReachCharts({ seen }: { seen: ReachSeen }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const named = seen.channels.map((c) => ({ label: channelWords(c.key)[locale], amount: c.amount }))
  const audienceOf = (key: string) => (key === '' ? t.anybody : (seen.audienceNames[key]?.[locale] ?? key))
  return (
    <>
      <DayChart seen={seen} />
      <div class="chart-columns">
        <Bars title={t.byChannel} said={channelSaid(named, seen.total, locale)} rows={named} />
        {seen.audiences.some((a) => a.key !== '') && (
          <Bars
            folded
            title={t.byAudience}
            said={t.audienceChart}
            rows={seen.audiences.map((a) => ({ label: audienceOf(a.key), amount: a.amount }))}
          />
        )}
        <CodeBars title={t.byTheme} rows={seen.themes} />
        <CodeBars title={t.byForm} rows={seen.forms} />
        {seen.places.length > 0 && (
          <Bars
            folded
            title={t.byPlace}
            said={t.placeChart(seen.places.length)}
            rows={seen.places.slice(0, 12).map((p) => ({ label: p.key, amount: p.amount }))}
          />
        )}
        {seen.placesFollowed.length > 0 && (
          <Bars
            folded
            title={t.followed}
            said={t.placeChart(seen.placesFollowed.length)}
            rows={seen.placesFollowed.slice(0, 12).map((p) => ({ label: p.key, amount: p.amount }))}
          />
        )}
      </div>
    </>
  )
}

function channelSaid(
  rows: readonly { label: string; amount: number }[],
  total: number,
  locale: Locale,
): string {
  const t = words(texts, locale)
  const [first] = rows
  return first && total > 0
    ? t.channelChart(first.label, Math.round((100 * first.amount) / total))
    : t.dayEmpty
}

/** By what the texts were filed under; nothing where none was. */
function CodeBars({ title, rows }: { title: string; rows: readonly { key: string; amount: number }[] }) {
  const t = words(texts, useRequest().locale)
  if (rows.every((r) => r.key === '')) return null
  const named = rows.slice(0, 12).map((r) => ({ label: r.key || t.unfiled, amount: r.amount }))
  return <Bars folded title={title} said={t.codeChart} rows={named} />
}

interface BarsProps {
  title: string
  said: string
  rows: readonly { label: string; amount: number }[]
  /** On a phone behind its title: the first charts tell most. */
  folded?: boolean
}

function Bars({ title, said, rows, folded }: BarsProps) {
  const { locale } = useRequest()
  const bars = rows.map((r) => ({ label: r.label, value: r.amount, text: showCount(r.amount, locale) }))
  const chart = <BarChart title={title} description={said} bars={bars} />
  if (!folded) return chart
  return (
    <PhoneFold icon="chart" summary={title}>
      {chart}
    </PhoneFold>
  )
}

/** Up to a quarter of a year by day, longer by week: points that can be told apart. */
function DayChart({ seen }: { seen: ReachSeen }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const peak = seen.days.reduce<{ day: Day; amount: number } | null>(
    (best, d) => (d.amount > (best?.amount ?? 0) ? d : best),
    null,
  )
  const said = peak
    ? t.dayChart(showCount(seen.total, locale), showCount(peak.amount, locale), showDay(peak.day))
    : t.dayEmpty
  const step = seen.days.length > 92 ? 7 : 1
  const points = seen.days.filter((_, i) => i % step === 0)
  const values = points.map((_, i) =>
    seen.days.slice(i * step, (i + 1) * step).reduce((n, d) => n + d.amount, 0),
  )
  return (
    <LineChart
      title={t.byDay}
      description={said}
      points={points.map((p) => showDay(p.day).slice(0, 5))}
      series={[{ label: t.total, values }]}
      format={(n) => showCount(n, locale)}
    />
  )
}

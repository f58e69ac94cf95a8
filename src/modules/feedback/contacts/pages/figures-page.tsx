import { words } from '../../../../lib/text/words.ts'
import { BarChart } from '../../../../ui/charts/bar-chart.tsx'
import { LineChart } from '../../../../ui/charts/line-chart.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { FilterBar } from '../../../../ui/filter-bar.tsx'
import type { FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { contactsAddress } from '../../message.ts'
import type { StateCounts } from '../contacts.sql.ts'
import { stateWords, texts } from '../contacts.texts.ts'
import { ContactTabs } from './contacts-page.tsx'

export interface FiguresPageProps {
  /** Oldest first, none left out. */
  weeks: readonly { label: string; count: number }[]
  topics: readonly { label: string; count: number }[]
  ways: readonly { label: string; count: number }[]
  counts: StateCounts
  units: readonly { id: number; name: string }[]
  query: FormValues
}

/** How much is asked, about what, and how. */
export function FiguresPage(props: FiguresPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { counts, weeks } = props
  const all = weeks.reduce((sum, w) => sum + w.count, 0)
  const share = all === 0 ? 0 : Math.round((counts.at_once / all) * 100)
  return (
    <>
      <PageHead title={t.contacts} lead={t.lastWeeks(weeks.length)} />
      <ContactTabs here="figures" />
      <FilterBar action={`${contactsAddress}/figures`} values={props.query}>
        <Combobox
          name="unit"
          label={t.anyUnit}
          empty={t.all}
          options={props.units.map((u) => ({ value: String(u.id), label: u.name }))}
          optional
        />
      </FilterBar>
      {all === 0 ? (
        <EmptyState title={t.nothingCounted}>{t.nothingCountedWhy}</EmptyState>
      ) : (
        <>
          <Stats>
            <Stat label={t.count} value={all.toLocaleString('vi-VN')} icon="phone" href={contactsAddress} />
            <Stat label={t.atOnceShare} value={`${share} %`} of={t.ofAll(all)} icon="done" />
            <Stat
              label={stateWords.overdue[locale]}
              value={String(counts.overdue)}
              icon="late"
              href={`${contactsAddress}?state=overdue`}
            />
          </Stats>
          <Charts {...props} all={all} />
        </>
      )}
    </>
  )
}

function Charts({ weeks, topics, ways, all }: FiguresPageProps & { all: number }) {
  const t = words(texts, useRequest().locale)
  const bars = (rows: FiguresPageProps['topics']) =>
    rows.map((r) => ({ label: r.label, value: r.count, text: t.times(r.count) }))
  const said = (rows: FiguresPageProps['topics']) => t.topSaid(rows[0]?.label ?? '', rows[0]?.count ?? 0)
  return (
    <>
      <LineChart
        title={t.perWeek}
        description={t.perWeekSaid(all, weeks.at(-1)?.count ?? 0)}
        points={weeks.map((w) => w.label)}
        series={[{ label: t.count, values: weeks.map((w) => w.count) }]}
      />
      <div class="columns">
        <BarChart title={t.topTopics} description={said(topics)} bars={bars(topics.slice(0, 8))} />
        <BarChart title={t.byWay} description={said(ways)} bars={bars(ways)} />
      </div>
    </>
  )
}

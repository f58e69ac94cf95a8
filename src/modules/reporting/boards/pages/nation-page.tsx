import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Sparkline } from '../../../../ui/charts/sparkline.tsx'
import { Radios } from '../../../../ui/choices.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { duePeriods } from '../board.ts'
import { partWords, texts } from '../boards.texts.ts'
import { type Measure, onTimeShare, received, showShare } from '../measure.ts'
import type { NationFigures } from '../nation.sql.ts'
import { nationTexts } from '../nation.texts.ts'
import { Trend } from './board-figures.tsx'
import { BoardFilter, type BoardFilterProps } from './board-filter.tsx'

export interface NationPageProps {
  figures: NationFigures
  filter: BoardFilterProps
  today: string
}

/** What central bodies see: sums of the provinces that share, nothing that could be opened further. */
export function NationPage({ figures, filter, today }: NationPageProps) {
  const { locale } = useRequest()
  const t = words(nationTexts, locale)
  const b = words(texts, locale)
  return (
    <div class="board stack-l">
      <PageHead kicker={b.asOf(showDay(today))} title={t.nation} lead={t.lead} />
      <BoardFilter {...filter} />
      {figures.sum === null ? (
        <EmptyState title={t.none}>{t.noneWhy}</EmptyState>
      ) : (
        <>
          <NationStats sum={figures.sum} provinces={figures.provinces.length} />
          <Trend title={b.trend} periods={figures.periods} />
          <Panel title={t.byProvince}>
            <ProvinceTable figures={figures} />
          </Panel>
        </>
      )}
    </div>
  )
}

function NationStats({ sum, provinces }: { sum: Measure; provinces: number }) {
  const { locale } = useRequest()
  const t = words(nationTexts, locale)
  const b = words(texts, locale)
  const n = (value: number) => value.toLocaleString('vi-VN')
  return (
    <Stats>
      <Stat label={t.sharing} value={n(provinces)} icon="building" href="#provinces" />
      <Stat
        label={b.onTimeShare}
        value={showShare(onTimeShare(sum))}
        note={b.onTimeOf(sum.counts.on_time, sum.due - sum.counts.nil)}
        icon="chart"
        tone="accent"
      />
      <Stat
        label={partWords.received[locale]}
        value={n(received(sum))}
        of={`/ ${n(sum.expected)}`}
        icon="tasks"
      />
      <Stat label={partWords.overdue[locale]} value={n(sum.counts.overdue)} icon="warning" tone="bad" />
      <Stat
        label={partWords.empty[locale]}
        value={n(sum.counts.empty)}
        note={b.emptyNote}
        icon="circle"
        tone="bad"
      />
      <Stat label={partWords.late[locale]} value={n(sum.counts.late)} icon="late" tone="warn" />
      <Stat
        label={b.completeness}
        value={showShare(sum.completeness)}
        note={b.completenessNote}
        icon="half"
      />
    </Stats>
  )
}

type ProvinceLine = NationFigures['provinces'][number]

function ProvinceTable({ figures }: { figures: NationFigures }) {
  const { locale } = useRequest()
  const t = words(nationTexts, locale)
  const b = words(texts, locale)
  const count = (part: 'expected' | 'due') => (p: ProvinceLine) => p[part].toLocaleString('vi-VN')
  const counted = (c: keyof Measure['counts']) => (p: ProvinceLine) => p.counts[c].toLocaleString('vi-VN')
  const lines = [...figures.provinces].sort(
    (x, y) => (onTimeShare(x) ?? 1) - (onTimeShare(y) ?? 1) || x.name.localeCompare(y.name, 'vi'),
  )
  return (
    <div id="provinces">
      <Table
        caption={t.byProvince}
        silentCaption
        dense
        rows={lines}
        rowKey={(p) => p.provinceId}
        columns={[
          { key: 'name', label: t.province, main: true, cell: (p) => p.name },
          { key: 'expected', label: partWords.expected[locale], numeric: true, cell: count('expected') },
          {
            key: 'received',
            label: partWords.received[locale],
            numeric: true,
            cell: (p) => received(p).toLocaleString('vi-VN'),
          },
          { key: 'on_time', label: partWords.on_time[locale], numeric: true, cell: counted('on_time') },
          { key: 'late', label: partWords.late[locale], numeric: true, cell: counted('late') },
          { key: 'empty', label: partWords.empty[locale], numeric: true, cell: counted('empty') },
          { key: 'overdue', label: partWords.overdue[locale], numeric: true, cell: counted('overdue') },
          { key: 'share', label: b.onTimeShare, numeric: true, cell: (p) => showShare(onTimeShare(p)) },
          { key: 'full', label: b.completeness, numeric: true, cell: (p) => showShare(p.completeness) },
          {
            key: 'course',
            label: t.trend,
            cell: (p) => <Course periods={figures.byProvince.get(p.provinceId) ?? []} />,
          },
        ]}
      />
    </div>
  )
}

function Course({ periods }: { periods: readonly Measure[] }) {
  const { locale } = useRequest()
  const t = words(nationTexts, locale)
  const due = duePeriods(periods)
  const shares = due.map((m) => Math.floor((onTimeShare(m) ?? 0) * 100))
  if (shares.length < 2) return '–'
  return <Sparkline values={shares} label={t.course(`${shares[0]} %`, `${shares.at(-1)} %`)} />
}

/** The province decides whether central bodies see its sums. */
export function SharingPage({ shares }: { shares: boolean }) {
  const { locale } = useRequest()
  const t = words(nationTexts, locale)
  return (
    <>
      <PageHead title={t.share} lead={t.shareLead} />
      <Form action="/reporting/sharing" values={{ withNation: shares ? 'yes' : 'no' }}>
        <Radios
          name="withNation"
          label={t.shareNow}
          choices={[
            { value: 'yes', label: t.on },
            { value: 'no', label: t.off },
          ]}
        />
        <Button>{t.save}</Button>
      </Form>
    </>
  )
}

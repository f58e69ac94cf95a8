import { words } from '../../../lib/text/words.ts'
import { BarChart } from '../../../ui/charts/bar-chart.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { Table } from '../../../ui/table.tsx'
import { itemsOf } from '../criteria.ts'
import type { Hint } from '../outcome.ts'
import { onePoint, showPoints } from '../points.ts'
import { sheetAddress } from '../score.ts'
import { texts } from '../scoring.texts.ts'
import type { CampaignSeen, RiskLine, RiskRow } from '../scoring.ts'
import { CampaignHead } from './board-page.tsx'

export type RisksProps = { seen: CampaignSeen; risks: readonly RiskRow[] }

/** Which points can still be won, by whom, and by what; months before the year ends. */
export function RisksPage({ seen, risks }: RisksProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const sum = risks.reduce((s, r) => s + r.winnable, 0)
  return (
    <>
      <CampaignHead seen={seen} here="risks" />
      {risks.length === 0 ? (
        <EmptyState scene="done" title={t.nothingAtRisk}>
          {t.nothingAtRiskWhy}
        </EmptyState>
      ) : (
        <>
          <Stats>
            <Stat
              label={t.atRisk}
              value={showPoints(sum, locale)}
              icon="flag"
              tone="warn"
              note={t.province}
            />
            <Stat
              label={t.unitsAtRisk}
              value={String(risks.filter((r) => r.winnable > 0).length)}
              of={`/ ${seen.rows.length}`}
              icon="building"
            />
          </Stats>
          <ByItem seen={seen} risks={risks} />
          <RiskTable risks={risks} />
        </>
      )}
    </>
  )
}

function ByItem({ seen, risks }: RisksProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const bars = itemsOf(seen.version.table)
    .map((item) => {
      const lines = risks.flatMap((r) => r.lines.filter((l) => l.item.code === item.code && l.winnable > 0))
      const points = lines.reduce((s, l) => s + l.winnable, 0)
      return { item, points, units: lines.length }
    })
    .filter((b) => b.points > 0)
    .toSorted((a, b) => b.points - a.points)
    .map((b) => ({
      label: `${b.item.code}. ${b.item.name}`,
      value: b.points / onePoint,
      text: `${t.points(showPoints(b.points, locale))} · ${b.units} ${t.units.toLocaleLowerCase(locale)}`,
    }))
  return <BarChart title={t.atRisk} description={t.atRiskWhy} bars={bars} />
}

function RiskTable({ risks }: Pick<RisksProps, 'risks'>) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      caption={t.atRisk}
      rows={risks}
      rowKey={(r) => r.sheet.id}
      columns={[
        {
          key: 'unit',
          label: t.unit,
          main: true,
          cell: (r) => <a href={sheetAddress(r.sheet.id)}>{r.sheet.unitName}</a>,
        },
        { key: 'points', label: t.atRisk, numeric: true, cell: (r) => showPoints(r.winnable, locale) },
        {
          key: 'what',
          label: t.atRiskWhy,
          width: 'wide',
          cell: (r) => (
            <ul class="hints">
              {r.lines.map((l) => (
                <LineHints line={l} key={l.item.code} />
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}

function LineHints({ line }: { line: RiskLine }) {
  return (
    <>
      {line.hints.map((hint) => (
        <li key={hint.vi}>
          <span class="soft">{line.item.code}</span> <HintWords hint={hint} />
        </li>
      ))}
    </>
  )
}

/** One hint: what to do, what it wins, and where. */
export function HintWords({ hint }: { hint: Hint }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const points = showPoints(hint.points, locale)
  return (
    <>
      {hint[locale]}{' '}
      <strong class="nowrap">
        {hint.kind === 'win' ? `(+${points})` : `(${t.keep.toLocaleLowerCase(locale)} ${points})`}
      </strong>
      {hint.links.length > 0 && (
        <>
          {': '}
          {hint.links.map((link, i) => (
            <span key={link.href + link.label}>
              {i > 0 && '; '}
              <a href={link.href}>{link.label}</a>
            </span>
          ))}
        </>
      )}
    </>
  )
}

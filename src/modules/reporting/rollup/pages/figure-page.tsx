import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Table } from '../../../../ui/table.tsx'
import { figureValue, reportAddress } from '../../report.ts'
import type { FigureChain } from '../figure-chain.ts'
import { texts } from '../figures.texts.ts'
import { FigureSources, FigureWork } from './figure-sources.tsx'

export function figureAddress(reportId: number, code: string, rowCode = '', number?: number | null): string {
  const query = new URLSearchParams()
  if (rowCode !== '') query.set('row', rowCode)
  if (number) query.set('version', String(number))
  const text = query.toString()
  return `${reportAddress(reportId)}/figures/${code}/sources${text === '' ? '' : `?${text}`}`
}

export function shownNumber(value: number | null): string {
  return value === null ? '–' : value.toLocaleString('vi-VN', { maximumFractionDigits: 2 })
}

/** One figure and what it is made of, one level down: units, activities, files; every part opens to its own. */
export function FigurePage({ chain, kicker }: { chain: FigureChain; kicker: string }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { definition, row, value, version } = chain
  const unit = definition.unit?.[locale] ?? ''
  const title = [definition.label[locale], row?.label[locale]].filter(Boolean).join(' – ')
  const shown = (n: number | null) =>
    n === null ? t.none : `${shownNumber(n)}${unit === '%' ? '%' : ` ${unit}`}`
  const facts = [
    { label: t.value, value: <strong class="number">{shown(figureValue(value))}</strong> },
    ...(value.manual === null
      ? []
      : [
          { label: t.computed, value: shown(value.computed) },
          { label: t.typed, value: shown(value.manual) },
          { label: t.because, value: value.reason ?? '' },
        ]),
    {
      label: t.versions,
      value:
        version.submittedAt === null
          ? `${version.number} (${t.writing})`
          : `${version.number} – ${showDay(version.submittedAt.toISOString().slice(0, 10))}`,
    },
  ]
  return (
    <>
      <PageHead title={title} kicker={kicker} lead={<Sum chain={chain} />} />
      <Panel>
        <SummaryList facts={facts} />
      </Panel>
      <Terms chain={chain} />
      <Units chain={chain} />
      {chain.activities.length > 0 && <FigureSources chain={chain} />}
      {chain.work.length > 0 && <FigureWork chain={chain} />}
      <Nothing chain={chain} />
    </>
  )
}

function Sum({ chain }: { chain: FigureChain }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { definition, parts, own, value } = chain
  if (definition.rollUp === 'recompute') return <>{parts.length > 0 ? t.recomputed : ''}</>
  if (parts.length === 0) return null
  if (definition.rollUp === 'none') return <>{t.notAdded}</>
  if (definition.rollUp === 'maximum') return <>{t.greatest}</>
  const units = parts.reduce((sum, p) => sum + (p.value ?? 0), 0)
  return <>{t.adds(shownNumber(own ?? 0), shownNumber(units), shownNumber(value.computed))}</>
}

function Terms({ chain }: { chain: FigureChain }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { terms, file, version } = chain
  if (terms.length === 0 || chain.definition.source.kind !== 'formula') return null
  return (
    <Panel title={t.formula}>
      <p>
        <code>{chain.definition.source.expression}</code>
      </p>
      <Table
        caption={t.formula}
        silentCaption
        rows={terms}
        rowKey={(x) => x.definition.code}
        columns={[
          {
            key: 'term',
            label: t.term,
            main: true,
            width: 'wide',
            cell: (x) => (
              <a href={figureAddress(file.report.id, x.definition.code, x.rowCode, version.number)}>
                {x.definition.label[locale]}
              </a>
            ),
          },
          { key: 'value', label: t.value, numeric: true, cell: (x) => shownNumber(x.value) },
        ]}
      />
    </Panel>
  )
}

function Units({ chain }: { chain: FigureChain }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { definition, row, parts } = chain
  const taken = parts.filter((p) => p.takenId !== null)
  if (parts.length === 0) return null
  const sum = taken.reduce((total, p) => total + (p.value ?? 0), 0)
  const missing = parts.length - taken.length
  return (
    <Panel title={t.units}>
      {missing > 0 && <p class="soft">{t.notIn(missing)}</p>}
      <Table
        caption={t.units}
        silentCaption
        dense
        rows={taken}
        rowKey={(p) => p.obligationId}
        columns={[
          {
            key: 'unit',
            label: t.unit,
            main: true,
            width: 'wide',
            cell: (p) => (
              <a href={figureAddress(p.reportId ?? 0, definition.code, row?.code ?? '', p.takenNumber)}>
                {p.unit}
              </a>
            ),
            foot: definition.rollUp === 'sum' ? t.sum : '',
          },
          { key: 'version', label: t.version, numeric: true, cell: (p) => String(p.takenNumber ?? '') },
          { key: 'day', label: t.handedIn, cell: (p) => (p.takenDay ? showDay(p.takenDay) : '') },
          {
            key: 'value',
            label: t.value,
            numeric: true,
            cell: (p) => shownNumber(p.value),
            foot: definition.rollUp === 'sum' ? shownNumber(sum) : '',
          },
        ]}
      />
    </Panel>
  )
}

function Nothing({ chain }: { chain: FigureChain }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { definition, parts, activities, work } = chain
  if (definition.source.kind === 'formula' || parts.some((p) => p.takenId !== null)) return null
  if (definition.source.kind === 'manual') return <EmptyState title={t.manual}>{t.manualWhy}</EmptyState>
  if (activities.length + work.length > 0) return null
  return <EmptyState title={t.noSources}>{t.noSourcesWhy}</EmptyState>
}

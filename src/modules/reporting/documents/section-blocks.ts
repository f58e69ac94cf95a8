import type { Block, Cell, Chart, Span, Table } from '../../../lib/documents/out/official-document.ts'
import { linesOfSpans, wordDiff } from '../../../lib/text/word-diff.ts'
import { type FigureValue, figureValue } from '../report.ts'
import type { FigureDefinition, TableDefinition } from '../template.ts'
import type { SectionContent } from '../writing/content.ts'

/** More columns than a portrait page holds: such a table goes into an annex of its own, on its side. */
const widest = 6
/** A chart of fewer bars tells nothing that its table does not. */
const leastBars = 3
const mostBars = 12

export function numberText(value: number): string {
  return value.toLocaleString('vi-VN', { maximumFractionDigits: 2 })
}

/** The words of a section as paragraphs and bullets, with what changed since `before` marked. */
export function narrativeBlocks(now: SectionContent, before: SectionContent | null): Block[] {
  const text = now.narrative?.text ?? ''
  const spans: Span[] = before ? wordDiff(before.narrative?.text ?? '', text) : [{ text }]
  return linesOfSpans(spans).map((line): Block => {
    const [first, ...rest] = line
    const mark = first && !first.change ? /^\s*[-–•+]\s+/u.exec(first.text) : null
    if (!first || !mark) return { kind: 'paragraph', text: line }
    const cut = [{ ...first, text: first.text.slice(mark[0].length) }, ...rest]
    return { kind: 'bullet', depth: mark[0].includes('+') ? 2 : 1, text: cut }
  })
}

function valueSpans(now: number | null, before: number | null | undefined, unit: string): Span[] {
  const shown = (value: number | null) => (value === null ? '…' : numberText(value))
  if (before === undefined || before === now) return [{ text: `${shown(now)}${unit}` }]
  return [
    { text: `${shown(before)} `, change: 'deleted' },
    { text: shown(now), change: 'inserted' },
    { text: unit },
  ]
}

function unitAfter(definition: FigureDefinition): string {
  const unit = definition.unit?.vi ?? ''
  return unit === '' || unit === '%' ? unit : ` ${unit}`
}

/** "- Tổng số hoạt động: 12 hoạt động;" for each single figure that has a value. */
export function figureBlocks(now: SectionContent, before: SectionContent | null): Block[] {
  const shown = now.definition.figures.flatMap((definition) => {
    const of = (section: SectionContent | null) =>
      section?.figures.find((f) => f.figureCode === definition.code)
    const value = counted(of(now))
    const old = before ? counted(of(before)) : undefined
    if (value === null && (old ?? null) === null && !definition.required) return []
    return [{ definition, spans: valueSpans(value, old, unitAfter(definition)) }]
  })
  return shown.map(({ definition, spans }, i) => ({
    kind: 'bullet',
    text: [{ text: `${definition.label.vi}: ` }, ...spans, { text: i === shown.length - 1 ? '.' : ';' }],
  }))
}

function counted(figure: FigureValue | undefined): number | null {
  return figure ? figureValue(figure) : null
}

export function isWide(table: TableDefinition): boolean {
  return table.columns.length > widest
}

const rowTitles: Record<TableDefinition['rows']['kind'], string> = {
  forms: 'Hình thức',
  themes: 'Nội dung',
  audiences: 'Đối tượng',
  fixed: 'Nội dung',
}

/** The section's table with a line of sums; rows and values that changed since `before` are marked. Null: no rows. */
export function tableBlock(now: SectionContent, before: SectionContent | null): Table | null {
  const { table } = now.definition
  if (!table || now.rows.length === 0) return null
  const rows = now.rows.map((row, i) => {
    const old = before?.rows.find((r) => r.code === row.code)
    const cells = table.columns.map((column): Cell => {
      const of = (values: readonly FigureValue[] | undefined) =>
        counted(values?.find((v) => v.figureCode === column.code))
      const value = of(row.values)
      if (!before || of(old?.values) === value) return value
      return { spans: valueSpans(value, of(old?.values), '') }
    })
    return { kind: 'cells' as const, cells: [String(i + 1), row.label.vi, ...cells] }
  })
  const sumOf = (section: SectionContent, code: string) =>
    section.rows.reduce((sum, r) => sum + (counted(r.values.find((v) => v.figureCode === code)) ?? 0), 0)
  const sums = table.columns.map((column): Cell => {
    if (column.rollUp !== 'sum') return null
    const value = sumOf(now, column.code)
    const old = before ? sumOf(before, column.code) : value
    return old === value ? value : { spans: valueSpans(value, old, '') }
  })
  const total = { kind: 'cells' as const, cells: ['', 'Tổng cộng', ...sums] }
  return {
    kind: 'table',
    columns: [
      { title: 'STT', kind: 'ordinal', share: isWide(table) ? 14 : 8 },
      { title: rowTitles[table.rows.kind], kind: 'text', share: isWide(table) ? 46 : 40 },
      ...table.columns.map((c) => ({
        title: c.unit && c.unit.vi !== '%' ? `${c.label.vi} (${c.unit.vi})` : c.label.vi,
        kind: 'number' as const,
        share: 16,
      })),
    ],
    rows: sums.some((s) => s !== null) ? [...rows, total] : rows,
  }
}

/** Of the columns that can be added up, the people reached, else the first with something in it. Null: not worth it. */
export function chartBlock({ definition: { table }, rows }: SectionContent): Chart | null {
  if (!table) return null
  const filled = table.columns
    .filter((c) => c.rollUp === 'sum')
    .map((column) => ({
      column,
      bars: rows
        .map((r) => ({
          label: r.label.vi,
          value: counted(r.values.find((v) => v.figureCode === column.code)) ?? 0,
        }))
        .filter((b) => b.value > 0),
    }))
    .filter((c) => c.bars.length >= leastBars)
  const ofPeople = (c: FigureDefinition) => c.source.kind === 'activities' && c.source.measure === 'people'
  const chosen = filled.find((c) => ofPeople(c.column)) ?? filled[0]
  if (!chosen) return null
  const bars = chosen.bars.toSorted((a, b) => b.value - a.value).slice(0, mostBars)
  const label = chosen.column.label.vi
  return {
    kind: 'chart',
    title: `${label} ${by[table.rows.kind]}`,
    measure: chosen.column.unit?.vi ?? label,
    bars: bars.map((b) => ({ ...b, text: numberText(b.value) })),
  }
}

const by: Record<TableDefinition['rows']['kind'], string> = {
  forms: 'theo hình thức',
  themes: 'theo nội dung',
  audiences: 'theo đối tượng',
  fixed: 'theo nội dung',
}

import { printable } from '../../text/printable.ts'
import { headColumns, sizes } from './nd30.ts'
import type { Chart, Section, Span, Table, Text } from './official-document.ts'
import {
  type Annex,
  type Block,
  type Cell,
  type ColumnKind,
  type OfficialDocument,
  pointLetter,
  roman,
} from './official-document.ts'
import { balancedLines, textWidth } from './text-width.ts'

/** The style of one printed paragraph; the writers hold one named style for each. */
export type LineStyle =
  | 'authorityLine'
  | 'legalBasis'
  | 'enactingWord'
  | 'section1'
  | 'section2'
  | 'section3'
  | 'paragraph'
  | 'bullet'

export interface Line {
  kind: 'line'
  style: LineStyle
  spans: Span[]
}

export type Align = 'center' | 'left' | 'right'

export interface PrintedTable {
  kind: 'table'
  columns: { title: string; align: Align; share: number }[]
  /** A cell is its lines, a line its spans. */
  rows: ({ kind: 'cells'; cells: Span[][][] } | { kind: 'group'; ordinal: string | null; title: string })[]
}

export type PrintedChart = Chart

export type Piece = Line | PrintedTable | PrintedChart

export interface PrintedAnnex {
  label: string | null
  title: string
  subject: string | null
  caption: string
  landscape: boolean
  pieces: Piece[]
}

/** The document as it stands on paper: every word in its place, only type and geometry left to the writers. */
export interface PrintedDocument {
  /** For the file's properties and for a reader's window. */
  title: string
  parentBody: string[]
  issuingBody: string[]
  symbol: string
  /** "V/v …" of a công văn. */
  about: string | null
  placeAndDate: string
  type: string | null
  abstract: string | null
  addressees: string[]
  pieces: Piece[]
  recipients: string[]
  signature: string[]
  signer: string
  annexes: PrintedAnnex[]
  changes: { by: string; at: string }
}

const room = '\u00a0'.repeat(5)

function caps(text: string): string {
  return printable(text).toLocaleUpperCase('vi')
}

/** One paragraph for each line of a plain text; a text of spans is one paragraph. */
function paragraphs(text: Text): Line[] {
  const lines = typeof text === 'string' ? text.split('\n').filter((l) => l.trim() !== '') : [text]
  return lines.map((line) => ({ kind: 'line', style: 'paragraph', spans: spansOf(line) }))
}

function spansOf(text: Text): Span[] {
  const spans = typeof text === 'string' ? [{ text }] : text
  return spans.map((s) => ({ ...s, text: printable(s.text).replace(/\s*\n\s*/g, ' ') }))
}

/** Replaces whatever mark ends the paragraph by `mark`: ";", "." or "./.". */
function endedWith(spans: Span[], mark: string): Span[] {
  const last = spans.at(-1)
  if (!last) return spans
  const bare = last.text.replace(/[\s.;,:]*(?:\.\/\.)?[\s.;,:]*$/u, '')
  return [...spans.slice(0, -1), { ...last, text: bare + mark }]
}

/** A long name is broken before the word that names its level, as officials do. */
function brokenName(name: string, size: number, heavy: boolean): string[] {
  const whole = caps(name)
  if (whole.includes('\n')) return whole.split('\n').map((l) => l.trim())
  if (textWidth(whole, size, heavy) <= headColumns[0] - 2) return [whole]
  const level = / (?=(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU|HUYỆN|QUẬN|THỊ XÃ) )/u
  return whole.split(level).flatMap((line) => balancedLines(line, size, headColumns[0] - 2, heavy))
}

function symbolText(doc: OfficialDocument): string {
  return `${doc.symbol.number === null ? '\u00a0'.repeat(7) : paddedNumber(printable(doc.symbol.number))}/${printable(doc.symbol.code)}`
}

/** Numbers below 10 carry a leading zero. */
function paddedNumber(number: string): string {
  return /^\d$/.test(number) ? `0${number}` : number
}

function dateText(doc: OfficialDocument): string {
  if (doc.date === null) return `ngày${room}tháng${room}năm ${doc.year}`
  const [year, month, day] = doc.date.split('-').map(Number)
  // Only days below 10 and months 1 and 2 carry the zero that keeps them from being altered.
  const shownMonth = (month ?? 0) < 3 ? `0${month}` : `${month}`
  return `ngày ${String(day).padStart(2, '0')} tháng ${shownMonth} năm ${year}`
}

/** 'Kế hoạch số 25/KH-UBND ngày 15/02/2023', with room for what is not given yet. */
function citation(doc: OfficialDocument): string {
  const date = doc.date === null ? dateText(doc) : `ngày ${doc.date.split('-').reverse().join('/')}`
  return `${printable(doc.type ?? 'Công văn')} số ${symbolText(doc)} ${date}`
}

const aligns: Record<ColumnKind, Align> = { ordinal: 'center', date: 'center', text: 'left', number: 'right' }

function cellLines(cell: Cell): Span[][] {
  if (cell === null) return [[{ text: '' }]]
  if (typeof cell === 'number')
    return [[{ text: cell.toLocaleString('vi-VN', { maximumFractionDigits: 6 }) }]]
  if (typeof cell === 'object' && 'spans' in cell) return [spansOf(cell.spans)]
  const lines = typeof cell === 'string' ? cell.split('\n') : cell
  return lines.map((line) => spansOf(line))
}

function printChart(chart: Chart): PrintedChart {
  const bars = chart.bars.map((b) => ({ ...b, label: printable(b.label), text: printable(b.text) }))
  return { kind: 'chart', title: printable(chart.title), measure: printable(chart.measure), bars }
}

function printTable(table: Table): PrintedTable {
  return {
    kind: 'table',
    columns: table.columns.map((c) => ({ title: printable(c.title), align: aligns[c.kind], share: c.share })),
    rows: table.rows.map((row) =>
      row.kind === 'group'
        ? {
            kind: 'group',
            ordinal: row.ordinal === null ? null : printable(row.ordinal),
            title: printable(row.title),
          }
        : { kind: 'cells', cells: table.columns.map((_, i) => cellLines(row.cells[i] ?? null)) },
    ),
  }
}

function isEmpty(text: Text): boolean {
  return spansOf(text).every((s) => s.text.trim() === '')
}

function countedOrdinal(depth: number, n: number): string {
  if (depth === 1) return `${roman(n)}.`
  return depth === 2 ? `${n}.` : `${pointLetter(n)})`
}

function printSection(section: Section, depth: number, n: number): Piece[] {
  const ordinal = section.ordinal === undefined ? countedOrdinal(depth, n) : section.ordinal
  const style = depth === 1 ? 'section1' : depth === 2 ? 'section2' : 'section3'
  if (isEmpty(section.title)) return printBlocks(section.blocks, depth + 1)
  const title = spansOf(section.title)
  const spans = ordinal === null ? title : [{ text: `${printable(ordinal)} ` }, ...title]
  return [{ kind: 'line', style, spans }, ...printBlocks(section.blocks, depth + 1)]
}

/** Number and name of a heading share their weight. */
function printItem(ordinal: string, spans: Span[]): Line {
  const number: Span = { text: `${printable(ordinal)} `, ...(spans[0]?.bold && { bold: true }) }
  return { kind: 'line', style: 'paragraph', spans: [number, ...spans] }
}

function printBlocks(blocks: readonly Block[], depth: number): Piece[] {
  let sections = 0
  return blocks.flatMap((block): Piece[] => {
    switch (block.kind) {
      case 'section':
        if (!isEmpty(block.title)) sections += 1
        return printSection(block, depth, sections)
      case 'paragraph':
        return paragraphs(block.text)
      case 'item':
        return [printItem(block.ordinal, spansOf(block.text))]
      case 'bullet':
        return [
          {
            kind: 'line',
            style: 'bullet',
            spans: [{ text: block.depth === 2 ? '+ ' : '- ' }, ...spansOf(block.text)],
          },
        ]
      case 'table':
        return [printTable(block)]
      case 'chart':
        return block.bars.length === 0 ? [] : [printChart(block)]
      default:
        return block satisfies never
    }
  })
}

function printBody(doc: OfficialDocument): Piece[] {
  const pieces: Piece[] = []
  if (doc.authorityLine)
    pieces.push({ kind: 'line', style: 'authorityLine', spans: [{ text: caps(doc.authorityLine) }] })
  const basis = doc.legalBasis ?? []
  basis.forEach((text, i) => {
    const spans = endedWith(spansOf(text), i === basis.length - 1 ? '.' : ';')
    pieces.push({ kind: 'line', style: 'legalBasis', spans })
  })
  if (doc.preamble) pieces.push(...paragraphs(doc.preamble))
  if (doc.enactingWord)
    pieces.push({ kind: 'line', style: 'enactingWord', spans: [{ text: caps(doc.enactingWord) }] })
  pieces.push(...printBlocks(doc.body, 1))
  const last = pieces.findLast((p): p is Line => p.kind === 'line')
  if (last) last.spans = endedWith(last.spans, './.')
  return pieces
}

function printRecipients(doc: OfficialDocument): string[] {
  const given = doc.recipients.map((r) => printable(r).replace(/[\s;.,]+$/u, '')).filter((r) => r !== '')
  const asAbove = (doc.addressees?.length ?? 0) > 0 && !given.some((r) => r.startsWith('Như trên'))
  const list = asAbove ? ['Như trên', ...given] : given
  return [...list.map((r) => `- ${r};`), `- Lưu: ${printable(doc.archiveLine).replace(/[\s;.]+$/u, '')}.`]
}

function printAnnex(annex: Annex, doc: OfficialDocument): PrintedAnnex {
  return {
    label: annex.label ? printable(annex.label) : null,
    title: caps(annex.title),
    subject: annex.subject ? printable(annex.subject) : null,
    caption: `(Kèm theo ${citation(doc)} của ${printable(doc.issuer)})`,
    landscape: annex.landscape,
    pieces: printBlocks(annex.blocks, 1),
  }
}

/**
 * Blocks to be pasted into another document: no head, no foot, headings counted a), b), c) as they stand below a
 * numbered heading there.
 */
export function printExcerpt(blocks: readonly Block[]): Piece[] {
  return printBlocks(blocks, 3)
}

/** Dresses the document in the words NĐ 30/2020/NĐ-CP, Phụ lục I prescribes. */
export function printDocument(doc: OfficialDocument): PrintedDocument {
  const { signature } = doc
  const abstract = printable(doc.abstract)
  return {
    title: doc.type === null ? abstract : `${printable(doc.type)} ${abstract}`,
    parentBody: doc.parentBody ? brokenName(doc.parentBody, sizes.parentBody, false) : [],
    issuingBody: brokenName(doc.issuingBody, sizes.issuingBody, true),
    symbol: `Số: ${symbolText(doc)}`,
    about: doc.type === null ? `V/v ${abstract}` : null,
    placeAndDate: `${printable(doc.place)}, ${dateText(doc)}`,
    type: doc.type === null ? null : caps(doc.type),
    abstract: doc.type === null ? null : abstract,
    addressees: (doc.addressees ?? []).map((a) => printable(a).replace(/[\s;.,]+$/u, '')),
    pieces: printBody(doc),
    recipients: printRecipients(doc),
    signature: [
      ...(signature.authorities ?? []).map((a) => `${a.form} ${caps(a.of)}`),
      caps(signature.title),
    ],
    signer: printable(signature.name ?? ''),
    annexes: (doc.annexes ?? []).map((annex) => printAnnex(annex, doc)),
    changes: doc.changes ?? { by: printable(doc.issuer), at: `${doc.date ?? `${doc.year}-01-01`}T00:00:00Z` },
  }
}

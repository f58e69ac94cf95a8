import type { Day } from '../../calendar/day.ts'

/** Part of a line; upright and not bold unless said. */
export interface Span {
  text: string
  bold?: boolean
  italic?: boolean
  /** Put in or taken out since the version before: a tracked change in Word, underlined or struck out on paper. */
  change?: 'inserted' | 'deleted'
}
export type Text = string | readonly Span[]

/**
 * An administrative document (văn bản hành chính) under Nghị định 30/2020/NĐ-CP, as its author thinks of it.
 * The writers (`writeDocx`, `writePdf`) add everything the decree prescribes: quốc hiệu, rule lines, capitals,
 * "Số:", "./.", "Nơi nhận:", "Lưu:", captions of annexes. Texts are given without that dress.
 */
export interface OfficialDocument {
  /** Cơ quan chủ quản, printed above the issuing body; none for a People's Committee. */
  parentBody?: string | null
  /** Cơ quan ban hành. '\n' forces a line end; a long name is otherwise broken before "tỉnh", "xã", … */
  issuingBody: string
  /** As running text names the issuer, used in captions of annexes: 'Chủ tịch Ủy ban nhân dân tỉnh …'. */
  issuer: string
  /** Số, ký hiệu: `number` null until the clerk gives one; `code` such as 'KH-UBND'. */
  symbol: { number: string | null; code: string }
  place: string
  /** Null until issued; then "ngày     tháng     năm" keeps room for the pen and `year` is printed. */
  date: Day | null
  year: number
  /** Tên loại: 'Kế hoạch', 'Báo cáo', 'Quyết định'; null for a công văn, which has "V/v" under its number. */
  type: string | null
  /** Trích yếu. */
  abstract: string
  /** "Kính gửi:". */
  addressees?: readonly string[]
  /** Line over the basis of a decision: 'Chủ tịch Ủy ban nhân dân tỉnh …'. */
  authorityLine?: string | null
  /** Căn cứ, each without its final ';' or '.'. */
  legalBasis?: readonly Text[]
  /** What stands between the basis and the body: '… ban hành Kế hoạch … như sau:'. */
  preamble?: Text | null
  /** 'QUYẾT ĐỊNH:' on a line of its own. */
  enactingWord?: string | null
  body: readonly Block[]
  /** Nơi nhận, without dashes and marks and without the line "Lưu". */
  recipients: readonly string[]
  /** What follows "Lưu:": 'VT, TTHC'. */
  archiveLine: string
  signature: Signature
  annexes?: readonly Annex[]
  /** Who made the changes that spans mark, and when ('2026-03-15T02:00:00Z'). */
  changes?: { by: string; at: string } | null
}

/** Thay mặt, ký thay, thừa lệnh, thừa ủy quyền. */
export interface SigningAuthority {
  form: 'TM.' | 'KT.' | 'TL.' | 'TUQ.'
  of: string
}

/** TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / name. `name` null leaves the line empty. */
export interface Signature {
  authorities?: readonly SigningAuthority[]
  title: string
  name: string | null
}

export type Block =
  | Section
  /** A plain text of several lines makes as many paragraphs. */
  | { kind: 'paragraph'; text: Text }
  /** A numbered paragraph; `ordinal` as printed: '1.', 'a)'. */
  | { kind: 'item'; ordinal: string; text: Text }
  /** "- …" at depth 1, "+ …" at depth 2. */
  | { kind: 'bullet'; text: Text; depth?: 1 | 2 }
  | Table
  | Chart

/**
 * A heading and what stands under it. The ordinal is counted (I., 1., a) by depth) unless given as printed;
 * null prints none. Without a title only the blocks are printed.
 */
export interface Section {
  kind: 'section'
  ordinal?: string | null
  title: Text
  blocks: readonly Block[]
}

/** STT and dates are centred, text left, numbers right with thousands separators. */
export type ColumnKind = 'ordinal' | 'date' | 'text' | 'number'

export interface Column {
  title: string
  kind: ColumnKind
  /** Part of the width of the table, any unit. */
  share: number
}

/** A cell: one or several lines, a number to be written with thousands separators, or a line with marked changes. */
export type Cell = string | number | null | readonly string[] | { spans: readonly Span[] }

export type Row =
  | { kind: 'cells'; cells: readonly Cell[] }
  /** A group of rows: ordinal 'I' in the first column, the title across all others. */
  | { kind: 'group'; ordinal: string | null; title: string }

export interface Table {
  kind: 'table'
  columns: readonly Column[]
  rows: readonly Row[]
}

/** Lying bars. In Word a chart that can be edited, with its numbers behind it. */
export interface Chart {
  kind: 'chart'
  title: string
  /** What the numbers are: 'lượt người'. */
  measure: string
  /** `text` is the value as printed at the end of the bar. */
  bars: readonly { label: string; value: number; text: string }[]
}

export interface Annex {
  /** 'Phụ lục I' where there are two or more. */
  label?: string | null
  /** 'Danh mục', 'Biểu tổng hợp': printed in capitals. */
  title: string
  subject?: string | null
  landscape: boolean
  blocks: readonly Block[]
}

/** 'Điều 1.' and its text, the form of a decision. */
export function article(ordinal: number, text: string): Block {
  return {
    kind: 'paragraph',
    text: [{ text: `Điều ${ordinal}.`, bold: true }, { text: ` ${text}` }],
  }
}

/** Roman numerals, for sections and groups of an annex: 4 → 'IV'. */
export function roman(n: number): string {
  const signs: [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = n
  let text = ''
  for (const [value, sign] of signs) {
    text += sign.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}

const letters = [...'abcdđeghiklmnopqrstuvxy']

/** The letter of a point in Vietnamese order, which has đ and no f, j, w, z: 5 → 'đ'. */
export function pointLetter(n: number): string {
  const letter = letters[(n - 1) % letters.length] ?? 'a'
  return letter.repeat(Math.floor((n - 1) / letters.length) + 1)
}

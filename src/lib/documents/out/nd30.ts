/**
 * The layout of Nghị định 30/2020/NĐ-CP, Phụ lục I: ranges the checker allows and the values our writers choose
 * from them. Lengths in millimetres, sizes of type in points.
 */
export type Range = readonly [least: number, most: number]

export const paper = { width: 210, height: 297 }

export const marginRanges = { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] } as const

export const margins = { top: 20, bottom: 20, left: 30, right: 20 }

/** Allowed sizes of each component (thành phần thể thức). */
export const sizeRanges = {
  nationalTitle: [12, 13],
  motto: [13, 14],
  parentBody: [12, 13],
  issuingBody: [12, 13],
  symbol: [13, 13],
  about: [12, 13],
  placeAndDate: [13, 14],
  type: [13, 14],
  abstract: [13, 14],
  body: [13, 14],
  annexTitle: [13, 14],
  caption: [13, 14],
  signature: [13, 14],
  signer: [13, 14],
  recipientsHeading: [12, 12],
  recipients: [11, 11],
  pageNumber: [13, 14],
} as const satisfies Record<string, Range>

export type Component = keyof typeof sizeRanges

/** The sizes we print: the pair 13/14 throughout, so that sizes rise and fall together. */
export const sizes: Record<Component | 'table', number> = {
  nationalTitle: 13,
  motto: 14,
  parentBody: 13,
  issuingBody: 13,
  symbol: 13,
  about: 12,
  placeAndDate: 14,
  type: 14,
  abstract: 14,
  body: 14,
  annexTitle: 14,
  caption: 14,
  signature: 14,
  signer: 14,
  recipientsHeading: 12,
  recipients: 11,
  pageNumber: 14,
  table: 13,
}

export const font = 'Times New Roman'
export const firstLineIndent = 10
export const firstLineRange: Range = [10, 12.7]
/** Points after a paragraph, at least. */
export const spaceAfter = 6
export const lineSpacing = 1.1
export const lineSpacingRange: Range = [1, 1.5]
/** A rule line under the issuing body or the abstract, as a part of the line of text over it. */
export const rulePartRange: Range = [1 / 3, 1 / 2]
export const rulePart = 0.4

export const nationalTitle = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const motto = 'Độc lập - Tự do - Hạnh phúc'
/** The two columns of the head, together the width of the text. */
export const headColumns = [63, 97] as const

/** Millimetres in twentieths of a point, the unit of Word. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4)
}

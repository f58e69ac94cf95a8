import { isCapitals, type Marker } from './marker.ts'
import type { Paragraph } from './paragraphs.ts'
import { cut, fold, type Strand, trim, wordsOf } from './strand.ts'
import { BUDGET, type LabelRole, labelAt, ORGANISING, PURPOSE } from './vocabulary.ts'

export type SectionKind = 'purpose' | 'organising' | 'budget' | 'content'

/** One line of a "Cơ quan chủ trì: …" kind, or such words inside an item. */
export interface LabelPart {
  readonly role: LabelRole
  readonly value: Strand
}

/** A paragraph in its place in the tree. `lead` is the text before the first inline label. */
export interface Node {
  readonly paragraph: Paragraph
  readonly marker: Marker | null
  readonly body: Strand
  readonly rank: number
  readonly parent: Node | null
  readonly children: Node[]
  readonly kind: SectionKind
  readonly labels: readonly LabelPart[]
  /** The words before the first label; empty for a pure label line. */
  readonly words: Strand
  /** A heading by its looks: capitals, a Markdown heading, or a short line with deeper lines under it. */
  readonly loud: boolean
}

/** Arranges paragraphs by their markers. The order of `nodes` is the order of print. */
export function outline(paragraphs: readonly Paragraph[]): Node[] {
  const nodes: Node[] = []
  let open: Node[] = []
  for (const paragraph of paragraphs) {
    const rank = rankOf(paragraph)
    if (rank !== null) open = open.filter((node) => node.rank < rank)
    const parent = open.at(-1) ?? null
    const node = nodeOf(paragraph, rank, parent)
    parent?.children.push(node)
    nodes.push(node)
    if (rank !== null) open.push(node)
  }
  return nodes
}

function rankOf(paragraph: Paragraph): number | null {
  if (paragraph.marker !== null) return paragraph.marker.rank
  if (paragraph.hashes > 0) return 1.6 + 0.2 * paragraph.hashes
  const text = paragraph.strand.text
  if (isCapitals(text) && text.length < 160) return 1.55
  return null
}

function nodeOf(paragraph: Paragraph, rank: number | null, parent: Node | null): Node {
  const split = splitLabels(paragraph.body)
  const body = paragraph.body
  return {
    paragraph,
    marker: paragraph.marker,
    body,
    rank: rank ?? 99,
    parent,
    children: [],
    kind: kindOf(body, rank, parent),
    labels: split.labels,
    words: split.words,
    loud: isCapitals(body.text) || paragraph.hashes > 0 || paragraph.marker?.kind === 'roman',
  }
}

function kindOf(body: Strand, rank: number | null, parent: Node | null): SectionKind {
  const inherited = parent?.kind ?? 'content'
  if (rank === null || rank > 4.5) return inherited
  const heading = body.bare.slice(0, 160)
  if (heading.length > 150) return inherited
  const short = body.text.length < 110
  if (ORGANISING.test(heading) && (rank <= 2.9 || short)) return 'organising'
  if (short && PURPOSE.test(heading) && !/nhiem vu|giai phap|noi dung/.test(heading)) return 'purpose'
  if (short && BUDGET.test(heading)) return 'budget'
  if (rank <= 2.9) return 'content'
  return inherited
}

/** Parts "… (Chủ trì: A; phối hợp: B)" or "Đơn vị chủ trì: A. Thời gian: B." into words and labels. */
export function splitLabels(body: Strand): { words: Strand; labels: LabelPart[] } {
  if (!body.bare.includes(':')) return { words: body, labels: [] }
  const found: { role: LabelRole; start: number; end: number }[] = []
  for (const match of body.bare.matchAll(/^|[.;,(\n]\s*(?:[-+*]\s*)?|\s[-+]\s/g)) {
    const from = match.index + match[0].length
    const label = labelAt(body.bare, from)
    if (label === null || (found.at(-1)?.end ?? -1) > from) continue
    const first = from === 0
    if (
      !first &&
      found.length === 0 &&
      (label.role === 'other' || (match[0].startsWith(',') && label.role !== 'time'))
    )
      continue
    if (!first && !/^[\p{Lu}(]/u.test(body.text.slice(from)) && !/[.;(,\n]/.test(match[0])) continue
    found.push({ role: label.role, start: match.index, end: label.end })
  }
  const firstStart = found[0]?.start ?? body.text.length
  const labels = found.map((item, k) => ({
    role: item.role,
    value: labelValue(cut(body, item.end, found[k + 1]?.start ?? body.text.length)),
  }))
  return { words: trim(cut(body, 0, firstStart)), labels }
}

function labelValue(value: Strand): Strand {
  let cleaned = trim(value)
  const tail = /[\s;.,]+$/.exec(cleaned.text)
  if (tail !== null) cleaned = cut(cleaned, 0, tail.index)
  const opened = cleaned.text.split('(').length
  if (cleaned.text.endsWith(')') && cleaned.text.split(')').length > opened)
    cleaned = cut(cleaned, 0, cleaned.text.length - 1)
  return trim(cleaned)
}

/** The heading a task stands under: "II.2. Hình thức tuyên truyền", "III. TỔ CHỨC THỰC HIỆN". */
export function sectionTitle(node: Node | null): string | null {
  if (node === null) return null
  const roman = node.marker?.kind === 'arabic' ? above(node, 'roman') : null
  const ordinal = node.marker?.ordinal
  const path = roman?.marker?.ordinal == null ? (ordinal ?? '') : `${roman.marker.ordinal}.${ordinal ?? ''}`
  const words = fold(wordsOf(node.body)).replace(/[:.;]+$/, '')
  return path === '' ? words : `${path}. ${words}`
}

function above(node: Node, kind: Marker['kind']): Node | null {
  for (let up = node.parent; up !== null; up = up.parent) if (up.marker?.kind === kind) return up
  return null
}

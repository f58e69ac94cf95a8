import type { Span } from './pdf-text.ts'

/** Words printed on one baseline, left to right. */
export interface PrintedLine {
  text: string
  x0: number
  x1: number
  y: number
  size: number
  /** Width of the first word, to judge whether it would have fitted on the line before. */
  firstWord: number
  /** Share of its letters that are bold, 0 to 1: an ordinal in front of a bold heading is often plain. */
  bold: number
  spans: Span[]
  page: number
}

function makeLine(spans: Span[], page: number): PrintedLine {
  const sorted = spans.toSorted((a, b) => a.x0 - b.x0)
  let text = ''
  let end = Number.NEGATIVE_INFINITY
  let wordEnd: number | null = null
  for (const span of sorted) {
    const gap = span.x0 - end
    // Narrow type is set with spaces that are drawn, wide type with mere distance: either parts two words.
    const parted = gap > span.size * 0.18 || (span.spaced && gap > span.size * 0.04)
    if (text !== '' && parted) {
      text += ' '
      wordEnd ??= end
    }
    text += span.text
    end = Math.max(end, span.x1)
  }
  text = text.trim()
  const [first] = sorted
  const x0 = first?.x0 ?? 0
  const size = Math.max(...sorted.map((span) => span.size))
  const firstWord = (wordEnd ?? end) - x0
  const bold = boldShare(sorted)
  return { text, x0, x1: end, y: first?.y ?? 0, size, firstWord, bold, spans: sorted, page }
}

function boldShare(spans: readonly Span[]): number {
  let [all, bold] = [0, 0]
  for (const span of spans) {
    const letters = span.text.replace(/\P{L}/gu, '').length
    all += letters
    if (span.bold) bold += letters
  }
  return all > 0 ? bold / all : 0
}

/** Groups the pieces of text of a page, or of one cell, into lines from top to bottom. */
export function linesOf(spans: readonly Span[], page: number): PrintedLine[] {
  const sorted = spans.toSorted((a, b) => a.y - b.y || a.x0 - b.x0)
  const groups: { y: number; size: number; spans: Span[] }[] = []
  for (const span of sorted) {
    const group = groups.at(-1)
    if (group && Math.abs(span.y - group.y) <= Math.max(group.size, span.size) * 0.42) {
      group.spans.push(span)
      // Raised and lowered marks ride on the line of the larger letters.
      if (span.size > group.size) {
        group.size = span.size
        group.y = span.y
      }
    } else groups.push({ y: span.y, size: span.size, spans: [span] })
  }
  return groups.map((group) => makeLine(group.spans, page)).filter((line) => line.text !== '')
}

/** A line cut where the space between two pieces is wider than `gap` points. */
export function segmentsOf(line: PrintedLine, gap: number): PrintedLine[] {
  const parts: Span[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const span of line.spans) {
    const last = parts.at(-1)
    if (last && span.x0 - end <= gap) last.push(span)
    else parts.push([span])
    end = Math.max(end, span.x1)
  }
  return parts.map((spans) => makeLine(spans, line.page))
}

/** A line cut at a place on the page: what begins left of `x`, and the rest. Either side may be missing. */
export function cutAt(line: PrintedLine, x: number): [PrintedLine | null, PrintedLine | null] {
  const left = line.spans.filter((span) => (span.x0 + span.x1) / 2 < x)
  const right = line.spans.filter((span) => (span.x0 + span.x1) / 2 >= x)
  return [
    left.length > 0 ? makeLine(left, line.page) : null,
    right.length > 0 ? makeLine(right, line.page) : null,
  ]
}

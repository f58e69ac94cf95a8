import { type Cell, cell } from './blocks.ts'
import { linesOf, type PrintedLine, segmentsOf } from './pdf-lines.ts'
import { paragraphsOf } from './pdf-paragraphs.ts'

const heads =
  /^(?:stt|tt|số tt|nội dung|nhiệm vụ|tên nhiệm vụ|cơ quan|đơn vị|thời gian|ghi chú|kết quả|sản phẩm)/i

export interface BorderlessTable {
  from: number
  to: number
  rows: Cell[][]
}

function isHead(parts: readonly PrintedLine[]): boolean {
  return parts.length >= 3 && parts.filter((part) => heads.test(part.text)).length >= 2
}

/** Columns begin where gaps between words line up over all the lines below the head. */
function gutters(lines: readonly PrintedLine[], left: number, right: number): number[] {
  const taken = new Uint8Array(Math.max(1, Math.ceil(right - left) + 1))
  for (const line of lines) {
    for (const part of segmentsOf(line, line.size * 0.6)) {
      taken.fill(1, Math.max(0, Math.floor(part.x0 - left)), Math.max(0, Math.ceil(part.x1 - left)))
    }
  }
  const edges: number[] = []
  let free = 0
  for (let at = 0; at < taken.length; at++) {
    if (taken[at] === 0) free++
    else {
      if (free >= 5 && at > free) edges.push(left + at - free / 2)
      free = 0
    }
  }
  return edges
}

function rowsOf(
  lines: readonly PrintedLine[],
  edges: readonly number[],
  left: number,
  right: number,
): Cell[][] {
  const bounds = [left - 2, ...edges, right + 2]
  const groups: PrintedLine[][] = []
  for (const line of lines) {
    const starts = line.spans.some((span) => span.x0 < (edges[0] ?? 0) && span.text.trim() !== '')
    const last = groups.at(-1)
    if (last && !starts) last.push(line)
    else groups.push([line])
  }
  return groups.map((group) =>
    bounds.slice(0, -1).map((from, index) => {
      const to = bounds[index + 1] ?? right
      const spans = group
        .flatMap((line) => line.spans)
        .filter((span) => (span.x0 + span.x1) / 2 >= from && (span.x0 + span.x1) / 2 < to)
      const inside = linesOf(spans, group[0]?.page ?? 0)
      const paragraphs = paragraphsOf(inside, () => ({ left: from, right: to - 6 }))
      return cell(paragraphs.map((paragraph) => paragraph.text).join('\n'))
    }),
  )
}

/** A table without lines: a head of known column names and words below it that keep to the same columns. */
export function findBorderless(lines: readonly PrintedLine[]): BorderlessTable | null {
  const from = lines.findIndex((line) => isHead(segmentsOf(line, line.size * 1.2)))
  const head = lines[from]
  if (!head) return null
  let to = from + 1
  let best: { to: number; edges: number[] } | null = null
  const wanted = segmentsOf(head, head.size * 1.2).length - 1
  while (to < lines.length) {
    const next = lines[to]
    const above = lines[to - 1]
    if (!next || !above || next.page !== head.page || next.y - above.y > head.size * 4) break
    to++
    const part = lines.slice(from, to)
    const [left, right] = [Math.min(...part.map((line) => line.x0)), Math.max(...part.map((line) => line.x1))]
    const edges = gutters(part, left, right)
    if (edges.length < wanted) break
    best = { to, edges }
  }
  if (!best || best.to - from < 3) return null
  const part = lines.slice(from, best.to)
  const [left, right] = [Math.min(...part.map((line) => line.x0)), Math.max(...part.map((line) => line.x1))]
  const edges = gutters(part, left, right)
  return { from, to: best.to, rows: rowsOf(part, edges, left, right) }
}

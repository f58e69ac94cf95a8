import { cutAt, type PrintedLine, segmentsOf } from './pdf-lines.ts'

const nationalTitle = /^C[ỘÔ]NGH(?:ÒA|OÀ)X[ÃA]H[ỘO]I/i
const placeAndDay = /ngày[\s.…_\d]*tháng[\s.…_\d]*năm/i
const recipients = /^N[ơƠ]i nh[ậâ]n\s*[:;.]?/i
const signs = /^(?:TM|KT|TL|TUQ|Q)\.\s?\p{Lu}|^(?:(?:PHÓ )?CHỦ TỊCH|(?:PHÓ )?GIÁM ĐỐC|CHÁNH VĂN PHÒNG)/u

/** Lines in reading order. `column`: they are one of two columns; 'kept' when each line stays a line of its own. */
export interface Piece {
  lines: PrintedLine[]
  column: 'none' | 'joined' | 'kept'
}

interface Band {
  from: number
  to: number
  left: PrintedLine[]
  right: PrintedLine[]
  joined: boolean
}

function wordsFrom(line: PrintedLine, at: number): string {
  const words = line.spans.slice(at, at + 24).map((span) => span.text)
  return words.join('').normalize('NFC')
}

/** True when words run on over `x` without the space that parts two columns. */
function straddles(line: PrintedLine, x: number): boolean {
  const [left, right] = cutAt(line, x)
  return left !== null && right !== null && right.x0 - left.x1 < line.size * 0.5
}

function headBand(lines: readonly PrintedLine[]): Band | null {
  for (const [index, line] of lines.entries()) {
    const start = line.spans.find((_, at) => nationalTitle.test(wordsFrom(line, at)))
    if (!start) continue
    const gutter = start.x0 - 4
    const alone = line.spans[0] === start
    const above = lines[index - 1]
    if (alone && !(above && above.page === line.page && above.x1 < gutter)) {
      const below = lines[index + 1]
      const beside = below && cutAt(below, gutter)[0]
      if (!beside) continue
    }
    const from = alone && above && above.page === line.page && above.x1 < gutter ? index - 1 : index
    return { from, joined: false, ...collectHead(lines, from, line, gutter) }
  }
  return null
}

function collectHead(
  lines: readonly PrintedLine[],
  from: number,
  title: PrintedLine,
  gutter: number,
): { to: number; left: PrintedLine[]; right: PrintedLine[] } {
  const left: PrintedLine[] = []
  const right: PrintedLine[] = []
  let to = from
  let dated = false
  for (let index = from; index < Math.min(lines.length, from + 14); index++) {
    const line = lines[index]
    if (!line || line.page !== title.page) break
    const [before, after] = cutAt(line, gutter)
    if (straddles(line, gutter) || (dated && after)) break
    if (before) left.push(before)
    if (after) right.push(after)
    to = index + 1
    if (after && placeAndDay.test(after.text)) dated = true
  }
  return { to, left, right: wholeTitle(right) }
}

/** Narrow columns break the national title before its last words. */
function wholeTitle(lines: PrintedLine[]): PrintedLine[] {
  const [first, second, ...rest] = lines
  if (!first || !second || !/^(?:CHỦ )?(?:NGHĨA )?(?:VIỆT )?NAM$/.test(second.text)) return lines
  return [{ ...first, text: `${first.text} ${second.text}` }, ...rest]
}

function gutterOf(lines: readonly PrintedLine[], at: number): number | null {
  const line = lines[at]
  if (!line) return null
  for (const near of [line, lines[at - 1], lines[at + 1], lines[at + 2]]) {
    if (!near || near.page !== line.page || Math.abs(near.y - line.y) > line.size * 4) continue
    const parts = segmentsOf(near, near.size * 1.5)
    const last = parts.at(-1)
    if (last && last.x0 > line.x0 + 90 && (parts.length > 1 || signs.test(last.text))) return last.x0
  }
  return null
}

/** The block of recipients (left) and signer (right), Nghị định 30/2020/NĐ-CP Phụ lục I mục II.7–9. */
function signatureBand(lines: readonly PrintedLine[], after: number): Band | null {
  const at = lines.findIndex((line, index) => index >= after && recipients.test(line.text))
  const line = lines[at]
  if (!line) return null
  const edge = gutterOf(lines, at)
  if (edge === null) return null
  let gutter = edge - 3
  const above = lines[at - 1]
  const early = above && above.page === line.page && above.x0 > gutter - 60 && signs.test(above.text)
  const from = early ? at - 1 : at
  const left: PrintedLine[] = []
  const right: PrintedLine[] = []
  let to = from
  for (let index = from; index < lines.length; index++) {
    const one = lines[index]
    if (!one || one.page !== line.page) break
    const parts = segmentsOf(one, one.size * 1.5)
    const across = parts.some((part) => part.x0 < gutter - 40 && part.x1 > gutter + 60)
    if (across || /^(?:PHỤ LỤC|DANH MỤC|Phụ lục)/.test(one.text)) break
    for (const part of parts) {
      if (part.x0 > gutter - 80 && part.x0 > line.x0 + 90) {
        gutter = Math.min(gutter, part.x0 - 3)
        right.push(part)
      } else left.push(part)
    }
    to = index + 1
  }
  return { from, to, left, right, joined: true }
}

/**
 * Splits a page's lines where two columns stand side by side: the head of the document and the block of recipients
 * and signer. Each column is read to its end, as the eye does.
 */
export function splitColumns(lines: readonly PrintedLine[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (let turn = 0; turn < 8; turn++) {
    const rest = lines.slice(at)
    const bands = [headBand(rest), signatureBand(rest, 0)].filter((band) => band !== null)
    const [band] = bands.toSorted((a, b) => a.from - b.from)
    if (!band || band.to <= band.from) break
    if (band.from > 0) pieces.push({ lines: rest.slice(0, band.from), column: 'none' })
    if (band.left.length > 0) pieces.push({ lines: band.left, column: band.joined ? 'joined' : 'kept' })
    if (band.right.length > 0) pieces.push({ lines: band.right, column: 'kept' })
    at += band.to
  }
  if (at < lines.length) pieces.push({ lines: lines.slice(at), column: 'none' })
  return pieces
}

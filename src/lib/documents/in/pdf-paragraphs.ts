import type { PrintedLine } from './pdf-lines.ts'
import { isSyllable } from './syllable.ts'

/** The space that lines may fill, in points across the page. */
export interface Column {
  left: number
  right: number
}

const mark =
  /^(?:[-–+•*▪]\s|\d{1,3}(?:\.\d{1,3})*[.)](?:\s|$)|[a-zđ][.)]\s|[IVXLC]{1,6}\.?\s|(?:Điều|Chương|Mục|Phần)\s+[\dIVX]+|[Nn]ơi nhận)/
const dash = /^[-–+•*▪]\s/
const closed = /[.;:!?…][”"’)]?$|\.\/\.$/

/** The column that lines of running text stand in, page by page: the usual left edge and the furthest right one. */
export function columnsOf(lines: readonly PrintedLine[]): (page: number) => Column {
  const pages = Map.groupBy(lines, (line) => line.page)
  const columns = new Map([...pages].map(([page, mine]) => [page, columnOf(mine)]))
  return (page) => columns.get(page) ?? { left: 0, right: 0 }
}

function columnOf(lines: readonly PrintedLine[]): Column {
  const lefts = lines.map((line) => line.x0).toSorted((a, b) => a - b)
  const rights = lines.map((line) => line.x1).toSorted((a, b) => a - b)
  const left = lefts[Math.floor(lefts.length * 0.1)] ?? 0
  const right = rights[Math.min(rights.length - 1, Math.floor(rights.length * 0.97))] ?? 0
  return { left, right }
}

/** Distance between baselines inside a paragraph, in sizes of its letters: a low quantile of the plausible ones. */
function leadingOf(lines: readonly PrintedLine[]): number {
  const steps: number[] = []
  for (let index = 1; index < lines.length; index++) {
    const [above, below] = [lines[index - 1], lines[index]]
    if (!above || !below || above.page !== below.page) continue
    const step = (below.y - above.y) / below.size
    if (step > 0.8 && step < 2.4) steps.push(step)
  }
  steps.sort((a, b) => a - b)
  return steps[Math.floor(steps.length * 0.2)] ?? Number.POSITIVE_INFINITY
}

/** Lines of different length over one middle are centred, whatever room the column leaves them. */
function sharesCentre(above: PrintedLine, below: PrintedLine): boolean {
  const middles = (above.x0 + above.x1 - below.x0 - below.x1) / 2
  return Math.abs(middles) < 3 && Math.abs(above.x0 - below.x0) > 4
}

/** Would the first word of `below` still have fitted behind `above`? Then somebody ended the paragraph there. */
function wouldFit(above: PrintedLine, below: PrintedLine, column: Column): boolean {
  const room = sharesCentre(above, below) ? column.right - column.left : column.right - above.x0
  // Words that barely would have fitted are no evidence; a line that goes on in small letters asks for more.
  const slack = /^\p{Ll}/u.test(below.text) ? 0.7 : 0.1
  return above.x1 - above.x0 + above.size * 0.26 + below.firstWord <= room - above.size * slack
}

function opensBracket(text: string): boolean {
  return text.startsWith('(') && !text.includes(')')
}

function startsNew(
  above: PrintedLine,
  below: PrintedLine,
  columnFor: (page: number) => Column,
  leading: number,
): boolean {
  const column = columnFor(above.page)
  const step = below.y - above.y
  const samePage = above.page === below.page
  const usual = leading * below.size
  if (samePage && (step > Math.max(usual * 1.22, usual + 4) || step <= 0)) return true
  if (Math.abs(above.size - below.size) > 1.6) return true
  if (/^[-–+•*▪]$/.test(above.text) || opensBracket(above.text)) return false
  const runsOn = /^\p{Ll}/u.test(below.text) && !mark.test(below.text) && !closed.test(above.text)
  if (runsOn && sharesCentre(above, below)) return false
  if (wouldFit(above, below, column)) return true
  if (dash.test(below.text) && (closed.test(above.text) || dash.test(above.text))) return true
  if (mark.test(below.text) && closed.test(above.text)) return true
  const [from, to] = [above.x0 - column.left, below.x0 - columnFor(below.page).left]
  if (sharesCentre(above, below)) return false
  const hangs = mark.test(above.text) && to - from < 40
  if (to > from + 7 && !hangs) return true
  return to > 8 && Math.abs(to - from) <= 7 && closed.test(above.text)
}

export interface PrintedParagraph {
  text: string
  lines: PrintedLine[]
}

/** Puts a wrapped line behind the text before it; a word that a narrow cell broke in two is made whole. */
function joinWords(before: string, after: string): string {
  if (/[^\s-][-/]$/.test(before)) return before + after
  const [head = '', tail = ''] = [/\p{L}+$/u.exec(before)?.[0], /^\p{L}+/u.exec(after)?.[0]]
  const broken =
    tail.length <= 2 && !isSyllable(tail) && (isSyllable(head + tail) || /^S?TT$/i.test(head + tail))
  return head !== '' && tail !== '' && broken ? before + after : `${before} ${after}`
}

/**
 * Joins hard-wrapped lines into paragraphs by room, indent, line step and list marks; lines come top to bottom.
 * `columnFor` gives the column of a page: pages may lie on their side.
 */
export function paragraphsOf(
  lines: readonly PrintedLine[],
  columnFor: (page: number) => Column,
): PrintedParagraph[] {
  const leading = leadingOf(lines)
  const paragraphs: PrintedParagraph[] = []
  for (const line of lines) {
    const last = paragraphs.at(-1)
    const above = last?.lines.at(-1)
    if (last && above && !startsNew(above, line, columnFor, leading)) {
      last.text = joinWords(last.text, line.text)
      last.lines.push(line)
    } else paragraphs.push({ text: line.text, lines: [line] })
  }
  return paragraphs
}

import type { PrintedLine } from './pdf-lines.ts'
import { isSyllable } from './syllable.ts'

/** The space that lines may fill, in points across the page. */
export interface Column {
  left: number
  right: number
  /** The page lies on its side. */
  sideways?: boolean
}

const mark =
  /^(?:[-–+•*▪]\s|\d{1,3}(?:\.\d{1,3})*[.)](?:\s|$)|[a-zđ][.)]\s|[IVXLC]{1,6}\.?\s|(?:Điều|Chương|Mục|Phần)\s+[\dIVX]+|[Nn]ơi nhận)/
const dash = /^[-–+•*▪]\s/
// Marks that hardly ever begin a line in the middle of a sentence, unlike "- 2020" or "Điều 5".
const sureMark =
  /^(?:[-–+•*▪]\s+["“(]?\p{Lu}|\d{1,3}(?:\.\d{1,3})*[.)]\s+\p{Lu}|[a-zđ]\)\s|[IVX]{1,6}\.\s+\p{Lu})/u
// '- Cơ quan phối hợp: …' opens a line of its own wherever it stands.
const labelled = /^[-–+•*▪]\s+\p{Lu}[^:;,.]{3,40}:(?:\s|$)/u
const annexNote = /^\((?:ban hành )?kèm theo /i
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
function sharesCentre(above: PrintedLine, below: PrintedLine, column: Column): boolean {
  const middles = (above.x0 + above.x1 - below.x0 - below.x1) / 2
  const apart = Math.abs(above.x0 - below.x0) > 4 || (isCentred(above, column) && isCentred(below, column))
  return Math.abs(middles) < 3 && apart && !isFirstOfRagged(above, below, column)
}

/** The indented first line of running text set ragged, over a line that begins at the margin. */
function isFirstOfRagged(above: PrintedLine, below: PrintedLine, column: Column): boolean {
  const indent = above.x0 - below.x0
  return column.right - column.left > 250 && below.x0 - column.left <= 8 && indent > 0 && indent < 45
}

/** Room of the same width left and right, more than a first line's indent. */
function isCentred(line: PrintedLine, column: Column): boolean {
  const [before, after] = [line.x0 - column.left, column.right - line.x1]
  return before > 45 && after > 45 && Math.abs(before - after) < 8
}

/** Would the first word of `below` still have fitted behind `above`? Then somebody ended the paragraph there. */
function wouldFit(above: PrintedLine, below: PrintedLine, column: Column): boolean {
  const room = sharesCentre(above, below, column) ? column.right - column.left : column.right - above.x0
  // Words that barely would have fitted are no evidence; a line that goes on in small letters asks for more.
  const slack = /^\p{Ll}/u.test(below.text) ? 0.7 : 0.1
  return above.x1 - above.x0 + above.size * 0.26 + below.firstWord <= room - above.size * slack
}

function opensBracket(text: string): boolean {
  return text.startsWith('(') && !text.includes(')')
}

/** Two lines that follow one another, with the first line of the upper one's paragraph. */
interface Meeting {
  first: PrintedLine
  above: PrintedLine
  below: PrintedLine
  /** Indents of the three in their pages' columns, points. */
  indents: { first: number; above: number; below: number }
}

/** Lines of an item that hang begin under the first word behind its mark. */
function standsUnderText(above: PrintedLine, below: PrintedLine): boolean {
  const text = above.spans[1]
  return mark.test(above.text) && text !== undefined && Math.abs(text.x0 - below.x0) < 3
}

/** A list mark at the indent where paragraphs begin parts even lines that are full and end without a stop. */
function isMarkedStart({ first, above, below, indents }: Meeting): boolean {
  if (!sureMark.test(below.text) || indents.below <= 8) return false
  if (first === above) return indents.below > indents.above - 7 && !standsUnderText(above, below)
  return Math.abs(indents.above - indents.first) > 7 && Math.abs(indents.below - indents.first) <= 7
}

/** A heading in bold ends where plain text begins, unless that goes on at the margin in small letters. */
function endsHeading({ first, above, below, indents }: Meeting): boolean {
  const turns = first.bold > 0.7 && above.bold > 0.7 && below.bold < 0.1 && /\p{L}/u.test(below.text)
  return turns && (sureMark.test(below.text) || (!/^\p{Ll}/u.test(below.text) && indents.below > 8))
}

function startsNew(
  first: PrintedLine,
  above: PrintedLine,
  below: PrintedLine,
  columnFor: (page: number) => Column,
  leading: number,
): boolean {
  const [column, next] = [columnFor(above.page), columnFor(below.page)]
  const step = below.y - above.y
  const samePage = above.page === below.page
  const usual = leading * below.size
  if (samePage && (step > Math.max(usual * 1.22, usual + 4) || step <= 0)) return true
  if (samePage && step > usual + 1.8 && sureMark.test(below.text)) return true
  if (!samePage && column.sideways !== next.sideways) return true
  if (Math.abs(above.size - below.size) > 1.6 || annexNote.test(below.text)) return true
  if (labelled.test(below.text)) return true
  if (/^[-–+•*▪]$/.test(above.text) || opensBracket(above.text)) return false
  const runsOn = /^\p{Ll}/u.test(below.text) && !mark.test(below.text) && !closed.test(above.text)
  if (runsOn && samePage && sharesCentre(above, below, column)) return false
  if (wouldFit(above, below, column)) return true
  if (dash.test(below.text) && (closed.test(above.text) || dash.test(above.text))) return true
  if (mark.test(below.text) && closed.test(above.text)) return true
  const [from, to] = [above.x0 - column.left, below.x0 - next.left]
  const indents = { first: first.x0 - columnFor(first.page).left, above: from, below: to }
  const meeting = { first, above, below, indents }
  if (isMarkedStart(meeting) || endsHeading(meeting)) return true
  if (samePage && sharesCentre(above, below, column)) return false
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
    const first = last?.lines[0]
    if (last && above && first && !startsNew(first, above, line, columnFor, leading)) {
      last.text = joinWords(last.text, line.text)
      last.lines.push(line)
    } else paragraphs.push({ text: line.text, lines: [line] })
  }
  return paragraphs
}

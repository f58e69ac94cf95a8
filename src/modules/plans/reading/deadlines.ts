import type { PeriodKind } from '../../../lib/calendar/period.ts'
import { scanAgencies } from './agency.ts'
import { clausesOf, sentencesOf } from './sentences.ts'
import { cut, fold, join, type Strand, trim, wordsOf } from './strand.ts'

/** A report that is due: one for each printed period. `period` null: a day is printed but no period. */
export interface FoundDeadline {
  readonly period: PeriodKind | null
  readonly due: string | null
  readonly to: string | null
  readonly via: string | null
  readonly strand: Strand
  readonly dueStrand: Strand | null
}

interface Mark {
  readonly kind: 'period' | 'due'
  readonly period: PeriodKind | null
  readonly start: number
  readonly end: number
  readonly text: Strand
}

const PERIODS: readonly [PeriodKind, RegExp][] = [
  ['half-year', /(?<![0-9])(?:0?6|sau)\s+thang(?:\s+(?:dau|cuoi)\s+nam)?|(?<![a-z])nua nam|so ket|ban nien/g],
  ['nine-month', /(?<![0-9])(?:0?9|chin)\s+thang(?:\s+dau\s+nam)?/g],
  [
    'quarter',
    /(?<![a-z])quy(?![a-z]|\s+(?:dinh|che|trinh|mo|hoach|tac|luat|uoc|chuan))(?:\s+(?:i{1,3}|iv|[1-4])(?![a-z0-9]))?/g,
  ],
  ['month', /(?<=(?:hang|moi|tung|ky|bao cao|,|\()\s{0,2})thang(?![a-z]|\s*\d)/g],
  [
    'year',
    /(?<=(?:hang|moi|ca|bao cao|ky|va|,|\(|thang|quy|quy i{1,3}|quy iv|tong ket|hoac|\/|;|-)\s{0,2})(?:tong ket\s+)?nam(?![a-z]|\s*(?:truoc(?!\s+(?:ngay|\d))|sau|tiep))/g,
  ],
]

const DUE =
  /(?:truoc|cham nhat|muon nhat|khong qua|khong muon hon|xong truoc|vao|den)(?:\s+(?:la|vao|truoc|den))?(?:\s+het)?\s+(?:ngay\s+)?[0-9lo]{1,2}(?:\s*(?:\/|-)\s*[0-9lo]{1,2}(?:\s*\/\s*\d{4})?|\s+thang\s+[0-9lo]{1,2}(?:\s+nam\s+\d{4})?|\s+(?:cua\s+)?(?:thang|quy)\s*(?:cuoi cung|cuoi|dau tien|dau|giua|thu \w+|tiep theo|sau|truoc)(?:\s+(?:cua\s+)?(?:moi\s+|hang\s+|tung\s+)?(?:quy|ky bao cao|ky|nam))?(?:\s+(?:bao cao|tiep theo|sau))?|\s+(?:hang|moi)\s+thang|(?<=ngay\s+[0-9lo]{1,2})(?![0-9/]))(?:\s+(?:hang nam|hang quy|moi nam))?/g
const MORE_DAYS =
  /^\s*(?:,|va|;)\s*(?:truoc\s+)?((?:ngay\s+)?[0-9]{1,2}\s*(?:\/|-)\s*[0-9]{1,2}(?:\s*\/\s*\d{4})?|ngay\s+[0-9]{1,2}\s+thang\s+[0-9]{1,2}(?:\s+nam\s+\d{4})?)(?:\s+(?:hang nam|moi nam))?/

/** The report duties one paragraph lays down. */
export function findDeadlines(paragraph: Strand): FoundDeadline[] {
  const found: FoundDeadline[] = []
  for (const sentence of sentencesOf(paragraph)) {
    if (!/bao cao|so ket|tong hop/.test(sentence.bare)) continue
    found.push(...readSentence(sentence))
  }
  return found
}

function readSentence(sentence: Strand): FoundDeadline[] {
  const parts = dutyParts(sentence)
  return parts.flatMap((part) => {
    const marks = withoutOtherDues(part, marksOf(part))
    const periods = marks.filter((mark) => mark.kind === 'period')
    const dues = marks.filter((mark) => mark.kind === 'due')
    if (!isDuty(part, periods, dues)) return []
    const { to, via } = addressee(part)
    const make = (period: PeriodKind | null, due: Mark | null, at: Mark): FoundDeadline => ({
      period,
      due: due === null ? null : wordsOf(due.text),
      to,
      via,
      strand: at.text,
      dueStrand: due?.text ?? null,
    })
    return pair(marks, make)
  })
}

/** A sentence with several unrelated ';' clauses is read clause by clause, unless the list of periods runs over them. */
function dutyParts(sentence: Strand): Strand[] {
  const clauses = clausesOf(sentence)
  if (clauses.length === 1) return clauses
  const parts: Strand[] = []
  for (const clause of clauses) {
    const before = parts.at(-1)
    const marked = marksOf(clause).length > 0
    if (before !== undefined && marked && marksOf(before).length > 0)
      parts[parts.length - 1] = join([before, clause], '; ')
    else parts.push(clause)
  }
  return parts
}

/** A day before the report is spoken of belongs to something else ("gửi kế hoạch trước ngày 20/3 và báo cáo …"). */
function withoutOtherDues(part: Strand, marks: readonly Mark[]): Mark[] {
  const report = part.bare.indexOf('bao cao')
  return marks.filter((mark, k) => {
    if (mark.kind === 'period' || mark.start > report) return true
    return (
      k > 0 ||
      /^\s*(?:doi voi|\(|,?\s*(?:gui|nop|hoan thanh|thuc hien|co)?\s*bao cao)/.test(part.bare.slice(mark.end))
    )
  })
}

function marksOf(part: Strand): Mark[] {
  const marks: Mark[] = []
  const add = (kind: Mark['kind'], period: PeriodKind | null, start: number, end: number): void => {
    if (marks.some((mark) => start < mark.end && end > mark.start)) return
    marks.push({ kind, period, start, end, text: trim(cut(part, start, end)) })
  }
  for (const match of part.bare.matchAll(DUE)) {
    add('due', ownPeriod(match[0]), match.index, match.index + match[0].length)
    let end = match.index + match[0].length
    for (
      let more = MORE_DAYS.exec(part.bare.slice(end));
      more !== null;
      more = MORE_DAYS.exec(part.bare.slice(end))
    ) {
      const start = end + more[0].indexOf(more[1] ?? '')
      const first = /^\S+/.exec(match[0])?.[0].length ?? 0
      const dayWord = /ngay/.test(more[1] ?? '') ? first : (/^\S+\s+ngay/.exec(match[0])?.[0].length ?? first)
      end += more[0].length
      const text = join([cut(part, match.index, match.index + dayWord), trim(cut(part, start, end))], ' ')
      marks.push({ kind: 'due', period: null, start, end, text })
    }
  }
  for (const [period, pattern] of PERIODS) {
    for (const match of part.bare.matchAll(pattern)) {
      if (
        period === 'year' &&
        /^\s*(?:\d{4})/.test(part.bare.slice(match.index + match[0].length)) &&
        !/bao cao(?: tong ket)?\s*$/.test(part.bare.slice(0, match.index))
      )
        continue
      if (period === 'quarter' && /(?:trong|cuoi|thang|tu|den)\s*$/.test(part.bare.slice(0, match.index)))
        continue
      add('period', period, match.index, match.index + match[0].length)
    }
  }
  return marks.sort((a, b) => a.start - b.start)
}

function ownPeriod(due: string): PeriodKind | null {
  if (/(?:hang|moi) thang/.test(due)) return 'month'
  if (/quy/.test(due)) return 'quarter'
  if (/(?:hang|moi) nam/.test(due)) return 'year'
  return null
}

function isDuty(part: Strand, periods: readonly Mark[], dues: readonly Mark[]): boolean {
  if (periods.length === 0 && dues.length === 0) return false
  const near = periods[0] ?? dues[0]
  if (near === undefined) return false
  const around = part.bare.slice(Math.max(0, near.start - 160), near.end + 160)
  if (!/bao cao/.test(around)) return false
  if (periods.length > 0 && dues.length === 0) {
    return /dinh ky|hang (?:thang|quy|nam)|bao cao (?:hang )?(?:thang|quy|0?6 thang|nam)|bao cao[^.;]{0,80}\((?:[^()]{0,20})(?:quy|0?6 thang|nam)|bao cao (?:ket qua|tinh hinh)[^.;]{0,60}(?:quy|0?6 thang)|(?:0?6 thang|quy)[^.;]{0,20}nam/.test(
      part.bare,
    )
  }
  return true
}

/** Puts each day to its period: side by side, or one day for the whole list. */
function pair(
  marks: readonly Mark[],
  make: (period: PeriodKind | null, due: Mark | null, at: Mark) => FoundDeadline,
): FoundDeadline[] {
  const periods = marks.filter((mark) => mark.kind === 'period')
  const dues = marks.filter((mark) => mark.kind === 'due')
  if (periods.length === 0) return dues.map((due) => make(due.period, due, due))
  if (dues.length === 0) return periods.map((period) => make(period.period, null, period))
  if (dues.length === 1 && !isTail(marks))
    return periods.map((period) => make(period.period, dues[0] ?? null, period))
  if (dues.length === periods.length) {
    return periods.map((period, k) => make(period.period, dues[k] ?? null, period))
  }
  const dueFirst = marks[0]?.kind === 'due' && marks.at(-1)?.kind === 'period'
  const taken = new Map<Mark, Mark>()
  for (const due of dues) {
    const candidates = periods.filter((period) => !taken.has(period))
    const before = candidates.filter((period) => period.end <= due.start)
    const own = candidates.find((period) => due.period !== null && period.period === due.period)
    const choice =
      own ??
      (dueFirst ? candidates.find((period) => period.start >= due.end) : before.at(-1)) ??
      candidates[0]
    if (choice !== undefined) taken.set(choice, due)
  }
  return shareBackwards(periods, taken, dueFirst).map(([period, due]) => make(period.period, due, period))
}

/** "quý, 6 tháng (trước ngày 05/6), năm (…)": a period without a day of its own takes the next one in its group. */
function shareBackwards(
  periods: readonly Mark[],
  taken: ReadonlyMap<Mark, Mark>,
  dueFirst: boolean,
): [Mark, Mark | null][] {
  return periods.map((period, k) => {
    const own = taken.get(period)
    if (own !== undefined || dueFirst) return [period, own ?? null]
    const next = periods.slice(k + 1).find((other) => taken.has(other))
    const close = next !== undefined && next.start - period.end < 8
    return [period, close ? (taken.get(next) ?? null) : null]
  })
}

/** One day after a list where only the last period is next to it in its own clause. */
function isTail(marks: readonly Mark[]): boolean {
  const dueAt = marks.findIndex((mark) => mark.kind === 'due')
  const last = marks[dueAt - 1]
  const earlier = marks[dueAt - 2]
  return last !== undefined && earlier !== undefined && last.start - earlier.end > 30
}

const TO =
  /(?:bao cao|gui|ve|cho|trinh)\s+(?:ve\s+|cho\s+)?(?=(?:chu tich |thuong truc |van phong )?(?:ubnd|uy ban|so|bo|van phong|phong|ban|trung tam|hdnd|tinh uy|thanh uy|thuong truc|chu tich))/g

function addressee(part: Strand): { to: string | null; via: string | null } {
  let best: { name: string; via: string | null; sent: boolean } | null = null
  for (const match of part.bare.matchAll(TO)) {
    const run = scanAgencies(part, match.index + match[0].length)
    const name = run?.names[0]
    if (run === null || name === undefined) continue
    const note = /^\s*\((?:qua|thong qua)\s+([^()]{2,80})\)/.exec(part.text.slice(run.end))
    const sent = /(?:gui|ve)\s/.test(match[0])
    if (best === null || (sent && !best.sent)) {
      best = {
        name: fold(wordsOf(name) + (note === null ? '' : ` ${note[0].trim()}`)),
        via: note?.[1] === undefined ? null : fold(note[1]),
        sent,
      }
    }
    if (sent) break
  }
  return { to: best?.name ?? null, via: best?.via ?? null }
}

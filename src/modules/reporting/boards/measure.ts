import type { Day } from '../../../lib/calendar/day.ts'
import type { DutyKind } from '../obligation.ts'

/** What an obligation counts as: how its report stands, or why none is owed. */
export const countedAs = [
  'on_time',
  'late',
  'nil',
  'empty',
  'returned',
  'waiting',
  'overdue',
  'not_due',
  'waived',
  'ended',
] as const
export type CountedAs = (typeof countedAs)[number]

/**
 * Whose map of units: those of the day of knowledge, or today's. Rows of units that are gone by then count for their
 * heirs, through mergers; where a unit was split, for the heir with the greatest share, so that no row counts twice.
 */
export const maps = ['then', 'today'] as const
export type UnitMap = (typeof maps)[number]

/** Which obligations are counted, as what was known of them on a day. */
export interface Scope {
  provinceId: number
  /** What was known at the end of this day counts. */
  asOf: Day
  today: Day
  map: UnitMap
  /** The units that the asker reaches, on today's map; undefined: the whole province. */
  reach?: readonly number[] | undefined
  /** This unit and all below it, on the map. */
  under?: number | undefined
  year?: number | undefined
  /** Years from this one on, to `year`. */
  fromYear?: number | undefined
  periodKind?: DutyKind | undefined
  period?: string | undefined
  programme?: string | undefined
  dutyId?: number | undefined
}

/** What a measure is taken by. `parent`: the unit directly above, on the map. */
export const sides = ['unit', 'parent', 'level', 'period', 'duty', 'programme'] as const
export type Side = (typeof sides)[number]

export type SideKeys = Partial<Record<Side, string | number | null>>

export interface Measure {
  /** What the figures are of: `{ unit: 7, period: '2026-Q1' }`; `{}`: everything. */
  keys: SideKeys
  /** Obligations that stand: neither waived nor ended. */
  expected: number
  /** Of these, what has come due or is there already: what shares are taken of. Invited bodies are never due. */
  due: number
  counts: Record<CountedAs, number>
  /** How many times reports were given back. */
  returns: number
  /** Mean of the received reports' completeness, 0 to 1; null when there is none. */
  completeness: number | null
  /** Median of the days by which late reports were late. */
  medianDaysLate: number | null
  /** Days since the due day of what is overdue longest. */
  longestOverdue: number | null
  /** The obligation, where the figures are of a single one. */
  obligationId: number | null
}

/** What a figure counts; its rows are found by the same word. */
export const parts = ['expected', 'due', 'received', ...countedAs] as const
export type Part = (typeof parts)[number]

/** One obligation as the lists behind figures show it. */
export interface BoardRow {
  obligationId: number
  reportId: number | null
  dutyId: number
  dutyName: string
  programme: string
  period: string
  year: number
  /** The unit of the map that it counts for, and the one that owed it. */
  unitId: number
  ownUnitId: number
  ownUnitName: string
  dueDay: Day
  invited: boolean
  submittedDay: Day | null
  countedAs: CountedAs
  /** By which a late report was late, or since an overdue one fell due. */
  days: number | null
  completeness: number | null
  returns: number
}

/** The rows of one group that count as the same thing: what measures are summed up from. */
export interface Counted {
  counted: CountedAs
  n: number
  /** Of these, whose due day has passed and who were not only invited. */
  passed: number
  /** How many times they were given back. */
  returns: number
  /** Sum of completeness in ten-thousandths, and of how many. */
  full: number | null
  judged: number
  /** By how many days each was late. */
  days: readonly number[] | null
  /** The longest time since a due day, in days. */
  oldest: number
  /** The smallest number of an obligation. */
  first: number
}

/** One measure of all these rows together. */
export function measureOf(rows: Iterable<Counted>, keys: SideKeys): Measure {
  const counts = Object.fromEntries(countedAs.map((c) => [c, 0])) as Record<CountedAs, number>
  const sum = { returnedDue: 0, returns: 0, full: 0, judged: 0 }
  const late: number[] = []
  let longest: number | null = null
  let only: number | null = null
  for (const row of rows) {
    counts[row.counted] += row.n
    only = row.first
    if (row.counted === 'waived' || row.counted === 'ended') continue
    sum.returns += row.returns
    if (row.counted === 'returned') sum.returnedDue += row.passed
    if (row.counted === 'overdue') longest = Math.max(longest ?? row.oldest, row.oldest)
    if (row.days) late.push(...row.days)
    if (!handedIn.has(row.counted)) continue
    sum.full += row.full ?? 0
    sum.judged += row.judged
  }
  const { on_time, late: lateOnes, nil, empty, returned, waiting, overdue, not_due } = counts
  const here = on_time + lateOnes + nil + empty
  const expected = here + returned + waiting + overdue + not_due
  return {
    keys,
    expected,
    due: here + overdue + sum.returnedDue,
    counts,
    returns: sum.returns,
    completeness: sum.judged === 0 ? null : sum.full / 10_000 / sum.judged,
    medianDaysLate: median(late),
    longestOverdue: longest,
    obligationId: expected + counts.waived + counts.ended === 1 ? only : null,
  }
}

const handedIn: ReadonlySet<CountedAs> = new Set(['on_time', 'late', 'nil', 'empty'])

function median(values: number[]): number | null {
  if (values.length === 0) return null
  values.sort((a, b) => a - b)
  const middle = values.length >> 1
  const [upper = 0, lower = 0] = [values[middle], values[values.length % 2 === 0 ? middle - 1 : middle]]
  return (lower + upper) / 2
}

/** Handed in and not given back: in time, late, without content, or to say that nothing happened. */
export function received({ counts }: Pick<Measure, 'counts'>): number {
  return counts.on_time + counts.late + counts.nil + counts.empty
}

/**
 * Part of what has come due that was handed in, in time and with content; null while nothing is due. A report that
 * nothing happened counts neither for nor against.
 */
export function onTimeShare(measure: Pick<Measure, 'counts' | 'due'>): number | null {
  const due = measure.due - measure.counts.nil
  return due === 0 ? null : measure.counts.on_time / due
}

/** 0.8999 → '89 %': rounded down, so that 100 % means all. */
export function showShare(share: number | null): string {
  return share === null ? '–' : `${Math.floor(share * 100 + 1e-9)} %`
}

/** The worst first: most overdue and empty, then least in time. */
export function worstFirst(measures: readonly Measure[]): Measure[] {
  const bad = ({ counts }: Measure) => counts.overdue + counts.empty
  return [...measures].sort(
    (a, b) =>
      bad(b) - bad(a) ||
      (onTimeShare(a) ?? 1) - (onTimeShare(b) ?? 1) ||
      (b.longestOverdue ?? 0) - (a.longestOverdue ?? 0) ||
      Number(a.keys.unit ?? 0) - Number(b.keys.unit ?? 0),
  )
}

import type { Timing } from './assignment.ts'
import type { Tally } from './tallies.sql.ts'

/** The five parts into which boards draw work; finer words stand in the lists behind them. */
export const parts = ['done', 'to_check', 'on_time', 'soon', 'late'] as const
export type Part = (typeof parts)[number]

const partOf: Record<Timing, Part> = {
  done: 'done',
  done_late: 'done',
  awaiting_check: 'to_check',
  later: 'on_time',
  no_due: 'on_time',
  due_soon: 'soon',
  due_now: 'soon',
  overdue: 'late',
}

/** Timings behind a part, for the address of its rows. */
export function timingsOf(part: Part): Timing[] {
  return (Object.keys(partOf) as Timing[]).filter((t) => partOf[t] === part)
}

/** One line of a board: what it counts and how its work stands. */
export interface BoardLine {
  key: number | null
  label: string
  /** A second line under the label. */
  detail?: string
  total: number
  parts: Record<Part, number>
  doneLate: number
  /** Done (in time or late) among all, 0 to 100, rounded down: 100 means all. */
  percent: number
}

export function lineOf(tally: Tally, label: string, detail?: string): BoardLine {
  const counts = emptyParts()
  for (const [timing, n] of Object.entries(tally.timings)) counts[partOf[timing as Timing]] += n
  const line = {
    key: tally.key,
    label,
    total: tally.total,
    parts: counts,
    doneLate: tally.timings.done_late ?? 0,
    percent: tally.total === 0 ? 0 : Math.floor((counts.done * 100) / tally.total),
  }
  return detail ? { ...line, detail } : line
}

/** All lines together. */
export function sumOf(lines: readonly BoardLine[], label: string): BoardLine {
  const counts = emptyParts()
  for (const line of lines) for (const part of parts) counts[part] += line.parts[part]
  const total = lines.reduce((n, l) => n + l.total, 0)
  return {
    key: null,
    label,
    total,
    parts: counts,
    doneLate: lines.reduce((n, l) => n + l.doneLate, 0),
    percent: total === 0 ? 0 : Math.floor((counts.done * 100) / total),
  }
}

const vietnamese = new Intl.Collator('vi')

/** The worst first: most late, then most due, then least done. */
export function worstFirst(lines: readonly BoardLine[]): BoardLine[] {
  return [...lines].sort(
    (a, b) =>
      b.parts.late - a.parts.late ||
      b.parts.soon - a.parts.soon ||
      a.percent - b.percent ||
      vietnamese.compare(a.label, b.label),
  )
}

function emptyParts(): Record<Part, number> {
  return { done: 0, to_check: 0, on_time: 0, soon: 0, late: 0 }
}

import { type Day, showDay } from '../../../lib/calendar/day.ts'
import type { DeadlineRule } from '../../../lib/calendar/deadline-rule.ts'
import { type Period, type PeriodKind, periodName, periodsBetween } from '../../../lib/calendar/period.ts'
import { printDeadline } from '../../../lib/calendar/print-deadline.ts'
import { readDeadline } from '../../../lib/calendar/read-deadline.ts'
import type { WorkingDayPolicy } from '../obligation.ts'
import type { CutoffRule } from './cutoffs.sql.ts'
import { dueOf, windowOf } from './slots.ts'

export interface Asked {
  periodKind: PeriodKind
  parts: readonly number[] | null
  printed: string
  workingDays: WorkingDayPolicy
  source: string
  cutoffs: readonly CutoffRule[]
  /** The rule that is kept; read from `printed` where absent. */
  rule?: DeadlineRule | null
  /** The first day on which the duty no longer holds. */
  validTo?: Day | null
}

export interface Understood {
  rule: DeadlineRule
  /** The rule in standard words: what the program takes it to say. */
  words: { vi: string; en: string }
  /** The next periods to fall due, at most four. */
  next: {
    name: { vi: string; en: string }
    window: string
    due: Day
    why: { vi: string; en: string }
    early: boolean
    /** The day on which the data closes. */
    closes: Day
  }[]
}

/** What the program takes a typed deadline to say, and the days that follow; null where it is not understood. */
export function understand(asked: Asked, today: Day): Understood | null {
  const rule = asked.rule ?? readDeadline(asked.printed, asked.periodKind)
  if (!rule) return null
  const year = Number(today.slice(0, 4))
  const periods = periodsBetween(asked.periodKind, year - 1, year + 2)
  const next = periods
    .filter((p) => asked.parts === null || asked.parts.includes(p.number))
    .flatMap((p) => dayOfPeriod(asked, rule, p) ?? [])
    .filter((p) => p.due >= today && (!asked.validTo || p.closes < asked.validTo))
    .slice(0, 4)
  return { rule, words: printDeadline(rule), next }
}

function dayOfPeriod(asked: Asked, dueRule: DeadlineRule, period: Period): Understood['next'][number] | null {
  const window = windowOf(asked.cutoffs, period)
  const duty = { dueRule, dueAsPrinted: asked.printed, workingDays: asked.workingDays, source: asked.source }
  const found = dueOf(duty, period, window.to)
  return found
    ? {
        ...found,
        name: periodName(period),
        window: `${showDay(window.from)} – ${showDay(window.to)}`,
        early: found.due < window.to,
        closes: window.to,
      }
    : null
}

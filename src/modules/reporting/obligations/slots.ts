import { namedDay } from '../../../lib/calendar/cutoffs.ts'
import { type Day, showDay } from '../../../lib/calendar/day.ts'
import { appliesTo, deadlineFor } from '../../../lib/calendar/deadline.ts'
import type { DeadlineRule, WorkingDayPolicy as RulePolicy } from '../../../lib/calendar/deadline-rule.ts'
import { type GivenDays, MissingDay } from '../../../lib/calendar/due-day.ts'
import {
  type Period,
  periodCode,
  periodSpan,
  periodsBetween,
  type Span,
} from '../../../lib/calendar/period.ts'
import type { Duty, WorkingDayPolicy } from '../obligation.ts'
import type { CutoffRule } from './cutoffs.sql.ts'

/** One period of a duty with its days: who owes it is another question. */
export interface Slot {
  dutyId: number
  /** '2026-Q1'; '2026-10-31' of a report asked for once */
  period: string
  year: number
  /** The days whose work is reported. */
  from: Day
  to: Day
  /** The day on which the data is closed. */
  cutoff: Day
  /** The last day in time. */
  due: Day
  why: { vi: string; en: string }
  /** The day on which it is settled who owes: when the period begins to count. */
  reckoned: Day
}

export type Timed = Pick<
  Duty,
  | 'id'
  | 'periodKind'
  | 'parts'
  | 'cutoffSetId'
  | 'dueRule'
  | 'dueAsPrinted'
  | 'workingDays'
  | 'source'
  | 'consolidatedById'
  | 'validFrom'
  | 'validTo'
> &
  Partial<Pick<Duty, 'once' | 'state'>>

const policies: Record<WorkingDayPolicy, RulePolicy | undefined> = {
  // What the rule itself says of days off holds then.
  as_printed: undefined,
  next: 'next-working-day',
  previous: 'previous-working-day',
}

/** Turns the duties of a province into days. A rule may count from the day of the level above or below. */
export interface DayBook {
  /** The slots of a duty whose periods lie in these years; none where no due rule is understood. */
  slots(duty: Timed, firstYear: number, lastYear: number): Slot[]
}

export function dayBook(duties: readonly Timed[], cutoffs: readonly CutoffRule[]): DayBook {
  const byId = new Map(duties.map((d) => [d.id, d]))
  const known = new Map<string, Slot | null>()
  const slot = (duty: Timed, period: Period): Slot | null => {
    if (duty.periodKind === 'once') return null
    const key = `${duty.id} ${periodCode(period)}`
    const had = known.get(key)
    if (had !== undefined) return had
    // A circle of duties that count from each other ends here without a day.
    known.set(key, null)
    const made = makeSlot(duty, period, windowOf(cutoffsOf(duty, cutoffs), period), () =>
      around(duty, period),
    )
    known.set(key, made)
    return made
  }
  const around = (duty: Timed, period: Period): Pick<GivenDays, 'above' | 'below'> => {
    const above = duty.consolidatedById === null ? undefined : byId.get(duty.consolidatedById)
    const below = duties
      .filter((d) => d.consolidatedById === duty.id)
      .flatMap((d) => slot(d, period)?.due ?? [])
    return { above: above ? slot(above, period)?.due : undefined, below: below.sort().at(-1) }
  }
  return {
    slots: (duty, firstYear, lastYear) =>
      duty.periodKind === 'once'
        ? onceSlot(duty)
        : periodsBetween(duty.periodKind, firstYear, lastYear)
            .filter((p) => duty.parts === null || duty.parts.includes(p.number))
            .flatMap((p) => slot(duty, p) ?? [])
            .filter((s) => isWithin(duty, s)),
  }
}

/** The only slot of a report asked for once; none once the duty has ended. Who owes it is settled on the day it is asked. */
function onceSlot({ id: dutyId, once, state, source, validFrom }: Timed): Slot[] {
  if (!once || state === 'ended') return []
  const { from, to, due } = once
  const day = showDay(due)
  return [
    {
      ...{ dutyId, period: to, year: Number(due.slice(0, 4)), from, to, cutoff: to, due },
      why: {
        vi: `Hạn của báo cáo đột xuất này là hết ngày ${day}, theo ${source}.`,
        en: `This report is asked for once, by the end of ${day} (${source}).`,
      },
      reckoned: validFrom,
    },
  ]
}

/** Owed are the periods whose data closes while the duty is valid; never what fell due before it began. */
function isWithin(duty: Timed, slot: Slot): boolean {
  const begun = slot.cutoff >= duty.validFrom && slot.due >= duty.validFrom
  return begun && (duty.validTo === null || slot.cutoff < duty.validTo)
}

function cutoffsOf(duty: Timed, cutoffs: readonly CutoffRule[]): CutoffRule[] {
  return cutoffs.filter((r) => r.setId === duty.cutoffSetId)
}

function makeSlot(
  duty: Timed,
  period: Period,
  window: Span,
  around: () => Pick<GivenDays, 'above' | 'below'>,
): Slot | null {
  const found = dueOf(duty, period, window.to, around)
  if (!found) return null
  const { due, why } = found
  const reckoned = laterOf(window.from, duty.validFrom)
  const code = periodCode(period)
  return {
    dutyId: duty.id,
    period: code,
    year: period.year,
    ...window,
    cutoff: window.to,
    due,
    why,
    reckoned,
  }
}

/** The last valid day and why; null where there is no rule, or it says nothing for this period. */
export function dueOf(
  duty: Pick<Timed, 'dueRule' | 'dueAsPrinted' | 'workingDays' | 'source'>,
  period: Period,
  cutoff: Day,
  around: () => Pick<GivenDays, 'above' | 'below'> = () => ({}),
): { due: Day; why: { vi: string; en: string } } | null {
  const rule = duty.dueRule
  if (rule === null) return null
  const given = { cutoff, ...(countsFromLevel(rule) ? around() : {}) }
  try {
    if (!appliesTo(rule, period, given)) return null
    const policy = policies[duty.workingDays]
    return deadlineFor({ rule, period, ...given, policy, source: duty.source, printed: duty.dueAsPrinted })
  } catch (error) {
    if (error instanceof MissingDay) return null
    throw error
  }
}

function countsFromLevel(rule: DeadlineRule): boolean {
  return /"at":"(?:above|below)"/.test(JSON.stringify(rule))
}

/** From which to which day the figures run: by the set of cut-offs where it has the period, else by the calendar. */
export function windowOf(cutoffs: readonly CutoffRule[], period: Period): Span {
  const span = periodSpan(period)
  const ofKind = cutoffs.filter((r) => r.periodKind === period.kind)
  const rule = ofKind.find((r) => r.part === period.number) ?? ofKind.find((r) => r.part === 0)
  if (!rule) return span
  return {
    from: namedDay(rule.fromRule, period) ?? span.from,
    to: namedDay(rule.cutoffRule, period) ?? span.to,
  }
}

function laterOf(a: Day, b: Day): Day {
  if (a < b) return b
  return a
}

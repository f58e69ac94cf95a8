import type { Day } from '../../lib/calendar/day.ts'
import { appliesTo, deadlineFor } from '../../lib/calendar/deadline.ts'
import { MissingDay } from '../../lib/calendar/due-day.ts'
import { periodCode, periodsBetween } from '../../lib/calendar/period.ts'
import type { Plan, ReportDuty } from './plan.ts'

/** The last valid day of each report a duty asks for in a year, and why. */
export interface ReportDate {
  period: string
  due: Day
  why: { vi: string; en: string }
}

/** Empty where the plan gives no date, or one that counts from a day it does not know. */
export function reportDates(
  { period: kind, dueRule: rule, dueAsPrinted: printed }: ReportDuty,
  plan: Pick<Plan, 'number'>,
  year: number,
): ReportDate[] {
  if (kind === 'ad-hoc' || !rule) return []
  const source = plan.number ? `Kế hoạch số ${plan.number}` : null
  try {
    return periodsBetween(kind, year, year)
      .filter((period) => appliesTo(rule, period))
      .map((period) => ({
        period: periodCode(period),
        ...deadlineFor({ rule, period, source, printed }),
      }))
  } catch (fault) {
    if (fault instanceof MissingDay) return []
    throw fault
  }
}

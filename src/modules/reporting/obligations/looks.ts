import type { Day } from '../../../lib/calendar/day.ts'
import type { StatusLook } from '../../../ui/tag.tsx'
import { type Standing, standingOf } from '../report.ts'
import type { ObligationRow } from './lists.sql.ts'

/** How an obligation stands for people: as boards count it, or that it is owed no more. */
export type Shown = Standing | 'waived' | 'ended'

export function shownAs(
  o: Pick<
    ObligationRow,
    'state' | 'dueDay' | 'invited' | 'reportState' | 'submittedDay' | 'isEmpty' | 'isNil'
  >,
  today: Day,
): Shown {
  return o.state === 'owed' ? standingOf({ ...o, state: o.reportState }, today) : o.state
}

export const shownLooks: Record<Shown, StatusLook> = {
  on_time: { tone: 'good', icon: 'done' },
  late: { tone: 'warn', icon: 'late' },
  nil: { tone: 'quiet', icon: 'minus' },
  empty: { tone: 'bad', icon: 'circle' },
  returned: { tone: 'bad', icon: 'return' },
  waiting: { tone: 'info', icon: 'edit' },
  overdue: { tone: 'bad', icon: 'warning' },
  not_due: { tone: 'quiet', icon: 'clock' },
  waived: { tone: 'quiet', icon: 'check' },
  ended: { tone: 'quiet', icon: 'stop' },
}

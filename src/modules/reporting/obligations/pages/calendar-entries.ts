import type { Day } from '../../../../lib/calendar/day.ts'
import type { Month } from '../month.ts'

export type { Month } from '../month.ts'

/** One line of a day. */
export interface Entry {
  key: string
  kind: 'report' | 'task'
  day: Day
  title: { vi: string; en: string }
  note: { vi: string; en: string }
  href: string
  /** Nothing is left to do. */
  done: boolean
  late: boolean
}

export interface CalendarPageProps {
  month: Month
  whose: 'mine' | 'below' | 'province'
  /** Which views of whose the reader may choose. */
  choices: readonly CalendarPageProps['whose'][]
  entries: readonly Entry[]
  daysOff: ReadonlyMap<Day, { vi: string; en: string }>
  today: Day
  address: (change: { month?: string; whose?: string; view?: string }) => string
}

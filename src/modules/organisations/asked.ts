import { type Day, dayOf, parseDay } from '../../lib/calendar/day.ts'
import type { Request } from '../../lib/http/route.ts'

/** The day asked for by `?day=`, today when there is none or none that exists. */
export function dayAsked(c: Request): { day: Day; today: Day } {
  const today = dayOf(c.get('now'))
  return { day: parseDay(c.req.query('day') ?? '') ?? today, today }
}

/** The id in the address; 0, which nothing has, where it is no number. */
export function idAsked(c: Request): number {
  return idIn(c.req.param('id') ?? '')
}

export function idIn(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

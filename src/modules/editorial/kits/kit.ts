import type { Day } from '../../../lib/calendar/day.ts'

export const ways = ['mail', 'paper', 'conference', 'other'] as const
export type Way = (typeof ways)[number]

/** A press kit in somebody's hands (QNG-11). */
export interface Handover {
  id: number
  itemId: number
  outletId: number | null
  outletName: string | null
  recipient: string
  day: Day
  way: Way
  note: string
  notedByName: string
  struck: boolean
}

/** What is asked of a hand-over. */
export type HandoverFacts = Pick<Handover, 'outletId' | 'recipient' | 'day' | 'way' | 'note'>

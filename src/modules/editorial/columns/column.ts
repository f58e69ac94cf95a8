import { addDays, type Day } from '../../../lib/calendar/day.ts'

export const cadences = ['weekly', 'fortnightly', 'monthly'] as const
export type Cadence = (typeof cadences)[number]

/** How a column is run. `onDay`: 1 Monday … 7 Sunday, or the day of the month. */
export interface ColumnPlan {
  columnId: number
  unitId: number
  outletId: number | null
  cadence: Cadence
  onDay: number
  starts: Day
  ends: Day | null
}

export interface Episode {
  id: number
  columnId: number
  day: Day
  topic: string
  itemId: number | null
  itemTitle: string | null
  itemState: string | null
  isPublished: boolean
  address: string | null
  excuse: string | null
  /** Of what was aired of its item: where it is to be found, or why nowhere. Null: nothing was. */
  aired: { address: string | null; noAddressWhy: string | null } | null
  /** It is broadcast: an episode that is out needs the address of that. */
  isBroadcast: boolean
}

export type EpisodeState = 'out' | 'ready' | 'planned' | 'missed' | 'excused'

/** out: readers have it. missed: its day is past and nothing came; excused: nothing came, and somebody said why. */
export function episodeState(e: Episode, today: Day): EpisodeState {
  if (e.isPublished || e.address) return 'out'
  if (e.day < today) return e.excuse ? 'excused' : 'missed'
  return e.itemId === null ? 'planned' : 'ready'
}

/** How a column kept its rhythm over a span: of the episodes whose day has come, or that came early. */
export interface Kept {
  columnId: number
  /** Days that have come, or episodes that are out already. */
  due: number
  out: number
  missed: number
  excused: number
  /** Out in an outlet, without the address where it can be read, heard or seen. */
  unaddressed: number
}

/** Whole per cent of what was due; null where nothing was. */
export function rateOf({ due, out }: Pick<Kept, 'due' | 'out'>): number | null {
  return due === 0 ? null : Math.round((100 * out) / due)
}

export type Found = 'address' | 'reason' | 'missing'

/**
 * Where an episode that is out can be heard or seen again (YB-23): at an address, nowhere with a reason, or nobody said.
 * What is only read is on the portal; null: it is not out.
 */
export function foundAgain(e: Episode, today: Day): Found | null {
  const isOut = episodeState(e, today) === 'out' || e.aired !== null
  if (!isOut) return null
  if (e.address || e.aired?.address || (!e.isBroadcast && e.isPublished)) return 'address'
  return e.aired?.noAddressWhy ? 'reason' : 'missing'
}

/** The days of a column's episodes from `from` to `to`, both included. */
export function episodeDays(plan: ColumnPlan, from: Day, to: Day): Day[] {
  const last = plan.ends && plan.ends < to ? plan.ends : to
  const days: Day[] = []
  for (let day = plan.starts; day <= last && days.length < 500; day = addDays(day, 1))
    if (day >= from && isOn(plan, day)) days.push(day)
  return days
}

function isOn(plan: ColumnPlan, day: Day): boolean {
  if (plan.cadence === 'monthly') return Number(day.slice(8)) === Math.min(plan.onDay, lengthOfMonth(day))
  if ((new Date(`${day}T00:00:00Z`).getUTCDay() || 7) !== plan.onDay) return false
  return plan.cadence === 'weekly' || Math.floor(daysFrom(plan.starts, day) / 7) % 2 === 0
}

function lengthOfMonth(day: Day): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
}

function daysFrom(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export function columnAddress(id: number): string {
  return `/desk/columns/${id}`
}

import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { reachSettled } from '../publishing.jobs.ts'
import { type ReachScope, type Sum, selectUnsettled, sumBy, upsertSettled } from './reach.sql.ts'
import { addedMetrics, type Metric } from './reach.ts'

const beginning = '2000-01-01'

/** Reach of a publication up to and with a day. */
export interface Reach {
  /** Views of the page, audience as told, copies issued: what may be added without counting anybody twice. */
  total: number
  byChannel: { channelKind: string; amount: number }[]
  /** Everything by metric, also what is not added up (scans, clicks, reactions). */
  byMetric: Partial<Record<Metric, number>>
}

/** What the desk asks when figures were settled, to make an activity with evidence of them. */
export async function reachOf(
  db: DbOrTx,
  provinceId: number,
  publicationId: number,
  upTo: Day,
): Promise<Reach> {
  const sums = await sumBy(db, provinceId, { from: beginning, to: upTo, publicationId }, 'channel_kind')
  const byMetric: Record<string, number> = {}
  for (const s of sums) byMetric[s.metric] = (byMetric[s.metric] ?? 0) + s.amount
  const byChannel = added(sums).map(({ key, amount }) => ({ channelKind: key, amount }))
  return { total: byChannel.reduce((n, c) => n + c.amount, 0), byChannel, byMetric }
}

/** Sums by key of the metrics that may be added up, greatest first; '' stays ''. */
export function added(sums: readonly Sum[]): { key: string; amount: number }[] {
  const byKey = new Map<string, number>()
  for (const s of sums)
    if (addedMetrics.includes(s.metric as Metric)) byKey.set(s.key, (byKey.get(s.key) ?? 0) + s.amount)
  return [...byKey]
    .map(([key, amount]) => ({ key, amount }))
    .sort((a, b) => b.amount - a.amount || (a.key < b.key ? -1 : 1))
}

/** Of the codes and links: what is not added up to people, by key. */
export function followed(sums: readonly Sum[]): { key: string; amount: number }[] {
  const byKey = new Map<string, number>()
  for (const s of sums)
    if (s.metric === 'scan' || s.metric === 'click') byKey.set(s.key, (byKey.get(s.key) ?? 0) + s.amount)
  return [...byKey].map(([key, amount]) => ({ key, amount })).sort((a, b) => b.amount - a.amount)
}

/**
 * Settles what is known up to `day` (yesterday, at night): for each publication whose figures moved since they were
 * last told, raises `publishing.reach-settled`. Done twice it tells nothing twice. Returns how many were told.
 */
export async function settleReach(tx: Tx, provinceId: number, day: Day, now: Date): Promise<number> {
  const unsettled = await selectUnsettled(tx, provinceId, day)
  for (const { publicationId, total } of unsettled) {
    await upsertSettled(tx, provinceId, { publicationId, day, total }, now)
    await queueJob(tx, provinceId, reachSettled, { publicationId, day })
  }
  return unsettled.length
}

/** The days that charts show: from the first to the last, each with its figure. */
export function daily(sums: readonly Sum[], { from, to }: ReachScope, next: (day: Day) => Day) {
  const byDay = new Map(added(sums).map((s) => [s.key, s.amount]))
  const days: { day: Day; amount: number }[] = []
  for (let day = from; day <= to && days.length < 400; day = next(day))
    days.push({ day, amount: byDay.get(day) ?? 0 })
  return days
}

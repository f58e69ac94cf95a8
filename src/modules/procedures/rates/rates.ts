import { type Actor, reaches } from '../../../lib/actor.ts'
import { recordChanges } from '../../../lib/audit.ts'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { type Fault, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { canAnnounce, canPost } from '../procedures.policy.ts'
import { type BeforeAfter, beforeAfter, type Goal, type Indicator, indicators, type Rate } from './rate.ts'
import {
  deleteHeldRates,
  saveGoal,
  selectGoals,
  selectHeldRates,
  selectRates,
  upsertRates,
} from './rates.sql.ts'

/** The lead enters figures of every unit, officers and heads those of their own branch. */
export function mayEnterFor(actor: Actor, unitId: number): boolean {
  return canAnnounce(actor) || canPost(actor, { unitId })
}

/** Enters figures, or better ones of the same unit and month. Refuses months to come and units of others. */
export async function enterRates(tx: Tx, actor: Actor, rates: readonly Rate[], now: Date): Promise<void> {
  if (rates.some((r) => !mayEnterFor(actor, r.unitId)))
    throw forbidden('Đồng chí không nhập số liệu của đơn vị này.', 'You do not enter figures of this unit.')
  const today = dayOf(now)
  const faults: Fault[] = []
  if (rates.some((r) => r.month > today.slice(0, 7)))
    faults.push({ field: 'month', vi: 'Tháng này chưa đến.', en: 'This month lies ahead.' })
  if (rates.some((r) => r.sourceDay > today))
    faults.push({ field: 'sourceDay', vi: 'Ngày này chưa đến.', en: 'This day lies ahead.' })
  if (faults.length > 0) throw invalid(faults)
  const had = await selectRates(tx, actor.provinceId, [...new Set(rates.map((r) => r.unitId))])
  const same = (r: Rate) =>
    had.find((h) => h.indicator === r.indicator && h.unitId === r.unitId && h.month === r.month) ?? null
  await upsertRates(tx, actor, rates, now)
  await recordChanges(
    tx,
    actor,
    now,
    rates.map((r) => ({
      verb: 'procedures.enter-rate',
      subject: { kind: 'procedure_rate', id: `${r.indicator} ${r.unitId} ${r.month}` },
      before: same(r),
      after: r,
    })),
  )
}

/** Which months are "before", and the target. */
export async function setGoal(tx: Tx, actor: Actor, goal: Goal, now: Date): Promise<void> {
  if (!canAnnounce(actor))
    throw forbidden('Chỉ đầu mối cấp tỉnh đặt mục tiêu.', 'Only the lead of the province sets the target.')
  const before = (await selectGoals(tx, actor.provinceId)).find((g) => g.indicator === goal.indicator) ?? null
  await saveGoal(tx, actor.provinceId, goal)
  await recordChanges(tx, actor, now, [
    {
      verb: 'procedures.set-goal',
      subject: { kind: 'procedure_rate', id: goal.indicator },
      before,
      after: goal,
    },
  ])
}

/** Writes what one's sheet held, once. Returns how many figures. */
export async function takeRates(tx: Tx, actor: Actor, id: number, now: Date): Promise<number> {
  const held = await selectHeldRates(tx, actor, id)
  if (!held || held.read.faults.length > 0 || !(await deleteHeldRates(tx, actor, id))) throw notFound()
  const rates = held.read.rows.map(({ line: _, ...rate }) => rate)
  await enterRates(tx, actor, rates, now)
  return rates.length
}

export interface IndicatorSeen extends BeforeAfter {
  indicator: Indicator
  goal: Goal | null
  /** The latest figures' source and day. */
  source: string
  sourceDay: string | null
}

/** Both indicators as the figures within the actor's reach tell them; of one unit, if it is given. */
export async function indicatorsSeen(
  db: DbOrTx,
  actor: Actor,
  unitId: number | null = null,
): Promise<IndicatorSeen[]> {
  const { rates, goals } = await ratesSeen(db, actor)
  return indicators.map((indicator) => {
    const own = rates.filter((r) => r.indicator === indicator && (unitId === null || r.unitId === unitId))
    return seenOf(indicator, own, goals)
  })
}

export function seenOf(indicator: Indicator, own: readonly Rate[], goals: readonly Goal[]): IndicatorSeen {
  const goal = goals.find((g) => g.indicator === indicator) ?? null
  const latest = own.at(-1)
  return {
    ...{ indicator, goal, source: latest?.source ?? '', sourceDay: latest?.sourceDay ?? null },
    ...beforeAfter(own, goal),
  }
}

export async function ratesSeen(db: DbOrTx, actor: Actor): Promise<{ rates: Rate[]; goals: Goal[] }> {
  const units = actor.reach === 'province' ? null : [...actor.reach]
  const rates = await selectRates(db, actor.provinceId, units)
  return {
    rates: rates.filter((r) => reaches(actor, r.unitId)),
    goals: await selectGoals(db, actor.provinceId),
  }
}

import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { addDays, type Day, dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { invalid, notFound } from '../../../lib/errors.ts'
import { openColumn } from '../../publishing/publishing.ts'
import { canReview, canSee, canWrite } from '../editorial.policy.ts'
import { selectItem } from '../items/items.sql.ts'
import { refuseUnless } from '../items/loading.ts'
import { type ColumnPlan, episodeDays } from './column.ts'
import { insertEpisodes, insertPlan, selectEpisodes, selectPlans, updateEpisode } from './columns.sql.ts'

/** How far ahead episodes are planned, in days. */
const ahead = 60

export interface NewColumn extends Omit<ColumnPlan, 'columnId'> {
  vi: string
  en: string
  aboutVi: string
}

/** A column with its schedule: its public face, and its episodes for the next two months. Returns its id. */
export async function beginColumn(tx: Tx, actor: Actor, input: NewColumn, now: Date): Promise<number> {
  refuseUnless(canReview(actor, input))
  const most = input.cadence === 'monthly' ? 31 : 7
  if (input.onDay < 1 || input.onDay > most)
    throw invalid([
      { field: 'onDay', vi: 'Ngày ra chưa đúng với chu kỳ.', en: 'The day does not fit how often it comes.' },
    ])
  const { vi, en, aboutVi, ...plan } = input
  const column = { vi, en: en || vi, aboutVi, aboutEn: '', position: 0 }
  const columnId = await openColumn(tx, actor, column, now)
  await insertPlan(tx, actor.provinceId, { ...plan, columnId })
  await planEpisodes(tx, actor.provinceId, dayOf(now))
  await recordChange(tx, actor, now, {
    verb: 'column.begin',
    subject: { kind: 'column', id: columnId },
    before: null,
    after: input,
  })
  return columnId
}

/** Episodes of all columns from their beginning to two months from now; what is planned stays. */
export async function planEpisodes(tx: Tx, provinceId: number, today: Day): Promise<void> {
  for (const plan of await selectPlans(tx, provinceId)) {
    const days = episodeDays(plan, plan.starts, addDays(today, ahead))
    await insertEpisodes(tx, provinceId, plan.columnId, days)
  }
}

/** What an episode is about, which item it is, where an outlet ran it, or why it did not come. */
export async function changeEpisode(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { topic: string; itemId: number | null; address: string | null; excuse: string | null },
  now: Date,
): Promise<number> {
  const [episode] = await selectEpisodes(tx, actor.provinceId, { id, from: '2000-01-01', to: '2999-12-31' })
  const plan = (await selectPlans(tx, actor.provinceId)).find((p) => p.columnId === episode?.columnId)
  if (!episode || !plan) throw notFound()
  refuseUnless(canWrite(actor, plan))
  const item = input.itemId === null ? null : await selectItem(tx, actor.provinceId, input.itemId)
  if (input.itemId !== null && (!item || !canSee(actor, item)))
    throw invalid([{ field: 'itemId', vi: 'Không có bài này.', en: 'There is no such item.' }])
  await updateEpisode(tx, actor.provinceId, id, input)
  await recordChange(tx, actor, now, {
    verb: 'column.episode',
    subject: { kind: 'column', id: episode.columnId },
    before: { day: episode.day, topic: episode.topic, itemId: episode.itemId, address: episode.address },
    after: input,
  })
  return episode.columnId
}

import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { addDays, type Day, dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { invalid, notFound } from '../../../lib/errors.ts'
import { tellUnits } from '../../assignments/assignments.ts'
import { changeColumn, listColumns, openColumn } from '../../publishing/publishing.ts'
import { canReview, canSee, canWrite } from '../editorial.policy.ts'
import { selectItem } from '../items/items.sql.ts'
import { refuseUnless } from '../items/loading.ts'
import { type ColumnPlan, columnAddress, episodeDays, episodeState } from './column.ts'
import {
  dropEmptyEpisodes,
  insertEpisodes,
  insertPlan,
  selectEpisodes,
  selectPlans,
  updateEpisode,
  updatePlan,
} from './columns.sql.ts'

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
  refuseStrangeDay(input)
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

function refuseStrangeDay({ cadence, onDay }: Pick<ColumnPlan, 'cadence' | 'onDay'>): void {
  if (onDay >= 1 && onDay <= (cadence === 'monthly' ? 31 : 7)) return
  throw invalid([
    { field: 'onDay', vi: 'Ngày ra chưa đúng với chu kỳ.', en: 'The day does not fit how often it comes.' },
  ])
}

/**
 * Another name, another rhythm, or an end (YB-14): episodes that have a topic, an item or a reason stay; those that are
 * only planned from today on follow the new rhythm. A column that ended takes no new texts; a later day takes it up again.
 */
export async function changePlan(
  tx: Tx,
  actor: Actor,
  columnId: number,
  input: Omit<NewColumn, 'starts'>,
  now: Date,
): Promise<void> {
  const { provinceId } = actor
  const today = dayOf(now)
  const was = (await selectPlans(tx, provinceId)).find((p) => p.columnId === columnId)
  const column = (await listColumns(tx, provinceId)).find((c) => c.id === columnId)
  if (!was || !column) throw notFound()
  refuseUnless(canReview(actor, was) && canReview(actor, input))
  refuseStrangeDay(input)
  if (input.ends && input.ends < was.starts)
    throw invalid([
      {
        field: 'ends',
        vi: 'Ngày kết thúc không được trước ngày bắt đầu.',
        en: 'It cannot end before it began.',
      },
    ])
  const { vi, en, aboutVi, ...plan } = input
  const { id: _id, slug: _slug, ...face } = column
  const retired = input.ends !== null && input.ends < today
  await changeColumn(tx, actor, columnId, { ...face, vi, en: en || vi, aboutVi, retired }, now)
  await updatePlan(tx, provinceId, columnId, plan)
  await dropEmptyEpisodes(tx, provinceId, columnId, today)
  const days = episodeDays({ ...was, ...plan }, today, addDays(today, ahead))
  await insertEpisodes(tx, provinceId, columnId, days)
  await recordChange(tx, actor, now, {
    verb: 'column.change',
    subject: { kind: 'column', id: columnId },
    before: was,
    after: input,
  })
}

/** In the night: who runs a column hears three days before that an episode has no text, and the day after a miss. */
export async function tellOfEpisodes(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const today = dayOf(now)
  const [soon, yesterday] = [addDays(today, 3), addDays(today, -1)]
  const plans = await selectPlans(tx, provinceId)
  const columns = await listColumns(tx, provinceId)
  let told = 0
  for (const episode of await selectEpisodes(tx, provinceId, { from: yesterday, to: soon })) {
    const state = episodeState(episode, today)
    const isSoon = episode.day === soon && state === 'planned'
    const plan = plans.find((p) => p.columnId === episode.columnId)
    if (!plan || !(isSoon || (episode.day === yesterday && state === 'missed'))) continue
    const name = columns.find((c) => c.id === episode.columnId)?.vi ?? ''
    const day = showDay(episode.day)
    const news = {
      kind: 'editorial.episode',
      vi: isSoon
        ? `Chuyên mục “${name}” ra ngày ${day} mà chưa có bài.`
        : `Chuyên mục “${name}” lỡ kỳ ngày ${day}: đăng bù hoặc ghi lý do.`,
      en: isSoon
        ? `The column “${name}” comes out on ${day} and has no text yet.`
        : `The column “${name}” missed ${day}: publish late or say why.`,
      href: `${columnAddress(episode.columnId)}?episode=${episode.id}#change`,
    }
    told += await tellUnits(
      tx,
      provinceId,
      [plan.unitId],
      ['agency_officer', 'agency_head', 'editor'],
      news,
      now,
    )
  }
  return told
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

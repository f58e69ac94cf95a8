import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { invalid, notFound } from '../../../lib/errors.ts'
import { canWrite } from '../editorial.policy.ts'
import { itemSeenBy, refuseUnless } from '../items/loading.ts'
import { outletOf } from '../press/outlets.ts'
import type { HandoverFacts } from './kit.ts'
import { insertHandover, strikeRow } from './kits.sql.ts'

/** Notes that a press kit was handed over. */
export async function handKitOver(
  tx: Tx,
  actor: Actor,
  itemId: number,
  input: HandoverFacts,
  now: Date,
): Promise<number> {
  const item = await itemSeenBy(tx, actor, itemId)
  refuseUnless(canWrite(actor, item))
  if (item.kind !== 'press_kit') throw notFound()
  if (input.outletId === null && input.recipient === '')
    throw invalid([
      {
        field: 'outletId',
        vi: 'Chọn cơ quan báo chí, hoặc ghi nơi nhận.',
        en: 'Choose an outlet, or say who.',
      },
    ])
  if (input.outletId !== null && (await outletOf(tx, actor, input.outletId)).retired)
    throw invalid([{ field: 'outletId', vi: 'Cơ quan này đã ngừng dùng.', en: 'It is out of use.' }])
  if (input.day > dayOf(now))
    throw invalid([{ field: 'day', vi: 'Ngày không được sau hôm nay.', en: 'It cannot be after today.' }])
  const id = await insertHandover(tx, actor.provinceId, itemId, input, { name: actor.name, at: now })
  await record(tx, actor, now, 'press_kit.hand_over', itemId, { ...input, id })
  return id
}

/** A line that was wrong: it stays to be read, and counts no more. */
export async function strikeHandover(
  tx: Tx,
  actor: Actor,
  itemId: number,
  id: number,
  now: Date,
): Promise<void> {
  const item = await itemSeenBy(tx, actor, itemId)
  refuseUnless(canWrite(actor, item))
  const by = { name: actor.name, at: now }
  if (!(await strikeRow(tx, actor.provinceId, itemId, id, by))) throw notFound()
  await record(tx, actor, now, 'press_kit.strike', itemId, { id })
}

async function record(tx: Tx, actor: Actor, now: Date, verb: string, id: number, after: unknown) {
  await recordChange(tx, actor, now, { verb, subject: { kind: 'item', id }, before: null, after })
}

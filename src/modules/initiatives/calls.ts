import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, forbidden, notFound } from '../../lib/errors.ts'
import { closeCallRow, insertCall, selectCall, updateCall } from './calls.sql.ts'
import type { Call, CallFacts } from './initiative.ts'
import { canScreen } from './initiatives.policy.ts'

export async function callOf(db: DbOrTx, provinceId: number, id: number): Promise<Call> {
  const call = await selectCall(db, provinceId, id)
  if (!call) throw notFound()
  return call
}

/** Calls for ideas (QNG-17); the portal shows it from its first day to its last. */
export async function openCall(tx: Tx, actor: Actor, input: CallFacts, now: Date): Promise<number> {
  refuseOthers(actor)
  const id = await insertCall(tx, actor.provinceId, input, { name: actor.name, at: now })
  await record(tx, actor, now, 'open', id, null, input)
  return id
}

export async function changeCall(
  tx: Tx,
  actor: Actor,
  id: number,
  input: CallFacts & { revision: number },
  now: Date,
): Promise<void> {
  refuseOthers(actor)
  const was = await callOf(tx, actor.provinceId, id)
  if (was.closedAt) throw conflict('Lời kêu gọi này đã kết thúc.', 'This call is over.')
  const { revision, ...facts } = input
  if (!(await updateCall(tx, actor.provinceId, id, revision, facts)))
    throw conflict(
      'Có người vừa sửa lời kêu gọi này. Mở lại trang để xem bản mới nhất rồi sửa tiếp.',
      'Somebody has just changed this call. Open the page again and go on from the newest.',
    )
  const { title, body, topic, fromDay, toDay } = was
  await record(tx, actor, now, 'change', id, { title, body, topic, fromDay, toDay }, facts)
}

/** Ends a call before its day; ideas that came by it stay. */
export async function closeCall(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  refuseOthers(actor)
  const was = await callOf(tx, actor.provinceId, id)
  if (was.closedAt) return
  await closeCallRow(tx, actor.provinceId, id, now)
  await record(tx, actor, now, 'close', id, { toDay: was.toDay }, null)
}

function refuseOthers(actor: Actor): void {
  if (canScreen(actor)) return
  throw forbidden(
    'Trưởng nhóm của tỉnh mới mở, sửa lời kêu gọi.',
    'Calls are opened and changed by the lead of the province.',
  )
}

async function record(
  tx: Tx,
  actor: Actor,
  now: Date,
  verb: string,
  id: number,
  before: unknown,
  after: unknown,
): Promise<void> {
  const subject = { kind: 'initiative-call', id }
  await recordChange(tx, actor, now, { verb: `initiative-call.${verb}`, subject, before, after })
}

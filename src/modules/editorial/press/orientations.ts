import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { showDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { sendMail } from '../../../lib/mail/mail.ts'
import { tellUnits } from '../../assignments/assignments.ts'
import { taskNameOf } from '../../plans/plans.ts'
import { canWrite } from '../editorial.policy.ts'
import { refuseUnless } from '../items/loading.ts'
import { type Outlet, orientationAddress } from '../outlet.ts'
import { keepBefore, type Reason } from './correcting.ts'
import {
  acknowledgeRow,
  insertAddressees,
  insertOrientation,
  lockOrientation,
  type Said,
  selectAddressees,
  selectOrientations,
  updateOrientation,
  withdrawOrientationRow,
} from './orientations.sql.ts'
import { selectOutlets } from './outlets.sql.ts'
import { keepsPress } from './press.policy.ts'

/** Writes what outlets are asked to write about and sends it: to their people here, and by mail where they have an address. */
export async function sendOrientation(
  tx: Tx,
  actor: Actor,
  input: Said & { outletIds: readonly number[] },
  now: Date,
): Promise<number> {
  refuseUnless(keepsPress(actor))
  const { provinceId } = actor
  const { outletIds, ...said } = input
  refuseEndBeforeBeginning(said)
  await refuseStrangeTasks(tx, provinceId, said.taskIds)
  const outlets = await inUse(tx, provinceId, outletIds)
  if (outlets.length === 0)
    throw invalid([{ field: 'outletIds', vi: 'Chọn ít nhất một nơi nhận.', en: 'Choose who it is for.' }])
  const by = { madeBy: actor.accountId, madeByName: actor.name, unitId: actor.grants[0]?.unitId ?? null }
  const made = { ...said, ...by, madeAt: now, sentAt: now }
  const ids = outlets.map((o) => o.id)
  const id = await insertOrientation(tx, provinceId, made, ids)
  await tellOutlets(tx, actor, outlets, { id, heading: 'Định hướng tuyên truyền', ...said }, now)
  const subject = { kind: 'orientation', id }
  await recordChange(tx, actor, now, { verb: 'orientation.send', subject, before: null, after: input })
  return id
}

/** Puts an orientation right: everybody it went to gets the new words and is asked to acknowledge them. */
export async function correctOrientation(
  tx: Tx,
  actor: Actor,
  id: number,
  input: Said & { outletIds: readonly number[] },
  reason: Reason,
  now: Date,
): Promise<void> {
  refuseUnless(keepsPress(actor))
  const { provinceId } = actor
  const { outletIds, ...said } = input
  refuseEndBeforeBeginning(said)
  await refuseStrangeTasks(tx, provinceId, said.taskIds)
  const was = await forChange(tx, actor, id)
  const change = {
    kind: 'correct' as const,
    was: { ...was },
    reason,
    verb: 'orientation.correct',
    after: input,
  }
  await keepBefore(tx, actor, { orientationId: id }, change, now)
  const further = (await inUse(tx, provinceId, outletIds)).map((o) => o.id)
  await insertAddressees(tx, provinceId, id, further)
  await updateOrientation(tx, provinceId, id, said)
  const all = await addressed(tx, provinceId, id)
  await tellOutlets(tx, actor, all, { id, heading: 'Định hướng tuyên truyền (bản sửa)', ...said }, now)
}

/** Takes an orientation back: it stays to be read as withdrawn, and whoever got it is told. */
export async function withdrawOrientation(
  tx: Tx,
  actor: Actor,
  id: number,
  reason: Reason,
  now: Date,
): Promise<void> {
  refuseUnless(keepsPress(actor))
  const was = await forChange(tx, actor, id)
  const change = {
    kind: 'withdraw' as const,
    was: { ...was },
    reason,
    verb: 'orientation.withdraw',
    after: {},
  }
  await keepBefore(tx, actor, { orientationId: id }, change, now)
  await withdrawOrientationRow(tx, actor.provinceId, id, now)
  const all = await addressed(tx, actor.provinceId, id)
  const body = `Đề nghị không thực hiện định hướng này nữa.\nLý do: ${reason.why}`
  await tellOutlets(tx, actor, all, { ...was, heading: 'Thu hồi định hướng', body }, now)
}

async function forChange(tx: Tx, actor: Actor, id: number) {
  await lockOrientation(tx, actor.provinceId, id)
  const was = (await orientationsSeenBy(tx, actor)).find((o) => o.id === id)
  if (!was) throw notFound()
  if (was.withdrawnAt) throw conflict('Định hướng này đã thu hồi.', 'This orientation was withdrawn.')
  return was
}

async function inUse(tx: Tx, provinceId: number, ids: readonly number[]): Promise<Outlet[]> {
  return (await selectOutlets(tx, provinceId)).filter((o) => ids.includes(o.id) && !o.retired)
}

async function addressed(tx: Tx, provinceId: number, id: number): Promise<Outlet[]> {
  const ids = (await selectAddressees(tx, provinceId, [id])).map((a) => a.outletId)
  return inUse(tx, provinceId, ids)
}

function refuseEndBeforeBeginning({ fromDay, toDay }: Pick<Said, 'fromDay' | 'toDay'>): void {
  if (toDay === null || toDay >= fromDay) return
  throw invalid([
    {
      field: 'toDay',
      vi: 'Ngày kết thúc không được trước ngày bắt đầu.',
      en: 'It cannot end before it begins.',
    },
  ])
}

async function refuseStrangeTasks(tx: Tx, provinceId: number, ids: readonly number[]): Promise<void> {
  for (const id of ids)
    if ((await taskNameOf(tx, provinceId, id)) === null)
      throw invalid([{ field: 'taskIds', vi: 'Không có nhiệm vụ này.', en: 'There is no such task.' }])
}

async function tellOutlets(
  tx: Tx,
  actor: Actor,
  outlets: readonly Outlet[],
  said: Pick<Said, 'title' | 'body' | 'fromDay' | 'toDay'> & { id: number; heading: string },
  now: Date,
): Promise<void> {
  const { provinceId } = actor
  const until = said.toDay ? ` đến ${showDay(said.toDay)}` : ''
  const vi = `${said.heading}: ${said.title}`
  for (const outlet of outlets) {
    if (outlet.unitId !== null) {
      const href = orientationAddress(said.id)
      const news = { kind: 'editorial.orientation', vi, en: `Orientation: ${said.title}`, href }
      await tellUnits(tx, provinceId, [outlet.unitId], ['agency_officer', 'agency_head', 'editor'], news, now)
    }
    if (outlet.email)
      await sendMail(tx, provinceId, now, {
        to: outlet.email,
        subject: vi,
        body: `Kính gửi: ${outlet.name}\n\n${said.body}\n\nThời gian: từ ${showDay(said.fromDay)}${until}.\n\n${actor.name}`,
      })
  }
}

/** The outlet has seen it: its own people say so, or the desk notes what it was told by telephone. */
export async function acknowledge(
  tx: Tx,
  actor: Actor,
  id: number,
  outletId: number,
  now: Date,
): Promise<void> {
  const outlet = (await selectOutlets(tx, actor.provinceId)).find((o) => o.id === outletId)
  const known = (await selectAddressees(tx, actor.provinceId, [id])).some((a) => a.outletId === outletId)
  if (!outlet || !known) throw notFound()
  const own = outlet.unitId !== null && canWrite(actor, { unitId: outlet.unitId })
  refuseUnless(own || keepsPress(actor))
  await acknowledgeRow(tx, actor.provinceId, id, outletId, { name: actor.name, at: now })
  const subject = { kind: 'orientation', id }
  const after = { outlet: outlet.name }
  await recordChange(tx, actor, now, { verb: 'orientation.acknowledge', subject, before: null, after })
}

export async function orientationsSeenBy(db: DbOrTx, actor: Actor) {
  const all = await selectOrientations(db, actor.provinceId)
  const addressees = await selectAddressees(
    db,
    actor.provinceId,
    all.map((o) => o.id),
  )
  return all.map((o) => ({ ...o, outlets: addressees.filter((a) => a.orientationId === o.id) }))
}

/** Orientations that a piece or a text may name: those not withdrawn, and the one that it names already. */
export async function orientationsInForce(
  db: DbOrTx,
  provinceId: number,
  chosen: number | null | undefined = null,
) {
  const all = await selectOrientations(db, provinceId)
  return all.filter((o) => !o.withdrawnAt || o.id === chosen).map(({ id, title }) => ({ id, title }))
}

/** Refuses an orientation that there is not or that was withdrawn, unless it was named already (`was`). */
export async function refuseStrangeOrientation(
  tx: Tx,
  provinceId: number,
  id: number | null,
  was: number | null,
): Promise<void> {
  if (id === null || id === was || (await orientationsInForce(tx, provinceId)).some((o) => o.id === id))
    return
  throw invalid([
    {
      field: 'orientationId',
      vi: 'Không có định hướng này, hoặc đã thu hồi.',
      en: 'There is no such orientation, or it was withdrawn.',
    },
  ])
}

import { type Actor, hasRole } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { invalid, notFound } from '../../../lib/errors.ts'
import { sendMail } from '../../../lib/mail/mail.ts'
import { tellUnits } from '../../assignments/assignments.ts'
import { canReview, canWrite } from '../editorial.policy.ts'
import { refuseUnless } from '../items/loading.ts'
import {
  type FollowUp,
  type Orientation,
  type Outlet,
  orientationAddress,
  type PressEntry,
  pressAddress,
  type WebCheck,
} from '../outlet.ts'
import {
  acknowledgeRow,
  insertOrientation,
  insertOutlet,
  insertWebCheck,
  selectAddressees,
  selectOrientations,
  selectOutlets,
} from './outlets.sql.ts'
import { completeFollowUp, insertEntry, type NewEntry, selectEntries, writeFollowUp } from './press.sql.ts'

/** Outlets, orientation and the press register are kept by those who review at the desk. */
export function keepsPress(actor: Actor): boolean {
  return hasRole(actor, 'editor', 'province_lead')
}

export async function addOutlet(
  tx: Tx,
  actor: Actor,
  input: Omit<Outlet, 'id' | 'retired'>,
  now: Date,
): Promise<number> {
  refuseUnless(keepsPress(actor))
  const id = await insertOutlet(tx, actor.provinceId, input)
  if (id === null)
    throw invalid([
      { field: 'name', vi: 'Đã có cơ quan báo chí tên này.', en: 'There is an outlet of this name.' },
    ])
  await record(tx, actor, now, 'outlet.add', 'outlet', id, input)
  return id
}

/** Writes what outlets are asked to write about and sends it: to their people here, and by mail where they have an address. */
export async function sendOrientation(
  tx: Tx,
  actor: Actor,
  input: Pick<Orientation, 'title' | 'body' | 'fromDay' | 'toDay' | 'taskId'> & {
    outletIds: readonly number[]
  },
  now: Date,
): Promise<number> {
  refuseUnless(keepsPress(actor))
  const { provinceId } = actor
  const { outletIds, ...said } = input
  const outlets = (await selectOutlets(tx, provinceId)).filter((o) => outletIds.includes(o.id))
  if (outlets.length === 0)
    throw invalid([{ field: 'outletIds', vi: 'Chọn ít nhất một nơi nhận.', en: 'Choose who it is for.' }])
  const made = { ...said, madeAt: now, madeByName: actor.name, sentAt: now }
  const ids = outlets.map((o) => o.id)
  const id = await insertOrientation(tx, provinceId, made, ids)
  const until = input.toDay ? ` đến ${showDay(input.toDay)}` : ''
  for (const outlet of outlets) {
    if (outlet.unitId !== null) {
      const vi = `Định hướng tuyên truyền: ${input.title}`
      const news = {
        kind: 'editorial.orientation',
        vi,
        en: `Orientation: ${input.title}`,
        href: orientationAddress(id),
      }
      await tellUnits(tx, provinceId, [outlet.unitId], ['agency_officer', 'agency_head', 'editor'], news, now)
    }
    if (outlet.email)
      await sendMail(tx, provinceId, now, {
        to: outlet.email,
        subject: `Định hướng tuyên truyền: ${input.title}`,
        body: `Kính gửi: ${outlet.name}\n\n${input.body}\n\nThời gian: từ ${showDay(input.fromDay)}${until}.\n\n${actor.name}`,
      })
  }
  await record(tx, actor, now, 'orientation.send', 'orientation', id, input)
  return id
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
  await record(tx, actor, now, 'orientation.acknowledge', 'orientation', id, { outlet: outlet.name })
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

/** Registers what the press published; null when it was registered before. */
export async function registerPress(
  tx: Tx,
  actor: Actor,
  input: NewEntry,
  now: Date,
): Promise<number | null> {
  refuseUnless(keepsPress(actor))
  const id = await insertEntry(tx, actor.provinceId, input, { name: actor.name, at: now })
  if (id !== null) await record(tx, actor, now, 'press.register', 'press_entry', id, input)
  return id
}

export async function entryOf(db: DbOrTx, actor: Actor, id: number): Promise<PressEntry> {
  const [entry] = (await selectEntries(db, actor.provinceId, { id }, 1)).entries
  if (!entry) throw notFound()
  return entry
}

/** Who mends what the press found, and by when; the unit is told. */
export async function setFollowUp(
  tx: Tx,
  actor: Actor,
  id: number,
  input: Pick<FollowUp, 'unitId' | 'personName' | 'wanted' | 'dueDay'>,
  now: Date,
): Promise<void> {
  refuseUnless(keepsPress(actor))
  const entry = await entryOf(tx, actor, id)
  await writeFollowUp(tx, actor.provinceId, id, input, { name: actor.name, at: now })
  const vi = `Báo chí phản ánh, cần xử lý trước ${showDay(input.dueDay)}: ${entry.title}`
  const en = `Press criticism to follow up by ${showDay(input.dueDay)}: ${entry.title}`
  const news = { kind: 'editorial.press', vi, en, href: pressAddress(id) }
  await tellUnits(tx, actor.provinceId, [input.unitId], ['agency_officer', 'agency_head'], news, now)
  await record(tx, actor, now, 'press.follow_up', 'press_entry', id, input)
}

/** The unit, or the desk, says what was done. */
export async function completePress(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { what: string },
  now: Date,
): Promise<void> {
  const entry = await entryOf(tx, actor, id)
  if (!entry.followUp) throw notFound()
  refuseUnless(canWrite(actor, entry.followUp) || canReview(actor, entry.followUp))
  if (input.what.trim().length < 10)
    throw invalid([
      {
        field: 'what',
        vi: 'Ghi rõ đã làm gì (từ 10 ký tự).',
        en: 'Say what was done (10 characters or more).',
      },
    ])
  const done = { day: dayOf(now), what: input.what.trim(), byName: actor.name }
  await completeFollowUp(tx, actor.provinceId, id, done)
  await record(tx, actor, now, 'press.mend', 'press_entry', id, input)
}

/** Has the unit's website a reform column, and when was it last fed (YB-16)? */
export async function noteWebCheck(
  tx: Tx,
  actor: Actor,
  input: Omit<WebCheck, 'day' | 'byName'>,
  now: Date,
): Promise<void> {
  refuseUnless(canWrite(actor, input))
  await insertWebCheck(tx, actor.provinceId, { ...input, day: dayOf(now), byName: actor.name })
  await record(tx, actor, now, 'web_column.check', 'unit', input.unitId, input)
}

async function record(
  tx: Tx,
  actor: Actor,
  now: Date,
  verb: string,
  kind: string,
  id: number,
  after: unknown,
): Promise<void> {
  await recordChange(tx, actor, now, { verb, subject: { kind, id }, before: null, after })
}

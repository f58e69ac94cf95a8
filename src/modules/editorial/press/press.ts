import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { tellUnits } from '../../assignments/assignments.ts'
import { countPress } from '../counting/press.ts'
import { canReview, canSee, canWrite } from '../editorial.policy.ts'
import { selectItem } from '../items/items.sql.ts'
import { refuseUnless } from '../items/loading.ts'
import { type FollowUp, type PressEntry, pressAddress, type WebCheck } from '../outlet.ts'
import { keepBefore, type Reason } from './correcting.ts'
import { refuseStrangeOrientation } from './orientations.ts'
import { insertWebCheck } from './outlets.sql.ts'
import { outletOf } from './outlets.ts'
import { keepsPress } from './press.policy.ts'
import {
  completeFollowUp,
  insertEntry,
  lockEntry,
  type NewEntry,
  selectEntries,
  selectSamePiece,
  updateEntry,
  withdrawEntryRow,
  writeFollowUp,
} from './press.sql.ts'

/** Registers what the press published; null when it was registered before. */
export async function registerPress(
  tx: Tx,
  actor: Actor,
  input: NewEntry,
  now: Date,
): Promise<number | null> {
  refuseUnless(keepsPress(actor))
  await refuseStrange(tx, actor, input, null)
  const id = await insertEntry(tx, actor.provinceId, input, { name: actor.name, at: now })
  if (id === null) return null
  await record(tx, actor, now, 'press.register', 'press_entry', id, input)
  await countPress(tx, program(actor), id, now)
  return id
}

/** Puts an entry right; what stood before stays beside it, and what it counts as follows. */
export async function correctPress(
  tx: Tx,
  actor: Actor,
  id: number,
  input: NewEntry,
  reason: Reason,
  now: Date,
): Promise<void> {
  refuseUnless(keepsPress(actor))
  const was = await entryForChange(tx, actor, id)
  await refuseStrange(tx, actor, input, was)
  if ((await selectSamePiece(tx, actor.provinceId, id, input)) !== null)
    throw invalid([
      { field: 'title', vi: 'Bài này đã có trong sổ.', en: 'This piece is in the register already.' },
    ])
  const { followUp: _, ...before } = was
  const change = { kind: 'correct' as const, was: before, reason, verb: 'press.correct', after: input }
  await keepBefore(tx, actor, { entryId: id }, change, now)
  await updateEntry(tx, actor.provinceId, id, input)
  await countPress(tx, program(actor), id, now)
}

/** Takes an entry out of the register: it counts nowhere, and stays to be read with who took it out and why. */
export async function withdrawPress(
  tx: Tx,
  actor: Actor,
  id: number,
  reason: Reason,
  now: Date,
): Promise<void> {
  refuseUnless(keepsPress(actor))
  const { followUp: _, ...was } = await entryForChange(tx, actor, id)
  const change = { kind: 'withdraw' as const, was, reason, verb: 'press.withdraw', after: {} }
  await keepBefore(tx, actor, { entryId: id }, change, now)
  await withdrawEntryRow(tx, actor.provinceId, id, now)
  await countPress(tx, program(actor), id, now)
}

async function entryForChange(tx: Tx, actor: Actor, id: number): Promise<PressEntry> {
  await lockEntry(tx, actor.provinceId, id)
  const entry = await entryOf(tx, actor, id)
  if (entry.withdrawnAt) throw conflict('Mục này đã rút khỏi sổ.', 'This entry was withdrawn.')
  return entry
}

/** An outlet out of use stays where it stands and comes to nothing new; an item has to be one that the actor sees. */
async function refuseStrange(tx: Tx, actor: Actor, input: NewEntry, was: PressEntry | null): Promise<void> {
  const outlet = await outletOf(tx, actor, input.outletId)
  if (outlet.retired && was?.outletId !== outlet.id)
    throw invalid([
      {
        field: 'outletId',
        vi: `“${outlet.name}” đã ngừng dùng. Chọn cơ quan khác.`,
        en: `“${outlet.name}” is out of use. Choose another outlet.`,
      },
    ])
  await refuseStrangeOrientation(tx, actor.provinceId, input.orientationId, was?.orientationId ?? null)
  const item = input.itemId === null ? null : await selectItem(tx, actor.provinceId, input.itemId)
  if (input.itemId !== null && (!item || !canSee(actor, item)))
    throw invalid([{ field: 'itemId', vi: 'Không có bài này.', en: 'There is no such item.' }])
}

function program({ provinceId }: Actor) {
  return { provinceId, accountId: null, name: 'Chung Tay' } as const
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
  const entry = await entryForChange(tx, actor, id)
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
  const entry = await entryForChange(tx, actor, id)
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

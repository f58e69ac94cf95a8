import { type Actor, hasRole, hasRoleAt } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { dayOf, daysBetween, showDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, notFound } from '../../../lib/errors.ts'
import { canWorkFor, reachOf } from '../feedback.policy.ts'
import { shortOf, tell } from '../telling.ts'
import { type Dialogue, type DialogueFacts, questionAddress } from './dialogue.ts'
import {
  type DialogueFilter,
  insertDialogue,
  noteReminded,
  rewriteDialogue,
  selectDialogues,
  selectOwedThere,
  setPublished,
} from './dialogues.sql.ts'
import { findDialogue } from './finding.ts'

/** The host's people, and the province's lead. */
export function canHost(actor: Actor, d: Pick<Dialogue, 'unitId'>): boolean {
  return canWorkFor(actor, d.unitId) || hasRole(actor, 'province_lead')
}

export function decidesFor(actor: Actor, unitId: number): boolean {
  return hasRoleAt(actor, unitId, 'agency_head') || hasRole(actor, 'province_lead')
}

/** A second person: not the one who wrote it last. */
export function canPublish(actor: Actor, d: Pick<Dialogue, 'unitId' | 'changedBy'>): boolean {
  return decidesFor(actor, d.unitId) && d.changedBy !== actor.accountId
}

/** Dialogues that a unit in the actor's reach hosts, or owes an answer to. */
export function dialoguesSeenBy(
  db: DbOrTx,
  actor: Actor,
  filter: DialogueFilter,
  limit?: number,
  offset?: number,
) {
  return selectDialogues(db, actor.provinceId, { ...filter, unitIds: reachOf(actor) }, limit, offset)
}

export async function dialogueOf(db: DbOrTx, actor: Actor, id: number): Promise<Dialogue> {
  const [one] = (await dialoguesSeenBy(db, actor, { id }, 1)).dialogues
  if (!one) throw notFound()
  return one
}

export async function planDialogue(tx: Tx, actor: Actor, facts: DialogueFacts, now: Date): Promise<number> {
  refuseUnless(canHost(actor, facts))
  const by = { accountId: actor.accountId, name: actor.name, at: now }
  const id = await insertDialogue(tx, actor.provinceId, facts, by)
  await record(tx, actor, now, 'dialogue.plan', id, null, facts)
  return id
}

/** Other words; what was public is not until a second person opens it again. */
export async function changeDialogue(
  tx: Tx,
  actor: Actor,
  id: number,
  input: DialogueFacts & { revision: number },
  now: Date,
): Promise<void> {
  const was = await dialogueOf(tx, actor, id)
  refuseUnless(canHost(actor, was) && canHost(actor, input))
  const { revision, ...facts } = input
  const by = { accountId: actor.accountId, name: actor.name, at: now }
  if (!(await rewriteDialogue(tx, actor.provinceId, id, revision, facts, by))) throw wasChanged()
  const { unitId, kind, title, day, place, chair, about, conclusion } = was
  const before = { unitId, kind, title, day, place, chair, about, conclusion }
  await record(tx, actor, now, 'dialogue.change', id, before, facts)
  if (was.publishedAt) await findDialogue(tx, actor.provinceId, id, now)
}

/** Opens the dialogue to readers: the event, and the answers that are approved. */
export async function publishDialogue(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const was = await dialogueOf(tx, actor, id)
  refuseUnless(decidesFor(actor, was.unitId))
  if (was.changedBy === actor.accountId) throw secondPerson()
  if (was.publishedAt) throw conflict('Cuộc này đã công khai.', 'It is public already.')
  if (!(await setPublished(tx, actor.provinceId, was, { name: actor.name, at: now }))) throw wasChanged()
  await record(tx, actor, now, 'dialogue.publish', id, null, { state: 'published' })
  await findDialogue(tx, actor.provinceId, id, now)
}

/** Takes it off the portal. */
export async function unpublishDialogue(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const was = await dialogueOf(tx, actor, id)
  refuseUnless(decidesFor(actor, was.unitId))
  if (!was.publishedAt) throw conflict('Cuộc này chưa công khai.', 'It is not public.')
  if (!(await setPublished(tx, actor.provinceId, was, null))) throw wasChanged()
  await record(tx, actor, now, 'dialogue.unpublish', id, { state: 'published' }, null)
  await findDialogue(tx, actor.provinceId, id, now)
}

/** In the morning: units hear of answers and promises due by tomorrow, and every week of late ones. */
export async function remindOfDialogues(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const today = dayOf(now)
  const owed = await selectOwedThere(tx, provinceId, today)
  for (const one of owed) {
    const late = daysBetween(one.day, today)
    const [day, short] = [showDay(one.day), shortOf(one.question)]
    const vi = one.what === 'answer' ? 'trả lời câu hỏi đối thoại' : 'báo kết quả việc đã hứa khi đối thoại'
    const en = one.what === 'answer' ? 'answer a question of a dialogue' : 'say what became of a promise'
    const said =
      late > 0
        ? {
            vi: `Quá hạn ${late} ngày (hạn ${day}), cần ${vi}: ${short}`,
            en: `${late} days late, ${en}: ${short}`,
          }
        : { vi: `Đến hạn ${day}, cần ${vi}: ${short}`, en: `By ${day}, ${en}: ${short}` }
    await tell(tx, provinceId, [one.unitId], 'dialogue.due', said, questionAddress(one))
  }
  await noteReminded(
    tx,
    provinceId,
    owed.map((o) => o.id),
    today,
  )
  return owed.length
}

export function secondPerson() {
  return forbidden(
    'Bạn là người ghi sau cùng, nên người khác phải duyệt.',
    'You wrote it last; somebody else has to approve.',
  )
}

export function refuseUnless(may: boolean): void {
  if (!may)
    throw forbidden(
      'Việc này do đơn vị chủ trì, đơn vị được giao trả lời hoặc đầu mối cấp tỉnh thực hiện.',
      'Only the host, the unit that answers, or the province’s lead may do this.',
    )
}

export function wasChanged() {
  return conflict(
    'Có người vừa cập nhật. Mở lại trang để xem bản mới nhất.',
    'Somebody has just changed this. Open the page again.',
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
  await recordChange(tx, actor, now, { verb, subject: { kind: 'dialogue', id }, before, after })
}

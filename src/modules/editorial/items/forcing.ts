import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { canApprove, canReview, whyNotSecond } from '../editorial.policy.ts'
import { isOpen, writersSince } from '../item.ts'
import { selectSteps } from './items.sql.ts'
import { insertLook, selectLooks, settleLook } from './kept.sql.ts'
import { seal } from './life.ts'
import { itemForChange, noteStep, refuseMove, refuseUnless } from './loading.ts'
import { putOut } from './putting-out.ts'
import { tellApprovers } from './telling.ts'

/**
 * Publishes without a second person, because it cannot wait: a reason is demanded, and a second look stays on the
 * list of those who approve until somebody else has taken it.
 */
export async function forcePublish(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { reason: string },
  baseUrl: string,
  now: Date,
): Promise<void> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canReview(actor, item))
  refuseMove(item, 'published')
  const reason = input.reason.trim()
  if (reason.length < 20)
    throw invalid([
      {
        field: 'reason',
        vi: 'Nêu rõ vì sao phải đăng ngay, không chờ người thứ hai duyệt (từ 20 ký tự).',
        en: 'Say why it has to go out before a second person approves (20 characters or more).',
      },
    ])
  if (isOpen(item.state)) await seal(tx, item, now)
  const number = item.currentVersion
  await putOut(tx, actor, item, number, { verb: 'force_publish', note: reason }, baseUrl, now)
  const look = { itemId: id, number, reason, forcedBy: actor.accountId, forcedByName: actor.name }
  await insertLook(tx, actor.provinceId, { ...look, forcedAt: now })
  await tellApprovers(tx, item, 'forced', now)
}

/** The second look afterwards, by somebody who neither wrote nor forced it. */
export async function lookAgain(
  tx: Tx,
  actor: Actor,
  id: number,
  number: number,
  input: { isGood: boolean; note: string | null },
  now: Date,
): Promise<void> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canApprove(actor, item))
  const look = (await selectLooks(tx, actor.provinceId, id)).find((l) => l.number === number)
  if (!look) throw notFound()
  if (look.lookedAt !== null) return
  const steps = (await selectSteps(tx, actor.provinceId, [id])).filter((s) => s.number <= number)
  const others = new Set([...writersSince(steps), look.forcedBy])
  const why = whyNotSecond(actor.accountId, others)
  if (why) throw conflict(why.vi, why.en)
  if (!input.isGood && (input.note ?? '').trim().length < 10)
    throw invalid([
      {
        field: 'note',
        vi: 'Ghi rõ điều chưa ổn (từ 10 ký tự) để người viết sửa hoặc gỡ bài.',
        en: 'Say what is wrong (10 characters or more), so that it can be mended or withdrawn.',
      },
    ])
  const done = { at: now, by: actor.accountId, byName: actor.name, ...input }
  await settleLook(tx, actor.provinceId, id, number, done)
  await noteStep(tx, actor, item, { verb: 'second_look', note: input.note, number }, now)
  await recordChange(tx, actor, now, {
    verb: 'item.second_look',
    subject: { kind: 'item', id },
    before: { version: number, forcedBy: look.forcedByName },
    after: input,
  })
}

import { type Actor, hasRole, reaches } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { dayOf } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../lib/errors.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import { ancestors } from '../organisations/organisations.ts'
import { planById } from '../plans/plans.ts'
import { obstacleMoved } from './assignments.jobs.ts'
import { canWork } from './assignments.policy.ts'
import { selectAssignment, selectLeadUnits } from './assignments.sql.ts'
import { tellHolders } from './notices.sql.ts'
import {
  insertObstacle,
  insertObstacleStep,
  type Obstacle,
  selectObstacle,
  selectObstacleForChange,
  updateObstacle,
} from './obstacles.sql.ts'

/**
 * A unit raises an obstacle. It goes to the unit that leads the task; a leading unit's own goes to the lead of
 * the programme; from there it can be passed on upward (YB-29: through Sở Nội vụ to UBND tỉnh). Returns its id.
 */
export async function raiseObstacle(
  tx: Tx,
  actor: Actor,
  assignmentId: number,
  input: { text: string; wish: string | null },
  now: Date,
): Promise<number> {
  const a = await selectAssignment(tx, actor.provinceId, assignmentId)
  if (!a || !reaches(actor, a.unitId)) throw notFound()
  if (!canWork(actor, a)) {
    throw forbidden(
      'Chỉ đơn vị thực hiện mới nêu khó khăn, vướng mắc.',
      'Only the unit that does the work raises its obstacles.',
    )
  }
  if (input.text.length < 10) {
    throw invalid([
      {
        field: 'text',
        vi: 'Ghi rõ khó khăn, vướng mắc (từ 10 ký tự).',
        en: 'Describe the obstacle (10 characters or more).',
      },
    ])
  }
  const leads = await selectLeadUnits(tx, actor.provinceId, a.taskId)
  const plan = await planById(tx, actor.provinceId, a.planId)
  const atUnitId = leads.find((id) => id !== a.unitId) ?? plan.unitId
  const byName = actor.name
  const facts = { unitId: a.unitId, assignmentId, atUnitId, ...input, raisedByName: byName }
  const id = await insertObstacle(tx, actor.provinceId, facts, now)
  await step(tx, actor, id, 'raised', atUnitId, null, now)
  return id
}

/** Passes an obstacle on to the unit above, where this one cannot settle it. */
export async function passOn(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { note: string | null },
  now: Date,
): Promise<void> {
  const o = await forAnswer(tx, actor, id)
  const above = (await ancestors(tx, actor.provinceId, o.atUnitId, dayOf(now)))[0]
  if (!above) {
    throw conflict(
      'Đã ở cấp cao nhất của tỉnh, không còn cấp trên để chuyển.',
      'There is no unit above to pass it on to.',
    )
  }
  await updateObstacle(tx, actor.provinceId, id, { state: 'passed_on', atUnitId: above.id })
  await step(tx, actor, id, 'passed_on', above.id, input.note, now)
}

export async function answerObstacle(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { answer: string },
  now: Date,
): Promise<void> {
  await forAnswer(tx, actor, id)
  if (input.answer.length < 5) {
    throw invalid([{ field: 'answer', vi: 'Nhập nội dung trả lời.', en: 'Write the answer.' }])
  }
  const answer = { text: input.answer, at: now, byName: actor.name }
  await updateObstacle(tx, actor.provinceId, id, { state: 'answered', answer })
  await step(tx, actor, id, 'answered', null, input.answer, now)
}

/** The unit that raised it says whether the answer settles it; if not, it waits again. */
export async function closeObstacle(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { solved: boolean; note: string | null },
  now: Date,
): Promise<void> {
  const o = await selectObstacleForChange(tx, actor.provinceId, id)
  if (!o || !reaches(actor, o.unitId)) throw notFound()
  if (!canWork(actor, { unitId: o.unitId })) {
    throw forbidden('Chỉ đơn vị đã nêu mới khép lại được.', 'Only the unit that raised it can close it.')
  }
  if (o.state !== 'answered') throw conflict('Khó khăn này chưa được trả lời.', 'There is no answer yet.')
  await updateObstacle(tx, actor.provinceId, id, { state: input.solved ? 'closed' : 'raised' })
  await step(tx, actor, id, input.solved ? 'closed' : 'reopened', null, input.note, now)
}

/** An obstacle the actor may see: raised in the own subtree, or waiting at the own unit. */
export async function obstacleSeenBy(db: DbOrTx, actor: Actor, id: number): Promise<Obstacle> {
  const o = await selectObstacle(db, actor.provinceId, id)
  if (!o || !(reaches(actor, o.unitId) || mayAnswer(actor, o))) throw notFound()
  return o
}

/** Officers and heads of the unit at which it waits, and the leads of programmes. */
export function mayAnswer(actor: Actor, o: Pick<Obstacle, 'atUnitId'>): boolean {
  if (hasRole(actor, 'province_lead')) return true
  return actor.grants.some(
    (g) => g.unitId === o.atUnitId && (g.role === 'agency_officer' || g.role === 'agency_head'),
  )
}

async function forAnswer(tx: Tx, actor: Actor, id: number): Promise<Obstacle> {
  const o = await selectObstacleForChange(tx, actor.provinceId, id)
  if (!o || !(reaches(actor, o.unitId) || mayAnswer(actor, o))) throw notFound()
  if (!mayAnswer(actor, o)) {
    throw forbidden(
      'Khó khăn này đang chờ cơ quan khác trả lời.',
      'This obstacle waits for another unit to answer.',
    )
  }
  if (o.state !== 'raised' && o.state !== 'passed_on') {
    throw conflict('Khó khăn này đã được trả lời.', 'This obstacle is answered already.')
  }
  return o
}

async function step(
  tx: Tx,
  actor: Actor,
  id: number,
  what: 'raised' | 'passed_on' | 'answered' | 'closed' | 'reopened',
  toUnitId: number | null,
  note: string | null,
  now: Date,
): Promise<void> {
  await insertObstacleStep(tx, actor.provinceId, id, { at: now, actorName: actor.name, what, toUnitId, note })
  await recordChange(tx, actor, now, {
    verb: `obstacle.${what}`,
    subject: { kind: 'obstacle', id },
    before: null,
    after: { toUnitId, note },
  })
  await queueJob(tx, actor.provinceId, obstacleMoved, { obstacleId: id })
}

/** Tells whoever has to act next. */
export async function tellObstacleMoved(tx: Tx, provinceId: number, id: number, now: Date): Promise<void> {
  const o = await selectObstacle(tx, provinceId, id)
  if (!o) return
  const waits = o.state === 'raised' || o.state === 'passed_on'
  const short = o.text.length > 80 ? `${o.text.slice(0, 78).trimEnd()}…` : o.text
  const notice = {
    kind: 'obstacle',
    vi: waits
      ? `Khó khăn, vướng mắc chờ trả lời: ${short}`
      : `Đã có trả lời cho khó khăn, vướng mắc: ${short}`,
    en: waits ? `An obstacle waits for an answer: ${short}` : `Your obstacle is answered: ${short}`,
    href: `/obstacles/${id}`,
  }
  const roles = waits
    ? (['agency_officer', 'agency_head', 'province_lead'] as const)
    : (['agency_officer', 'agency_head'] as const)
  await tellHolders(tx, provinceId, [waits ? o.atUnitId : o.unitId], roles, notice, now, dayOf(now))
}

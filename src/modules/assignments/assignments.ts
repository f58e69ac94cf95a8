import type { Actor, Role } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { type Day, dayOf } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../lib/errors.ts'
import type { StoredFile } from '../../lib/files/files.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import { selectActivities } from './activities.sql.ts'
import type { Evidence } from './activity.ts'
import type { Assignment } from './assignment.ts'
import { keepFiles } from './assignments.activities.ts'
import { extensionAsked, workReported, workReturned } from './assignments.jobs.ts'
import {
  canCheck,
  canSee,
  canWork,
  type WhyNot,
  whyNotExtend,
  whyNotMove,
  whyNotReportDone,
} from './assignments.policy.ts'
import {
  selectAssignment,
  selectAssignmentForChange,
  selectLeadUnits,
  updateAssignment,
} from './assignments.sql.ts'
import { recentEvidence } from './evidence.sql.ts'
import { selectRows } from './lists.sql.ts'
import { acknowledging, type Move, reporting, returning, starting, verifying } from './moves.ts'
import { type NewNotice, tellHolders, tellPeople, wasTold } from './notices.sql.ts'
import { countShown } from './shown.sql.ts'
import { insertExtension, insertStep, selectExtensions, updateExtension } from './steps.sql.ts'

/** The assignment, where the actor may see it. Refuses with not_found otherwise, so that nothing is given away. */
export async function assignmentSeenBy(db: DbOrTx, actor: Actor, id: number): Promise<Assignment> {
  const a = await selectAssignment(db, actor.provinceId, id)
  if (!a || !canSee(actor, a, await selectLeadUnits(db, actor.provinceId, a.taskId))) throw notFound()
  return a
}

/** Puts news before everybody who holds one of the roles at one of the units today. Returns how many are told. */
export function tellUnits(
  tx: Tx,
  provinceId: number,
  unitIds: readonly number[],
  roles: readonly Role[],
  news: NewNotice,
  now: Date,
): Promise<number> {
  return tellHolders(tx, provinceId, unitIds, roles, news, now, dayOf(now))
}

/** The same for what is to be told once, however often its job runs: known by the kind and address of the news. */
export async function tellUnitsOnce(
  tx: Tx,
  provinceId: number,
  unitIds: readonly number[],
  roles: readonly Role[],
  news: NewNotice,
  now: Date,
): Promise<number> {
  if (await wasTold(tx, provinceId, news)) return 0
  return tellHolders(tx, provinceId, unitIds, roles, news, now, dayOf(now))
}

/** Tasks of running plans that a unit works on, the most pressing first, for whoever joins something to one; `also` too. */
export async function openTasksOf(
  db: DbOrTx,
  provinceId: number,
  unitId: number,
  also: number | null,
  today: Day,
): Promise<{ id: number; content: string; planTitle: string }[]> {
  const states = ['assigned', 'acknowledged', 'in_progress', 'reported_done', 'returned', 'verified'] as const
  const { rows } = await selectRows(db, provinceId, { unitIds: [unitId], states }, today, 100)
  const named = also === null ? [] : (await selectRows(db, provinceId, { taskId: also }, today, 1)).rows
  const tasks = new Map([...rows, ...named].map((r) => [r.taskId, r]))
  return [...tasks.values()].map((r) => ({ id: r.taskId, content: r.content, planTitle: r.planTitle }))
}

/** Puts news before these people, each once. */
export function tellPersons(
  tx: Tx,
  provinceId: number,
  accountIds: readonly number[],
  news: NewNotice,
  now: Date,
): Promise<number> {
  return tellPeople(tx, provinceId, accountIds, news, now)
}

/** What a unit has uploaded lately, to be used again instead of uploaded again. */
export function evidenceOfUnit(
  db: DbOrTx,
  provinceId: number,
  unitId: number,
  limit: number,
): Promise<Evidence[]> {
  return recentEvidence(db, provinceId, unitId, limit)
}

/** Files become evidence of a unit, for whatever shows them. Returns their ids. */
export function keepEvidence(
  tx: Tx,
  actor: Actor,
  unitId: number,
  files: readonly StoredFile[],
  now: Date,
): Promise<number[]> {
  return keepFiles(tx, actor, unitId, files, now)
}

/** Work and activities within the actor's reach that hold these words, with or without their diacritics. */
export async function searchWork(db: DbOrTx, actor: Actor, words: string, today: Day, limit: number) {
  const unitIds = actor.reach === 'province' ? undefined : [...actor.reach]
  return {
    work: await selectRows(db, actor.provinceId, { unitIds, words }, today, limit),
    activities: await selectActivities(db, actor.provinceId, { unitIds, words }, limit),
  }
}

/** The unit has seen its task and takes it on. */
export async function acknowledge(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  await move(tx, actor, await forWork(tx, actor, id), acknowledging(now), now)
}

/** Work has begun, or begins again after a return. `progress` in percent, 0 to 100. */
export async function startWork(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { progress: number; note: string | null },
  now: Date,
): Promise<void> {
  const a = await forWork(tx, actor, id)
  if (a.state !== 'in_progress') return move(tx, actor, a, starting(input), now)
  await updateAssignment(tx, actor.provinceId, id, { progress: input.progress })
  await record(tx, actor, now, 'assignment.progress', a, { progress: a.progress }, input)
}

/** The unit reports its work done, with something to show for it. */
export async function reportDone(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { note: string | null },
  now: Date,
): Promise<void> {
  const a = await forWork(tx, actor, id)
  refuseAsInvalid('note', whyNotReportDone(await countShown(tx, actor.provinceId, id), input.note))
  await move(tx, actor, a, reporting(input, now), now)
  await queueJob(tx, actor.provinceId, workReported, { assignmentId: id })
}

/** The lead has looked at the evidence and accepts the work. */
export async function verify(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { note: string | null },
  now: Date,
): Promise<void> {
  await move(tx, actor, await forCheck(tx, actor, id), verifying(input, now), now)
}

/** The lead sends the work back, with reasons. */
export async function returnWork(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { reasons: string },
  now: Date,
): Promise<void> {
  await move(tx, actor, await forCheck(tx, actor, id), returning(input), now)
  await queueJob(tx, actor.provinceId, workReturned, { assignmentId: id })
}

/** The unit asks for more time, with a reason. */
export async function askExtension(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { wantedDay: string; reason: string },
  now: Date,
): Promise<void> {
  const a = await forWork(tx, actor, id)
  const earlier = await selectExtensions(tx, actor.provinceId, id)
  refuseAsInvalid(
    'wantedDay',
    whyNotExtend(
      a,
      input.wantedDay,
      earlier.some((e) => e.decision === null),
    ),
  )
  await insertExtension(tx, actor.provinceId, {
    assignmentId: id,
    askedAt: now,
    askedByName: actor.name,
    reason: input.reason,
    fromDay: a.dueDay,
    wantedDay: input.wantedDay,
  })
  await record(tx, actor, now, 'assignment.ask_extension', a, null, input)
  await queueJob(tx, actor.provinceId, extensionAsked, { assignmentId: id })
}

/** The lead grants or refuses more time; the first due day is kept beside the new one. */
export async function decideExtension(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { decision: 'granted' | 'refused'; note: string | null },
  now: Date,
): Promise<void> {
  const a = await forCheck(tx, actor, id)
  const asked = (await selectExtensions(tx, actor.provinceId, id)).find((e) => e.decision === null)
  if (!asked)
    throw conflict('Không còn đề nghị gia hạn nào chờ quyết định.', 'No request for more time is waiting.')
  const decided = { decision: input.decision, at: now, byName: actor.name, note: input.note }
  await updateExtension(tx, actor.provinceId, asked.id, decided)
  if (input.decision === 'granted') {
    await updateAssignment(tx, actor.provinceId, id, { dueDay: asked.wantedDay })
  }
  const after = { ...input, dueDay: input.decision === 'granted' ? asked.wantedDay : a.dueDay }
  await record(tx, actor, now, 'assignment.decide_extension', a, { dueDay: a.dueDay }, after)
}

async function forWork(tx: Tx, actor: Actor, id: number): Promise<Assignment> {
  const a = await selectAssignmentForChange(tx, actor.provinceId, id)
  if (!a || !canSee(actor, a, await selectLeadUnits(tx, actor.provinceId, a.taskId))) throw notFound()
  if (canWork(actor, a)) return a
  throw forbidden(
    'Chỉ cán bộ hoặc thủ trưởng của đơn vị được giao mới cập nhật được nhiệm vụ này.',
    'Only an officer or the head of the unit that was given the task can change it.',
  )
}

async function forCheck(tx: Tx, actor: Actor, id: number): Promise<Assignment> {
  const a = await selectAssignmentForChange(tx, actor.provinceId, id)
  const leads = a ? await selectLeadUnits(tx, actor.provinceId, a.taskId) : []
  if (!a || !canSee(actor, a, leads)) throw notFound()
  if (canCheck(actor, a, leads)) return a
  throw forbidden(
    'Chỉ cơ quan phụ trách chương trình hoặc cơ quan chủ trì nhiệm vụ mới kiểm tra, xác nhận được.',
    'Only the lead of the programme or the unit that leads the task can check this.',
  )
}

async function move(tx: Tx, actor: Actor, a: Assignment, by: Move, now: Date): Promise<void> {
  const why = whyNotMove(a, by.to)
  if (why) throw conflict(why.vi, why.en)
  await updateAssignment(tx, actor.provinceId, a.id, { ...by.change, state: by.to })
  const { to, note } = by
  const step = { from: a.state, to, at: now, actorName: actor.name, accountId: actor.accountId, note }
  await insertStep(tx, actor.provinceId, a.id, step)
  await record(tx, actor, now, `assignment.${to}`, a, { state: a.state }, { state: to, note })
}

function record(
  tx: Tx,
  actor: Actor,
  now: Date,
  verb: string,
  a: Assignment,
  before: unknown,
  after: unknown,
): Promise<void> {
  return recordChange(tx, actor, now, { verb, subject: { kind: 'assignment', id: a.id }, before, after })
}

function refuseAsInvalid(field: string, why: WhyNot): void {
  if (why) throw invalid([{ field, ...why }])
}

export { type CountedDeed, countActivity, uncountActivity } from './assignments.counted.ts'
export { type DueOn, selectDueBetween as workDueBetween } from './due.sql.ts'
/** Rooms above tell people through the same notices: who holds a role where, and the news for them. */
export { type Holder, holders, type NewNotice, tellPeople, unreadOfSession } from './notices.sql.ts'

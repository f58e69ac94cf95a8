import { type Actor, reaches } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../lib/errors.ts'
import type { StoredFile } from '../../lib/files/files.ts'
import {
  type Author,
  activityOfSubmission,
  insertActivity,
  selectActivity,
  servedBy,
  updateActivity,
  withdrawActivityRow,
  writeFigures,
  writeServed,
} from './activities.sql.ts'
import type { Activity, ActivityInput, Evidence } from './activity.ts'
import { isOpen } from './assignment.ts'
import { canWork } from './assignments.policy.ts'
import { selectAssignmentForChange, updateAssignment } from './assignments.sql.ts'
import {
  attachEvidence,
  detachEvidence,
  evidenceOf,
  insertEvidence,
  selectEvidence,
  unitsServedByEvidence,
} from './evidence.sql.ts'
import { insertStep } from './steps.sql.ts'

/** What comes with the form beside its fields. */
export interface Shown {
  files: readonly StoredFile[]
}

/**
 * Records what a unit did, with its figures, the assignments it serves (of several programmes where it is
 * lồng ghép, QN-17) and its evidence. Work that was not yet begun counts as begun. A form that arrives twice
 * over a bad line (same submissionKey) is one activity. Returns its id.
 */
export async function recordActivity(
  tx: Tx,
  actor: Actor,
  unitId: number,
  input: ActivityInput,
  shown: Shown,
  now: Date,
): Promise<number> {
  refuseUnlessWorksFor(actor, unitId)
  const author = authorOf(actor, unitId)
  const id = await insertActivity(tx, author, input, now)
  if (id === null) {
    const earlier = await activityOfSubmission(tx, actor.provinceId, input.submissionKey ?? '')
    if (earlier === null)
      throw conflict('Hoạt động chưa được ghi. Hãy gửi lại.', 'The activity was not written. Send it again.')
    return earlier
  }
  await writeFigures(tx, actor.provinceId, id, input)
  await serve(tx, actor, id, unitId, input.assignmentIds, now)
  await show(tx, author, id, input, shown, now)
  const { submissionKey: _, ...after } = input
  await recordChange(tx, actor, now, {
    verb: 'activity.record',
    subject: { kind: 'activity', id },
    before: null,
    after: { unitId, ...after, files: shown.files.map((f) => ({ name: f.name, sha256: f.sha256 })) },
  })
  return id
}

/** Corrects an activity. `version` is the one the form was opened on; somebody faster is told, not overwritten. */
export async function amendActivity(
  tx: Tx,
  actor: Actor,
  id: number,
  version: number,
  input: ActivityInput,
  shown: Shown,
  now: Date,
): Promise<void> {
  const before = await activityOf(tx, actor, id)
  refuseUnlessWorksFor(actor, before.unitId)
  if (!(await updateActivity(tx, actor.provinceId, id, version, input))) {
    throw conflict(
      'Hoạt động này vừa được người khác sửa. Hãy mở lại để xem bản mới rồi sửa tiếp; nội dung bạn nhập vẫn còn trên trang này.',
      'Somebody else has just changed this activity. Open it again to see the new version; what you typed is still on this page.',
    )
  }
  await writeFigures(tx, actor.provinceId, id, input)
  await serve(tx, actor, id, before.unitId, input.assignmentIds, now)
  await show(tx, authorOf(actor, before.unitId), id, input, shown, now)
  await recordChange(tx, actor, now, {
    verb: 'activity.amend',
    subject: { kind: 'activity', id },
    before: { what: before.what, fromDay: before.fromDay, toDay: before.toDay, formCode: before.formCode },
    after: input,
  })
}

/** Takes an activity back; it stays in the log, and counts nowhere any more. */
export async function withdrawActivity(
  tx: Tx,
  actor: Actor,
  id: number,
  reason: string,
  now: Date,
): Promise<void> {
  const before = await activityOf(tx, actor, id)
  refuseUnlessWorksFor(actor, before.unitId)
  if (before.withdrawn) throw conflict('Hoạt động này đã được rút.', 'This activity is already withdrawn.')
  await withdrawActivityRow(tx, actor.provinceId, id, now)
  await recordChange(tx, actor, now, {
    verb: 'activity.withdraw',
    subject: { kind: 'activity', id },
    before: { what: before.what },
    after: { reason },
  })
}

/** Keeps files of a form that came back with faults, so that nobody has to send them again. Returns their ids. */
export async function keepFiles(
  tx: Tx,
  actor: Actor,
  unitId: number,
  files: readonly StoredFile[],
  now: Date,
): Promise<number[]> {
  refuseUnlessWorksFor(actor, unitId)
  const ids: number[] = []
  for (const file of files) {
    const evidence = { kind: 'file', fileId: file.id, caption: file.name, takenDay: null } as const
    ids.push(await insertEvidence(tx, authorOf(actor, unitId), evidence, now))
  }
  return ids
}

/** Takes a piece of evidence off an activity; the piece itself stays with the unit. */
export async function removeEvidence(
  tx: Tx,
  actor: Actor,
  activityId: number,
  evidenceId: number,
  now: Date,
): Promise<void> {
  const activity = await activityOf(tx, actor, activityId)
  refuseUnlessWorksFor(actor, activity.unitId)
  if (!(await detachEvidence(tx, actor.provinceId, activityId, evidenceId))) throw notFound()
  await recordChange(tx, actor, now, {
    verb: 'activity.remove_evidence',
    subject: { kind: 'activity', id: activityId },
    before: { evidenceId },
    after: null,
  })
}

/** An activity that the actor may see: of the own subtree, or serving a task the actor's unit leads. */
export async function activityOf(db: DbOrTx, actor: Actor, id: number): Promise<Activity> {
  const activity = await selectActivity(db, actor.provinceId, id)
  if (!activity) throw notFound()
  if (reaches(actor, activity.unitId)) return activity
  const leads = new Set<number>()
  for (const list of (await evidenceOf(db, actor.provinceId, [id])).values()) {
    for (const e of list) {
      for (const unit of await unitsServedByEvidence(db, actor.provinceId, e.id)) leads.add(unit)
    }
  }
  if (actor.grants.some((g) => leads.has(g.unitId))) return activity
  throw notFound()
}

/** A piece of evidence that the actor may see. */
export async function evidenceSeenBy(db: DbOrTx, actor: Actor, id: number): Promise<Evidence> {
  const evidence = await selectEvidence(db, actor.provinceId, id)
  if (!evidence) throw notFound()
  if (reaches(actor, evidence.unitId)) return evidence
  const leads = await unitsServedByEvidence(db, actor.provinceId, id)
  if (actor.grants.some((g) => leads.includes(g.unitId))) return evidence
  throw notFound()
}

async function serve(
  tx: Tx,
  actor: Actor,
  activityId: number,
  unitId: number,
  assignmentIds: readonly number[],
  now: Date,
): Promise<void> {
  const before = new Set(await servedBy(tx, actor.provinceId, activityId))
  for (const id of assignmentIds) {
    const a = await selectAssignmentForChange(tx, actor.provinceId, id)
    if (!a || a.state === 'withdrawn' || (a.unitId !== unitId && !canWork(actor, a))) {
      throw invalid([
        {
          field: 'assignmentIds',
          vi: 'Có nhiệm vụ không thuộc đơn vị của bạn hoặc đã thu hồi. Hãy chọn lại.',
          en: 'One of the tasks does not belong to your unit or was withdrawn. Choose again.',
        },
      ])
    }
    if (before.has(id) || !isOpen(a.state) || a.state === 'in_progress') continue
    await updateAssignment(tx, actor.provinceId, id, { state: 'in_progress' })
    const step = { from: a.state, to: 'in_progress', at: now, actorName: actor.name } as const
    await insertStep(tx, actor.provinceId, id, { ...step, accountId: actor.accountId, note: null })
  }
  await writeServed(tx, actor.provinceId, activityId, assignmentIds)
}

async function show(
  tx: Tx,
  author: Author,
  activityId: number,
  input: ActivityInput,
  shown: Shown,
  now: Date,
): Promise<void> {
  const ids: number[] = []
  for (const evidenceId of input.evidenceIds) {
    const old = await selectEvidence(tx, author.provinceId, evidenceId)
    if (old && old.unitId === author.unitId) ids.push(evidenceId)
  }
  for (const file of shown.files) {
    const evidence = { kind: 'file', fileId: file.id, caption: file.name, takenDay: input.fromDay } as const
    ids.push(await insertEvidence(tx, author, evidence, now))
  }
  for (const url of input.links) {
    const evidence = { kind: 'link', url, caption: url, takenDay: input.fromDay } as const
    ids.push(await insertEvidence(tx, author, evidence, now))
  }
  await attachEvidence(tx, author.provinceId, activityId, ids)
}

function authorOf(actor: Actor, unitId: number): Author {
  return { provinceId: actor.provinceId, unitId, accountId: actor.accountId, name: actor.name }
}

function refuseUnlessWorksFor(actor: Actor, unitId: number): void {
  if (canWork(actor, { unitId })) return
  throw forbidden(
    'Chỉ cán bộ hoặc thủ trưởng của đơn vị mới ghi hoạt động cho đơn vị đó.',
    'Only an officer or the head of a unit can record its activities.',
  )
}

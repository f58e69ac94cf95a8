import { readFile } from 'node:fs/promises'
import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { type Day, dayOf } from '../../lib/calendar/day.ts'
import type { Config } from '../../lib/config.ts'
import type { Db, DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, notFound, Refusal } from '../../lib/errors.ts'
import { fileById } from '../../lib/files/files.ts'
import { storedPath } from '../../lib/files/store.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import { matchColumns } from '../../lib/sheets/match-columns.ts'
import { readSheet } from '../../lib/sheets/read-sheet.ts'
import { writeSheet } from '../../lib/sheets/write-sheet.ts'
import type { AssignmentState } from './assignment.ts'
import { applyBulk, readBulk } from './assignments.jobs.ts'
import { canCheck, canWork } from './assignments.policy.ts'
import { selectAssignmentForChange, selectLeadUnits, updateAssignment } from './assignments.sql.ts'
import { acknowledge, reportDone, returnWork, startWork, verify } from './assignments.ts'
import { type BulkUpdate, insertBulk, moveBulk, selectBulk, updateBulk } from './bulk.sql.ts'
import { type BulkChange, bulkColumns, bulkRow, pathTo, previewOf } from './bulk.ts'
import { type AssignmentRow, selectRows } from './lists.sql.ts'

const mostRows = 20_000

/** The sheet of a plan: every piece of work the actor may see, in the format that comes back. */
export async function bulkSheet(
  db: DbOrTx,
  actor: Actor,
  planId: number,
  today: Day,
  format: 'xlsx' | 'csv',
): Promise<Uint8Array> {
  const rows = await rowsInReach(db, actor, planId, today)
  return writeSheet({ format, sheets: [{ name: 'Nhiệm vụ', columns: bulkColumns, rows: rows.map(bulkRow) }] })
}

/** Takes a sheet in; a job reads it and makes the preview. Returns the id of the update. */
export async function takeSheet(
  tx: Tx,
  actor: Actor,
  planId: number,
  file: { id: number; name: string },
  now: Date,
): Promise<number> {
  const id = await insertBulk(tx, actor, planId, file, now)
  await queueJob(tx, actor.provinceId, readBulk, { bulkId: id })
  return id
}

/** An update that the actor sent. */
export async function bulkOf(db: DbOrTx, actor: Actor, id: number): Promise<BulkUpdate> {
  const bulk = await selectBulk(db, actor.provinceId, id)
  if (!bulk || bulk.uploadedBy !== actor.accountId) throw notFound()
  return bulk
}

/** Reads the sheet and keeps what it would change. A sheet that cannot be read becomes a sentence, not an error. */
export async function makePreview(
  db: Db,
  config: Config,
  provinceId: number,
  id: number,
  now: Date,
): Promise<void> {
  const bulk = await selectBulk(db, provinceId, id)
  if (bulk?.state !== 'reading') return
  const file = await fileById(db, provinceId, bulk.fileId)
  const bytes = file ? await readFile(storedPath(config.dataDir, file.sha256)) : new Uint8Array()
  const read = await readSheet(bytes, { name: bulk.fileName, limits: { rows: mostRows } })
  const matched = read.ok ? matchColumns(read.sheet, bulkColumns) : read
  if (!matched.ok) {
    await updateBulk(db, provinceId, id, {
      state: 'failed',
      fault: `${matched.fault.vi} / ${matched.fault.en}`,
    })
    return
  }
  const rows = await rowsInReach(db, bulk.actor, bulk.planId, dayOf(now))
  const leads = await leadsOf(db, provinceId, rows)
  const rights = {
    mayWork: (r: AssignmentRow) => canWork(bulk.actor, r),
    mayCheck: (r: AssignmentRow) => canCheck(bulk.actor, r, leads.get(r.taskId) ?? []),
  }
  const current = new Map(rows.map((r) => [r.id, r]))
  const preview = previewOf(matched.rows, matched.faults, current, rights)
  await updateBulk(db, provinceId, id, {
    state: 'preview',
    preview,
    rowsTotal: matched.rows.length,
    rowsDone: 0,
  })
}

/** The sender has seen the preview and wants it so. */
export async function confirmBulk(tx: Tx, actor: Actor, id: number): Promise<void> {
  await bulkOf(tx, actor, id)
  if (!(await moveBulk(tx, actor.provinceId, id, 'preview', 'applying'))) {
    throw conflict('Tệp này đã được áp dụng hoặc đã bỏ.', 'This sheet is applied or dropped already.')
  }
  await queueJob(tx, actor.provinceId, applyBulk, { bulkId: id })
}

export async function dropBulk(tx: Tx, actor: Actor, id: number): Promise<void> {
  await bulkOf(tx, actor, id)
  await moveBulk(tx, actor.provinceId, id, 'preview', 'dropped')
}

/**
 * Applies a confirmed sheet through the same verbs as the forms, all or nothing: a row that has changed in the
 * meantime and cannot go its way stops everything with its line, and nothing is changed.
 */
export async function applyPreview(
  db: Db,
  provinceId: number,
  id: number,
  progress: (done: number, total: number) => Promise<void>,
  now: Date,
): Promise<void> {
  const bulk = await selectBulk(db, provinceId, id)
  if (bulk?.state !== 'applying' || !bulk.preview) return
  const { changes } = bulk.preview
  try {
    await db.transaction().execute(async (tx) => {
      for (const [i, change] of changes.entries()) {
        await applyOne(tx, bulk.actor, change, now)
        if (i % 50 === 49) await tell(i + 1)
      }
      await updateBulk(tx, provinceId, id, { state: 'applied', rowsDone: changes.length, appliedAt: now })
      const subject = { kind: 'plan', id: bulk.planId }
      const after = { file: bulk.fileName, rows: changes.length }
      await recordChange(tx, bulk.actor, now, {
        verb: 'assignments.bulk_update',
        subject,
        before: null,
        after,
      })
    })
  } catch (refusal) {
    if (!(refusal instanceof LineRefusal)) throw refusal
    await updateBulk(db, provinceId, id, { state: 'failed', fault: refusal.message, rowsDone: 0 })
  }

  /** On another connection: the transaction's own rows are not seen before it ends. */
  async function tell(done: number): Promise<void> {
    await updateBulk(db, provinceId, id, { rowsDone: done, rowsTotal: changes.length })
    await progress(done, changes.length)
  }
}

class LineRefusal extends Error {}

async function applyOne(tx: Tx, actor: Actor, change: BulkChange, now: Date): Promise<void> {
  try {
    const a = await selectAssignmentForChange(tx, actor.provinceId, change.id)
    if (!a) throw notFound()
    if (change.dueDay !== undefined) await setDue(tx, actor, change, now)
    const steps = change.state ? pathTo(a.state, change.state) : []
    if (steps === null) throw conflict('Trạng thái đã thay đổi.', 'The state has changed.')
    for (const to of steps) await step(tx, actor, change, to, now)
    const progress = change.state === 'reported_done' ? undefined : change.progress
    if (progress !== undefined) {
      await startWork(tx, actor, change.id, { progress, note: change.note ?? null }, now)
    }
    if (change.note !== undefined && !change.state && progress === undefined) {
      await updateAssignment(tx, actor.provinceId, change.id, { resultNote: change.note })
    }
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    const [fault] = refusal.faults
    const vi = fault?.vi ?? 'Việc này không còn được cập nhật.'
    const en = fault?.en ?? 'This work can no longer be updated.'
    throw new LineRefusal(
      `Dòng ${change.line}: ${vi} Chưa có dòng nào được thay đổi. / Line ${change.line}: ${en} Nothing was changed.`,
    )
  }
}

function step(tx: Tx, actor: Actor, change: BulkChange, to: AssignmentState, now: Date): Promise<void> {
  const note = change.note ?? null
  if (to === 'acknowledged') return acknowledge(tx, actor, change.id, now)
  if (to === 'in_progress')
    return startWork(tx, actor, change.id, { progress: change.progress ?? change.from.progress, note }, now)
  if (to === 'reported_done') return reportDone(tx, actor, change.id, { note }, now)
  if (to === 'verified') return verify(tx, actor, change.id, { note }, now)
  return returnWork(tx, actor, change.id, { reasons: note ?? '' }, now)
}

async function setDue(tx: Tx, actor: Actor, change: BulkChange, now: Date): Promise<void> {
  await updateAssignment(tx, actor.provinceId, change.id, { dueDay: change.dueDay ?? null })
  await recordChange(tx, actor, now, {
    verb: 'assignment.set_due',
    subject: { kind: 'assignment', id: change.id },
    before: { dueDay: change.from.dueDay },
    after: { dueDay: change.dueDay },
  })
}

async function rowsInReach(db: DbOrTx, actor: Actor, planId: number, today: Day): Promise<AssignmentRow[]> {
  const unitIds = actor.reach === 'province' ? undefined : [...actor.reach]
  return (await selectRows(db, actor.provinceId, { planId, unitIds }, today, mostRows)).rows
}

async function leadsOf(db: DbOrTx, provinceId: number, rows: readonly AssignmentRow[]) {
  const leads = new Map<number, number[]>()
  for (const taskId of new Set(rows.map((r) => r.taskId))) {
    leads.set(taskId, await selectLeadUnits(db, provinceId, taskId))
  }
  return leads
}

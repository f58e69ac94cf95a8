import { recordChange, recordChanges } from '../../lib/audit.ts'
import type { Db, Tx } from '../../lib/db/db.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import { bulkApplied } from './assignments.jobs.ts'
import { selectAssignmentsForChange, selectLeadUnitsOf } from './assignments.sql.ts'
import { type BulkUpdate, selectBulk, updateAssignments, updateBulk } from './bulk.sql.ts'
import type { BulkChange } from './bulk.ts'
import { type Deeds, deedsOf, nothingShown, refusalOf } from './bulk-deeds.ts'
import { countShownOf } from './shown.sql.ts'
import { insertSteps } from './steps.sql.ts'

/** Lines whose rows are held, changed and recorded with one statement each. */
const atOnce = 250

type Told = (done: number, total: number) => Promise<void>

/**
 * Applies a confirmed sheet by the rules of the forms, all or nothing: a row that has changed in the meantime and
 * cannot go its way stops everything with its line, and nothing is changed. A program that is lost on the way
 * leaves nothing behind either; the job begins anew.
 */
export async function applyPreview(
  db: Db,
  provinceId: number,
  id: number,
  told: Told,
  now: Date,
): Promise<void> {
  const bulk = await selectBulk(db, provinceId, id)
  if (bulk?.state !== 'applying' || !bulk.preview) return
  const { changes } = bulk.preview
  await tell(0)
  try {
    await db.transaction().execute(async (tx) => {
      for (let from = 0; from < changes.length; from += atOnce) {
        const lines = changes.slice(from, from + atOnce)
        await write(tx, bulk, await worked(tx, bulk, lines, now), now)
        await tell(from + lines.length)
      }
      await updateBulk(tx, provinceId, id, { state: 'applied', rowsDone: changes.length, appliedAt: now })
      const after = { file: bulk.fileName, rows: changes.length }
      const subject = { kind: 'plan', id: bulk.planId }
      await recordChange(tx, bulk.actor, now, {
        verb: 'assignments.bulk_update',
        subject,
        before: null,
        after,
      })
      await queueJob(tx, provinceId, bulkApplied, { bulkId: id })
    })
  } catch (refusal) {
    if (!(refusal instanceof LineRefusal)) throw refusal
    await updateBulk(db, provinceId, id, { state: 'failed', fault: refusal.message, rowsDone: 0 })
  }

  /** On another connection: the transaction's own rows are not seen before it ends. */
  async function tell(done: number): Promise<void> {
    await updateBulk(db, provinceId, id, { rowsDone: done, rowsTotal: changes.length })
    await told(done, changes.length)
  }
}

class LineRefusal extends Error {}

/** What the lines come to now, with their rows held until the transaction ends. */
async function worked(tx: Tx, bulk: BulkUpdate, lines: readonly BulkChange[], now: Date): Promise<Deeds[]> {
  const { actor } = bulk
  const ids = lines.map((line) => line.id)
  const held = await selectAssignmentsForChange(tx, actor.provinceId, ids)
  const taskIds = new Set([...held.values()].map((a) => a.taskId))
  const leads = await selectLeadUnitsOf(tx, actor.provinceId, [...taskIds])
  const shown = await countShownOf(tx, actor.provinceId, ids)
  return lines.map((line) => {
    const assignment = held.get(line.id)
    if (!assignment) throw lineRefusal(line, gone)
    const leadUnitIds = leads.get(assignment.taskId) ?? []
    const standing = { assignment, leadUnitIds, shown: shown.get(line.id) ?? nothingShown }
    let deeds: Deeds | undefined
    const why = refusalOf(() => {
      deeds = deedsOf(actor, standing, line, now)
    })
    if (why || !deeds) throw lineRefusal(line, why ?? gone)
    return deeds
  })
}

const gone = { vi: 'Việc này không còn được cập nhật.', en: 'This work can no longer be updated.' }

function lineRefusal(line: BulkChange, why: { vi: string; en: string }): LineRefusal {
  return new LineRefusal(
    `Dòng ${line.line}: ${why.vi} Chưa có dòng nào được thay đổi. / Line ${line.line}: ${why.en} Nothing was changed.`,
  )
}

async function write(tx: Tx, { actor }: BulkUpdate, deeds: readonly Deeds[], now: Date): Promise<void> {
  await updateAssignments(tx, actor.provinceId, deeds)
  await insertSteps(
    tx,
    actor.provinceId,
    deeds.flatMap((d) => d.steps),
  )
  await recordChanges(
    tx,
    actor,
    now,
    deeds.flatMap((d) => d.entries),
  )
}

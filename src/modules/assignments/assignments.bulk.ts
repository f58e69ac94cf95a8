import { readFile } from 'node:fs/promises'
import type { Actor } from '../../lib/actor.ts'
import { type Day, dayOf } from '../../lib/calendar/day.ts'
import type { Config } from '../../lib/config.ts'
import type { Db, DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, notFound } from '../../lib/errors.ts'
import { fileById } from '../../lib/files/files.ts'
import { storedPath } from '../../lib/files/store.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import { matchColumns } from '../../lib/sheets/match-columns.ts'
import { readSheet } from '../../lib/sheets/read-sheet.ts'
import { writeSheet } from '../../lib/sheets/write-sheet.ts'
import { applyBulk, readBulk } from './assignments.jobs.ts'
import { canCheck, canWork } from './assignments.policy.ts'
import { selectLeadUnitsOf } from './assignments.sql.ts'
import {
  type BulkUpdate,
  insertBulk,
  moveBulk,
  selectBulk,
  selectBulkProgress,
  updateBulk,
} from './bulk.sql.ts'
import { type BulkRights, bulkColumns, bulkRow, previewOf } from './bulk.ts'
import { deedsOf, nothingShown, refusalOf } from './bulk-deeds.ts'
import { type AssignmentRow, selectRows } from './lists.sql.ts'
import { countShownOf } from './shown.sql.ts'

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

/** How far an update is; asked again and again while a job works on it. */
export async function bulkProgressOf(db: DbOrTx, actor: Actor, id: number) {
  const bulk = await selectBulkProgress(db, actor.provinceId, id)
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
  const rights = await rightsOf(db, bulk.actor, rows, now)
  const current = new Map(rows.map((r) => [r.id, r]))
  const preview = previewOf(matched.rows, matched.faults, current, rights)
  await updateBulk(db, provinceId, id, {
    state: 'preview',
    preview,
    rowsTotal: matched.rows.length,
    rowsDone: 0,
  })
}

/** What the sender may do, by the rules that will hold when the sheet is applied. */
async function rightsOf(
  db: Db,
  actor: Actor,
  rows: readonly AssignmentRow[],
  now: Date,
): Promise<BulkRights> {
  const taskIds = [...new Set(rows.map((r) => r.taskId))]
  const leads = await selectLeadUnitsOf(db, actor.provinceId, taskIds)
  const served = rows.filter((r) => r.activities > 0).map((r) => r.id)
  const shown = await countShownOf(db, actor.provinceId, served)
  const leadsOf = (r: AssignmentRow) => leads.get(r.taskId) ?? []
  return {
    mayWork: (r) => canWork(actor, r),
    mayCheck: (r) => canCheck(actor, r, leadsOf(r)),
    whyNot: (r, change) => {
      const standing = { assignment: r, leadUnitIds: leadsOf(r), shown: shown.get(r.id) ?? nothingShown }
      return refusalOf(() => deedsOf(actor, standing, change, now))
    },
  }
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

async function rowsInReach(db: DbOrTx, actor: Actor, planId: number, today: Day): Promise<AssignmentRow[]> {
  const unitIds = actor.reach === 'province' ? undefined : [...actor.reach]
  return (await selectRows(db, actor.provinceId, { planId, unitIds }, today, mostRows)).rows
}

import { sql } from 'kysely'
import { z } from 'zod'
import { type Actor, roles } from '../../lib/actor.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { AssignmentChange } from './assignments.sql.ts'
import type { BulkPreview } from './bulk.ts'

export type BulkState = 'reading' | 'preview' | 'applying' | 'applied' | 'failed' | 'dropped'

/** One sheet that came in: its preview, and how far it has been applied. */
export interface BulkUpdate {
  id: number
  planId: number
  fileId: number
  fileName: string
  uploadedAt: Date
  uploadedBy: number
  state: BulkState
  rowsTotal: number
  rowsDone: number
  fault: string | null
  preview: BulkPreview | null
  actor: Actor
}

const storedActor = z.object({
  provinceId: z.number(),
  accountId: z.number(),
  name: z.string(),
  locale: z.enum(['vi', 'en']),
  grants: z.array(z.object({ role: z.enum(roles), unitId: z.number() })),
  reach: z.union([z.literal('province'), z.array(z.number()).transform((ids) => new Set(ids))]),
})

export async function insertBulk(
  tx: Tx,
  actor: Actor,
  planId: number,
  file: { id: number; name: string },
  now: Date,
): Promise<number> {
  const reach = actor.reach === 'province' ? actor.reach : [...actor.reach]
  const row = await tx
    .insertInto('assignments.bulk_update')
    .values({
      province_id: actor.provinceId,
      plan_id: planId,
      file_id: file.id,
      file_name: file.name,
      uploaded_at: now,
      uploaded_by: actor.accountId,
      actor: JSON.stringify({ ...actor, reach }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function selectBulk(db: DbOrTx, provinceId: number, id: number): Promise<BulkUpdate | null> {
  const row = await db
    .selectFrom('assignments.bulk_update')
    .select([
      'id',
      'plan_id as planId',
      'file_id as fileId',
      'file_name as fileName',
      'uploaded_at as uploadedAt',
      'uploaded_by as uploadedBy',
      'state',
      'rows_total as rowsTotal',
      'rows_done as rowsDone',
      'fault',
      'preview',
      'actor',
    ])
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    ...row,
    state: row.state as BulkState,
    preview: row.preview as BulkPreview | null,
    actor: storedActor.parse(row.actor),
  }
}

/** How far it is, without the preview, which may be megabytes. */
export async function selectBulkProgress(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<Pick<BulkUpdate, 'id' | 'uploadedBy' | 'state' | 'rowsTotal' | 'rowsDone'> | null> {
  const row = await db
    .selectFrom('assignments.bulk_update')
    .select(['id', 'uploaded_by as uploadedBy', 'state', 'rows_total as rowsTotal', 'rows_done as rowsDone'])
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...row, state: row.state as BulkState } : null
}

/**
 * Changes many assignments in one statement and counts their versions up; what a change does not name stays. The
 * rows have to be held by the caller.
 */
export async function updateAssignments(
  tx: Tx,
  provinceId: number,
  changes: readonly { id: number; change: AssignmentChange }[],
): Promise<void> {
  if (changes.length === 0) return
  const list = changes.map(({ id, change: { reported, ...change } }) => ({
    id,
    c: {
      ...change,
      ...(reported === undefined ? {} : { at: reported?.at ?? null, day: reported?.day ?? null }),
    },
  }))
  await sql`
    update assignments.assignment as a set
      version = a.version + 1,
      state = case when c ? 'state' then c->>'state' else a.state end,
      due_day = case when c ? 'dueDay' then (c->>'dueDay')::date else a.due_day end,
      progress = case when c ? 'progress' then (c->>'progress')::integer else a.progress end,
      acknowledged_at = case when c ? 'acknowledgedAt' then (c->>'acknowledgedAt')::timestamptz else a.acknowledged_at end,
      reported_at = case when c ? 'at' then (c->>'at')::timestamptz else a.reported_at end,
      reported_day = case when c ? 'day' then (c->>'day')::date else a.reported_day end,
      verified_at = case when c ? 'verifiedAt' then (c->>'verifiedAt')::timestamptz else a.verified_at end,
      result_note = case when c ? 'resultNote' then c->>'resultNote' else a.result_note end
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as given (id bigint, c jsonb)
    where a.province_id = ${provinceId} and a.id = given.id`.execute(tx)
}

export async function updateBulk(
  db: DbOrTx,
  provinceId: number,
  id: number,
  change: {
    state?: BulkState
    rowsTotal?: number
    rowsDone?: number
    fault?: string | null
    preview?: BulkPreview
    appliedAt?: Date
  },
): Promise<void> {
  await db
    .updateTable('assignments.bulk_update')
    .set({
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.rowsTotal === undefined ? {} : { rows_total: change.rowsTotal }),
      ...(change.rowsDone === undefined ? {} : { rows_done: change.rowsDone }),
      ...(change.fault === undefined ? {} : { fault: change.fault }),
      ...(change.preview === undefined ? {} : { preview: JSON.stringify(change.preview) }),
      ...(change.appliedAt === undefined ? {} : { applied_at: change.appliedAt }),
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** Moves a bulk update on, if it is still where the caller saw it; false when somebody was faster. */
export async function moveBulk(
  tx: Tx,
  provinceId: number,
  id: number,
  from: BulkState,
  to: BulkState,
): Promise<boolean> {
  const result = await tx
    .updateTable('assignments.bulk_update')
    .set({ state: to })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

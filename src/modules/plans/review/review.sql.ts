import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Applied } from './edits.ts'
import type { Found, FoundFlag } from './found.ts'
import type { Correction, Flag, Reading, ReadingRow, ReadingState, Resolution } from './review.ts'

const columns = [
  'id',
  'file_id as fileId',
  'name',
  'unit_id as unitId',
  'programme_id as programmeId',
  'state',
  'progress',
  'failure_vi',
  'failure_en',
  'kind',
  'text',
  'notes',
  'found',
  'version',
  'plan_id as planId',
  'actor_name as actorName',
  'created_at as createdAt',
] as const

type Row = Omit<Reading, 'state' | 'failure' | 'notes' | 'found'> & {
  state: string
  failure_vi: string | null
  failure_en: string | null
  notes: unknown
  found: unknown
}

function asReading({ failure_vi, failure_en, ...row }: Row): Reading {
  return {
    ...row,
    state: row.state as ReadingState,
    failure: failure_vi === null ? null : { vi: failure_vi, en: failure_en ?? failure_vi },
    notes: (row.notes ?? []) as Reading['notes'],
    found: row.found as Found | null,
  }
}

export async function selectReading(db: DbOrTx, provinceId: number, id: number): Promise<Reading | null> {
  const row = await db
    .selectFrom('plans.reading')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? asReading(row) : null
}

export async function selectReadingForChange(
  db: Tx,
  provinceId: number,
  id: number,
): Promise<Reading | null> {
  const row = await db
    .selectFrom('plans.reading')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? asReading(row) : null
}

/** The newest readings that have not become a plan yet, with the number of their open flags. */
export async function selectUnusedReadings(
  db: DbOrTx,
  provinceId: number,
  limit: number,
): Promise<ReadingRow[]> {
  const rows = await db
    .selectFrom('plans.reading as r')
    .select((e) => [
      'r.id',
      'r.name',
      'r.unit_id as unitId',
      'r.state',
      'r.plan_id as planId',
      'r.actor_name as actorName',
      'r.created_at as createdAt',
      e
        .selectFrom('plans.flag as f')
        .select((f) => f.fn.countAll<number>().as('n'))
        .whereRef('f.province_id', '=', 'r.province_id')
        .whereRef('f.reading_id', '=', 'r.id')
        .where('f.resolved_at', 'is', null)
        .where('f.blocking', '=', true)
        .as('open'),
    ])
    .where('r.province_id', '=', provinceId)
    .where('r.plan_id', 'is', null)
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((r) => ({ ...r, state: r.state as ReadingState, open: Number(r.open ?? 0) }))
}

export async function insertReading(
  tx: Tx,
  provinceId: number,
  r: Pick<Reading, 'fileId' | 'name' | 'unitId' | 'programmeId' | 'actorName' | 'createdAt'> & {
    createdBy: number
  },
): Promise<number> {
  const row = await tx
    .insertInto('plans.reading')
    .values({
      province_id: provinceId,
      file_id: r.fileId,
      name: r.name,
      unit_id: r.unitId,
      programme_id: r.programmeId,
      state: 'WAITING',
      created_by: r.createdBy,
      actor_name: r.actorName,
      created_at: r.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateReading(
  tx: DbOrTx,
  provinceId: number,
  id: number,
  change: Partial<
    Pick<Reading, 'state' | 'progress' | 'failure' | 'kind' | 'text' | 'notes' | 'found' | 'planId'>
  >,
): Promise<void> {
  await tx
    .updateTable('plans.reading')
    .set((e) => ({
      version: e('version', '+', 1),
      ...(change.state !== undefined && { state: change.state }),
      ...(change.progress !== undefined && { progress: change.progress }),
      ...(change.failure !== undefined && {
        failure_vi: change.failure?.vi ?? null,
        failure_en: change.failure?.en ?? null,
      }),
      ...(change.kind !== undefined && { kind: change.kind }),
      ...(change.text !== undefined && { text: change.text }),
      ...(change.notes !== undefined && { notes: JSON.stringify(change.notes) }),
      ...(change.found !== undefined && { found: JSON.stringify(change.found) }),
      ...(change.planId !== undefined && { plan_id: change.planId }),
    }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function insertCorrection(
  tx: Tx,
  provinceId: number,
  readingId: number,
  c: Pick<Applied, 'path' | 'was' | 'becomes'> &
    Pick<Correction, 'action' | 'actorName' | 'at'> & { accountId: number },
): Promise<void> {
  await tx
    .insertInto('plans.correction')
    .values({
      province_id: provinceId,
      reading_id: readingId,
      path: c.path,
      action: c.action,
      was: JSON.stringify(c.was ?? null),
      becomes: JSON.stringify(c.becomes ?? null),
      account_id: c.accountId,
      actor_name: c.actorName,
      at: c.at,
    })
    .execute()
}

export async function selectCorrections(
  db: DbOrTx,
  provinceId: number,
  readingId: number,
): Promise<Correction[]> {
  const rows = await db
    .selectFrom('plans.correction')
    .select(['id', 'path', 'action', 'was', 'becomes', 'actor_name as actorName', 'at'])
    .where('province_id', '=', provinceId)
    .where('reading_id', '=', readingId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((r) => ({ ...r, action: r.action as Correction['action'] }))
}

export async function selectFlags(db: DbOrTx, provinceId: number, readingId: number): Promise<Flag[]> {
  const rows = await db
    .selectFrom('plans.flag')
    .select([
      'id',
      'code',
      'path',
      'blocking',
      'source_start as start',
      'source_end as end',
      'detail_vi as vi',
      'detail_en as en',
      'resolution',
      'resolver_name as resolverName',
    ])
    .where('province_id', '=', provinceId)
    .where('reading_id', '=', readingId)
    .orderBy('id')
    .execute()
  return rows.map(({ start, end, ...r }) => ({
    ...r,
    resolution: r.resolution as Resolution | null,
    at: start === null ? null : { start, end: end ?? start },
  }))
}

export async function insertFlags(
  tx: Tx,
  provinceId: number,
  readingId: number,
  flags: readonly FoundFlag[],
): Promise<void> {
  if (flags.length === 0) return
  await tx
    .insertInto('plans.flag')
    .values(
      flags.map((f) => ({
        province_id: provinceId,
        reading_id: readingId,
        code: f.code,
        path: f.path,
        blocking: f.blocking,
        source_start: f.at?.start ?? null,
        source_end: f.at?.end ?? null,
        detail_vi: f.vi,
        detail_en: f.en,
      })),
    )
    .execute()
}

export async function settleFlags(
  tx: Tx,
  provinceId: number,
  ids: readonly number[],
  by: { resolution: Resolution; at: Date; accountId: number; name: string; note: string | null },
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('plans.flag')
    .set({
      resolved_at: by.at,
      resolved_by: by.accountId,
      resolver_name: by.name,
      resolution: by.resolution,
      note: by.note,
    })
    .where('province_id', '=', provinceId)
    .where('id', 'in', ids)
    .where('resolved_at', 'is', null)
    .execute()
}

/** The reading a plan was made from: how many doubts still block, and the number and day it was printed with. */
export async function selectReadingOfPlan(
  db: DbOrTx,
  provinceId: number,
  planId: number,
): Promise<{ id: number; open: number; number: string | null; issued: string | null } | null> {
  const row = await db
    .selectFrom('plans.reading')
    .select(['id', 'found'])
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  if (!row) return null
  const head = (row.found as Found | null)?.head
  const flags = await selectFlags(db, provinceId, row.id)
  return {
    id: row.id,
    open: flags.filter((f) => f.blocking && f.resolution === null).length,
    number: head?.number.value ?? null,
    issued: head?.issued.value ?? null,
  }
}

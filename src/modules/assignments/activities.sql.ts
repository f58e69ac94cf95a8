import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { holdsWords } from '../../lib/db/words.sql.ts'
import { type Activity, type ActivityInput, type Metric, metrics } from './activity.ts'
import { citesSql } from './made-known.sql.ts'

const columns = [
  'id',
  'unit_id as unitId',
  'what',
  'from_day as fromDay',
  'to_day as toDay',
  'place',
  'form_code as formCode',
  'theme_codes as themeCodes',
  'audience_codes as audienceCodes',
  'note',
  'recorded_at as recordedAt',
  'recorded_by_name as recordedByName',
  sql<boolean>`recorded_by is null and submission_key is not null`.as('byProgram'),
  'withdrawn_at as withdrawnAt',
  'version',
] as const

type Row = Omit<Activity, 'withdrawn'> & { withdrawnAt: Date | null }

function asActivity({ withdrawnAt, ...row }: Row): Activity {
  return { ...row, withdrawn: withdrawnAt !== null }
}

export interface Author {
  provinceId: number
  unitId: number
  accountId: number | null
  name: string
}

/** Writes an activity; null when this submission was written before (a form sent twice over a bad line). */
export async function insertActivity(
  tx: Tx,
  by: Author,
  input: ActivityInput,
  now: Date,
): Promise<number | null> {
  const row = await tx
    .insertInto('assignments.activity')
    .values({
      province_id: by.provinceId,
      unit_id: by.unitId,
      ...facts(input),
      recorded_at: now,
      recorded_by: by.accountId,
      recorded_by_name: by.name,
      submission_key: input.submissionKey ?? null,
    })
    .onConflict((c) =>
      c.columns(['province_id', 'submission_key']).where('submission_key', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

function facts(input: ActivityInput) {
  return {
    what: input.what,
    from_day: input.fromDay,
    to_day: input.toDay,
    place: input.place,
    form_code: input.formCode,
    theme_codes: input.themeCodes,
    audience_codes: input.audienceCodes,
    note: input.note,
  }
}

export async function activityOfSubmission(
  db: DbOrTx,
  provinceId: number,
  key: string,
): Promise<number | null> {
  const row = await db
    .selectFrom('assignments.activity')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('submission_key', '=', key)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Changes an activity that is still at `version`; false when somebody was faster. */
export async function updateActivity(
  tx: Tx,
  provinceId: number,
  id: number,
  version: number,
  input: ActivityInput,
): Promise<boolean> {
  const result = await tx
    .updateTable('assignments.activity')
    .set((e) => ({ ...facts(input), version: e('version', '+', 1) }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function withdrawActivityRow(tx: Tx, provinceId: number, id: number, now: Date): Promise<void> {
  await tx
    .updateTable('assignments.activity')
    .set((e) => ({ withdrawn_at: now, version: e('version', '+', 1) }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** What was withdrawn counts again. */
export async function reviveActivity(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx
    .updateTable('assignments.activity')
    .set({ withdrawn_at: null })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** Who did it was put right. */
export async function moveActivity(tx: Tx, provinceId: number, id: number, unitId: number): Promise<void> {
  await tx
    .updateTable('assignments.activity')
    .set({ unit_id: unitId })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('unit_id', '<>', unitId)
    .execute()
}

/** Replaces the figures of an activity. */
export async function writeFigures(
  tx: Tx,
  provinceId: number,
  activityId: number,
  input: ActivityInput,
): Promise<void> {
  await tx
    .deleteFrom('assignments.activity_figure')
    .where('province_id', '=', provinceId)
    .where('activity_id', '=', activityId)
    .execute()
  const rows = metrics.flatMap((metric) => {
    const value = input[metric]
    if (value === null) return []
    return [{ province_id: provinceId, activity_id: activityId, metric, value: String(value) }]
  })
  if (rows.length > 0) await tx.insertInto('assignments.activity_figure').values(rows).execute()
}

export async function figuresOf(
  db: DbOrTx,
  provinceId: number,
  activityIds: readonly number[],
): Promise<Map<number, Partial<Record<Metric, number>>>> {
  const figures = new Map<number, Partial<Record<Metric, number>>>()
  if (activityIds.length === 0) return figures
  const rows = await db
    .selectFrom('assignments.activity_figure')
    .select(['activity_id as activityId', 'metric', 'value'])
    .where('province_id', '=', provinceId)
    .where('activity_id', 'in', activityIds)
    .execute()
  for (const row of rows) {
    figures.set(row.activityId, { ...figures.get(row.activityId), [row.metric]: Number(row.value) })
  }
  return figures
}

/** Replaces the assignments that an activity serves. */
export async function writeServed(
  tx: Tx,
  provinceId: number,
  activityId: number,
  assignmentIds: readonly number[],
): Promise<void> {
  await tx
    .deleteFrom('assignments.activity_assignment')
    .where('province_id', '=', provinceId)
    .where('activity_id', '=', activityId)
    .execute()
  const rows = [...new Set(assignmentIds)].map((id) => ({
    province_id: provinceId,
    activity_id: activityId,
    assignment_id: id,
  }))
  if (rows.length > 0) await tx.insertInto('assignments.activity_assignment').values(rows).execute()
}

export async function servedBy(db: DbOrTx, provinceId: number, activityId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('assignments.activity_assignment')
    .select('assignment_id as id')
    .where('province_id', '=', provinceId)
    .where('activity_id', '=', activityId)
    .orderBy('assignment_id')
    .execute()
  return rows.map((r) => r.id)
}

export async function selectActivity(db: DbOrTx, provinceId: number, id: number): Promise<Activity | null> {
  const row = await db
    .selectFrom('assignments.activity')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? asActivity(row) : null
}

export interface ActivityFilter {
  /** Units whose activities are asked for; undefined: every unit of the province. */
  unitIds?: readonly number[] | undefined
  assignmentId?: number | undefined
  formCode?: string | undefined
  from?: string | undefined
  to?: string | undefined
  words?: string | undefined
  /** The number of a document that they name. */
  cites?: string | undefined
}

/** Activities that pass the filter, newest first, with the number of all that pass. */
export async function selectActivities(
  db: DbOrTx,
  provinceId: number,
  filter: ActivityFilter,
  limit = 50,
  offset = 0,
): Promise<{ activities: Activity[]; total: number }> {
  let query = db
    .selectFrom('assignments.activity')
    .where('province_id', '=', provinceId)
    .where('withdrawn_at', 'is', null)
  if (filter.unitIds) query = query.where('unit_id', 'in', filter.unitIds.length ? filter.unitIds : [-1])
  if (filter.formCode) query = query.where('form_code', '=', filter.formCode)
  if (filter.from) query = query.where('to_day', '>=', filter.from)
  if (filter.to) query = query.where('from_day', '<=', filter.to)
  if (filter.words) query = query.where(holdsWords('what', filter.words))
  if (filter.cites) query = query.where(citesSql(sql.ref('what'), sql`${filter.cites}::text`))
  if (filter.assignmentId !== undefined) {
    const serving = db
      .selectFrom('assignments.activity_assignment')
      .select('activity_id')
      .where('province_id', '=', provinceId)
      .where('assignment_id', '=', filter.assignmentId)
    query = query.where('id', 'in', serving)
  }
  const { total } = await query.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(columns)
    .orderBy('from_day', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { activities: rows.map(asActivity), total: Number(total) }
}

/** Whoever counts a source waits here for whoever counts it beside: both are heard, one after the other. */
export async function waitForSource(tx: Tx, provinceId: number, source: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`activity ${source}`}), ${provinceId})`.execute(tx)
}

import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import {
  type CollaboratorCount,
  type CollaboratorFacts,
  type CollaboratorKind,
  type ConsentWay,
  collaboratorForm,
  type ForgettingWhy,
  usualMonths,
} from './collaborator.ts'

export type SealedRow = CollaboratorFacts & { id: number; untilDay: Day; sealed: Buffer }

export async function insertCollaborator(
  tx: Tx,
  provinceId: number,
  one: CollaboratorFacts & { untilDay: Day; sealed: Buffer },
  by: { name: string; at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('editorial.collaborator')
    .values({
      ...{ province_id: provinceId, unit_id: one.unitId, ...columnsOf(one) },
      ...{ noted_at: by.at, noted_by_name: by.name },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

function columnsOf(one: CollaboratorFacts & { untilDay: Day; sealed: Buffer }) {
  const { kind, topics, sealed } = one
  return {
    kind,
    topics,
    sealed,
    consent_day: one.consentDay,
    consent_how: one.consentHow,
    until_day: one.untilDay,
  }
}

/** A consent given anew is warned of anew. False: forgotten meanwhile. */
export async function updateCollaborator(
  tx: Tx,
  provinceId: number,
  id: number,
  one: CollaboratorFacts & { untilDay: Day; sealed: Buffer },
): Promise<boolean> {
  const done = await tx
    .updateTable('editorial.collaborator')
    .set({ ...columnsOf(one), warned_day: null })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('forgotten_day', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Erases what tells who it is; the line stays, to be counted. */
export async function forgetRow(
  tx: Tx,
  provinceId: number,
  id: number,
  forgotten: { day: Day; why: ForgettingWhy },
): Promise<void> {
  await tx
    .updateTable('editorial.collaborator')
    .set({ sealed: null, topics: [], forgotten_day: forgotten.day, forgotten_why: forgotten.why })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('forgotten_day', 'is', null)
    .execute()
}

/** Those who are not forgotten, of units or by id. */
export async function selectCollaborators(
  db: DbOrTx,
  provinceId: number,
  of: { unitIds: readonly number[] } | { id: number },
): Promise<SealedRow[]> {
  const rows = await db
    .selectFrom('editorial.collaborator')
    .select(['id', 'unit_id as unitId', 'kind', 'topics', 'sealed', 'until_day as untilDay'])
    .select(['consent_day as consentDay', 'consent_how as consentHow'])
    .where('province_id', '=', provinceId)
    .where('forgotten_day', 'is', null)
    .where((e) =>
      'id' in of ? e('id', '=', of.id) : e('unit_id', 'in', of.unitIds.length ? [...of.unitIds] : [-1]),
    )
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    ...r,
    kind: r.kind as CollaboratorKind,
    consentHow: r.consentHow as ConsentWay,
    sealed: r.sealed ?? Buffer.alloc(0),
  }))
}

/** Of units (undefined: of all of the province) that ever had somebody, or activities of that form, this year. */
export async function countCollaborators(
  db: DbOrTx,
  provinceId: number,
  unitIds: readonly number[] | undefined,
  year: number,
): Promise<CollaboratorCount[]> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const within = (column: 'c.unit_id' | 'a.unit_id') =>
    unitIds ? sql`and ${sql.ref(column)} = any(${[...unitIds]}::bigint[])` : sql``
  const { rows } = await sql<CollaboratorCount>`
    with people as (
      select c.unit_id, count(*) filter (where c.forgotten_day is null)::int as current,
        count(*) filter (where c.noted_at >= ${from}::date)::int as joined,
        count(*) filter (where c.forgotten_day >= ${from})::int as forgotten
      from editorial.collaborator c where c.province_id = ${provinceId} ${within('c.unit_id')}
      group by c.unit_id
    ), work as (
      select a.unit_id, count(*)::int as activities, coalesce(sum(f.value), 0)::int as people
      from assignments.activity a
        left join assignments.activity_figure f
          on f.province_id = a.province_id and f.activity_id = a.id and f.metric = 'people'
      where a.province_id = ${provinceId} and a.form_code = ${collaboratorForm} and a.withdrawn_at is null
        and a.from_day between ${from} and ${to} ${within('a.unit_id')}
      group by a.unit_id
    )
    select unit_id as "unitId", coalesce(p.current, 0) as current, coalesce(p.joined, 0) as joined,
      coalesce(p.forgotten, 0) as forgotten, coalesce(w.activities, 0) as activities, coalesce(w.people, 0) as people
    from people p full join work w using (unit_id)
    order by 2 desc, unit_id`.execute(db)
  return rows
}

/** Consents that end by a day and of which the unit has not been told. */
export async function selectEnding(
  db: DbOrTx,
  provinceId: number,
  until: Day,
): Promise<{ id: number; unitId: number; untilDay: Day }[]> {
  return db
    .selectFrom('editorial.collaborator')
    .select(['id', 'unit_id as unitId', 'until_day as untilDay'])
    .where('province_id', '=', provinceId)
    .where('forgotten_day', 'is', null)
    .where('warned_day', 'is', null)
    .where('until_day', '<=', until)
    .orderBy('unit_id')
    .orderBy('until_day')
    .execute()
}

export async function noteWarned(
  tx: Tx,
  provinceId: number,
  ids: readonly number[],
  day: Day,
): Promise<void> {
  await tx
    .updateTable('editorial.collaborator')
    .set({ warned_day: day })
    .where('province_id', '=', provinceId)
    .where('id', 'in', [...ids])
    .execute()
}

/** Whose consent has ended, and whose unit was told so long before. */
export async function selectEnded(
  db: DbOrTx,
  provinceId: number,
  today: Day,
  warnedUntil: Day,
): Promise<{ id: number; unitId: number }[]> {
  return db
    .selectFrom('editorial.collaborator')
    .select(['id', 'unit_id as unitId'])
    .where('province_id', '=', provinceId)
    .where('forgotten_day', 'is', null)
    .where('until_day', '<', today)
    .where('warned_day', '<=', warnedUntil)
    .execute()
}

export async function selectTerm(db: DbOrTx, provinceId: number): Promise<number> {
  const row = await db
    .selectFrom('editorial.collaborator_term')
    .select('months')
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
  return row?.months ?? usualMonths
}

export async function writeTerm(tx: Tx, provinceId: number, months: number): Promise<void> {
  await tx
    .insertInto('editorial.collaborator_term')
    .values({ province_id: provinceId, months })
    .onConflict((c) => c.column('province_id').doUpdateSet({ months }))
    .execute()
}

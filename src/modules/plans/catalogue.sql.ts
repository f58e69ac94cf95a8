import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { CatalogueList, Label, Programme, ProgrammeCode, Theme } from './plan.ts'

export async function selectProgrammes(db: DbOrTx, provinceId: number): Promise<Programme[]> {
  const rows = await db
    .selectFrom('plans.programme')
    .select(['id', 'code', 'name_vi as vi', 'name_en as en', 'lead_function as leadFunction'])
    .where('province_id', '=', provinceId)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, code: r.code as ProgrammeCode }))
}

/** Themes in their order, each followed by its parts. */
export async function selectThemes(db: DbOrTx, provinceId: number): Promise<Theme[]> {
  return db
    .selectFrom('plans.theme as t')
    .leftJoin('plans.theme as p', (j) =>
      j.onRef('p.province_id', '=', 't.province_id').onRef('p.id', '=', 't.parent_id'),
    )
    .select(['t.id', 't.code', 't.name_vi as vi', 't.name_en as en', 't.active', 't.parent_id as parentId'])
    .select(['p.code as under', 't.priority'])
    .where('t.province_id', '=', provinceId)
    .orderBy(sql`coalesce(p.position, t.position)`)
    .orderBy(sql`coalesce(p.id, t.id)`)
    .orderBy('t.parent_id', (o) => o.asc().nullsFirst())
    .orderBy('t.position')
    .orderBy('t.id')
    .execute()
}

export async function selectForms(db: DbOrTx, provinceId: number): Promise<(Label & { online: boolean })[]> {
  return db
    .selectFrom('plans.form')
    .select(['id', 'code', 'name_vi as vi', 'name_en as en', 'active', 'online'])
    .where('province_id', '=', provinceId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export async function selectAudiences(db: DbOrTx, provinceId: number): Promise<Label[]> {
  return db
    .selectFrom('plans.audience')
    .select(['id', 'code', 'name_vi as vi', 'name_en as en', 'active'])
    .where('province_id', '=', provinceId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export async function insertProgramme(tx: Tx, provinceId: number, p: Omit<Programme, 'id'>): Promise<void> {
  await tx
    .insertInto('plans.programme')
    .values({
      province_id: provinceId,
      code: p.code,
      name_vi: p.vi,
      name_en: p.en,
      lead_function: p.leadFunction,
    })
    .onConflict((c) => c.columns(['province_id', 'code']).doNothing())
    .execute()
}

type NewLabel = { code: string; vi: string; en: string; position: number }

function named(provinceId: number, l: NewLabel) {
  return { province_id: provinceId, code: l.code, name_vi: l.vi, name_en: l.en, position: l.position }
}

export async function insertThemes(tx: Tx, provinceId: number, labels: readonly NewLabel[]): Promise<void> {
  await tx
    .insertInto('plans.theme')
    .values(labels.map((l) => named(provinceId, l)))
    .onConflict((c) => c.columns(['province_id', 'code']).doNothing())
    .execute()
}

/** Parts of the theme with this code. */
export async function insertThemesWithin(
  tx: Tx,
  provinceId: number,
  parentCode: string,
  labels: readonly NewLabel[],
): Promise<void> {
  const parent = await tx
    .selectFrom('plans.theme')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('code', '=', parentCode)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('plans.theme')
    .values(labels.map((l) => ({ ...named(provinceId, l), parent_id: parent.id })))
    .onConflict((c) => c.columns(['province_id', 'code']).doNothing())
    .execute()
}

/** Puts a theme below another, or on its own (null), and says whether many need it. */
export async function placeTheme(
  tx: Tx,
  provinceId: number,
  id: number,
  place: { parentId: number | null; priority: boolean },
): Promise<void> {
  await tx
    .updateTable('plans.theme')
    .set({ parent_id: place.parentId, priority: place.priority })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function insertForms(
  tx: Tx,
  provinceId: number,
  labels: readonly (NewLabel & { online: boolean })[],
): Promise<void> {
  await tx
    .insertInto('plans.form')
    .values(labels.map((l) => ({ ...named(provinceId, l), online: l.online })))
    .onConflict((c) => c.columns(['province_id', 'code']).doNothing())
    .execute()
}

export async function insertAudiences(
  tx: Tx,
  provinceId: number,
  labels: readonly NewLabel[],
): Promise<void> {
  await tx
    .insertInto('plans.audience')
    .values(labels.map((l) => named(provinceId, l)))
    .onConflict((c) => c.columns(['province_id', 'code']).doNothing())
    .execute()
}

/** The three lists, and what labels a task with an entry of each. */
const tables = {
  themes: { labels: 'plans.theme', onTasks: 'plans.task_theme', column: 'theme_id' },
  forms: { labels: 'plans.form', onTasks: 'plans.task_form', column: 'form_id' },
  audiences: { labels: 'plans.audience', onTasks: 'plans.task_audience', column: 'audience_id' },
} as const satisfies Record<CatalogueList, unknown>

/** Puts an entry at the end of its list; its id. `online` is kept for forms only. */
export async function insertLabel(
  tx: Tx,
  provinceId: number,
  list: CatalogueList,
  label: { code: string; vi: string; en: string; online: boolean },
): Promise<number> {
  const table = sql.table(tables[list].labels)
  const [column, value] = list === 'forms' ? [sql`, online`, sql`, ${label.online}`] : [sql``, sql``]
  const { rows } = await sql<{ id: number }>`
    insert into ${table} (province_id, code, name_vi, name_en, position${column})
    select ${provinceId}, ${label.code}, ${label.vi}, ${label.en},
      coalesce((select max(position) + 1 from ${table} where province_id = ${provinceId}), 0)${value}
    returning id`.execute(tx)
  const id = rows[0]?.id
  if (id === undefined) throw new Error(`the entry ${label.code} got no id`)
  return id
}

export async function updateLabel(
  tx: Tx,
  provinceId: number,
  list: CatalogueList,
  id: number,
  label: { vi: string; en: string; online: boolean; active: boolean },
): Promise<void> {
  const online = list === 'forms' ? sql`, online = ${label.online}` : sql``
  await sql`
    update ${sql.table(tables[list].labels)}
    set name_vi = ${label.vi}, name_en = ${label.en}, active = ${label.active}${online}
    where province_id = ${provinceId} and id = ${id}`.execute(tx)
}

/** How many tasks each entry of a list labels, by id; entries of none are left out. */
export async function countOnTasks(
  db: DbOrTx,
  provinceId: number,
  list: CatalogueList,
): Promise<Map<number, number>> {
  const { onTasks, column } = tables[list]
  const { rows } = await sql<{ id: number; n: number }>`
    select ${sql.ref(column)} as id, count(*)::int as n from ${sql.table(onTasks)}
    where province_id = ${provinceId} group by 1`.execute(db)
  return new Map(rows.map((r) => [r.id, r.n]))
}

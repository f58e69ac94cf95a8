import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { Label, Programme, ProgrammeCode } from './plan.ts'

export async function selectProgrammes(db: DbOrTx, provinceId: number): Promise<Programme[]> {
  const rows = await db
    .selectFrom('plans.programme')
    .select(['id', 'code', 'name_vi as vi', 'name_en as en', 'lead_function as leadFunction'])
    .where('province_id', '=', provinceId)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, code: r.code as ProgrammeCode }))
}

export async function selectThemes(
  db: DbOrTx,
  provinceId: number,
): Promise<(Label & { parentId: number | null })[]> {
  return db
    .selectFrom('plans.theme')
    .select(['id', 'code', 'name_vi as vi', 'name_en as en', 'active', 'parent_id as parentId'])
    .where('province_id', '=', provinceId)
    .orderBy('position')
    .orderBy('id')
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

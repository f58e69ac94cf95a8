import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { Column, NeededField, Topic } from './publication.ts'

export async function insertPortal(
  tx: Tx,
  provinceId: number,
  names: {
    nameVi: string
    nameEn: string
    ownerLines: string
    hotline: string | null
    contactEmail: string | null
    feedback: { address: string; phone: string; link: string }
    services: { app: string; national: string; system: string }
  },
): Promise<void> {
  await tx
    .insertInto('publishing.portal')
    .values({
      province_id: provinceId,
      name_vi: names.nameVi,
      name_en: names.nameEn,
      owner_lines: names.ownerLines,
      hotline: names.hotline,
      contact_email: names.contactEmail,
      feedback_address: names.feedback.address,
      feedback_phone: names.feedback.phone,
      feedback_link: names.feedback.link,
      app_link: names.services.app,
      national_link: names.services.national,
      system_link: names.services.system,
    })
    .onConflict((on) => on.column('province_id').doNothing())
    .execute()
}

export async function insertTopics(tx: Tx, provinceId: number, topics: readonly Topic[]): Promise<void> {
  await tx
    .insertInto('publishing.topic')
    .values(
      topics.map((t, position) => ({
        province_id: provinceId,
        code: t.code,
        name_vi: t.vi,
        name_en: t.en,
        about_vi: t.aboutVi,
        about_en: t.aboutEn,
        position,
        is_reform_field: t.isReformField,
      })),
    )
    .onConflict((on) => on.columns(['province_id', 'code']).doNothing())
    .execute()
}

export async function selectTopics(db: DbOrTx, provinceId: number): Promise<Topic[]> {
  return db
    .selectFrom('publishing.topic')
    .select([
      'code',
      'name_vi as vi',
      'name_en as en',
      'about_vi as aboutVi',
      'about_en as aboutEn',
      'is_reform_field as isReformField',
      'is_shown as isShown',
      'image_id as imageId',
      'image_alt as imageAlt',
      'retired',
      'successor',
    ])
    .where('province_id', '=', provinceId)
    .orderBy('position')
    .orderBy('code')
    .execute()
}

export async function selectColumns(db: DbOrTx, provinceId: number): Promise<Column[]> {
  return db
    .selectFrom('publishing.column')
    .select([
      'id',
      'slug',
      'name_vi as vi',
      'name_en as en',
      'about_vi as aboutVi',
      'about_en as aboutEn',
      'position',
      'retired',
    ])
    .where('province_id', '=', provinceId)
    .orderBy('position')
    .orderBy('name_vi')
    .execute()
}

export async function insertColumn(
  tx: Tx,
  provinceId: number,
  column: Omit<Column, 'id' | 'retired'>,
): Promise<number> {
  const row = await tx
    .insertInto('publishing.column')
    .values({
      province_id: provinceId,
      slug: column.slug,
      name_vi: column.vi,
      name_en: column.en,
      about_vi: column.aboutVi,
      about_en: column.aboutEn,
      position: column.position,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateColumn(
  tx: Tx,
  provinceId: number,
  id: number,
  column: Omit<Column, 'id' | 'slug'>,
): Promise<void> {
  await tx
    .updateTable('publishing.column')
    .set({
      name_vi: column.vi,
      name_en: column.en,
      about_vi: column.aboutVi,
      about_en: column.aboutEn,
      position: column.position,
      retired: column.retired,
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function selectNeededFields(db: DbOrTx, provinceId: number): Promise<NeededField[]> {
  return db
    .selectFrom('publishing.needed_field')
    .select(['code', 'name_vi as vi', 'name_en as en'])
    .where('province_id', '=', provinceId)
    .orderBy('position')
    .execute()
}

export async function replaceNeededFields(
  tx: Tx,
  provinceId: number,
  fields: readonly NeededField[],
): Promise<void> {
  await tx.deleteFrom('publishing.needed_field').where('province_id', '=', provinceId).execute()
  if (fields.length === 0) return
  await tx
    .insertInto('publishing.needed_field')
    .values(
      fields.map(({ code, vi, en }, position) => ({
        ...{ province_id: provinceId, code, position },
        ...{ name_vi: vi, name_en: en },
      })),
    )
    .execute()
}

/** Publications filed under a theme of this name are from now on filed under another. */
export async function updateThemeName(tx: Tx, provinceId: number, was: string, is: string): Promise<void> {
  await sql`update publishing.publication set themes = array_replace(themes, ${was}, ${is})
    where province_id = ${provinceId} and themes @> array[${was}]`.execute(tx)
}

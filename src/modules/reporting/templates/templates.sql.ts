import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import {
  type Template,
  type TemplateDefinition,
  type TemplateVersion,
  templateDefinition,
} from '../template.ts'

const columns = ['id', 'code', 'name_vi', 'name_en', 'shape', 'retired'] as const

interface TemplateRow {
  id: number
  code: string
  name_vi: string
  name_en: string
  shape: string
  retired: boolean
}

function asTemplate({ name_vi, name_en, shape, ...row }: TemplateRow): Template {
  return { ...row, name: { vi: name_vi, en: name_en }, shape: shape as Template['shape'] }
}

export async function selectTemplates(db: DbOrTx, provinceId: number): Promise<Template[]> {
  const rows = await db
    .selectFrom('reporting.template')
    .select(columns)
    .where('province_id', '=', provinceId)
    .orderBy('id')
    .execute()
  return rows.map(asTemplate)
}

export async function selectTemplate(db: DbOrTx, provinceId: number, id: number): Promise<Template | null> {
  const row = await db
    .selectFrom('reporting.template')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? asTemplate(row) : null
}

/** Writes a template; null where its code is taken. */
export async function insertTemplate(
  tx: Tx,
  provinceId: number,
  t: Omit<Template, 'id' | 'retired'>,
): Promise<number | null> {
  const row = await tx
    .insertInto('reporting.template')
    .values({ province_id: provinceId, code: t.code, name_vi: t.name.vi, name_en: t.name.en, shape: t.shape })
    .onConflict((c) => c.columns(['province_id', 'code']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function updateTemplate(
  tx: Tx,
  provinceId: number,
  id: number,
  set: { nameVi?: string; nameEn?: string; retired?: boolean },
): Promise<void> {
  await tx
    .updateTable('reporting.template')
    .set({
      ...(set.nameVi === undefined ? {} : { name_vi: set.nameVi }),
      ...(set.nameEn === undefined ? {} : { name_en: set.nameEn }),
      ...(set.retired === undefined ? {} : { retired: set.retired }),
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export interface NewVersion {
  templateId: number
  number: number
  state: 'draft' | 'published'
  definition: TemplateDefinition
  note: string | null
}

export async function insertTemplateVersion(
  tx: Tx,
  provinceId: number,
  v: NewVersion,
  byName: string,
  now: Date,
): Promise<number> {
  const row = await tx
    .insertInto('reporting.template_version')
    .values({
      province_id: provinceId,
      template_id: v.templateId,
      number: v.number,
      state: v.state,
      definition: JSON.stringify(v.definition),
      note: v.note,
      made_at: now,
      made_by_name: byName,
      published_at: v.state === 'published' ? now : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A version with who made it and when. */
export interface KeptVersion extends TemplateVersion {
  madeAt: Date
  madeByName: string
  publishedAt: Date | null
  note: string | null
}

const versionColumns = [
  'id',
  'template_id as templateId',
  'number',
  'state',
  sql<string>`definition::text`.as('definition'),
  'note',
  'made_at as madeAt',
  'made_by_name as madeByName',
  'published_at as publishedAt',
] as const

type VersionRow = Omit<KeptVersion, 'state' | 'definition'> & { state: string; definition: string }

const parsed = new Map<string, TemplateDefinition>()

/**
 * A definition in the database was checked when it was written, but by an older program perhaps: parsed again, once
 * for each text, because every page of a report needs it and reading it costs more than its statements.
 */
function definitionIn(text: string): TemplateDefinition {
  const known = parsed.get(text)
  if (known) return known
  if (parsed.size > 200) parsed.clear()
  const definition = templateDefinition.parse(JSON.parse(text))
  parsed.set(text, definition)
  return definition
}

function asVersion(row: VersionRow): KeptVersion {
  const definition = definitionIn(row.definition)
  return { ...row, state: row.state as TemplateVersion['state'], definition }
}

export async function selectTemplateVersion(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<KeptVersion | null> {
  const row = await db
    .selectFrom('reporting.template_version')
    .select(versionColumns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? asVersion(row) : null
}

/** All versions of a template, newest first. */
export async function selectTemplateVersions(
  db: DbOrTx,
  provinceId: number,
  templateId: number,
): Promise<KeptVersion[]> {
  const rows = await db
    .selectFrom('reporting.template_version')
    .select(versionColumns)
    .where('province_id', '=', provinceId)
    .where('template_id', '=', templateId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(asVersion)
}

/** The version that a report begun now is made from; null where none is published. */
export async function selectPublished(
  db: DbOrTx,
  provinceId: number,
  template: { id: number } | { code: string },
): Promise<KeptVersion | null> {
  let query = db
    .selectFrom('reporting.template_version')
    .select(versionColumns)
    .where('province_id', '=', provinceId)
    .where('state', '=', 'published')
  if ('id' in template) query = query.where('template_id', '=', template.id)
  else
    query = query.where('template_id', 'in', (e) =>
      e
        .selectFrom('reporting.template')
        .select('id')
        .where('province_id', '=', provinceId)
        .where('code', '=', template.code),
    )
  const row = await query.orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row ? asVersion(row) : null
}

/** Replaces the definition of a draft; false when it was published meanwhile. */
export async function updateDraft(
  tx: Tx,
  provinceId: number,
  versionId: number,
  set: { definition: TemplateDefinition } | { state: 'published'; at: Date; note: string | null },
): Promise<boolean> {
  const values =
    'definition' in set
      ? { definition: JSON.stringify(set.definition) }
      : { state: set.state, published_at: set.at, note: set.note }
  const result = await tx
    .updateTable('reporting.template_version')
    .set(values)
    .where('province_id', '=', provinceId)
    .where('id', '=', versionId)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

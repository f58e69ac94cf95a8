import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { storedRichText } from '../../../lib/richtext/parse.ts'
import type { Facts } from '../../publishing/publication.ts'
import type { Content, Version } from '../item.ts'

const columns = [
  'number',
  'title',
  'lead',
  'body',
  'facts',
  'byline',
  'lead_image_id as leadImageId',
  'lead_image_alt as leadImageAlt',
  'digest',
  'saved_at as savedAt',
  'saved_by as savedBy',
  'saved_by_name as savedByName',
  'sealed',
] as const

type Row = Omit<Version, 'body' | 'facts'> & { body: unknown; facts: unknown }

function asVersion(row: Row): Version {
  return { ...row, body: storedRichText(row.body), facts: row.facts as Facts }
}

export interface Saving {
  content: Content
  digest: string
  at: Date
  by: number
  byName: string
}

function written({ content, digest, at, by, byName }: Saving) {
  return {
    title: content.title,
    lead: content.lead,
    body: JSON.stringify(content.body),
    facts: JSON.stringify(content.facts),
    byline: content.byline,
    lead_image_id: content.leadImageId,
    lead_image_alt: content.leadImageAlt,
    digest,
    saved_at: at,
    saved_by: by,
    saved_by_name: byName,
  }
}

export async function insertVersion(
  tx: Tx,
  provinceId: number,
  itemId: number,
  number: number,
  saving: Saving,
): Promise<void> {
  await tx
    .insertInto('editorial.item_version')
    .values({ province_id: provinceId, item_id: itemId, number, ...written(saving) })
    .execute()
}

export async function updateVersion(
  tx: Tx,
  provinceId: number,
  itemId: number,
  number: number,
  saving: Saving,
): Promise<void> {
  await tx
    .updateTable('editorial.item_version')
    .set(written(saving))
    .where('province_id', '=', provinceId)
    .where('item_id', '=', itemId)
    .where('number', '=', number)
    .execute()
}

export async function sealVersion(
  tx: Tx,
  provinceId: number,
  itemId: number,
  number: number,
  digest: string,
): Promise<void> {
  await tx
    .updateTable('editorial.item_version')
    .set({ sealed: true, digest })
    .where('province_id', '=', provinceId)
    .where('item_id', '=', itemId)
    .where('number', '=', number)
    .where('sealed', '=', false)
    .execute()
}

export async function selectVersion(
  db: DbOrTx,
  provinceId: number,
  itemId: number,
  number: number,
): Promise<Version | null> {
  const row = await db
    .selectFrom('editorial.item_version')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('item_id', '=', itemId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? asVersion(row) : null
}

/** All versions of an item, the newest first. */
export async function selectVersions(db: DbOrTx, provinceId: number, itemId: number): Promise<Version[]> {
  const rows = await db
    .selectFrom('editorial.item_version')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('item_id', '=', itemId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(asVersion)
}

import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { storedRichText } from '../../../lib/richtext/parse.ts'
import type { Facts } from '../../publishing/publication.ts'
import type { Attachment, Content, Version } from '../item.ts'

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

/** The files of a version, in their order, as JSON. */
const filesOfVersion = sql<Version['files']>`(
  select coalesce(json_agg(json_build_object('fileId', a.file_id, 'name', a.name, 'mime', f.mime) order by a.position, a.file_id), '[]')
  from editorial.attachment a
  join files.file f on f.province_id = a.province_id and f.id = a.file_id
  where a.province_id = editorial.item_version.province_id
    and a.item_id = editorial.item_version.item_id
    and a.number = editorial.item_version.number
)`.as('files')

type Row = Omit<Version, 'body' | 'facts' | 'files'> & { body: unknown; facts: unknown; files: unknown }

function asVersion(row: Row): Version {
  const { body, facts, files } = row
  return { ...row, body: storedRichText(body), facts: facts as Facts, files: files as Version['files'] }
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
  await insertAttachments(tx, provinceId, itemId, number, saving.content.files, 0)
}

/** Files after those that are there; one that is there already is renamed. */
export async function insertAttachments(
  tx: Tx,
  provinceId: number,
  itemId: number,
  number: number,
  files: readonly Attachment[],
  first: number,
): Promise<void> {
  if (files.length === 0) return
  await tx
    .insertInto('editorial.attachment')
    .values(
      files.map((f, i) => ({
        ...{ province_id: provinceId, item_id: itemId, number },
        ...{ file_id: f.fileId, name: f.name, position: first + i },
      })),
    )
    .onConflict((c) =>
      c
        .columns(['province_id', 'item_id', 'number', 'file_id'])
        .doUpdateSet((e) => ({ name: e.ref('excluded.name') })),
    )
    .execute()
}

export async function deleteAttachment(
  tx: Tx,
  provinceId: number,
  itemId: number,
  number: number,
  fileId: number,
): Promise<void> {
  await tx
    .deleteFrom('editorial.attachment')
    .where('province_id', '=', provinceId)
    .where('item_id', '=', itemId)
    .where('number', '=', number)
    .where('file_id', '=', fileId)
    .execute()
}

/** Facts found while a text is handed in. */
export async function updateFacts(
  tx: Tx,
  provinceId: number,
  itemId: number,
  number: number,
  facts: Facts,
): Promise<void> {
  await tx
    .updateTable('editorial.item_version')
    .set({ facts: JSON.stringify(facts) })
    .where('province_id', '=', provinceId)
    .where('item_id', '=', itemId)
    .where('number', '=', number)
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
    .select(filesOfVersion)
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
    .select(filesOfVersion)
    .where('province_id', '=', provinceId)
    .where('item_id', '=', itemId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(asVersion)
}

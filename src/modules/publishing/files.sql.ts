import type { DbOrTx } from '../../lib/db/db.ts'

/** A file that some live publication or the portal itself shows; null: not for the public. */
export async function selectPublicFile(
  db: DbOrTx,
  provinceId: number,
  fileId: number,
): Promise<{ sha256: string; mime: string; name: string } | null> {
  const row = await db
    .selectFrom('publishing.publication_file as p')
    .innerJoin('files.file as f', (j) =>
      j.onRef('f.province_id', '=', 'p.province_id').onRef('f.id', '=', 'p.file_id'),
    )
    .select(['f.sha256', 'f.mime', 'f.original_name as name'])
    .where('p.province_id', '=', provinceId)
    .where('p.file_id', '=', fileId)
    .executeTakeFirst()
  const found =
    row ?? (await selectBanner(db, provinceId, fileId)) ?? (await selectTopicPicture(db, provinceId, fileId))
  return found ? { ...found, sha256: found.sha256.toString('hex') } : null
}

function selectBanner(db: DbOrTx, provinceId: number, fileId: number) {
  return db
    .selectFrom('publishing.portal as p')
    .innerJoin('files.file as f', (j) =>
      j.onRef('f.province_id', '=', 'p.province_id').onRef('f.id', '=', 'p.banner_id'),
    )
    .select(['f.sha256', 'f.mime', 'f.original_name as name'])
    .where('p.province_id', '=', provinceId)
    .where('p.banner_id', '=', fileId)
    .executeTakeFirst()
}

function selectTopicPicture(db: DbOrTx, provinceId: number, fileId: number) {
  return db
    .selectFrom('publishing.topic as t')
    .innerJoin('files.file as f', (j) =>
      j.onRef('f.province_id', '=', 't.province_id').onRef('f.id', '=', 't.image_id'),
    )
    .select(['f.sha256', 'f.mime', 'f.original_name as name'])
    .where('t.province_id', '=', provinceId)
    .where('t.image_id', '=', fileId)
    .limit(1)
    .executeTakeFirst()
}

/** The bytes of many files at once, by id: for the sizes of pictures. */
export async function selectHashes(
  db: DbOrTx,
  provinceId: number,
  fileIds: readonly number[],
): Promise<Map<number, string>> {
  if (fileIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('files.file')
    .select(['id', 'sha256'])
    .where('province_id', '=', provinceId)
    .where('id', 'in', fileIds)
    .execute()
  return new Map(rows.map((row) => [row.id, row.sha256.toString('hex')]))
}

/** What the files of a text are, by id ('image/webp'). */
export async function fileTypesOf(
  db: DbOrTx,
  provinceId: number,
  fileIds: readonly number[],
): Promise<Map<number, { type: string }>> {
  if (fileIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('files.file')
    .select(['id', 'mime as type'])
    .where('province_id', '=', provinceId)
    .where('id', 'in', fileIds)
    .execute()
  return new Map(rows.map(({ id, type }) => [id, { type }]))
}

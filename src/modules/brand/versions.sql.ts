import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { FileKind } from '../../lib/files/kinds.ts'
import type { KitFile, Version } from './kit.ts'
import type { By } from './kits.sql.ts'

/** Versions of parts with their files, the newest first. */
export async function selectVersions(
  db: DbOrTx,
  provinceId: number,
  partIds: readonly number[],
): Promise<Version[]> {
  if (partIds.length === 0) return []
  const versions = await db
    .selectFrom('brand.version')
    .select(['id', 'part_id as partId', 'number', 'note', 'at', 'by_name as byName'])
    .where('province_id', '=', provinceId)
    .where('part_id', 'in', partIds)
    .orderBy('part_id')
    .orderBy('number', 'desc')
    .execute()
  const files = await selectFiles(
    db,
    provinceId,
    versions.map((v) => v.id),
  )
  return versions.map((v) => ({ ...v, files: files.filter((f) => f.versionId === v.id) }))
}

async function selectFiles(
  db: DbOrTx,
  provinceId: number,
  versionIds: readonly number[],
): Promise<(KitFile & { versionId: number })[]> {
  if (versionIds.length === 0) return []
  const rows = await db
    .selectFrom('brand.version_file as v')
    .innerJoin('files.file as f', (j) =>
      j.onRef('f.province_id', '=', 'v.province_id').onRef('f.id', '=', 'v.file_id'),
    )
    .select([
      ...(['v.id', 'v.version_id as versionId', 'v.file_id as fileId', 'v.downloads'] as const),
      ...(['f.original_name as name', 'f.kind', 'f.bytes'] as const),
    ])
    .where('v.province_id', '=', provinceId)
    .where('v.version_id', 'in', versionIds)
    .orderBy('v.version_id')
    .orderBy('v.position')
    .execute()
  return rows.map((r) => ({ ...r, kind: r.kind as FileKind, bytes: Number(r.bytes) }))
}

export async function insertVersion(
  tx: Tx,
  provinceId: number,
  partId: number,
  input: { number: number; note: string; fileIds: readonly number[] },
  by: By,
): Promise<void> {
  const { id } = await tx
    .insertInto('brand.version')
    .values({
      ...{ province_id: provinceId, part_id: partId, number: input.number, note: input.note },
      ...{ at: by.at, by_name: by.name },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('brand.version_file')
    .values(
      input.fileIds.map((fileId, i) => ({
        ...{ province_id: provinceId, version_id: id, file_id: fileId, position: i + 1 },
      })),
    )
    .execute()
}

/** Counts one more download of each. No trace of who took it. */
export async function countDownloads(db: DbOrTx, provinceId: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('brand.version_file')
    .set((e) => ({ downloads: e('downloads', '+', 1) }))
    .where('province_id', '=', provinceId)
    .where('id', 'in', ids)
    .execute()
}

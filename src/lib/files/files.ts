import type { DbOrTx } from '../db/db.ts'
import { type FileKind, kinds } from './kinds.ts'

/** An uploaded file. `kind` and `mime` were decided by content. */
export interface StoredFile {
  id: number
  /** Hexadecimal; leads to the bytes: `storedPath(config.dataDir, sha256)`. */
  sha256: string
  bytes: number
  kind: FileKind
  mime: string
  /** As the sender named it, without folders, NFC. For showing and for downloads, never for paths. */
  name: string
}

export async function insertFile(
  db: DbOrTx,
  provinceId: number,
  accountId: number | null,
  now: Date,
  file: Pick<StoredFile, 'sha256' | 'bytes' | 'kind' | 'name'>,
): Promise<StoredFile> {
  const row = await db
    .insertInto('files.file')
    .values({
      province_id: provinceId,
      sha256: Buffer.from(file.sha256, 'hex'),
      bytes: file.bytes,
      kind: file.kind,
      mime: kinds[file.kind],
      original_name: file.name,
      account_id: accountId,
      uploaded_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { ...file, id: row.id, mime: kinds[file.kind] }
}

export async function fileById(db: DbOrTx, provinceId: number, id: number): Promise<StoredFile | null> {
  const row = await db
    .selectFrom('files.file')
    .select(['id', 'sha256', 'bytes', 'kind', 'mime', 'original_name as name'])
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...row, kind: row.kind as FileKind, sha256: row.sha256.toString('hex') } : null
}

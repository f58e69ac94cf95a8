import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { recordChange } from '../audit.ts'
import type { Db } from '../db/db.ts'
import { madeOf, storedPath } from './store.ts'
import { deleteUnreferenced, fileColumns, knownHashes, provincesWithFiles } from './sweep.sql.ts'

const dayMs = 86_400_000
/** A form that failed may be sent again with its files still there. */
export const keptDays = 7

export interface Swept {
  /** Files that nothing led to and that are forgotten. */
  forgotten: number
  /** Bytes on the disk that no file names any more, in number of contents. */
  removed: number
}

/** Removes what was uploaded and is used by nothing: first its record, then bytes that no record names. */
export async function sweepFiles(db: Db, dataDir: string, provinceId: number, now: Date): Promise<Swept> {
  const before = new Date(now.getTime() - keptDays * dayMs)
  const forgotten = await deleteUnreferenced(db, provinceId, await fileColumns(db), before)
  await dropLateArrivals(dataDir, new Date(now.getTime() - dayMs))
  const removed = await sweepBytes(db, dataDir, provinceId, before)
  if (forgotten > 0) {
    const by = { provinceId, accountId: null, name: 'Chung Tay' }
    await db.transaction().execute((tx) =>
      recordChange(tx, by, now, {
        verb: 'files.sweep',
        subject: { kind: 'file', id: 'unused' },
        before: { files: forgotten },
        after: null,
      }),
    )
  }
  return { forgotten, removed }
}

/** Uploads that broke off. */
async function dropLateArrivals(dataDir: string, before: Date): Promise<void> {
  const folder = join(dataDir, 'files', 'arriving')
  for (const name of await namesIn(folder)) {
    const path = join(folder, name)
    if (((await stat(path).catch(() => null))?.mtime ?? before) < before) await rm(path, { force: true })
  }
}

/** The folders are shared out among the provinces: each looks through its own part of them. */
async function sweepBytes(db: Db, dataDir: string, provinceId: number, before: Date): Promise<number> {
  const provinces = await provincesWithFiles(db)
  const mine = Math.max(0, provinces.indexOf(provinceId))
  const files = join(dataDir, 'files')
  let removed = 0
  const folders = (await namesIn(files)).filter((name) => /^[0-9a-f]{2}$/.test(name))
  for (const first of folders) {
    if (Number.parseInt(first, 16) % Math.max(1, provinces.length) !== mine) continue
    const inside = await namesIn(join(files, first))
    const hashes = (await Promise.all(inside.map((second) => namesIn(join(files, first, second))))).flat()
    const known = await knownHashes(db, hashes)
    for (const hash of hashes) {
      if (!known.has(hash) && (await removeBytes(dataDir, hash, before))) removed += 1
    }
  }
  return removed
}

/**
 * An upload of the same content touches the bytes it finds (keepArrival). They are put aside before they are looked
 * at for the last time: touched before, they go back; touched after, the upload does not find them and brings its own.
 */
async function removeBytes(dataDir: string, hash: string, before: Date): Promise<boolean> {
  const place = storedPath(dataDir, hash)
  if (((await stat(place).catch(() => null))?.mtime ?? before) >= before) return false
  const aside = `${place}.leaving`
  await rename(place, aside)
  if ((await stat(aside)).mtime >= before) {
    await rename(aside, place)
    return false
  }
  await rm(aside, { force: true })
  for (const path of madeOf(dataDir, hash)) await rm(path, { force: true })
  return true
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { utimes } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../db/db.ts'
import { insertFile } from './files.ts'
import { keepArrival, storedPath, writeArrival } from './store.ts'
import { fileColumns } from './sweep.sql.ts'
import { sweepFiles } from './sweep.ts'

let db: Db
let close: () => Promise<void>
let world: World
const dataDir = mkdtempSync('/tmp/chungtay-sweep-')
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(async () => {
  await close()
  rmSync(dataDir, { recursive: true, force: true })
})

const now = new Date()
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

/** A file of these words, come so many days ago. */
async function file(words: string, days: number, provinceId = 1) {
  const arrived = await writeArrival(dataDir, Readable.from([Buffer.from(words)]))
  await keepArrival(dataDir, arrived)
  const { sha256, bytes } = arrived
  await utimes(storedPath(dataDir, sha256), daysAgo(days), daysAgo(days))
  return insertFile(db, provinceId, null, daysAgo(days), { sha256, bytes, kind: 'pdf', name: `${words}.pdf` })
}

const isThere = (sha256: string) => existsSync(storedPath(dataDir, sha256))
const ids = async () => (await db.selectFrom('files.file').select('id').execute()).map((f) => f.id)

test('every column that leads to files is known, by its name or its foreign key', async () => {
  const columns = await fileColumns(db)
  const found = columns.map((c) => `${c.table}.${c.column}`)
  expect(found).toEqual(
    expect.arrayContaining([
      'assignments.bulk_update.file_id',
      'assignments.evidence.file_id',
      'plans.reading.file_id',
    ]),
  )
  const { rows } = await sql<{ name: string }>`
    select conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and confrelid = 'files.file'::regclass`.execute(db)
  for (const { name } of rows) expect(columns.map((c) => c.table)).toContain(name)
})

test('what nothing leads to goes after seven days, with its bytes; what is used stays whatever its age', async () => {
  const used = await file('minh chứng', 400)
  await db
    .insertInto('assignments.evidence')
    .values({
      province_id: 1,
      unit_id: world.units.vanHoa,
      kind: 'file',
      file_id: used.id,
      caption: 'Ảnh băng rôn',
      added_at: daysAgo(400),
      added_by_name: 'Thu',
      withdrawn_at: daysAgo(300),
    })
    .execute()
  const unused = await file('biểu mẫu gửi hỏng', 8)
  const young = await file('vừa gửi lên', 6)
  expect(await sweepFiles(db, dataDir, 1, now)).toEqual({ forgotten: 1, removed: 1 })
  expect(await ids()).toEqual([used.id, young.id])
  expect([used, unused, young].map((f) => isThere(f.sha256))).toEqual([true, false, true])
  expect(await sweepFiles(db, dataDir, 1, now)).toEqual({ forgotten: 0, removed: 0 })
})

test('the same bytes in another province stay until the last file that names them is gone', async () => {
  const first = await file('thể lệ hội thi', 30)
  const other = await file('thể lệ hội thi', 30, 2)
  await sweepFiles(db, dataDir, 1, now)
  expect([await ids(), isThere(first.sha256)]).toEqual([expect.arrayContaining([other.id]), true])
  await sweepFiles(db, dataDir, 2, now)
  await sweepFiles(db, dataDir, 1, now)
  expect(isThere(first.sha256)).toBe(false)
})

test('bytes that are sent again on the day of the sweep are not taken away', async () => {
  const old = await file('tờ gấp', 30)
  await db.deleteFrom('files.file').where('id', '=', old.id).execute()
  await keepArrival(dataDir, await writeArrival(dataDir, Readable.from([Buffer.from('tờ gấp')])))
  await sweepFiles(db, dataDir, 1, now)
  expect(isThere(old.sha256)).toBe(true)
})

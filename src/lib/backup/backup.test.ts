import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import { issuedPlan } from '../../modules/assignments/assignments.fixtures.ts'
import { giveTasks } from '../../modules/assignments/assignments.giving.ts'
import { recordChange } from '../audit.ts'
import { type Db, openDb } from '../db/db.ts'
import { insertFile } from '../files/files.ts'
import { keepArrival, storedPath, writeArrival } from '../files/store.ts'
import { readBackup } from './read-backup.ts'
import { rowsOf, tablesOf } from './tables.sql.ts'
import { type BackupTail, writeBackup } from './write-backup.ts'

const folder = mkdtempSync('/tmp/chungtay-backup-')
const archive = join(folder, 'backup.tar.gz')
const now = new Date('2026-11-22T02:00:00Z')
const empties: string[] = []
let db: Db
let url: string
let close: () => Promise<void>
let world: World
let tail: BackupTail
let sha256: string

beforeAll(async () => {
  ;({ db, url, close } = await freshDatabase())
  world = await makeWorld(db)
  await db.transaction().execute(async (tx) => {
    const { planId } = await issuedPlan(tx, world)
    const by = { provinceId: 1, accountId: null, name: 'Chung Tay' }
    await giveTasks(tx, by, planId, now)
    const odd = { text: 'Dấu "nháy", (ngoặc), \\ gạch,\ttab\nvà dòng mới', none: null, figures: [1.5, -0] }
    await recordChange(tx, by, now, {
      verb: 'plan.edit',
      subject: { kind: 'plan', id: planId },
      before: null,
      after: odd,
    })
  })
  const arrived = await writeArrival(folder, Readable.from([Buffer.from('ảnh minh chứng')]))
  await keepArrival(folder, arrived)
  sha256 = arrived.sha256
  await insertFile(db, 1, null, now, { ...arrived, kind: 'pdf', name: 'ảnh.pdf' })
  tail = await writeBackup(url, folder, archive, now)
})
afterAll(async () => {
  await close()
  for (const name of empties) await onServer(`drop database if exists ${name} with (force)`)
  rmSync(folder, { recursive: true, force: true })
})

async function onServer(statement: string): Promise<void> {
  const admin = new URL(inject('templateUrl'))
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** A database with nothing in it, not even tables. */
async function emptyDatabase(): Promise<string> {
  const name = `restored_${process.pid}_${empties.length}`
  empties.push(name)
  await onServer(`create database ${name}`)
  const empty = new URL(url)
  empty.pathname = `/${name}`
  return empty.href
}

async function everything(of: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: of })
  await client.connect()
  await client.query("begin; set timezone = 'UTC'")
  const all: Record<string, string[]> = {}
  for (const table of await tablesOf(client)) {
    all[table.name] = []
    for await (const rows of rowsOf(client, table)) all[table.name]?.push(...rows)
    all[table.name]?.sort()
  }
  await client.end()
  return all
}

test('what is restored is what was there, row by row and byte by byte, and goes on counting', async () => {
  const restored = await emptyDatabase()
  const place = join(folder, 'restored')
  expect(await readBackup(restored, place, archive)).toEqual(tail)
  expect(await everything(restored)).toEqual(await everything(url))
  expect(readFileSync(storedPath(place, sha256), 'utf8')).toBe('ảnh minh chứng')
  const again = openDb(restored, 1)
  const { id } = await insertFile(again, 1, null, now, {
    sha256,
    bytes: 1,
    kind: 'pdf',
    name: 'khác.pdf',
  })
  await again.destroy()
  const ids = await db.selectFrom('files.file').select('id').execute()
  expect(ids.map((f) => f.id)).not.toContain(id)
})

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3_000)],
  [
    'with a byte of a file changed',
    (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('minh ch', 'minh Ch'), 'latin1'),
  ],
  ['that is something else', () => Buffer.from('%PDF-1.7')],
])(
  'an archive %s is refused, and nothing of it stays',
  async (name, spoil) => {
    const spoiled = join(folder, `${name.length}.tar.gz`)
    writeFileSync(spoiled, gzipSync(spoil(gunzipSync(readFileSync(archive)))))
    const target = await emptyDatabase()
    await expect(readBackup(target, join(folder, 'spoiled'), spoiled)).rejects.toThrow('Không khôi phục được')
    const rows = Object.values(await everything(target)).flat()
    expect(rows.filter((row) => row.includes('Sở Nội vụ'))).toEqual([])
  },
  300_000,
)

test('a backup of a newer version is refused with what to do', async () => {
  const newer = join(folder, 'newer.tar.gz')
  const bytes = gunzipSync(readFileSync(archive)).toString('latin1')
  const name = /\d{8}-\d{4}-ground\.sql/.exec(bytes)?.[0] ?? ''
  writeFileSync(newer, gzipSync(Buffer.from(bytes.replace(name, name.replace('2026', '2031')), 'latin1')))
  await expect(readBackup(await emptyDatabase(), folder, newer)).rejects.toThrow('phiên bản mới hơn')
})

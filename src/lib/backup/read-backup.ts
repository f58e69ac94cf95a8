import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { z } from 'zod'
import { migrate, pendingMigrations } from '../db/migrate.ts'
import { CannotStart } from '../errors.ts'
import { dropArrival, keepArrival, writeArrival } from '../files/store.ts'
import { countRows, loadRows, openForLoading, plainSession, setCounters, tablesOf } from './tables.sql.ts'
import { collect, readTar, type TarEntry } from './tar.ts'
import { type BackupTail, backupFormat } from './write-backup.ts'

const head = z.object({ format: z.number(), takenAt: z.string(), migrations: z.array(z.string()) })
const tail = z.object({
  rows: z.record(z.string(), z.number()),
  counters: z.record(z.string(), z.number()),
  files: z.number(),
})

/**
 * Fills the empty database behind `url` and `dataDir` from an archive of writeBackup: migrations as they were, the
 * rows, then the migrations that came since. All rows in one transaction: an archive that is cut off or spoiled
 * leaves an empty database behind. Throws {@link CannotStart} with what to do.
 */
export async function readBackup(url: string, dataDir: string, source: string): Promise<BackupTail> {
  const entries = readTar(
    createReadStream(source)
      .on('error', () => {})
      .pipe(createGunzip()),
  )
  try {
    const first = await entries.next()
    if (first.done || first.value.name !== 'backup.json') throw new Error('it does not begin like a backup')
    const { format, migrations } = head.parse(await jsonOf(first.value))
    await refuseUnfit(url, format, migrations)
    await migrate(url, new Set(migrations))
    const loaded = await load(url, dataDir, entries)
    await migrate(url)
    return loaded
  } catch (fault) {
    if (fault instanceof CannotStart) throw fault
    throw unreadable(source, fault as Error)
  }
}

async function refuseUnfit(url: string, format: number, migrations: readonly string[]): Promise<void> {
  const known = new Set([...(await pendingMigrations(url)), ...(await appliedTo(url))])
  const later = migrations.find((name) => !known.has(name))
  if (format > backupFormat || later) {
    throw new CannotStart(
      `Bản sao lưu do phiên bản mới hơn tạo ra${later ? ` (có bước ${later})` : ''}. Hãy dùng phiên bản đó, hoặc mới hơn, để khôi phục.`,
      `A newer version of the program made this backup${later ? ` (it has ${later})` : ''}. Restore it with that version or a newer one.`,
    )
  }
}

async function appliedTo(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const there = await client.query("select to_regclass('public.migration') is not null as yes")
    if (!there.rows[0].yes) return []
    return (await client.query('select name from public.migration')).rows.map((r) => String(r.name))
  })
}

async function load(url: string, dataDir: string, entries: AsyncGenerator<TarEntry>): Promise<BackupTail> {
  return withClient(url, async (client) => {
    await plainSession(client)
    await client.query('begin')
    const tables = new Map((await tablesOf(client)).map((t) => [t.name, t]))
    await openForLoading(client, [...tables.values()]).catch(notAllowed)
    let end: BackupTail | null = null
    let files = 0
    for await (const entry of entries) {
      const [kind, name = ''] = entry.name.split('/')
      const table = tables.get(name)
      if (kind === 'tables' && table) {
        await loadRows(client, table, z.array(z.string()).parse(await jsonOf(entry)))
      } else if (kind === 'files') {
        await keepFile(dataDir, entry)
        files += 1
      } else if (entry.name === 'end.json') end = tail.parse(await jsonOf(entry))
      else throw new Error(`it holds ${entry.name}, which has no place here`)
    }
    if (!end || files !== end.files) throw new Error('its end is missing')
    for (const [name, rows] of Object.entries(end.rows)) {
      const table = tables.get(name)
      const there = table ? await countRows(client, table) : 0
      if (there !== rows) throw new Error(`${name} holds ${there} rows instead of ${rows}`)
    }
    await setCounters(client, end.counters)
    await client.query('commit')
    await client.query('analyze')
    return end
  })
}

async function keepFile(dataDir: string, entry: TarEntry): Promise<void> {
  const arrived = await writeArrival(dataDir, Readable.from(entry.body))
  if (entry.name.endsWith(`/${arrived.sha256}`)) return keepArrival(dataDir, arrived)
  await dropArrival(arrived)
  throw new Error(`${entry.name} has changed since it was backed up`)
}

async function jsonOf(entry: TarEntry): Promise<unknown> {
  return JSON.parse((await collect(entry.body)).toString('utf8'))
}

async function withClient<T>(url: string, body: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await body(client)
  } finally {
    await client.end()
  }
}

function notAllowed(fault: { code?: string }): never {
  if (fault.code !== '42501') throw fault
  throw new CannotStart(
    'Tài khoản cơ sở dữ liệu này không có quyền khôi phục (cần superuser). Hãy dùng tài khoản quản trị trong DATABASE_URL, hoặc pg_restore.',
    'This database account may not restore (it takes a superuser). Put the administrator’s account into DATABASE_URL, or use pg_restore.',
  )
}

function unreadable(source: string, fault: Error): CannotStart {
  return new CannotStart(
    `Không khôi phục được từ ${source}; cơ sở dữ liệu để nguyên, chưa có gì được ghi. Chi tiết: ${fault.message}.`,
    `${source} could not be restored; the database is left empty. Why: ${fault.message}.`,
  )
}

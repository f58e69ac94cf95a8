import { createReadStream, createWriteStream } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { appliedMigrations, countersOf, plainSession, rowsOf, tablesOf } from './tables.sql.ts'
import { tarEnd, tarHeader, tarPadding } from './tar.ts'

export const backupFormat = 1

export interface BackupHead {
  format: number
  takenAt: string
  migrations: string[]
}

/** Stands last: an archive without it was cut off. */
export interface BackupTail {
  rows: Record<string, number>
  counters: Record<string, number>
  files: number
}

/**
 * Writes the database behind `url`, as it stands at one moment, and the files below `dataDir` into one .tar.gz,
 * while the program goes on working. The file appears whole or not at all. Rows first: a file that comes in
 * meanwhile is harmless, a row without its file would not be.
 */
export async function writeBackup(
  url: string,
  dataDir: string,
  target: string,
  now: Date,
): Promise<BackupTail> {
  const part = `${target}.part`
  const through = new PassThrough()
  const written = pipeline(
    through,
    createGzip({ level: 5 }),
    createWriteStream(part, { mode: 0o600, flush: true }),
  )
  try {
    const tail = await fill(put(through), url, dataDir, now)
    through.end(tarEnd)
    await written
    const file = await open(part)
    await file.sync()
    await file.close()
    await rename(part, target)
    return tail
  } catch (fault) {
    through.destroy()
    await written.catch(() => {})
    await rm(part, { force: true })
    throw fault
  }
}

type Put = (bytes: Buffer) => Promise<void>

function put(through: PassThrough): Put {
  return (bytes) =>
    new Promise((resolve, reject) => {
      through.write(bytes, (fault) => (fault ? reject(fault) : resolve()))
    })
}

async function fill(out: Put, url: string, dataDir: string, now: Date): Promise<BackupTail> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await plainSession(client)
    await client.query('begin isolation level repeatable read read only')
    const migrations = await appliedMigrations(client)
    const head: BackupHead = { format: backupFormat, takenAt: now.toISOString(), migrations }
    await putJson(out, 'backup.json', head)
    const rows: Record<string, number> = {}
    for (const table of await tablesOf(client)) {
      rows[table.name] = 0
      for await (const some of rowsOf(client, table)) {
        const from = rows[table.name] ?? 0
        await putJson(out, `tables/${table.name}/${String(from).padStart(9, '0')}.json`, some)
        rows[table.name] = from + some.length
      }
    }
    const counters = await countersOf(client)
    await client.query('commit')
    const tail: BackupTail = { rows, counters, files: await putFiles(out, dataDir) }
    await putJson(out, 'end.json', tail)
    return tail
  } finally {
    await client.end()
  }
}

async function putJson(out: Put, name: string, value: unknown): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(value))
  await out(Buffer.concat([tarHeader(name, bytes.length), bytes, tarPadding(bytes.length)]))
}

/** Files lie under their hash and never change; thumbnails and arrivals are made again. */
async function putFiles(out: Put, dataDir: string): Promise<number> {
  const names = await readdir(join(dataDir, 'files'), { recursive: true }).catch(() => [])
  let files = 0
  for (const name of names.map((n) => n.replaceAll('\\', '/')).sort()) {
    if (!/^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}$/.test(name)) continue
    const path = join(dataDir, 'files', name)
    const found = await stat(path).catch(() => null)
    if (!found) continue
    await out(tarHeader(`files/${name}`, found.size))
    for await (const bytes of createReadStream(path)) await out(bytes as Buffer)
    await out(tarPadding(found.size))
    files += 1
  }
  return files
}

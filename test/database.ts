import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'
import { type Db, openDb, type Tx } from '../src/lib/db/db.ts'

let clones = 0

/** A database of its own for one test file, cloned from the migrated template. Close it in afterAll. */
export async function freshDatabase(
  templateUrl: string = inject('templateUrl'),
): Promise<{ db: Db; url: string; close: () => Promise<void> }> {
  const template = new URL(templateUrl)
  const name = `${nameOf(template)}_${process.pid}_${++clones}`
  await onServer(template, (client) => client.query(cloning(name, template)))
  const url = new URL(template)
  url.pathname = `/${name}`
  const db = openDb(url.href, 4)
  return {
    db,
    url: url.href,
    close: async () => {
      await db.destroy()
      await onServer(template, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

/**
 * The template with more in it, for what several files begin with, and the folder of its files: filled once in a run,
 * by whoever comes first, in whichever process. Clone it, and copy the folder.
 */
export async function filledTemplate(
  of: string,
  fill: (db: Db, folder: string) => Promise<unknown>,
): Promise<{ url: string; folder: string }> {
  const bare = new URL(inject('templateUrl'))
  const filled = new URL(bare)
  filled.pathname = `${bare.pathname}_${of}`
  const folder = folderOf(nameOf(filled))
  await onServer(bare, async (client) => {
    if (existsSync(folder)) return
    await client.query(`drop database if exists ${nameOf(filled)} with (force)`)
    await client.query(cloning(nameOf(filled), bare))
    rmSync(`${folder}.part`, { recursive: true, force: true })
    mkdirSync(`${folder}.part`)
    const db = openDb(filled.href, 4)
    await fill(db, `${folder}.part`).finally(() => db.destroy())
    renameSync(`${folder}.part`, folder)
  })
  return { url: filled.href, folder }
}

/** Where the files of a filled template lie; test/database-server.ts takes them away in the end. */
export function folderOf(database: string): string {
  return `/tmp/${database}`
}

function nameOf(database: URL): string {
  return database.pathname.slice(1)
}

/** Copied as files, not page by page through the log: three times as fast for templates of this size. */
function cloning(name: string, template: URL): string {
  return `create database ${name} template ${nameOf(template)} strategy file_copy`
}

/** One after the other, in whichever process: PostgreSQL copies a template only when nobody else uses it. */
async function onServer(template: URL, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new URL(template)
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(1)')
    await work(client)
  } finally {
    await client.end()
  }
}

/** Runs `body` in a transaction that is rolled back, whatever happens. */
export async function inRolledBack<T>(db: Db, body: (tx: Tx) => Promise<T>): Promise<T> {
  const tx = await db.startTransaction().execute()
  try {
    return await body(tx)
  } finally {
    await tx.rollback().execute()
  }
}

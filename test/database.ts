import pg from 'pg'
import { inject } from 'vitest'
import { type Db, openDb, type Tx } from '../src/lib/db/db.ts'

let clones = 0

/** A database of its own for one test file, cloned from the migrated template. Close it in afterAll. */
export async function freshDatabase(): Promise<{ db: Db; url: string; close: () => Promise<void> }> {
  const template = new URL(inject('templateUrl'))
  const admin = new URL(template)
  admin.pathname = '/postgres'
  const name = `${template.pathname.slice(1)}_${process.pid}_${++clones}`
  await onServer(admin.href, `create database ${name} template ${template.pathname.slice(1)}`)
  const url = new URL(template)
  url.pathname = `/${name}`
  const db = openDb(url.href, 4)
  return {
    db,
    url: url.href,
    close: async () => {
      await db.destroy()
      await onServer(admin.href, `drop database if exists ${name} with (force)`)
    },
  }
}

/** Cloning waits while another file clones: PostgreSQL copies a template only when nobody else uses it. */
async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(1)')
    await client.query(statement)
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

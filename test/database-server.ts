import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/lib/db/migrate.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'
import { folderOf } from './database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the migrated template database. Never write to it: clone it (test/database.ts). */
    templateUrl: string
  }
}

/** One server for the whole run: DATABASE_URL where it is set, else the embedded one on a throw-away folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL']
  const folder = given ? null : mkdtempSync('/tmp/chungtay-test-')
  // Root's server runs as another account, which has to pass through.
  if (folder) chmodSync(folder, 0o711)
  const server = folder ? await startPostgres(folder) : null
  const admin = new URL(given ?? server?.url ?? '')
  admin.pathname = '/postgres'
  const name = `chungtay_template_${process.pid}`
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  if (server) await promiseLess(client)
  await client.query(`drop database if exists ${name}`)
  await client.query(`create database ${name} template template0 encoding 'UTF8'`)
  const template = new URL(admin)
  template.pathname = `/${name}`
  await migrate(template.href)
  project.provide('templateUrl', template.href)
  return async () => {
    const left = await client.query('select datname from pg_database where datname like $1', [`${name}%`])
    for (const row of left.rows) {
      await client.query(`drop database if exists ${row.datname} with (force)`)
      for (const made of ['', '.part'])
        rmSync(`${folderOf(row.datname)}${made}`, { recursive: true, force: true })
    }
    await client.end()
    await server?.stop()
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * What a commit promises after a power cut is nothing to a throw-away server, and most of the time of making and
 * dropping a database. Tests that kill programs have servers of their own, or leave this one alive.
 */
async function promiseLess(client: pg.Client): Promise<void> {
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await client.query(`alter system set ${setting} = off`)
  await client.query('select pg_reload_conf()')
}

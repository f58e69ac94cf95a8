import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/lib/db/migrate.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'

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
  const name = `chungtay_template_${process.pid}_${project.name}`
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  await client.query(`drop database if exists ${name}`)
  await client.query(`create database ${name} template template0 encoding 'UTF8'`)
  const template = new URL(admin)
  template.pathname = `/${name}`
  await migrate(template.href)
  project.provide('templateUrl', template.href)
  return async () => {
    const left = await client.query('select datname from pg_database where datname like $1', [`${name}%`])
    for (const row of left.rows) await client.query(`drop database if exists ${row.datname} with (force)`)
    await client.end()
    await server?.stop()
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}

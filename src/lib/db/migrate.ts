import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { projectPath } from '../paths.ts'

/**
 * Applies the plain SQL files of migrations/ that this database has not seen, in name order, each in a
 * transaction of its own, under an advisory lock so that two programs starting together apply each once.
 * Returns the names applied.
 * `only`: no others than these (a backup is loaded into the tables of its time).
 */
export async function migrate(url: string, only?: ReadonlySet<string>): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(20261122)')
    await client.query(
      'create table if not exists public.migration (name text primary key, at timestamptz not null default now())',
    )
    const done = new Set(
      (await client.query('select name from public.migration')).rows.map((r) => String(r.name)),
    )
    const applied: string[] = []
    for (const name of await allMigrations()) {
      if (done.has(name) || (only && !only.has(name))) continue
      await apply(client, name, await readFile(projectPath('migrations', name), 'utf8'))
      applied.push(name)
    }
    return applied
  } finally {
    await client.end()
  }
}

/** The names of migrations that the database at `url` has not seen. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const there = await client.query("select to_regclass('public.migration') is not null as yes")
    if (!there.rows[0].yes) return await allMigrations()
    const done = new Set((await client.query('select name from public.migration')).rows.map((r) => r.name))
    return (await allMigrations()).filter((name) => !done.has(name))
  } finally {
    await client.end()
  }
}

async function allMigrations(): Promise<string[]> {
  return (await readdir(projectPath('migrations'))).filter((f) => f.endsWith('.sql')).sort()
}

async function apply(client: pg.Client, name: string, sql: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into public.migration (name) values ($1)', [name])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(cause as Error).message}`, { cause })
  }
}

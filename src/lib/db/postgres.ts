import { mkdirSync } from 'node:fs'
import pg from 'pg'
import { ensureCluster, ensurePassword } from './embedded/cluster.ts'
import { prepareHome } from './embedded/home.ts'
import { lockFolder } from './embedded/lock.ts'
import { endLeftover, startPostmaster } from './embedded/postmaster.ts'

export interface RunningPostgres {
  /** Connection string of the database 'chungtay'. */
  url: string
  /** Resolves with the last lines of its log when the server ends without having been asked to. */
  died: Promise<string>
  stop: () => Promise<void>
}

/**
 * Starts the PostgreSQL that came with the packages as a child of this program, on `dataDir` (absolute).
 * One program only: a second one on the same folder is refused with {@link CannotStart}; a server that a
 * killed program left behind is ended first. See docs/decisions/0013-embedded-postgresql.md.
 */
export async function startPostgres(dataDir: string): Promise<RunningPostgres> {
  // Others may pass through (root's server runs as another account) but not list; what lies inside is closed.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const release = await lockFolder(dataDir)
  try {
    const home = prepareHome(dataDir)
    const password = ensurePassword(dataDir)
    const cluster = await ensureCluster(home, password)
    await endLeftover(cluster)
    const server = await startPostmaster(home, cluster)
    const base = `postgres://chungtay:${password}@127.0.0.1:${server.port}`
    await ensureDatabase(`${base}/postgres`)
    return {
      url: `${base}/chungtay`,
      died: server.died,
      stop: async () => {
        await server.stop()
        release()
      },
    }
  } catch (fault) {
    release()
    throw fault
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const there = await client.query("select 1 from pg_database where datname = 'chungtay'")
    if (there.rowCount === 0) await client.query('create database chungtay')
  } finally {
    await client.end()
  }
}

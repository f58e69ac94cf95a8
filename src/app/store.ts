import type { Config } from '../lib/config.ts'
import { type Db, openDb } from '../lib/db/db.ts'
import { startPostgres } from '../lib/db/postgres.ts'

/** The database of this program, and how to let go of it. */
export interface Store {
  url: string
  db: Db
  /** Resolves with the last words of an embedded server that ended without having been asked to. */
  died: Promise<string>
  close: () => Promise<void>
}

/** DATABASE_URL where it is set, else PostgreSQL as a child of this program, on the data folder. */
export async function openStore(config: Config): Promise<Store> {
  if (config.databaseUrl) {
    const db = openDb(config.databaseUrl)
    return { url: config.databaseUrl, db, died: new Promise(() => {}), close: () => db.destroy() }
  }
  const server = await startPostgres(config.dataDir)
  const db = openDb(server.url)
  return {
    url: server.url,
    db,
    died: server.died,
    close: async () => {
      await db.destroy()
      await server.stop()
    },
  }
}

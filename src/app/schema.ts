import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../lib/db/migrate.ts'
import { startPostgres } from '../lib/db/postgres.ts'
import { writeSchema } from '../lib/db/write-schema.ts'

/** Regenerates src/lib/schema.ts from a freshly migrated database. */
export async function schema(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'chungtay-schema-'))
  // Root's server runs as another account, which has to pass through.
  chmodSync(folder, 0o711)
  const server = await startPostgres(folder)
  try {
    await migrate(server.url)
    await writeSchema(server.url)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true })
  }
  return 0
}

import { readConfig, WrongConfig } from './lib/config.ts'
import { migrate } from './lib/db/migrate.ts'
import { startPostgres } from './lib/db/postgres.ts'

const verbs: Record<string, (args: string[]) => Promise<number>> = { schema }

/** Regenerates src/lib/schema.ts from a freshly migrated database. */
async function schema(): Promise<number> {
  const { writeSchema } = await import('./lib/db/write-schema.ts')
  const { mkdtempSync, rmSync } = await import('node:fs')
  const folder = mkdtempSync('/tmp/chungtay-schema-')
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

const [verb = 'start', ...args] = process.argv.slice(2)
try {
  readConfig()
  process.exitCode = await (verbs[verb] ?? unknownVerb)(args)
} catch (fault) {
  process.stderr.write(`${fault instanceof WrongConfig ? fault.message : (fault as Error).stack}\n`)
  process.exitCode = 1
}

async function unknownVerb(): Promise<number> {
  process.stderr.write(`Lệnh chưa đúng. Dùng một trong: ${Object.keys(verbs).join(', ')}.\n`)
  return 2
}

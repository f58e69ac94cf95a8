// Kills the worker of the channels 1,000 times at random moments of sending and compares what it says it sent with
// what the services have. Run: node bench/crashes.ts [crashes]; limit: nothing doubled, nothing lost.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDb } from '../src/lib/db/db.ts'
import { migrate } from '../src/lib/db/migrate.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'
import { makeWorld } from '../test/world.ts'
import { crash } from './channels/crashing.ts'

const given = process.env['DATABASE_URL']
const folder = given ? null : mkdtempSync(join(tmpdir(), 'chungtay-bench-'))
if (folder) chmodSync(folder, 0o711)
const server = folder ? await startPostgres(folder) : null
const url = given ?? server?.url ?? ''
await migrate(url)
const db = openDb(url)
const world = await makeWorld(db)
const report = await crash(db, url, world.units.noiVu, Number(process.argv[2] ?? 1_000), (line) =>
  process.stdout.write(`${line}\n`),
)
await db.destroy()
await server?.stop()
if (folder) rmSync(folder, { recursive: true, force: true })
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
if (report.doubled > 0 || report.lost > 0) process.exitCode = 1

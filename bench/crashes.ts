// Kills the program's own worker 1,000 times at random moments of sending and compares what it says it sent with what
// the services counted. Run: node bench/crashes.ts [crashes] [seed] [workers side by side]; limit: nothing doubled,
// nothing lost. DATABASE_URL: another server than the embedded one.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDb } from '../src/lib/db/db.ts'
import { migrate } from '../src/lib/db/migrate.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'
import { makeWorld } from '../test/world.ts'
import { crash } from './channels/crashing.ts'

const [crashes = '1000', seed = String(Date.now() % 1e6), hands = '4'] = process.argv.slice(2)
const given = process.env['DATABASE_URL']
const folder = given ? null : mkdtempSync(join(tmpdir(), 'chungtay-bench-'))
if (folder) chmodSync(folder, 0o711)
const server = folder ? await startPostgres(folder) : null
const url = given ?? server?.url ?? ''
try {
  await migrate(url)
  const db = openDb(url)
  const world = await makeWorld(db)
  await db.destroy()
  process.stdout.write(`seed ${seed}\n`)
  const report = await crash(url, world, {
    crashes: Number(crashes),
    seed: Number(seed),
    hands: Number(hands),
    channels: 60,
    readers: 40,
    say: (line) => process.stdout.write(`${line}\n`),
  })
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  if (report.doubled.length > 0 || report.lost.length > 0) process.exitCode = 1
} finally {
  await server?.stop()
  if (folder) rmSync(folder, { recursive: true, force: true })
}

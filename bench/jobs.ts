// How many jobs a second the queue takes in and works off, and how soon after its commit a job runs.
// Run: node bench/jobs.ts (embedded PostgreSQL), or with DATABASE_URL of an empty database.
// Limit: one morning's reminders of a province, 150 units × 60 tasks, within a quarter of an hour: 10 jobs/s.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { z } from 'zod'
import { readConfig } from '../src/lib/config.ts'
import { type Db, openDb } from '../src/lib/db/db.ts'
import { migrate } from '../src/lib/db/migrate.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'
import { jobHandler } from '../src/lib/jobs/handler.ts'
import { jobKind, queueJob } from '../src/lib/jobs/jobs.ts'
import { JobRunner } from '../src/lib/jobs/runner.ts'

const count = 5_000
const singles = 300
const neededPerSecond = 10
const kind = jobKind('bench.nothing', z.object({ at: z.number() }))

const given = process.env['DATABASE_URL']
const folder = given ? null : mkdtempSync(join(tmpdir(), 'chungtay-bench-'))
if (folder) chmodSync(folder, 0o711)
const server = folder ? await startPostgres(folder) : null
const url = given ?? server?.url ?? ''
await migrate(url)
const db = openDb(url)

await measure(db)

await db.destroy()
await server?.stop()
if (folder) rmSync(folder, { recursive: true, force: true })

async function measure(db: Db): Promise<void> {
  const waits: number[] = []
  let done = 0
  const handler = jobHandler(kind, async (_, { at }) => {
    waits.push(performance.now() - at)
    done++
  })
  const runner = () =>
    new JobRunner({
      db,
      url,
      config: readConfig({}),
      log: pino({ level: 'silent' }),
      handlers: [handler],
      schedules: [],
      provinces: async () => [],
    })

  const queued = await secondsOf(async () => {
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let i = 0; i < count / 8; i++) await queueOne()
      }),
    )
  })
  say('queued, each in a transaction of its own', count / queued)

  const first = runner()
  const worked = await secondsOf(async () => {
    first.start()
    while (done < count) await sleep(5)
  })
  say('worked off by one worker', count / worked)

  waits.length = 0
  done = 0
  for (let i = 0; i < singles; i++) {
    await queueOne()
    await sleep(10)
  }
  while (done < singles) await sleep(5)
  await first.stop()
  const sorted = waits.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  console.log(`from the start of its transaction to its handler: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`)
}

async function queueOne(): Promise<void> {
  await db.transaction().execute((tx) => queueJob(tx, 1, kind, { at: performance.now() }))
}

async function secondsOf(what: () => Promise<void>): Promise<number> {
  const from = performance.now()
  await what()
  return (performance.now() - from) / 1000
}

function say(what: string, perSecond: number): void {
  console.log(
    `${what}: ${Math.round(perSecond)} jobs/s, ${(perSecond / neededPerSecond).toFixed(0)} × what is needed`,
  )
}

import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { freshDatabase } from '../../../test/database.ts'
import { readConfig } from '../config.ts'
import type { Db } from '../db/db.ts'
import { notFound } from '../errors.ts'
import { type JobHandler, jobHandler } from './handler.ts'
import { jobKind, type QueueOptions, queueJob } from './jobs.ts'
import { defaultBackOff, JobRunner, type RunnerOptions } from './runner.ts'
import { queueDue } from './schedules.ts'

const noted = jobKind('test.noted', z.object({ mark: z.string() }))
const daily = jobKind('test.daily', z.strictObject({}))

let db: Db
let url: string
let close: () => Promise<void>
let runners: JobRunner[] = []
let marks: string[] = []

beforeAll(async () => {
  ;({ db, url, close } = await freshDatabase())
})
beforeEach(async () => {
  marks = []
  await sql`truncate jobs.job, jobs.schedule`.execute(db)
})
afterEach(async () => {
  await Promise.all(runners.map((r) => r.stop()))
  runners = []
})
afterAll(() => close())

const note: JobHandler = jobHandler(noted, async (_, { mark }) => {
  marks.push(mark)
})

function run(handlers: readonly JobHandler[], more: Partial<RunnerOptions> = {}): JobRunner {
  const config = readConfig({})
  const log = pino({ level: 'silent' })
  const provinces = async () => [1, 2]
  const runner = new JobRunner({ db, url, config, log, handlers, schedules: [], provinces, ...more })
  runners.push(runner)
  runner.start()
  return runner
}

async function queue(mark: string, options: QueueOptions = {}): Promise<void> {
  await db.transaction().execute((tx) => queueJob(tx, 1, noted, { mark }, options))
}

async function jobs() {
  return await db.selectFrom('jobs.job').selectAll().orderBy('id').execute()
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 10) {
    if (await what()) return
    await sleep(10)
  }
  throw new Error('waited ten seconds for nothing')
}

test('a job runs when its transaction commits, at once, and never when it is rolled back', async () => {
  run([note])
  await sleep(300)
  const from = performance.now()
  await queue('kept')
  await db
    .transaction()
    .execute(async (tx) => {
      await queueJob(tx, 1, noted, { mark: 'lost' })
      throw new Error('no')
    })
    .catch(() => {})
  await until(() => marks.length > 0)
  // Whoever only looks now and then would find it after ten.
  expect(performance.now() - from).toBeLessThan(8_000)
  await until(async () => (await jobs())[0]?.state === 'done')
  expect(marks).toEqual(['kept'])
})

test('a delayed job waits for its moment', async () => {
  run([note])
  const from = performance.now()
  await queue('later', { startAfter: new Date(Date.now() + 700) })
  await until(() => marks.length > 0)
  expect(performance.now() - from).toBeGreaterThan(600)
})

test('two workers run each of many jobs once', async () => {
  for (let i = 0; i < 100; i++) await queue(String(i))
  run([note])
  run([note])
  await until(async () => (await jobs()).every((j) => j.state === 'done'))
  expect(marks.toSorted()).toEqual(Array.from({ length: 100 }, (_, i) => String(i)).toSorted())
})

test('a failing job is tried again, later each time, and is dead with its last error after the last attempt', async () => {
  const waits: number[] = []
  const failing = jobHandler(noted, async (_, { mark }) => {
    marks.push(mark)
    throw new Error(`failure ${marks.length}`)
  })
  const backOff = (attempt: number) => {
    waits.push(attempt)
    return 20
  }
  run([failing], { maxAttempts: 3, backOff })
  await queue('x')
  await until(async () => (await jobs())[0]?.state === 'dead')
  expect((await jobs())[0]).toMatchObject({ attempts: 3, last_error: 'Error: failure 3' })
  expect(waits).toEqual([1, 2])
  expect(defaultBackOff(1)).toBeGreaterThanOrEqual(3_750)
  expect(defaultBackOff(20)).toBeLessThanOrEqual(4_500_000)
})

test('what was promised is shown as dead after its attempts, and comes back an hour later', async () => {
  const broken = async (_: unknown, { mark }: { mark: string }) => {
    marks.push(mark)
    if (marks.length <= 2) throw new Error('no mail server')
  }
  const dead = async () => (await jobs())[0]?.state === 'dead'
  const hourLater = sql`update jobs.job set finished_at = now() - interval '61 minutes' where state = 'dead'`
  const fast = { maxAttempts: 2, backOff: () => 1 }
  const first = run([jobHandler(noted, broken, { promised: true })], fast)
  await queue('x')
  await until(dead)
  expect((await jobs())[0]).toMatchObject({ attempts: 2, last_error: 'Error: no mail server' })
  await first.stop()
  run([jobHandler(noted, broken, { promised: true })], fast)
  await sleep(150)
  expect(await dead()).toBe(true)
  await runners.pop()?.stop()
  await hourLater.execute(db)
  run([jobHandler(noted, broken)], fast)
  await sleep(150)
  expect(await dead()).toBe(true)
  await runners.pop()?.stop()
  run([jobHandler(noted, broken, { promised: true })], fast)
  await until(async () => (await jobs())[0]?.state === 'done')
  expect(marks).toEqual(['x', 'x', 'x'])
})

test('what trying again cannot help is dead at once: a payload of another shape, a refusal', async () => {
  run([
    jobHandler(noted, async () => {
      throw notFound()
    }),
  ])
  await queue('x')
  const wrong = { province_id: 1, name: noted.name, payload: '{"mark":1}' }
  await db.insertInto('jobs.job').values(wrong).execute()
  await until(async () => (await jobs()).every((j) => j.state === 'dead' && j.attempts === 1))
})

test('a key stands for one waiting job, also when a running one of that key comes back', async () => {
  await queue('a', { key: 'k' })
  await queue('b', { key: 'k' })
  let first = true
  const failsOnce = jobHandler(noted, async (_, { mark }) => {
    marks.push(mark)
    if (!first) return
    first = false
    await queue('c', { key: 'k' })
    throw new Error('once')
  })
  run([failsOnce], { backOff: () => 1, concurrency: 1 })
  await until(async () => (await jobs()).every((j) => j.state === 'done') && !first)
  expect(marks).toEqual(['a', 'c'])
})

test('the jobs of a lost worker come back, and its late word no longer counts', async () => {
  const releases: (() => void)[] = []
  const stuck = jobHandler(noted, async (_, { mark }) => {
    marks.push(mark)
    await new Promise<void>((resolve) => releases.push(resolve))
  })
  run([stuck])
  await queue('x')
  await until(() => marks.length === 1)
  await sql`update jobs.job set locked_until = now() - interval '1 second'`.execute(db)
  run([stuck], { backOff: () => 1 })
  await until(() => marks.length === 2)
  releases[0]?.()
  await sleep(100)
  expect((await jobs())[0]).toMatchObject({ state: 'running', attempts: 2 })
  releases[1]?.()
  await until(async () => (await jobs())[0]?.state === 'done')
})

test('stopping waits for the running job; one that gives up goes back without losing an attempt', async () => {
  const patient = jobHandler(noted, async ({ signal }, { mark }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    if (mark === 'long') throw new Error('stopping')
    await sleep(200)
    marks.push(mark)
  })
  const runner = run([patient])
  await queue('quick')
  await queue('long')
  await until(async () => (await jobs()).every((j) => j.state === 'running'))
  await runner.stop()
  expect(marks).toEqual(['quick'])
  const states = (await jobs()).map((j) => [j.state, j.attempts])
  expect(states).toEqual([
    ['done', 1],
    ['waiting', 0],
  ])
})

test('progress can be watched, and a heavy kind is not taken more often than its handler bears', async () => {
  let most = 0
  let now = 0
  const heavy = jobHandler(
    noted,
    async ({ progress }) => {
      most = Math.max(most, ++now)
      await progress(3, 10, 'trang 3')
      await sleep(50)
      now--
    },
    { atOnce: 1 },
  )
  run([heavy])
  for (const mark of ['1', '2', '3']) await queue(mark)
  await until(async () => (await jobs()).every((j) => j.state === 'done'))
  expect(most).toBe(1)
  expect((await jobs())[0]?.progress).toEqual({ done: 3, total: 10, text: 'trang 3' })
})

test('a schedule queues one job a province at each of its moments, however many workers ask', async () => {
  const schedule = { name: 'morning', at: '0 7 * * *', kind: daily }
  const eve = new Date('2026-11-21T23:59:00Z')
  const seven = new Date('2026-11-22T00:00:01Z')
  await queueDue(db, [schedule], [1, 2], eve)
  expect(await jobs()).toHaveLength(0)
  await Promise.all([1, 2, 3].map(() => queueDue(db, [schedule], [1, 2], seven)))
  await queueDue(db, [schedule], [1, 2], new Date('2026-11-22T05:00:00Z'))
  expect((await jobs()).map((j) => j.province_id).toSorted()).toEqual([1, 2])
  await queueDue(db, [{ ...schedule, at: '0 8 * * *' }], [1, 2], seven)
  const next = await db.selectFrom('jobs.schedule').select('next_at').execute()
  expect(next.map((n) => n.next_at.toISOString())).toEqual(Array(2).fill('2026-11-22T01:00:00.000Z'))
})

test('a runner works off its schedules by itself', async () => {
  const heard: number[] = []
  const kind = jobHandler(daily, async (_, __, provinceId) => {
    heard.push(provinceId)
  })
  const schedules = [{ name: 'morning', at: '0 7 * * *', kind: daily }]
  await queueDue(db, schedules, [1, 2], new Date('2026-11-21T23:59:00Z'))
  run([kind], { schedules, clock: () => new Date('2026-11-22T00:00:01Z') })
  await until(() => heard.length === 2)
  expect(heard.toSorted()).toEqual([1, 2])
})

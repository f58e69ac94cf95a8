import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Config } from '../config.ts'
import type { Db } from '../db/db.ts'
import { Refusal } from '../errors.ts'
import type { Log } from '../log.ts'
import type { JobContext, JobHandler, Schedule } from './handler.ts'
import * as ledger from './ledger.ts'
import { queueDue } from './schedules.ts'

export interface RunnerOptions {
  db: Db
  /** Where to listen for news of jobs: a connection of its own, straight to the server. */
  url: string
  config: Config
  log: Log
  handlers: readonly JobHandler[]
  schedules: readonly Schedule[]
  /** The provinces for which schedules run. */
  provinces: (db: Db) => Promise<number[]>
  clock?: () => Date
  concurrency?: number
  maxAttempts?: number
  /** Milliseconds to wait after the n-th failed attempt. */
  backOff?: (attempt: number) => number
}

const slowPollMs = 10_000
const beatMs = (ledger.leaseSeconds * 1000) / 3
const upkeepMs = 20_000
const graceMs = 25_000

/** 5 s, 10 s, 20 s … at most an hour, each a quarter more or less, so that failures do not come back in step. */
export function defaultBackOff(attempt: number): number {
  return Math.min(3_600_000, 5_000 * 2 ** (attempt - 1)) * (0.75 + Math.random() / 2)
}

/**
 * Takes jobs and runs them until it is stopped. Several may run on one database. A job runs at least once:
 * when a worker is lost after the handler's commit and before the job is marked, it runs again.
 */
export class JobRunner {
  readonly #o: Required<RunnerOptions>
  readonly #handlers: Map<string, JobHandler[]>
  readonly #names: string[]
  readonly #promised: string[]
  readonly #running = new Map<ledger.TakenJob, Promise<void>>()
  readonly #abort = new AbortController()
  readonly #timers: NodeJS.Timeout[] = []
  #listening: Promise<void> = Promise.resolve()
  #wake: () => void = () => {}
  #loop: Promise<void> = Promise.resolve()

  constructor(options: RunnerOptions) {
    this.#o = {
      clock: () => new Date(),
      concurrency: 3,
      maxAttempts: 12,
      backOff: defaultBackOff,
      ...options,
    }
    this.#handlers = Map.groupBy(options.handlers, (h) => h.kind.name)
    this.#names = [...this.#handlers.keys()]
    this.#promised = options.handlers.filter((h) => h.promised).map((h) => h.kind.name)
  }

  start(): void {
    this.#listening = this.#listen()
    this.#loop = this.#work()
    this.#repeat(beatMs, () => ledger.keepLeases(this.#o.db, [...this.#running.keys()]))
    this.#repeat(upkeepMs, () => this.#upkeep())
    this.#repeat(3_600_000, () => ledger.clearOldJobs(this.#o.db, this.#names))
  }

  /** Takes no more jobs, lets the running ones end; what has not ended by then goes back to the queue. */
  async stop(): Promise<void> {
    this.#abort.abort()
    for (const timer of this.#timers) clearInterval(timer)
    this.#wake()
    await this.#loop
    await Promise.race([
      Promise.allSettled(this.#running.values()),
      new Promise((resolve) => setTimeout(resolve, graceMs).unref()),
    ])
    for (const job of this.#running.keys()) await ledger.returnJob(this.#o.db, job, 0, null, false)
    await this.#listening
  }

  async #work(): Promise<void> {
    await this.#guarded(() => this.#upkeep())
    while (!this.#stopping) {
      const news = this.#nextNews()
      if (await this.#guarded(() => this.#take())) continue
      await this.#sleep(news, await this.#untilNext())
    }
  }

  /** Fills the free hands; of a heavy kind (OCR) only as many as its handler bears at once. Answers whether any came. */
  async #take(): Promise<boolean> {
    let any = false
    const limited = this.#names.filter((name) => this.#atOnce(name) < this.#o.concurrency)
    const lots = [this.#names.filter((name) => !limited.includes(name)), ...limited.map((name) => [name])]
    for (const names of lots) {
      const free = this.#room(names)
      if (free <= 0) continue
      for (const job of await ledger.takeJobs(this.#o.db, names, free)) {
        any = true
        this.#launch(job)
      }
    }
    return any
  }

  #atOnce(name: string): number {
    return Math.min(...(this.#handlers.get(name) ?? []).map((h) => h.atOnce ?? Infinity))
  }

  #room(names: readonly string[]): number {
    const [name = ''] = names
    const same = [...this.#running.keys()].filter((job) => job.name === name).length
    const free = this.#o.concurrency - this.#running.size
    return names.length === 1 ? Math.min(free, this.#atOnce(name) - same) : names.length && free
  }

  get #stopping(): boolean {
    return this.#abort.signal.aborted
  }

  #launch(job: ledger.TakenJob): void {
    const done = this.#run(job)
      .catch((fault) => this.#o.log.error({ job: job.id, name: job.name, err: fault }, 'job not marked'))
      .finally(() => {
        this.#running.delete(job)
        this.#wake()
      })
    this.#running.set(job, done)
  }

  async #run(job: ledger.TakenJob): Promise<void> {
    const { db, log } = this.#o
    const from = performance.now()
    try {
      for (const handler of this.#handlers.get(job.name) ?? []) {
        const payload = handler.kind.payload.parse(job.payload)
        await handler.handle(this.#context(job), payload, job.provinceId)
      }
      await ledger.finishJob(db, job)
      log.info({ job: job.id, name: job.name, ms: Math.round(performance.now() - from) }, 'job done')
    } catch (fault) {
      await this.#failed(job, fault as Error)
    }
  }

  async #failed(job: ledger.TakenJob, fault: Error): Promise<void> {
    const { db, log, maxAttempts, backOff } = this.#o
    if (this.#stopping) return ledger.returnJob(db, job, 0, null, false)
    const error = wordsOf(fault).slice(0, 2000)
    log.warn({ job: job.id, name: job.name, attempt: job.attempt, err: fault }, 'job failed')
    if (job.attempt >= maxAttempts || isHopeless(fault)) await ledger.buryJob(db, job, error)
    else await ledger.returnJob(db, job, backOff(job.attempt), error)
  }

  #context(job: ledger.TakenJob): JobContext {
    const { db, config, clock } = this.#o
    let told = 0
    const progress = async (done: number, total: number, text?: string) => {
      if (done < total && performance.now() - told < 250) return
      told = performance.now()
      await ledger.noteProgress(db, job, { done, total, ...(text ? { text } : {}) })
    }
    return { db, config, now: clock(), progress, signal: this.#abort.signal }
  }

  /** What belongs to no single job: jobs of lost workers, and schedules. */
  async #upkeep(): Promise<void> {
    const { db, schedules, provinces, clock, maxAttempts, backOff } = this.#o
    for (const job of await ledger.lostJobs(db)) {
      const error = 'The worker was lost while it ran this job.'
      if (job.attempt >= maxAttempts) await ledger.buryJob(db, job, error)
      else await ledger.returnJob(db, job, backOff(job.attempt), error)
    }
    await ledger.reviveJobs(db, this.#promised, maxAttempts)
    if (schedules.length === 0) return
    const ids = await provinces(db)
    if (ids.length) await queueDue(db, schedules, ids, clock())
  }

  async #untilNext(): Promise<number> {
    const seconds = await this.#guarded(() => ledger.secondsToNext(this.#o.db, this.#names))
    // A due job that stays is one whose kind has no free hand; the end of another wakes us anyway.
    const least = this.#running.size > 0 ? 500 : 5
    return seconds == null ? slowPollMs : Math.min(slowPollMs, Math.max(least, seconds * 1000))
  }

  #nextNews(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  async #sleep(news: Promise<void>, ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    await Promise.race([
      news,
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ms)
      }),
    ])
    clearTimeout(timer)
  }

  /** Hears of new jobs at once; while the connection is lost, the slow poll serves. */
  async #listen(): Promise<void> {
    while (!this.#stopping) {
      const client = new pg.Client({ connectionString: this.#o.url, application_name: 'chungtay jobs' })
      const lost = new Promise<void>((resolve) => {
        client.on('error', () => resolve())
        client.on('end', () => resolve())
        this.#abort.signal.addEventListener('abort', () => resolve())
      })
      client.on('notification', () => this.#wake())
      await this.#guarded(async () => {
        await client.connect()
        await client.query('listen jobs')
        this.#wake()
        await lost
      })
      await client.end().catch(() => {})
      if (!this.#stopping) await sleep(2_000, undefined, { ref: false })
    }
  }

  #repeat(ms: number, what: () => Promise<void>): void {
    this.#timers.push(setInterval(() => this.#guarded(what), ms).unref())
  }

  /** The database may be away for a moment: the worker waits for it. */
  async #guarded<T>(what: () => Promise<T>): Promise<T | undefined> {
    try {
      return await what()
    } catch (fault) {
      if (!this.#stopping) this.#o.log.error({ err: fault }, 'worker')
      return undefined
    }
  }
}

/** For the administrator who reads it: a refusal in its own words, anything else as it calls itself. */
function wordsOf(fault: Error): string {
  const said = fault instanceof Refusal ? fault.faults.map((f) => f.vi).join(' ') : ''
  return said || `${fault.name}: ${fault.message}`
}

/** Trying again cannot help: the payload does not parse, or a verb refused for good. */
function isHopeless(fault: Error): boolean {
  return fault.name === 'ZodError' || (fault instanceof Refusal && fault.kind !== 'conflict')
}

import type { Config } from '../config.ts'
import type { Db } from '../db/db.ts'
import type { JobKind } from './jobs.ts'

/** What a handler finds beside its payload. */
export interface JobContext {
  db: Db
  /** The moment the job was taken. */
  now: Date
  config: Config
  /** Told to whoever watches the job: `done` of `total`, and a short text. Also keeps the lease alive. */
  progress: (done: number, total: number, text?: string) => Promise<void>
  /** Aborted when the program is asked to stop; a long job gives up at its next safe place and is taken again. */
  signal: AbortSignal
}

/** Opens the transaction itself and calls one verb. Thrown: tried again later, then dead. May run twice: be idempotent. */
export interface JobHandler<P = unknown> {
  kind: JobKind<P>
  handle(context: JobContext, payload: P, provinceId: number): Promise<void>
  /** How many of this kind one worker bears at the same time, where memory or CPU sets a limit. */
  atOnce?: number
  /**
   * Somebody was told that this will be done: dead after its last attempt, it is shown as such, and comes back an hour
   * later with all its attempts, for as long as it takes. For what a fallen server or a series of crashes holds up.
   */
  promised?: boolean
}

export function jobHandler<P>(
  kind: JobKind<P>,
  handle: (context: JobContext, payload: P, provinceId: number) => Promise<void>,
  options: Pick<JobHandler, 'atOnce' | 'promised'> = {},
): JobHandler {
  return { kind, handle, ...options } as JobHandler
}

/**
 * A job that comes back by itself, once for each province. `at` is 'minute hour day month weekday' in
 * Vietnam's time: '0 7 * * 1-5' is seven in the morning on working days.
 */
export interface Schedule {
  name: string
  at: string
  kind: JobKind<Record<string, never>>
}

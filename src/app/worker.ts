import type { JobHandler, Schedule } from '../lib/jobs/handler.ts'
import { mailWorker } from '../lib/mail/mail.worker.ts'

/** Every handler, room by room: `...plansWorker`. */
export const handlers: readonly JobHandler[] = [...mailWorker]

/** What comes back by itself. */
export const schedules: readonly Schedule[] = []

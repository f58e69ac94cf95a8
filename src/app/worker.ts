import type { JobHandler, Schedule } from '../lib/jobs/handler.ts'

/** Every handler, room by room: `...plansWorker`. */
export const handlers: readonly JobHandler[] = []

/** What comes back by itself. */
export const schedules: readonly Schedule[] = []

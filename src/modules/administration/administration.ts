import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { Tx } from '../../lib/db/db.ts'
import { conflict, forbidden, notFound } from '../../lib/errors.ts'
import { holdJob, queueAgain, removeJob, type WatchedJob } from '../../lib/jobs/watch.ts'
import { canMindJobs, whyNotTouchJob } from './administration.policy.ts'

/** Has a failed or waiting job run now, with all its attempts before it. */
export async function retryJob(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const job = await jobToTouch(tx, actor, id)
  await queueAgain(tx, actor.provinceId, id)
  await noteOn(tx, actor, now, 'job.retry', job, { state: 'waiting', attempts: 0 })
}

/** Takes a failed or waiting job out of the queue for good. */
export async function discardJob(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const job = await jobToTouch(tx, actor, id)
  await removeJob(tx, actor.provinceId, id)
  await noteOn(tx, actor, now, 'job.discard', job, null)
}

/** A job that may be run again or discarded, held until the transaction ends. Refuses otherwise, with the reason. */
export async function jobToTouch(tx: Tx, actor: Actor, id: number): Promise<WatchedJob> {
  if (!canMindJobs(actor)) {
    throw forbidden('Chỉ quản trị viên xử lý việc chạy nền.', 'Only an administrator minds background jobs.')
  }
  const job = await holdJob(tx, actor.provinceId, id)
  if (!job) throw notFound()
  const why = whyNotTouchJob(job)
  if (why) throw conflict(why.vi, why.en)
  return job
}

async function noteOn(tx: Tx, actor: Actor, now: Date, verb: string, job: WatchedJob, after: object | null) {
  const before = { name: job.name, state: job.state, attempts: job.attempts, lastError: job.lastError }
  await recordChange(tx, actor, now, { verb, subject: { kind: 'job', id: job.id }, before, after })
}

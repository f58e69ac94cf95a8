import { sql } from 'kysely'
import type { Db } from '../db/db.ts'

/** A job in a worker's hands. `attempt` is also its token: whoever took it later holds a higher one. */
export interface TakenJob {
  provinceId: number
  id: number
  name: string
  payload: unknown
  attempt: number
}

/** How long a worker may be silent before its jobs go to another. */
export const leaseSeconds = 60
const lease = sql`now() + ${`${leaseSeconds} seconds`}::interval`

/** Takes up to `limit` due jobs; what another worker is taking at this moment is passed over. */
export async function takeJobs(db: Db, names: readonly string[], limit: number): Promise<TakenJob[]> {
  const { rows } = await sql<TakenJob>`
    update jobs.job as j set state = 'running', attempts = attempts + 1, locked_until = ${lease}
    from (
      select province_id, id from jobs.job
      where state = 'waiting' and start_after <= now() and name = any(${names}::text[])
      order by start_after, id limit ${limit} for update skip locked
    ) as due
    where j.province_id = due.province_id and j.id = due.id
    returning j.province_id as "provinceId", j.id, j.name, j.payload, j.attempts as attempt`.execute(db)
  return rows
}

/** Seconds until the next waiting job is due; null when none waits. */
export async function secondsToNext(db: Db, names: readonly string[]): Promise<number | null> {
  const { rows } = await sql<{ seconds: number | null }>`
    select extract(epoch from start_after - now())::float8 as seconds from jobs.job
    where state = 'waiting' and name = any(${names}::text[]) order by start_after limit 1`.execute(db)
  return rows[0]?.seconds ?? null
}

export async function finishJob(db: Db, job: TakenJob): Promise<void> {
  await held(db, job)
    .set({ state: 'done', finished_at: sql<Date>`now()`, locked_until: null, last_error: null })
    .execute()
}

/** No more attempts: it waits for an administrator. */
export async function buryJob(db: Db, job: TakenJob, error: string): Promise<void> {
  await held(db, job)
    .set({ state: 'dead', finished_at: sql<Date>`now()`, locked_until: null, last_error: error })
    .execute()
}

/**
 * Back to the queue. Where a job with the same key waits already, that one does the work and this one goes.
 * `counted` false: the attempt was cut off by a stopping program and is not held against the job.
 */
export async function returnJob(
  db: Db,
  job: TakenJob,
  afterMs: number,
  error: string | null,
  counted = true,
): Promise<void> {
  try {
    await held(db, job)
      .set((e) => ({
        state: 'waiting',
        start_after: sql<Date>`now() + ${`${Math.round(afterMs)} milliseconds`}::interval`,
        locked_until: null,
        last_error: error ?? e.ref('last_error'),
        attempts: counted ? e.ref('attempts') : e('attempts', '-', 1),
      }))
      .execute()
  } catch (fault) {
    if ((fault as { code?: string }).code !== '23505') throw fault
    await db
      .deleteFrom('jobs.job')
      .where('province_id', '=', job.provinceId)
      .where('id', '=', job.id)
      .execute()
  }
}

export async function noteProgress(db: Db, job: TakenJob, progress: object): Promise<void> {
  await held(db, job)
    .set({ progress: JSON.stringify(progress), locked_until: sql<Date>`${lease}` })
    .execute()
}

/** The heartbeat of one worker for all the jobs in its hands. */
export async function keepLeases(db: Db, jobs: readonly TakenJob[]): Promise<void> {
  for (const job of jobs)
    await held(db, job)
      .set({ locked_until: sql<Date>`${lease}` })
      .execute()
}

/** The jobs of workers that fell silent. */
export async function lostJobs(db: Db): Promise<TakenJob[]> {
  const rows = await db
    .selectFrom('jobs.job')
    .select(['province_id as provinceId', 'id', 'name', 'payload', 'attempts as attempt'])
    .where('state', '=', 'running')
    .where('locked_until', '<', sql<Date>`now()`)
    .limit(100)
    .execute()
  return rows
}

/** Dead jobs of these kinds that have used up their attempts, an hour ago or more: all their attempts are new. */
export async function reviveJobs(db: Db, names: readonly string[], attempts: number): Promise<void> {
  await sql`update jobs.job set state = 'waiting', attempts = 0, start_after = now(), finished_at = null
    where state = 'dead' and key is null and attempts >= ${attempts} and name = any(${names}::text[])
      and finished_at < now() - interval '1 hour'`.execute(db)
}

/** Done jobs stay a week, dead ones a quarter, news that no worker hears two days. */
export async function clearOldJobs(db: Db, names: readonly string[]): Promise<void> {
  await sql`delete from jobs.job where state = 'done' and finished_at < now() - interval '7 days'`.execute(db)
  await sql`delete from jobs.job where state = 'dead' and finished_at < now() - interval '90 days'`.execute(
    db,
  )
  await sql`delete from jobs.job where state = 'waiting' and start_after < now() - interval '2 days'
    and name <> all(${names}::text[])`.execute(db)
}

/** Only while the job is still in the hands that took it. */
function held(db: Db, job: TakenJob) {
  return db
    .updateTable('jobs.job')
    .where('province_id', '=', job.provinceId)
    .where('id', '=', job.id)
    .where('state', '=', 'running')
    .where('attempts', '=', job.attempt)
}

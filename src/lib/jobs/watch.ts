import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../db/db.ts'
import type { JobKind } from './jobs.ts'

export const jobStates = ['waiting', 'running', 'dead', 'done'] as const
export type JobState = (typeof jobStates)[number]

/** A job as a person sees it: what it is and how it fares, never its payload, which may hold what is private. */
export interface WatchedJob {
  id: number
  name: string
  state: JobState
  attempts: number
  startAfter: Date
  createdAt: Date
  finishedAt: Date | null
  lastError: string | null
  progress: { done: number; total: number; text?: string } | null
}

/** How many jobs of the province stand in each state. */
export async function countJobs(db: DbOrTx, provinceId: number): Promise<Record<JobState, number>> {
  const rows = await db
    .selectFrom('jobs.job')
    .select((e) => ['state', e.fn.countAll<number>().as('n')])
    .where('province_id', '=', provinceId)
    .groupBy('state')
    .execute()
  const counts = { waiting: 0, running: 0, dead: 0, done: 0 }
  for (const row of rows) counts[row.state as JobState] = row.n
  return counts
}

/** One page of the province's jobs in a state: those that run next first, those that ended last first. */
export async function watchJobs(
  db: DbOrTx,
  provinceId: number,
  state: JobState,
  page: { offset: number; limit: number },
): Promise<WatchedJob[]> {
  const order =
    state === 'waiting' || state === 'running' ? sql`start_after, id` : sql`finished_at desc, id desc`
  return await watched(db, provinceId)
    .where('state', '=', state)
    .orderBy(order)
    .offset(page.offset)
    .limit(page.limit)
    .execute()
}

/** The newest job of a kind with this payload, to tell whoever waits for it how it fares. */
export async function newestJob<P>(
  db: DbOrTx,
  provinceId: number,
  kind: JobKind<P>,
  payload: P,
): Promise<WatchedJob | null> {
  const found = await watched(db, provinceId)
    .where('name', '=', kind.name)
    .where(sql<boolean>`payload = ${JSON.stringify(payload)}::jsonb`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** One job, held until the transaction ends; null when it is gone or belongs to another province. */
export async function holdJob(tx: Tx, provinceId: number, id: number): Promise<WatchedJob | null> {
  return (await watched(tx, provinceId).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null
}

/** Puts a dead or waiting job at the head of the queue with all its attempts before it. */
export async function queueAgain(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx
    .updateTable('jobs.job')
    .set({ state: 'waiting', attempts: 0, start_after: sql<Date>`now()`, finished_at: null })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
  await sql`select pg_notify('jobs', '')`.execute(tx)
}

export async function removeJob(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx.deleteFrom('jobs.job').where('province_id', '=', provinceId).where('id', '=', id).execute()
}

function watched(db: DbOrTx, provinceId: number) {
  return db
    .selectFrom('jobs.job')
    .select(['id', 'name', 'attempts', 'start_after as startAfter', 'created_at as createdAt'])
    .select(['finished_at as finishedAt', 'last_error as lastError'])
    .select([sql<JobState>`state`.as('state'), sql<WatchedJob['progress']>`progress`.as('progress')])
    .where('province_id', '=', provinceId)
}

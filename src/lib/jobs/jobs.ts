import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../db/db.ts'

/** A job's name and the shape of its payload; declared low (`x.jobs.ts`), handled high (`x.worker.ts`). */
export interface JobKind<P> {
  name: string
  payload: z.ZodType<P>
}

export function jobKind<P>(name: string, payload: z.ZodType<P>): JobKind<P> {
  return { name, payload }
}

export interface QueueOptions {
  /** Not before this moment. */
  startAfter?: Date
  /** While a job of this name with this key waits, queuing it again changes nothing. */
  key?: string
}

/**
 * Queues a job inside the caller's transaction: it exists if, and only if, the transaction commits.
 * The news for sleeping workers (NOTIFY) rides along.
 */
export async function queueJob<P>(
  tx: Tx,
  provinceId: number,
  kind: JobKind<P>,
  payload: P,
  options: QueueOptions = {},
): Promise<void> {
  await tx
    .insertInto('jobs.job')
    .values({
      province_id: provinceId,
      name: kind.name,
      payload: JSON.stringify(kind.payload.parse(payload)),
      key: options.key ?? null,
      ...(options.startAfter ? { start_after: options.startAfter } : {}),
    })
    .onConflict((c) => c.columns(['province_id', 'name', 'key']).where('state', '=', 'waiting').doNothing())
    .execute()
  await sql`select pg_notify('jobs', ${kind.name})`.execute(tx)
}

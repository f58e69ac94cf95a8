import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

export const returnOutcomes = ['ended', 'counted', 'delay', 'complaint', 'unknown', 'none'] as const
export type ReturnOutcome = (typeof returnOutcomes)[number]

export interface ReturnLine {
  id: number
  at: Date
  outcome: ReturnOutcome
  status: string | null
  newsletterId: number | null
  subject: string | null
}

export async function noteReturn(
  tx: Tx,
  provinceId: number,
  line: { at: Date; outcome: ReturnOutcome; status: string | null; newsletterId: number | null },
): Promise<void> {
  await tx
    .insertInto('publishing.returned_mail')
    .values({
      province_id: provinceId,
      at: line.at,
      outcome: line.outcome,
      status: line.status,
      newsletter_id: line.newsletterId,
    })
    .execute()
}

export async function newestReturns(db: DbOrTx, provinceId: number, most: number): Promise<ReturnLine[]> {
  const rows = await db
    .selectFrom('publishing.returned_mail as r')
    .leftJoin('publishing.newsletter as n', (j) =>
      j.onRef('n.province_id', '=', 'r.province_id').onRef('n.id', '=', 'r.newsletter_id'),
    )
    .select(['r.id', 'r.at', 'r.outcome', 'r.status', 'r.newsletter_id as newsletterId', 'n.subject'])
    .where('r.province_id', '=', provinceId)
    .orderBy('r.at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(most)
    .execute()
  return rows as ReturnLine[]
}

export async function countReturns(
  db: DbOrTx,
  provinceId: number,
  since: Date,
): Promise<Record<ReturnOutcome, number>> {
  const rows = await db
    .selectFrom('publishing.returned_mail')
    .select(['outcome', (e) => e.fn.countAll<number>().as('n')])
    .where('province_id', '=', provinceId)
    .where('at', '>', since)
    .groupBy('outcome')
    .execute()
  const of = (outcome: ReturnOutcome) => Number(rows.find((r) => r.outcome === outcome)?.n ?? 0)
  return Object.fromEntries(returnOutcomes.map((o) => [o, of(o)])) as Record<ReturnOutcome, number>
}

/** False where this letter was noted as returned before, or never left. */
export async function markReturned(
  tx: Tx,
  provinceId: number,
  newsletterId: number,
  subscriberId: number,
): Promise<boolean> {
  const row = await tx
    .updateTable('publishing.delivery')
    .set({ state: 'returned' })
    .where('province_id', '=', provinceId)
    .where('newsletter_id', '=', newsletterId)
    .where('subscriber_id', '=', subscriberId)
    .where('state', 'in', ['sent', 'unsure', 'sending'])
    .returning('subscriber_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The address is no good: it is wiped at once, the row stays to be counted. */
export async function markBad(tx: Tx, provinceId: number, subscriberId: number, now: Date): Promise<void> {
  await tx
    .updateTable('publishing.subscriber')
    .set({ state: 'bad', bad_since: now, address_sealed: Buffer.alloc(0) })
    .where('province_id', '=', provinceId)
    .where('id', '=', subscriberId)
    .execute()
}

const badFrom = 3
/** Returns further apart than this are not in a row: monthly readers have a month between letters. */
const inARow = '45 days'

/**
 * A letter did not arrive: after three in a row the address is bad and wiped. Answers whether it is.
 */
export async function countReturn(
  tx: DbOrTx,
  provinceId: number,
  subscriberId: number,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ state: string }>`
    update publishing.subscriber s set
      faults = c.faults,
      fault_at = ${now},
      state = case when c.faults >= ${badFrom} then 'bad' else s.state end,
      bad_since = case when c.faults >= ${badFrom} then ${now}::timestamptz end,
      address_sealed = case when c.faults >= ${badFrom} then ''::bytea else s.address_sealed end
    from (
      select id, case when fault_at > ${now}::timestamptz - ${inARow}::interval then faults + 1 else 1 end as faults
      from publishing.subscriber where province_id = ${provinceId} and id = ${subscriberId}
    ) c
    where s.province_id = ${provinceId} and s.id = c.id and s.state = 'confirmed'
    returning s.state
  `.execute(tx)
  return rows[0]?.state === 'bad'
}

/**
 * A mail server took a letter, which says little: it may come back for days. Only when an earlier one that left after
 * the last return has stayed away for five days does the row begin anew.
 */
export async function forgiveReturns(
  db: DbOrTx,
  provinceId: number,
  subscriberId: number,
  now: Date,
): Promise<void> {
  await sql`
    update publishing.subscriber s set faults = 0, fault_at = null
    where s.province_id = ${provinceId} and s.id = ${subscriberId} and s.faults > 0
      and exists (
        select from publishing.delivery d
        where d.province_id = s.province_id and d.subscriber_id = s.id and d.state = 'sent'
          and d.taken_at > s.fault_at and d.taken_at < ${now}::timestamptz - interval '5 days'
      )
  `.execute(db)
}

import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

export async function selectKey(
  db: DbOrTx,
  provinceId: number,
): Promise<{ publicKey: Buffer; sealed: Buffer } | null> {
  const row = await db
    .selectFrom('publishing.push_key')
    .select(['public_key as publicKey', 'private_sealed as sealed'])
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
  return row ?? null
}

/** Of two who make the first pair at once, one makes it. False: there is one already. */
export async function insertKey(
  tx: Tx,
  provinceId: number,
  key: { publicKey: Buffer; sealed: Buffer },
  now: Date,
): Promise<boolean> {
  const row = await tx
    .insertInto('publishing.push_key')
    .values({
      province_id: provinceId,
      public_key: key.publicKey,
      private_sealed: key.sealed,
      made_at: now,
    })
    .onConflict((c) => c.doNothing())
    .returning('province_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The pair, and every subscription that was made under it. */
export async function deleteKey(tx: Tx, provinceId: number): Promise<void> {
  await tx.deleteFrom('publishing.push_subscription').where('province_id', '=', provinceId).execute()
  await tx.deleteFrom('publishing.push_key').where('province_id', '=', provinceId).execute()
}

export interface PushChoice {
  topics: string[]
  columnIds: number[]
}

/** A browser that subscribes again changes its choice. */
export async function saveSubscription(
  tx: Tx,
  provinceId: number,
  one: PushChoice & { hash: Buffer; sealed: Buffer; locale: string; consent: string },
  now: Date,
): Promise<void> {
  const values = {
    sealed: one.sealed,
    locale: one.locale,
    topics: one.topics,
    column_ids: one.columnIds,
    consent: one.consent,
    made_at: now,
    faults: 0,
  }
  await tx
    .insertInto('publishing.push_subscription')
    .values({ province_id: provinceId, endpoint_hash: one.hash, ...values })
    .onConflict((c) => c.columns(['province_id', 'endpoint_hash']).doUpdateSet(values))
    .execute()
}

export async function choiceByHash(db: DbOrTx, provinceId: number, hash: Buffer): Promise<PushChoice | null> {
  const row = await db
    .selectFrom('publishing.push_subscription')
    .select(['topics', 'column_ids as columnIds'])
    .where('province_id', '=', provinceId)
    .where('endpoint_hash', '=', hash)
    .executeTakeFirst()
  return row ? { topics: row.topics, columnIds: row.columnIds.map(Number) } : null
}

/** The browser was given another endpoint; false where the old one is not known. */
export async function moveSubscription(
  tx: Tx,
  provinceId: number,
  from: Buffer,
  to: { hash: Buffer; sealed: Buffer },
): Promise<boolean> {
  const row = await tx
    .updateTable('publishing.push_subscription')
    .set({ endpoint_hash: to.hash, sealed: to.sealed, faults: 0 })
    .where('province_id', '=', provinceId)
    .where('endpoint_hash', '=', from)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteByHash(tx: Tx, provinceId: number, hash: Buffer): Promise<void> {
  await tx
    .deleteFrom('publishing.push_subscription')
    .where('province_id', '=', provinceId)
    .where('endpoint_hash', '=', hash)
    .execute()
}

export async function deleteById(db: DbOrTx, provinceId: number, id: number): Promise<void> {
  await db
    .deleteFrom('publishing.push_subscription')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** Counts refusals in a row and answers with how many there are now. */
export async function countFault(
  db: DbOrTx,
  provinceId: number,
  id: number,
  isFault: boolean,
): Promise<number> {
  const row = await db
    .updateTable('publishing.push_subscription')
    .set((e) => ({ faults: isFault ? e('faults', '+', 1) : 0 }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .$if(!isFault, (q) => q.where('faults', '>', 0))
    .returning('faults')
    .executeTakeFirst()
  return row?.faults ?? 0
}

export async function countSubscriptions(db: DbOrTx, provinceId: number): Promise<number> {
  const { n } = await db
    .selectFrom('publishing.push_subscription')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('province_id', '=', provinceId)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Where somebody has set web push up as a channel, the desk decides text by text. */
export async function hasPushChannel(db: DbOrTx, provinceId: number): Promise<boolean> {
  const row = await db
    .selectFrom('publishing.channel')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('kind', '=', 'webpush')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whom push services may write to about us. */
export async function contactOf(db: DbOrTx, provinceId: number): Promise<string | null> {
  const row = await db
    .selectFrom('publishing.portal')
    .select('contact_email as email')
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
  return row?.email ?? null
}

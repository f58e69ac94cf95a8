import type { Locale } from '../../../lib/actor.ts'
import type { Db, DbOrTx, Tx } from '../../../lib/db/db.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { hashOfAddress, type LinkUse, readLinkKey, sealAddress } from './addresses.ts'
import type { Choice } from './subscription.ts'
import { confirmationToSend } from './subscriptions.jobs.ts'
import * as sql from './subscriptions.sql.ts'
import { texts } from './subscriptions.texts.ts'

/** More letters to confirm than this an address gets in no day, however often somebody asks. */
const mostLettersADay = 3
export const dayMs = 86_400_000
/** How long the link of the first letter works, and an unconfirmed address is kept. */
export const confirmWithin = 2 * dayMs

/**
 * Somebody asked for the newsletter with this address. A letter with a link follows unless the address is confirmed
 * already or has had its letters of today; the answer never tells which, so that nobody learns who subscribed.
 */
export async function askForNewsletter(
  tx: Tx,
  secret: string,
  provinceId: number,
  locale: Locale,
  { address, ...choice }: Choice & { address: string },
  now: Date,
): Promise<void> {
  const hash = hashOfAddress(secret, provinceId, address)
  const already = await sql.countLetters(tx, provinceId, hash, new Date(now.getTime() - dayMs))
  if (already >= mostLettersADay) return
  const id = await sql.saveAsked(tx, provinceId, {
    hash,
    sealed: sealAddress(secret, provinceId, address),
    locale,
    rhythm: choice.rhythm,
    topics: choice.topics,
    columnIds: choice.columns.map(Number).filter(Number.isSafeInteger),
    consent: texts.consent[locale],
    askedAt: now,
  })
  if (id === null) return
  await sql.noteLetter(tx, provinceId, hash, now)
  await queueJob(tx, provinceId, confirmationToSend, { subscriberId: id, askedAt: now.getTime() })
}

export interface LinkOwner extends sql.Subscriber {
  provinceId: number
}

/** Whose link somebody opened; null where it is broken, too old, or the address has been deleted since. */
export async function ownerOfLink(
  db: DbOrTx,
  secret: string,
  use: LinkUse,
  provinceId: number,
  key: string,
  now: Date,
): Promise<LinkOwner | null> {
  const read = readLinkKey(secret, use, key)
  if (read?.provinceId !== provinceId) return null
  if (use === 'confirm' && now.getTime() - read.askedAt > confirmWithin) return null
  const subscriber = await sql.subscriberById(db, provinceId, read.subscriberId)
  if (!subscriber || subscriber.askedAt.getTime() !== read.askedAt) return null
  return { ...subscriber, provinceId }
}

export async function confirmSubscription(tx: Tx, owner: LinkOwner, now: Date): Promise<void> {
  if (owner.state === 'confirmed') return
  await sql.updateSubscriber(tx, owner.provinceId, owner.id, { state: 'confirmed', confirmedAt: now })
}

export async function changeChoice(tx: Tx, owner: LinkOwner, choice: Choice): Promise<void> {
  await sql.updateSubscriber(tx, owner.provinceId, owner.id, {
    rhythm: choice.rhythm,
    topics: choice.topics,
    columnIds: choice.columns.map(Number).filter(Number.isSafeInteger),
  })
}

/** Ends a subscription: the address and all that was kept of it are deleted. */
export async function endSubscription(tx: Tx, owner: LinkOwner): Promise<void> {
  await sql.deleteSubscriber(tx, owner.provinceId, owner.id)
}

/** Forgets who never confirmed. */
export async function forgetUnconfirmed(db: Db, provinceId: number, now: Date): Promise<void> {
  const until = new Date(now.getTime() - confirmWithin)
  await db.transaction().execute((tx) => sql.forgetUnconfirmed(tx, provinceId, until))
}

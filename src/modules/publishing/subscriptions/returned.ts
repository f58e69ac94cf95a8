import type { Config } from '../../../lib/config.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { type Returned, readReturned } from '../../../lib/mail/returned/read-returned.ts'
import { readLinkKey } from './addresses.ts'
import { type LetterOf, readReturnAddress } from './return-address.ts'
import { countReturn, markBad, markReturned, noteReturn, type ReturnOutcome } from './returned.sql.ts'
import { deleteSubscriber, subscriberById } from './subscriptions.sql.ts'

/**
 * Reads one letter that came back and does what follows: no such mailbox, or a complaint, ends the subscription at
 * once; any other failure counts, and three letters in a row (no more than 45 days apart) end it too; a delay changes
 * nothing. Whose it is, only our own signed address or link in it says: a forged report ends nobody's. Handed in twice,
 * it counts once where the issue is known. What is kept of it is a line without address.
 */
export async function takeReturned(
  db: Db,
  config: Pick<Config, 'secret'>,
  provinceId: number,
  raw: Uint8Array,
  now: Date,
): Promise<ReturnOutcome> {
  const returned = await readReturned(raw)
  const of = letterOf(config.secret, returned)
  return db.transaction().execute(async (tx) => {
    const isOurs = of?.provinceId === provinceId
    const outcome = returned.is === 'none' ? 'none' : isOurs ? await settle(tx, of, returned, now) : 'unknown'
    const newsletterId = isOurs && of.newsletterId > 0 ? of.newsletterId : null
    await noteReturn(tx, provinceId, { at: now, outcome, status: returned.status, newsletterId })
    return outcome
  })
}

async function settle(tx: Tx, of: LetterOf, returned: Returned, now: Date): Promise<ReturnOutcome> {
  const { provinceId, subscriberId, newsletterId } = of
  const subscriber = await subscriberById(tx, provinceId, subscriberId)
  if (!subscriber || subscriber.state === 'bad') return 'unknown'
  if (returned.is === 'delay') return 'delay'
  if (returned.is === 'complaint' || subscriber.state === 'asked') {
    await deleteSubscriber(tx, provinceId, subscriberId)
    return returned.is === 'complaint' ? 'complaint' : 'ended'
  }
  const isFirst = newsletterId === 0 || (await markReturned(tx, provinceId, newsletterId, subscriberId))
  if (returned.is === 'gone') {
    await markBad(tx, provinceId, subscriberId, now)
    return 'ended'
  }
  return isFirst && (await countReturn(tx, provinceId, subscriberId, now)) ? 'ended' : 'counted'
}

/** By the address it came back to; else by the link to unsubscribe that stood in its head. */
function letterOf(secret: string, { to, original }: Returned): LetterOf | null {
  const byAddress = readReturnAddress(secret, to)
  if (byAddress) return byAddress
  const key = /\/subscriptions\/ending\?key=([\w-]+\.[\w-]+)/.exec(original.replace(/\r?\n[ \t]+/g, ''))?.[1]
  const owner = key ? readLinkKey(secret, 'own', key) : null
  if (!owner) return null
  const { provinceId, subscriberId } = owner
  const issue = /<issue\.(\d+)\.(\d+)\.(\d+)@/.exec(original)
  const isTheirs = Number(issue?.[1]) === provinceId && Number(issue?.[3]) === subscriberId
  return { provinceId, subscriberId, newsletterId: isTheirs ? Number(issue?.[2]) : 0 }
}

import type { DbOrTx } from '../../../lib/db/db.ts'
import { hide, mac, reveal } from '../../../lib/http/seal.ts'
import type { Variant } from '../channels/variant.ts'
import { personOfRef } from './conversation.ts'
import { type SealedPerson, selectPerson } from './conversations.sql.ts'

/** A hash by which a person is found again; without SECRET nobody can try names against it. */
export function markOf(key: string, channelId: number, user: string): Buffer {
  return mac(key, 'zalo person', `${channelId}.${user}`)
}

export function sealUser(key: string, mark: Buffer, user: string): Buffer {
  return hide(key, { purpose: 'zalo user', of: mark.toString('hex') }, user)
}

function userOf(key: string, { mark, sealed }: SealedPerson): string | null {
  return reveal(key, { purpose: 'zalo user', of: mark.toString('hex') }, sealed)
}

/**
 * The variant as it is sent: the account's name for a person, and their newest word, in the place of our number. A
 * person who was erased meanwhile, or whose secret does not open, gets nothing: the recipient is missing then.
 */
export async function withRecipient(
  db: DbOrTx,
  key: string,
  provinceId: number,
  channelId: number,
  variant: Variant,
): Promise<Variant> {
  const id = personOfRef(variant.recipient?.userId ?? '')
  if (id === null) return variant
  const person = await selectPerson(db, provinceId, { id })
  const user = person?.channelId === channelId ? userOf(key, person) : null
  const { recipient: _, ...rest } = variant
  if (!person || user === null) return rest
  return { ...rest, recipient: { userId: user, lastWroteAt: person.lastWroteAt.toISOString() } }
}

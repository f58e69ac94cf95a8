import { hide, mac, reveal, seal, unseal } from '../../../lib/http/seal.ts'

/** Finds an address again without holding it: HMAC under a key of SECRET, another one for each province. */
export function hashOfAddress(secret: string, provinceId: number, address: string): Buffer {
  return mac(secret, 'subscriber address', `${provinceId} ${address.trim().toLowerCase()}`)
}

/** An address as it lies in the database, bound to its province. */
export function sealAddress(secret: string, provinceId: number, address: string): Buffer {
  return hide(secret, { purpose: 'subscriber sealed', of: String(provinceId) }, address)
}

/** Null when it does not open: the program's SECRET has changed. */
export function openAddress(secret: string, provinceId: number, sealed: Buffer): string | null {
  return reveal(secret, { purpose: 'subscriber sealed', of: String(provinceId) }, sealed)
}

/** What a link in a letter may do: confirm the subscription (for two days), or change and end it (for good). */
export type LinkUse = 'confirm' | 'own'

export function linkKey(
  secret: string,
  use: LinkUse,
  of: { provinceId: number; subscriberId: number; askedAt: Date },
): string {
  return seal(secret, `subscriber ${use}`, `${of.provinceId}.${of.subscriberId}.${of.askedAt.getTime()}`)
}

/** Whose link it is; null where the seal is broken. The moment of asking is compared by the caller. */
export function readLinkKey(
  secret: string,
  use: LinkUse,
  key: string,
): { provinceId: number; subscriberId: number; askedAt: number } | null {
  const text = unseal(secret, `subscriber ${use}`, key)
  const [provinceId, subscriberId, askedAt] = (text ?? '').split('.').map(Number)
  if (!text || !provinceId || !subscriberId || !askedAt) return null
  return { provinceId, subscriberId, askedAt }
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyFor, mac, seal, unseal } from '../../../lib/http/seal.ts'

/** Finds an address again without holding it: HMAC under a key of SECRET, another one for each province. */
export function hashOfAddress(secret: string, provinceId: number, address: string): Buffer {
  return mac(secret, 'subscriber address', `${provinceId} ${address.trim().toLowerCase()}`)
}

/** An address as it lies in the database: AES-256-GCM, bound to its province. */
export function sealAddress(secret: string, provinceId: number, address: string): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, 'subscriber sealed'), iv)
  cipher.setAAD(Buffer.from(String(provinceId)))
  const body = Buffer.concat([cipher.update(address), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** Null when it does not open: the program's SECRET has changed. */
export function openAddress(secret: string, provinceId: number, sealed: Buffer): string | null {
  try {
    const decipher = createDecipheriv(
      'aes-256-gcm',
      keyFor(secret, 'subscriber sealed'),
      sealed.subarray(0, 12),
    )
    decipher.setAAD(Buffer.from(String(provinceId)))
    decipher.setAuthTag(sealed.subarray(12, 28))
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString()
  } catch {
    return null
  }
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

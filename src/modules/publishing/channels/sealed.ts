import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyFor } from '../../../lib/http/seal.ts'

/** Which channel a secret belongs to; a secret copied to another channel's row does not open. */
export interface SecretOf {
  provinceId: number
  channelId: number
}

/** Tokens and keys of a channel, as they lie in the database: AES-256-GCM, bound to the channel. */
export function sealSecret(key: string, of: SecretOf, secret: object): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(key, 'channel secret'), iv)
  cipher.setAAD(Buffer.from(`${of.provinceId}.${of.channelId}`))
  const body = Buffer.concat([cipher.update(JSON.stringify(secret)), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** Null when it does not open: the program's SECRET has changed, or the row was tampered with. */
export function openSecret(key: string, of: SecretOf, sealed: Buffer | null): Record<string, string> | null {
  if (!sealed) return {}
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(key, 'channel secret'), sealed.subarray(0, 12))
    decipher.setAAD(Buffer.from(`${of.provinceId}.${of.channelId}`))
    decipher.setAuthTag(sealed.subarray(12, 28))
    const text = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString()
    return JSON.parse(text) as Record<string, string>
  } catch {
    return null
  }
}

import { hide, reveal } from '../../../lib/http/seal.ts'

/** Which channel a secret belongs to; a secret copied to another channel's row does not open. */
export interface SecretOf {
  provinceId: number
  channelId: number
}

/** Tokens and keys of a channel, as they lie in the database. */
export function sealSecret(key: string, of: SecretOf, secret: object): Buffer {
  return hide(key, place(of), JSON.stringify(secret))
}

/** Null when it does not open: the program's SECRET has changed, or the row was tampered with. */
export function openSecret(key: string, of: SecretOf, sealed: Buffer | null): Record<string, string> | null {
  if (!sealed) return {}
  const text = reveal(key, place(of), sealed)
  return text === null ? null : (JSON.parse(text) as Record<string, string>)
}

function place({ provinceId, channelId }: SecretOf) {
  return { purpose: 'channel secret', of: `${provinceId}.${channelId}` }
}

import { createHash } from 'node:crypto'
import { sameBytes } from '../../../lib/http/seal.ts'

/**
 * The header X-ZEvent-Signature: 'mac=' and sha256(app id + the body as it came + its timestamp + the OA Secret Key), hex.
 * As several receivers had it in 2026; Zalo's own page could not be opened: UNVERIFIED. That it is no HMAC is theirs.
 */
export function signatureOf(appId: string, body: string, timestamp: string, secret: string): string {
  return createHash('sha256').update(`${appId}${body}${timestamp}${secret}`, 'utf8').digest('hex')
}

export function fitsSignature(
  header: string | undefined,
  signed: { appId: string; body: string; timestamp: string; secret: string },
): boolean {
  const given = (header ?? '').trim().replace(/^mac=/i, '').toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(given) || signed.secret === '') return false
  const { appId, body, timestamp, secret } = signed
  return sameBytes(Buffer.from(given, 'hex'), Buffer.from(signatureOf(appId, body, timestamp, secret), 'hex'))
}

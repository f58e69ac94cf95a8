import { randomBytes } from 'node:crypto'
import { mac, sameBytes } from './seal.ts'

/**
 * The token that a form must bring back, bound to the session cookie (or, before signing in, to a cookie made
 * for it). Masked anew for each page, so that compressing the page beside text of an attacker's choice
 * tells nothing about it (BREACH).
 */
export function csrfToken(secret: string, binding: string): string {
  const mask = randomBytes(16)
  return Buffer.concat([mask, xor(mask, proof(secret, binding))]).toString('base64url')
}

export function csrfFits(secret: string, binding: string, token: string | undefined): boolean {
  const bytes = Buffer.from(token ?? '', 'base64url')
  return (
    bytes.length === 32 && sameBytes(xor(bytes.subarray(0, 16), bytes.subarray(16)), proof(secret, binding))
  )
}

/**
 * The second check, by what the browser says of the page that sent the form. Old phones say nothing: that is
 * no fault. A foreign origin is.
 */
export function isForeign(headers: Headers, host: string | undefined): boolean {
  const site = headers.get('sec-fetch-site')
  if (site === 'cross-site' || site === 'same-site') return true
  const origin = headers.get('origin')
  if (!origin || site === 'same-origin') return false
  return origin === 'null' ? false : URL.parse(origin)?.host !== host
}

function proof(secret: string, binding: string): Buffer {
  return mac(secret, 'csrf', binding).subarray(0, 16)
}

function xor(a: Uint8Array, b: Uint8Array): Buffer {
  return Buffer.from(a.map((byte, i) => byte ^ (b[i] ?? 0)))
}

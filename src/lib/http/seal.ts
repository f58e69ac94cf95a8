import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

const keys = new Map<string, Buffer>()

/** A key of 32 bytes for one purpose, derived from SECRET: a seal made for one thing never opens another. */
export function keyFor(secret: string, purpose: string): Buffer {
  const name = `${purpose}\0${secret}`
  let key = keys.get(name)
  if (!key) {
    key = Buffer.from(hkdfSync('sha256', secret, 'chungtay', purpose, 32))
    keys.set(name, key)
  }
  return key
}

export function mac(secret: string, purpose: string, text: string): Buffer {
  return createHmac('sha256', keyFor(secret, purpose)).update(text).digest()
}

/** `text` readable by anyone but not changeable: 'base64url.base64url'. */
export function seal(secret: string, purpose: string, text: string): string {
  const body = Buffer.from(text).toString('base64url')
  return `${body}.${mac(secret, purpose, body).toString('base64url')}`
}

/** The text that was sealed for this purpose, or null when the seal is broken. */
export function unseal(secret: string, purpose: string, sealed: string): string | null {
  const [body = '', sign = ''] = sealed.split('.')
  return sameBytes(mac(secret, purpose, body), Buffer.from(sign, 'base64url'))
    ? Buffer.from(body, 'base64url').toString()
    : null
}

/** Where something hidden belongs and for what: it opens nowhere else. */
export interface Hidden {
  purpose: string
  /** The row it lies in: '1.42'. */
  of: string
}

/** `text` as it may lie in the database, readable to nobody without SECRET: AES-256-GCM. */
export function hide(secret: string, { purpose, of }: Hidden, text: string): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), iv)
  cipher.setAAD(Buffer.from(of))
  const body = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** What was hidden; null when it does not open: SECRET has changed, or the row was tampered with. */
export function reveal(secret: string, { purpose, of }: Hidden, hidden: Buffer): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), hidden.subarray(0, 12))
    decipher.setAAD(Buffer.from(of))
    decipher.setAuthTag(hidden.subarray(12, 28))
    return Buffer.concat([decipher.update(hidden.subarray(28)), decipher.final()]).toString()
  } catch {
    return null
  }
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** What a browser gives with its subscription, decoded: its public key (65 bytes, P-256) and a secret (16 bytes). */
export interface PushKeys {
  p256dh: Buffer
  auth: Buffer
}

/** Drawn anew for every message; given only where a test repeats the example of the RFC. */
interface Drawn {
  salt: Buffer
  privateKey: Buffer
}

const recordSize = 4096
/** Of 4096 bytes: header 86, mark of the last record 1, tag 16 (RFC 8291 section 4). */
export const mostBytes = 3993

/**
 * A message that only one browser can read, however many servers it passes: `aes128gcm` in one record (RFC 8188) under
 * keys agreed as in RFC 8291. Throws a RangeError for more than {@link mostBytes}, an Error for a key that is no point
 * of the curve.
 */
export function encryptPush(text: string, keys: PushKeys, drawn?: Drawn): Buffer {
  const plain = Buffer.from(text)
  if (plain.length > mostBytes) throw new RangeError(`${plain.length} bytes are too many for a push message`)
  const ours = createECDH('prime256v1')
  if (drawn) ours.setPrivateKey(drawn.privateKey)
  else ours.generateKeys()
  const salt = drawn?.salt ?? randomBytes(16)
  const ourPublic = ours.getPublicKey()
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), keys.p256dh, ourPublic])
  const keyMaterial = derive(ours.computeSecret(keys.p256dh), keys.auth, about, 32)
  const contentKey = derive(keyMaterial, salt, 'Content-Encoding: aes128gcm\0', 16)
  const nonce = derive(keyMaterial, salt, 'Content-Encoding: nonce\0', 12)
  const cipher = createCipheriv('aes-128-gcm', contentKey, nonce)
  // 2 ends the last record; what would follow it is padding.
  const body = Buffer.concat([cipher.update(plain), cipher.update(Buffer.from([2])), cipher.final()])
  const header = Buffer.alloc(21)
  salt.copy(header)
  header.writeUInt32BE(recordSize, 16)
  header.writeUInt8(ourPublic.length, 20)
  return Buffer.concat([header, ourPublic, body, cipher.getAuthTag()])
}

function derive(key: Buffer, salt: Buffer, about: string | Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, about, length))
}

/** Both keys of a subscription in the form browsers give them, or null where they cannot be such. */
export function readPushKeys(p256dh: string, auth: string): PushKeys | null {
  const keys = { p256dh: Buffer.from(p256dh, 'base64url'), auth: Buffer.from(auth, 'base64url') }
  if (keys.p256dh.length !== 65 || keys.auth.length !== 16) return null
  try {
    const probe = createECDH('prime256v1')
    probe.generateKeys()
    probe.computeSecret(keys.p256dh)
    return keys
  } catch {
    return null
  }
}

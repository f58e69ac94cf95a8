import { createDecipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from 'node:crypto'
import type { PushKeys } from './encrypt.ts'

/** The two halves of what a browser makes when it subscribes. */
export interface BrowserKeys {
  keys: PushKeys
  ecdh: ECDH
}

export function newBrowserKeys(): BrowserKeys {
  const ecdh = createECDH('prime256v1')
  ecdh.generateKeys()
  return { ecdh, keys: { p256dh: ecdh.getPublicKey(), auth: randomBytes(16) } }
}

/** What a browser does with the bytes it is handed (RFC 8291 section 3, RFC 8188). Throws when they are not for it. */
export function decryptPush(body: Buffer, { keys, ecdh }: BrowserKeys): string {
  const salt = body.subarray(0, 16)
  const idLength = body.readUInt8(20)
  const sender = body.subarray(21, 21 + idLength)
  const record = body.subarray(21 + idLength)
  if (body.readUInt32BE(16) !== 4096 || record.length > 4096) throw new Error('not one record of 4096')
  const hkdf = (key: Buffer, s: Buffer, about: Buffer, n: number) =>
    Buffer.from(hkdfSync('sha256', key, s, about, n))
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), keys.p256dh, sender])
  const material = hkdf(ecdh.computeSecret(sender), keys.auth, about, 32)
  const key = hkdf(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = hkdf(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(record.subarray(-16))
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  const end = padded.findLastIndex((byte) => byte !== 0)
  if (padded[end] !== 2) throw new Error('the last record is not ended')
  return padded.subarray(0, end).toString()
}

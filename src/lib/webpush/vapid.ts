import { createECDH, createPrivateKey, sign } from 'node:crypto'

/** The pair by which push services know us (RFC 8292), P-256: 65 and 32 bytes. */
export interface VapidPair {
  publicKey: Buffer
  privateKey: Buffer
}

export function newVapidPair(): VapidPair {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const privateKey = pair.getPrivateKey()
  return {
    publicKey: pair.getPublicKey(),
    // Leading zeros are dropped by Node.
    privateKey: Buffer.concat([Buffer.alloc(32 - privateKey.length), privateKey]),
  }
}

/** Services take no token that lasts longer than a day. */
const lastsSeconds = 12 * 3600

/**
 * The header `Authorization` for one push service. `contact`: whom its people write to when something is wrong,
 * 'mailto:…' or 'https://…'.
 */
export function vapidHeader(pair: VapidPair, endpoint: string, contact: string, now: Date): string {
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(now.getTime() / 1000) + lastsSeconds,
    sub: contact,
  }
  const signed = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`
  const signature = sign('sha256', Buffer.from(signed), { key: keyOf(pair), dsaEncoding: 'ieee-p1363' })
  return `vapid t=${signed}.${signature.toString('base64url')}, k=${pair.publicKey.toString('base64url')}`
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function keyOf({ publicKey, privateKey }: VapidPair) {
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    d: privateKey.toString('base64url'),
    x: publicKey.subarray(1, 33).toString('base64url'),
    y: publicKey.subarray(33).toString('base64url'),
  }
  return createPrivateKey({ key: jwk, format: 'jwk' })
}

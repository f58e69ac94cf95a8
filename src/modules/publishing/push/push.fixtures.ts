import { createPublicKey, verify } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type BrowserKeys, decryptPush, newBrowserKeys } from '../../../lib/webpush/webpush.fixtures.ts'

export interface Shown {
  endpoint: string
  topic: string
  ttl: number
  /** What the browser reads out of it. */
  text: string
}

/** A push service that does what RFC 8030 and 8292 ask: it verifies who sends, and hands on what it cannot read. */
export interface FakePushService {
  base: string
  /** A browser that subscribed: its endpoint and keys, as a form sends them. */
  subscribe(name: string): { endpoint: string; p256dh: string; auth: string }
  /** What arrived at browsers. */
  shown: Shown[]
  /** How the next calls to this browser are answered; then 201 again. */
  answers(name: string, ...how: { status: number; headers?: Record<string, string> }[]): void
  /** Calls that were refused because the sender is not proven. */
  unproven: string[]
  close(): Promise<void>
}

/** `publicKey`: the key under which browsers subscribed, base64url. */
export async function fakePushService(publicKey: () => string): Promise<FakePushService> {
  const browsers = new Map<string, BrowserKeys>()
  const next = new Map<string, { status: number; headers?: Record<string, string> }[]>()
  const shown: Shown[] = []
  const unproven: string[] = []
  let base = ''
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const endpoint = base + (req.url ?? '')
      const fault = faultOf(req.headers.authorization ?? '', base, publicKey())
      if (fault) unproven.push(fault)
      const keys = browsers.get(endpoint)
      const how = fault ? { status: 403 } : keys ? next.get(endpoint)?.shift() : { status: 404 }
      if (how) {
        res.writeHead(how.status, 'headers' in how ? how.headers : {}).end()
        return
      }
      const { topic, ttl } = req.headers
      if (req.headers['content-encoding'] !== 'aes128gcm' || ttl === undefined) {
        res.writeHead(400).end()
        return
      }
      const text = decryptPush(Buffer.concat(chunks), keys as BrowserKeys)
      shown.push({ endpoint, topic: String(topic), ttl: Number(ttl), text })
      res.writeHead(201, { location: `${base}/m/${shown.length}` }).end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    base,
    shown,
    unproven,
    subscribe(name) {
      const made = newBrowserKeys()
      browsers.set(`${base}/p/${name}`, made)
      const { p256dh, auth } = made.keys
      return {
        endpoint: `${base}/p/${name}`,
        p256dh: p256dh.toString('base64url'),
        auth: auth.toString('base64url'),
      }
    },
    answers: (name, ...how) => void next.set(`${base}/p/${name}`, how),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

function faultOf(header: string, origin: string, publicKey: string): string | null {
  const [, head = '', claims = '', sign = '', k = ''] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), ?k=([\w-]+)$/.exec(header) ?? []
  if (k !== publicKey) return 'another key than that of the subscription'
  const point = Buffer.from(k, 'base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const key = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(sign, 'base64url')))
    return 'a wrong signature'
  const { aud, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, string>
  if (aud !== origin) return `meant for ${aud}`
  return /^(mailto:|https?:)/.test(sub ?? '') ? null : 'no contact'
}

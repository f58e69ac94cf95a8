import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { graph } from './fake-graph.fixtures.ts'
import { type FakeServices, freshTokens, hookKey, say, write } from './fake-moods.fixtures.ts'
import { oauth, zalo } from './fake-zalo.fixtures.ts'

/** Behaves as Zalo's Official Account API, the Graph API of a page and a receiver of webhooks, at /zalo, /graph, /hook. */
export async function fakeServices(): Promise<FakeServices> {
  const fake: FakeServices = {
    base: '',
    bases: { zaloApi: '', zaloOauth: '', graph: '' },
    ledger: [],
    moods: [],
    usual: () => 'good',
    requests: [],
    tokens: freshTokens(''),
    accounts: new Map(),
    processing: { left: 0 },
    debug: null,
    usage: {},
    fetchPicture: null,
    pictures: [],
    pictureMost: 1_000_000,
    contacts: null,
    clock: () => new Date(),
    latencyMs: () => 0,
    close: async () => {},
  }
  const server = createServer((request, response) => {
    void take(fake, request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  fake.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  fake.bases = { zaloApi: `${fake.base}/zalo`, zaloOauth: `${fake.base}/oauth`, graph: `${fake.base}/graph` }
  fake.close = () => closed(server)
  return fake
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((done) => server.close(() => done()))
}

async function take(
  fake: FakeServices,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<unknown> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer)
  } catch {
    return null
  }
  const whole = Buffer.concat(chunks)
  const body = whole.toString()
  const path = request.url ?? ''
  fake.requests.push({ method: request.method ?? '', path, headers: request.headers, body })
  if (fake.requests.length > 5_000) fake.requests.splice(0, 2_500)
  const wait = fake.latencyMs()
  if (wait > 0) await new Promise((r) => setTimeout(r, wait))
  const url = new URL(path, fake.base)
  if (path.startsWith('/oauth/')) return oauth(fake, request, body, response)
  if (path.startsWith('/zalo/')) return zalo(fake, request, url, whole, response)
  if (path.startsWith('/graph/')) return graph(fake, request, url, body, response)
  return hook(fake, request, body, response)
}

function hook(fake: FakeServices, request: IncomingMessage, body: string, response: ServerResponse): unknown {
  const sign = String(request.headers['x-chungtay-signature'])
  const [, at = '', v1 = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(sign) ?? []
  if (createHmac('sha256', hookKey).update(`${at}.${body}`).digest('hex') !== v1)
    return say(response, 401, { error: 'signature' })
  const id = String(request.headers['idempotency-key'])
  return write(
    fake,
    response,
    () => {
      const known = fake.ledger.some((p) => p.service === 'webhook' && p.id === id)
      const title = JSON.parse(body).title ?? ''
      if (!known)
        fake.ledger.push({ service: 'webhook', id, words: body, title, account: '', at: Date.now() })
      return { id: `r-${id}` }
    },
    { limit: [429, {}, { 'retry-after': '11' }], expired: [401, {}], refused: [422, { error: 'no' }] },
  )
}

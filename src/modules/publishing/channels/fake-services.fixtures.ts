import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ServiceBases } from './adapters/adapter.ts'

/**
 * How the service takes its next write: as documented; doing it and then failing to say so; or failing before. What it
 * has done stands in `ledger`, which is the truth that tests compare with.
 */
export type Mood =
  | 'good'
  | 'done-then-silent'
  | 'done-then-cut'
  | 'done-then-500'
  | 'done-then-garbage'
  | 'done-then-half'
  | 'silent'
  | '500'
  | 'limit'
  | 'expired'
  | 'refused'
  | 'redirect-inside'

export interface Post {
  service: 'zalo' | 'zalo-notice' | 'zalo-advice' | 'facebook' | 'webhook'
  id: string
  words: string
  title: string
  at: number
  /** The account or page it belongs to. */
  account: string
}

export interface FakeServices {
  base: string
  bases: ServiceBases
  ledger: Post[]
  /** Taken one by one by writes; when empty, `usual`. */
  moods: Mood[]
  usual: () => Mood
  requests: { method: string; path: string; headers: IncomingMessage['headers']; body: string }[]
  tokens: { access: string; refresh: string; spent: Set<string>; exchanges: number }
  /** How often verify answers that it is still working. */
  processing: { left: number }
  latencyMs: () => number
  close: () => Promise<void>
}

export const fakeApp = { appId: '1234567890', appSecret: 'app secret of the tests' }
export const pageToken = 'page token of the tests'
export const hookKey = 'key of the webhook of the tests'

/** Behaves as Zalo's Official Account API, the Graph API of a page and a receiver of webhooks, at /zalo, /graph, /hook. */
export async function fakeServices(): Promise<FakeServices> {
  const fake: FakeServices = {
    base: '',
    bases: { zaloApi: '', zaloOauth: '', graph: '' },
    ledger: [],
    moods: [],
    usual: () => 'good',
    requests: [],
    tokens: { access: 'access-0', refresh: 'refresh-0', spent: new Set(), exchanges: 0 },
    processing: { left: 0 },
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
  const body = Buffer.concat(chunks).toString()
  const path = request.url ?? ''
  fake.requests.push({ method: request.method ?? '', path, headers: request.headers, body })
  if (fake.requests.length > 5_000) fake.requests.splice(0, 2_500)
  const wait = fake.latencyMs()
  if (wait > 0) await new Promise((r) => setTimeout(r, wait))
  const url = new URL(path, fake.base)
  if (path.startsWith('/oauth/')) return oauth(fake, request, body, response)
  if (path.startsWith('/zalo/')) return zalo(fake, request, url, body, response)
  if (path.startsWith('/graph/')) return graph(fake, request, url, body, response)
  return hook(fake, request, body, response)
}

function say(response: ServerResponse, status: number, json: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(JSON.stringify(json))
}

/** Does a write in the mood of the moment. `errors` are what the service itself says. */
function write(
  fake: FakeServices,
  response: ServerResponse,
  doIt: () => unknown,
  errors: Record<'limit' | 'expired' | 'refused', [number, unknown, Record<string, string>?]>,
): unknown {
  const mood = fake.moods.shift() ?? fake.usual()
  if (mood === 'limit' || mood === 'expired' || mood === 'refused') return say(response, ...errors[mood])
  if (mood === 'silent') return null
  if (mood === '500') return response.writeHead(502).end('<html>Bad gateway</html>')
  if (mood === 'redirect-inside')
    return response.writeHead(307, { location: 'http://169.254.169.254/latest/meta-data' }).end()
  const answer = doIt()
  if (mood === 'done-then-silent') return null
  if (mood === 'done-then-cut') return response.socket?.destroy()
  if (mood === 'done-then-500') return response.writeHead(500).end('oops')
  if (mood === 'done-then-garbage') return response.writeHead(200).end('<html>ok?</html>')
  if (mood === 'done-then-half') {
    response.writeHead(200, { 'content-length': '4000' })
    return response.write('{"id":')
  }
  return say(response, 200, answer)
}

let ids = 0
function newId(): string {
  ids += 1
  return createHash('sha256').update(`${ids}`).digest('hex').slice(0, 18)
}

function oauth(
  fake: FakeServices,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
): unknown {
  const form = new URLSearchParams(body)
  const { tokens } = fake
  const given = form.get('refresh_token') ?? ''
  const wrongApp = request.headers['secret_key'] !== fakeApp.appSecret || form.get('app_id') !== fakeApp.appId
  const byCode = form.get('grant_type') === 'authorization_code'
  const refusal = {
    error: -14014,
    error_name: 'Invalid refresh token.',
    error_description: 'Refresh token is used',
  }
  if (wrongApp) return say(response, 200, { error: -14002, error_name: 'Invalid app id' })
  if (!byCode && (given !== tokens.refresh || tokens.spent.has(given))) return say(response, 200, refusal)
  return write(
    fake,
    response,
    () => {
      tokens.spent.add(given)
      tokens.exchanges += 1
      tokens.access = `access-${tokens.exchanges}`
      tokens.refresh = `refresh-${tokens.exchanges}`
      return { access_token: tokens.access, refresh_token: tokens.refresh, expires_in: '90000' }
    },
    { limit: [200, { error: -32 }], expired: [200, refusal], refused: [200, refusal] },
  )
}

function zalo(
  fake: FakeServices,
  request: IncomingMessage,
  url: URL,
  body: string,
  response: ServerResponse,
): unknown {
  const expired = { error: -216, message: 'Access token is invalid' }
  // A token of the form 'access@account' belongs to one of several accounts.
  const [access, account = ''] = String(request.headers['access_token']).split('@')
  if (access !== fake.tokens.access) return say(response, 200, expired)
  const path = url.pathname.replace('/zalo', '')
  const errors = {
    limit: [200, { error: -32, message: 'Your application reached limit call api' }],
    expired: [200, expired],
    refused: [200, { error: -201, message: 'title allow 1 to 150 characters' }],
  } satisfies Parameters<typeof write>[3]
  const done = (post: Omit<Post, 'at' | 'id' | 'account'>, id = newId()) => {
    fake.ledger.push({ ...post, id, account, at: Date.now() })
    return id
  }
  if (path === '/v2.0/oa/getoa') return say(response, 200, { error: 0, data: { name: 'OA An Hòa' } })
  if (path === '/v2.0/article/getslice') {
    const [offset, limit] = [Number(url.searchParams.get('offset')), Number(url.searchParams.get('limit'))]
    if (limit > 10) return say(response, 200, { error: -201, message: 'maximum limit is 10' })
    const medias = articles(fake, account)
      .toReversed()
      .slice(offset, offset + limit)
      .map((p) => ({
        id: p.id,
        title: p.title,
        create_date: p.at,
        link_view: `https://rd.zapps.vn/detail/${p.id}`,
      }))
    return say(response, 200, { error: 0, data: { medias, total: articles(fake, account).length } })
  }
  if (path === '/v2.0/article/getdetail') {
    const post = fake.ledger.find((p) => p.id === url.searchParams.get('id'))
    return say(response, 200, {
      error: 0,
      data: { id: post?.id, body: [{ type: 'text', content: post?.words ?? '' }] },
    })
  }
  const json = JSON.parse(body || '{}') as Record<string, never>
  if (path === '/v2.0/article/verify') {
    if (fake.processing.left-- > 0)
      return say(response, 200, { error: -200, message: 'Media is being processed' })
    return write(fake, response, () => ({ error: 0, data: { id: String(json['token']).slice(2) } }), errors)
  }
  if (path === '/v2.0/article/create') {
    const { title, body: parts } = json as unknown as { title: string; body: { content: string }[] }
    const post = { service: 'zalo', title, words: parts[0]?.content ?? '' } as const
    return write(fake, response, () => ({ error: 0, data: { token: `t-${done(post)}` } }), errors)
  }
  if (path === '/v2.0/oa/message' || path === '/v3.0/oa/message/cs') {
    const service = path.startsWith('/v3') ? ('zalo-advice' as const) : ('zalo-notice' as const)
    const post = { service, title: '', words: JSON.stringify(json['message']) }
    return write(fake, response, () => ({ error: 0, data: { message_id: done(post) } }), errors)
  }
  return say(response, 404, { error: 404 })
}

function articles(fake: FakeServices, account: string): Post[] {
  return fake.ledger.filter((p) => p.service === 'zalo' && p.account === account)
}

function graph(
  fake: FakeServices,
  request: IncomingMessage,
  url: URL,
  body: string,
  response: ServerResponse,
): unknown {
  const error = (code: number, message: string) => ({
    error: { message, type: 'OAuthException', code, fbtrace_id: 'A' },
  })
  if (request.headers['authorization'] !== `Bearer ${pageToken}`)
    return say(response, 400, error(190, 'Error validating access token: session has expired'))
  const errors = {
    limit: [
      400,
      error(32, 'Page request limit reached'),
      { 'x-business-use-case-usage': '{"1":[{"estimated_time_to_regain_access":19}]}' },
    ],
    expired: [400, error(190, 'Error validating access token: session has expired')],
    refused: [400, error(100, 'Invalid parameter')],
  } satisfies Parameters<typeof write>[3]
  const page = url.pathname.split('/')[3] ?? ''
  if (url.pathname.endsWith('/published_posts')) {
    const since = Number(url.searchParams.get('since')) * 1000
    const after = Number(url.searchParams.get('after') ?? 0)
    const all = fake.ledger
      .filter((p) => p.service === 'facebook' && p.account === page && p.at >= since)
      .toReversed()
    const data = all.slice(after, after + 25).map((p) => ({
      id: p.id,
      message: p.words,
      permalink_url: `https://www.facebook.com/p/${p.id}`,
    }))
    url.searchParams.set('after', String(after + 25))
    const more = all.length > after + 25 ? { paging: { next: url.href } } : {}
    return say(response, 200, { data, ...more })
  }
  const form = new URLSearchParams(body)
  if (url.pathname.endsWith('/photos'))
    return write(fake, response, () => ({ id: `photo-${newId()}` }), errors)
  if (url.pathname.endsWith('/feed'))
    return write(
      fake,
      response,
      () => {
        const id = `77_${newId()}`
        fake.ledger.push({
          service: 'facebook',
          id,
          words: form.get('message') ?? '',
          title: '',
          account: page,
          at: Date.now(),
        })
        return { id }
      },
      errors,
    )
  return say(response, 200, { id: '77', name: 'Trang CCHC An Hòa' })
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
      if (!known)
        fake.ledger.push({
          service: 'webhook',
          id,
          words: body,
          title: JSON.parse(body).title ?? '',
          account: '',
          at: Date.now(),
        })
      return { id: `r-${id}` }
    },
    { limit: [429, {}, { 'retry-after': '11' }], expired: [401, {}], refused: [422, { error: 'no' }] },
  )
}

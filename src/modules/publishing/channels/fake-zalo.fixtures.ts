import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type FakeServices,
  fakeApp,
  newId,
  type Post,
  type Says,
  say,
  takesAll,
  takesPicture,
  tokensOf,
  write,
} from './fake-moods.fixtures.ts'

type Errors = Record<'limit' | 'expired' | 'refused', Says>
const expired = { error: -216, message: 'Access token is invalid' }
const errors: Errors = {
  limit: [200, { error: -32, message: 'Your application reached limit call api' }],
  expired: [200, expired],
  refused: [200, { error: -201, message: 'title allow 1 to 150 characters' }],
}
const refusal = {
  error: -14014,
  error_name: 'Invalid refresh token.',
  error_description: 'Refresh token is used',
}

/** Exchanges a code, or a refresh token once. */
export function oauth(
  fake: FakeServices,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
): unknown {
  const form = new URLSearchParams(body)
  const given = form.get('refresh_token') ?? ''
  const account = given.split('@')[1] ?? ''
  const tokens = tokensOf(fake, account)
  const wrongApp = request.headers['secret_key'] !== fakeApp.appSecret || form.get('app_id') !== fakeApp.appId
  const byCode = form.get('grant_type') === 'authorization_code'
  if (wrongApp) return say(response, 200, { error: -14002, error_name: 'Invalid app id' })
  if (!byCode && (given !== tokens.refresh || tokens.spent.has(given))) return say(response, 200, refusal)
  const exchange = () => {
    const at = account && `@${account}`
    tokens.spent.add(given)
    tokens.exchanges += 1
    tokens.access = `access-${tokens.exchanges}${at}`
    tokens.refresh = `refresh-${tokens.exchanges}${at}`
    return { access_token: tokens.access, refresh_token: tokens.refresh, expires_in: '90000' }
  }
  return write(fake, response, exchange, {
    limit: [200, { error: -32 }],
    expired: [200, refusal],
    refused: [200, refusal],
  })
}

export async function zalo(
  fake: FakeServices,
  request: IncomingMessage,
  url: URL,
  whole: Buffer,
  response: ServerResponse,
): Promise<unknown> {
  const body = whole.toString()
  const access = String(request.headers['access_token'])
  const account = access.split('@')[1] ?? ''
  if (access !== tokensOf(fake, account).access) return say(response, 200, expired)
  const path = url.pathname.replace('/zalo', '')
  if (path === '/v2.0/oa/getoa') return say(response, 200, { error: 0, data: { name: 'OA An Hòa' } })
  if (path === '/v2.0/article/getslice' || path === '/v2.0/article/getdetail')
    return read(fake, account, path, url, response)
  const done = (post: Omit<Post, 'at' | 'id' | 'account'>, id = newId()) => {
    fake.ledger.push({ ...post, id, account, at: Date.now() })
    return id
  }
  const doIt = (data: () => object) => write(fake, response, () => ({ error: 0, data: data() }), errors)
  if (path === '/v2.0/oa/upload/image' && !takesPicture(fake, uploaded(whole)))
    return say(response, 200, { error: -210, message: 'File size exceeds the limit or type is not allowed' })
  if (path === '/v2.0/oa/upload/image') return doIt(() => ({ attachment_id: `attached-${newId()}` }))
  const json = JSON.parse(body || '{}') as Record<string, never>
  if (path === '/v2.0/article/verify') {
    if (fake.processing.left-- > 0)
      return say(response, 200, { error: -214, message: 'Article is being processed' })
    return doIt(() => ({ id: String(json['token']).slice(2) }))
  }
  if (path === '/v2.0/article/create') {
    const { title, body: parts, cover } = json as unknown as Article
    const addresses = [cover, ...parts].flatMap((one) => one.photo_url ?? one.url ?? [])
    if (!(await takesAll(fake, addresses)))
      return say(response, 200, { error: -201, message: 'cover is invalid' })
    const post = { service: 'zalo', title, words: parts[0]?.content ?? '' } as const
    return doIt(() => ({ token: `t-${done(post)}` }))
  }
  const service = messages[path]
  if (!service) return say(response, 404, { error: 404 })
  if (path === '/v3.0/oa/message/cs' && isLate(fake, json['recipient'] as { user_id?: string } | undefined))
    return say(response, 200, { error: -230, message: 'User has not interacted with the OA in the past' })
  const words = JSON.stringify(json['message'] ?? json)
  return doIt(() => ({ message_id: done({ service, title: '', words }) }))
}

interface Article {
  title: string
  cover: { photo_url?: string; url?: string }
  body: { content?: string; photo_url?: string; url?: string }[]
}

/** Free of charge for 48 hours after a person's last word; this account pays for nothing later. */
function isLate(fake: FakeServices, recipient: { user_id?: string } | undefined): boolean {
  if (!fake.contacts) return false
  const last = fake.contacts.get(recipient?.user_id ?? '')
  return !last || fake.clock().getTime() - last.getTime() > 48 * 3_600_000
}

/** The one file of a form. */
function uploaded(whole: Buffer): Uint8Array {
  const from = whole.indexOf('\r\n\r\n') + 4
  return whole.subarray(from, whole.lastIndexOf('\r\n--'))
}

const messages: Record<string, Post['service']> = {
  '/v2.0/oa/message': 'zalo-notice',
  '/v3.0/oa/message/cs': 'zalo-advice',
  '/v3.0/oa/message/template': 'zalo-template',
}

function read(
  fake: FakeServices,
  account: string,
  path: string,
  url: URL,
  response: ServerResponse,
): unknown {
  if (path.endsWith('getdetail')) {
    const post = fake.ledger.find((p) => p.id === url.searchParams.get('id'))
    const body = [{ type: 'text', content: post?.words ?? '' }]
    return say(response, 200, { error: 0, data: { id: post?.id, body } })
  }
  const [offset, limit] = [Number(url.searchParams.get('offset')), Number(url.searchParams.get('limit'))]
  if (limit > 10) return say(response, 200, { error: -201, message: 'maximum limit is 10' })
  const articles = fake.ledger.filter((p) => p.service === 'zalo' && p.account === account)
  const medias = articles
    .toReversed()
    .slice(offset, offset + limit)
    .map((p) => ({
      id: p.id,
      title: p.title,
      create_date: p.at,
      link_view: `https://rd.zapps.vn/detail/${p.id}`,
    }))
  return say(response, 200, { error: 0, data: { medias, total: articles.length } })
}

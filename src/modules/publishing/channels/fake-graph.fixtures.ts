import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type FakeServices,
  newId,
  pageToken,
  type Says,
  say,
  takesAll,
  write,
} from './fake-moods.fixtures.ts'

const error = (code: number, message: string) => ({
  error: { message, type: 'OAuthException', code, fbtrace_id: 'A' },
})
const ended = error(190, 'Error validating access token: session has expired')
const errors: Record<'limit' | 'expired' | 'refused', Says> = {
  limit: [
    400,
    error(32, 'Page request limit reached'),
    { 'x-business-use-case-usage': '{"1":[{"estimated_time_to_regain_access":19}]}' },
  ],
  expired: [400, ended],
  refused: [400, error(100, 'Invalid parameter')],
}

export async function graph(
  fake: FakeServices,
  request: IncomingMessage,
  url: URL,
  body: string,
  response: ServerResponse,
): Promise<unknown> {
  if (url.pathname.endsWith('/debug_token'))
    return fake.debug
      ? say(response, 200, { data: fake.debug })
      : say(response, 400, error(100, 'The App_id in the input_token did not match'))
  if (request.headers['authorization'] !== `Bearer ${pageToken}`) return say(response, 400, ended)
  const page = url.pathname.split('/')[3] ?? ''
  if (url.pathname.endsWith('/published_posts')) return published(fake, page, url, response)
  const form = new URLSearchParams(body)
  if (url.pathname.endsWith('/photos') && !(await takesAll(fake, [form.get('url') ?? ''])))
    return say(response, 400, error(324, 'Missing or invalid image file'))
  if (url.pathname.endsWith('/photos'))
    return write(fake, response, () => ({ id: `photo-${newId()}` }), errors, fake.usage)
  if (!url.pathname.endsWith('/feed'))
    return say(response, 200, { id: '77', name: 'Trang CCHC An Hòa' }, fake.usage)
  const post = () => {
    const id = `77_${newId()}`
    const words = form.get('message') ?? ''
    fake.ledger.push({ service: 'facebook', id, words, title: '', account: page, at: Date.now() })
    return { id }
  }
  return write(fake, response, post, errors, fake.usage)
}

function published(fake: FakeServices, page: string, url: URL, response: ServerResponse): unknown {
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

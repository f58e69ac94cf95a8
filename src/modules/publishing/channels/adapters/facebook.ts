import type { OutsideAnswer } from '../../../../lib/http/outside.ts'
import type { Adapter, Call, Look, Outcome } from './adapter.ts'
import { answerOf, retryAfterMs, strangeAnswer } from './answers.ts'
import { facebookFault } from './facebook-faults.ts'
import { lookAtToken } from './facebook-token.ts'

/** What Facebook's own reference used in 2026; a version lives about two years, so a channel may set another. */
export const usualGraphVersion = 'v25.0'

/**
 * A page on Facebook: `POST /{page}/feed` with a page token, photos before as unpublished ones. The service knows no
 * idempotency key, but shows what was published: `GET /{page}/published_posts` finds a post by its words and time.
 * Source: developers.facebook.com, Pages API (getting started, page/feed, page/photos, page/published_posts).
 */
export const facebook: Adapter = {
  steps: ({ images }) => [
    ...(images.length > 0 ? [{ name: 'photos', repeatable: true, perform: sendPhotos }] : []),
    { name: 'post', repeatable: false, perform: sendPost, look: findPost },
  ],
  test: async (call) => {
    const got = await answerOf(call.http(`${pageOf(call)}?fields=id,name`, get(call.secret)))
    if ('outcome' in got) return { is: 'bad', fault: got.outcome.fault }
    const { name } = (got.json ?? {}) as { name?: unknown }
    if (got.answer.status !== 200 || typeof name !== 'string')
      return { is: 'bad', fault: facebookFault(got.json).fault }
    const token = await lookAtToken(call)
    if (token.is === 'bad') return token
    return { is: 'good', name, ...(token.is === 'good' ? { tokenExpiresAt: token.until } : {}) }
  },
}

/** Photos that no post shows are seen by nobody, so that this may be repeated. */
async function sendPhotos(call: Call): Promise<Outcome> {
  const ids: string[] = []
  for (const [index, url] of call.imageUrls.entries()) {
    const got = await post(call, 'photos', {
      url,
      published: 'false',
      temporary: 'true',
      alt_text_custom: call.variant.images[index]?.alt ?? '',
    })
    if ('is' in got) return got
    ids.push(got.id)
  }
  return { is: 'done', keeps: { photos: ids } }
}

async function sendPost(call: Call): Promise<Outcome> {
  const photos = (call.kept['photos'] as string[] | undefined) ?? []
  const media = Object.fromEntries(
    photos.map((id, i) => [`attached_media[${i}]`, JSON.stringify({ media_fbid: id })]),
  )
  // Beside photos a link has no place of its own: it stands in the words.
  const got = await post(call, 'feed', {
    message: messageOf(call),
    ...(photos.length === 0 && call.variant.link ? { link: call.variant.link } : {}),
    ...media,
  })
  if ('is' in got) return got
  const rest = got.restMs === undefined ? {} : { restMs: got.restMs }
  return { is: 'done', remoteId: got.id, remoteUrl: addressOfPost(got.id), ...rest }
}

function messageOf({ variant }: Call): string {
  const { text, link, images } = variant
  return images.length > 0 && link && !text.includes(link) ? `${text}\n\n${link}` : text
}

/** Posts since the attempt began, newest first, a few pages: the one with our words is ours. */
async function findPost(call: Call): Promise<Look> {
  const since = Math.floor(call.since.getTime() / 1000) - 120
  let address = `${pageOf(call)}/published_posts?fields=id,message,created_time,permalink_url&since=${since}&limit=50`
  for (let page = 0; page < 5; page++) {
    const got = await answerOf(call.http(address, get(call.secret)))
    if ('outcome' in got) return { is: 'unknown', fault: got.outcome.fault }
    const list = got.json as PostList | undefined
    if (got.answer.status !== 200 || !Array.isArray(list?.data))
      return { is: 'unknown', fault: facebookFault(got.json).fault }
    const mine = list.data.find((one) => sameWords(one.message ?? '', messageOf(call)))
    if (mine)
      return { is: 'found', remoteId: mine.id, remoteUrl: mine.permalink_url ?? addressOfPost(mine.id) }
    const next = list.paging?.next
    // Never follow an address of the answer to another host: the token goes with it.
    if (!next || list.data.length === 0 || new URL(next).origin !== new URL(call.bases.graph).origin) break
    address = next
  }
  return { is: 'absent' }
}

interface PostList {
  data: { id: string; message?: string; permalink_url?: string }[]
  paging?: { next?: string }
}

function sameWords(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
  return plain(a) === plain(b)
}

/** The id that the page gave, or what its refusal means. */
async function post(
  call: Call,
  edge: 'feed' | 'photos',
  fields: Record<string, string>,
): Promise<{ id: string; restMs?: number } | Exclude<Outcome, { is: 'done' }>> {
  const got = await answerOf(
    call.http(`${pageOf(call)}/${edge}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${call.secret['pageToken'] ?? ''}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(fields).toString(),
    }),
  )
  if ('outcome' in got) return got.outcome
  const { answer, json } = got
  const { id, error } = (json ?? {}) as { id?: unknown; error?: unknown }
  if (answer.status === 200 && typeof id === 'string') {
    const restMs = restOf(answer)
    return { id, ...(restMs === null ? {} : { restMs }) }
  }
  if (!error) return strangeAnswer(answer)
  const { retry, fault } = facebookFault(json)
  if (retry === 'unsure') return { is: 'unsure', fault }
  const afterMs = retry === 'later' ? (waitOf(answer, call.now) ?? restOf(answer)) : null
  return { is: 'refused', retry, ...(afterMs === null ? {} : { afterMs }), fault }
}

/** Retry-After, or the minutes in which the page may be called again as its usage header tells them. */
function waitOf(answer: OutsideAnswer, now: Date): number | null {
  const usage = answer.headers['x-business-use-case-usage']
  const minutes =
    typeof usage === 'string' ? /"estimated_time_to_regain_access":\s*(\d+)/.exec(usage)?.[1] : null
  if (minutes) return Math.min(Number(minutes) * 60_000, 24 * 3_600_000)
  return retryAfterMs(answer, now)
}

/**
 * Each use of a window of an hour, in hundredths of what the app (or page) may: at 95 the channel rests for a quarter of
 * an hour before Facebook makes it. Source: developers.facebook.com, Graph API, rate limiting.
 */
function restOf({ headers }: OutsideAnswer): number | null {
  const used = ['x-app-usage', 'x-page-usage']
    .flatMap((name) => [
      ...String(headers[name] ?? '').matchAll(/"(?:call_count|total_time|total_cputime)":\s*(\d+)/g),
    ])
    .map((m) => Number(m[1]))
  return Math.max(0, ...used) >= 95 ? 15 * 60_000 : null
}

function pageOf({ bases, settings }: Pick<Call, 'bases' | 'settings'>): string {
  return `${bases.graph}/${settings['graphVersion'] || usualGraphVersion}/${settings['pageId']}`
}

function get(secret: Record<string, string>) {
  return { method: 'GET', headers: { authorization: `Bearer ${secret['pageToken'] ?? ''}` } } as const
}

function addressOfPost(id: string): string {
  return `https://www.facebook.com/${id}`
}

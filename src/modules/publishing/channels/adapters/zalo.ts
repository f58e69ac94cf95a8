import type { SendFault } from '../../channel.ts'
import { sentText } from '../check-variant.ts'
import type { Adapter, Call, Look, Outcome, Step } from './adapter.ts'
import { answerOf, strangeAnswer } from './answers.ts'
import { zaloFault } from './zalo-faults.ts'

/**
 * Zalo Official Account. An article is made in two calls: create gives a token, verify the id once Zalo has worked on
 * the images. Zalo knows no idempotency key; an article can be looked up in the account's list (10 a page), a notice
 * to followers and a message to one person cannot: those go before a person when nobody knows.
 * Addresses and shapes as public programs use them; developers.zalo.me could not be read: UNVERIFIED.
 */
export const zalo: Adapter = {
  steps: ({ way }) => {
    if (way === 'consultation') return [advice]
    return way === 'broadcast' ? [article, verification, notice] : [article, verification]
  },
  test: async (call) => {
    const got = await answerOf(call.http(`${call.bases.zaloApi}/v2.0/oa/getoa`, get(call.secret)))
    if ('outcome' in got) return { is: 'bad', fault: got.outcome.fault }
    const json = got.json as { error?: number; data?: { name?: string } } | undefined
    if (json?.error === 0) return { is: 'good', name: json.data?.name ?? '' }
    const { retry, fault } = zaloFault(got.json)
    return { is: 'bad', fault, token: retry === 'token' }
  },
}

const article: Step = { name: 'article', repeatable: false, perform: createArticle, look: findArticle }
const verification: Step = { name: 'verification', repeatable: true, perform: verifyArticle }
const notice: Step = { name: 'notice', repeatable: false, perform: tellFollowers }
const advice: Step = { name: 'advice', repeatable: false, perform: adviseOne }

async function createArticle(call: Call): Promise<Outcome> {
  const { variant } = call
  const [cover, ...others] = call.imageUrls
  const got = await post(call, '/v2.0/article/create', {
    type: 'normal',
    title: variant.title,
    author: call.settings['author'] ?? call.publication?.unitName ?? '',
    cover: { cover_type: 'photo', photo_url: cover, status: 'show' },
    description: variant.lead || variant.title,
    body: [
      { type: 'text', content: sentText('zalo', variant) },
      ...others.map((url, i) => ({ type: 'image', url, caption: variant.images[i + 1]?.alt ?? '' })),
    ],
    status: 'show',
    comment: call.settings['comment'] === 'hide' ? 'hide' : 'show',
  })
  if ('is' in got) return got
  const token = got.data['token']
  return typeof token === 'string' ? { is: 'done', keeps: { token } } : strange(got.data)
}

async function verifyArticle(call: Call): Promise<Outcome> {
  if (typeof call.kept['articleId'] === 'string') return { is: 'done', remoteId: call.kept['articleId'] }
  const got = await post(call, '/v2.0/article/verify', { token: call.kept['token'] })
  if ('is' in got) return got
  const id = got.data['id']
  return typeof id === 'string' ? { is: 'done', remoteId: id, keeps: { articleId: id } } : strange(got.data)
}

async function tellFollowers(call: Call): Promise<Outcome> {
  const got = await post(call, '/v2.0/oa/message', {
    recipient: { target: {} },
    message: {
      attachment: {
        type: 'template',
        payload: {
          template_type: 'media',
          elements: [{ media_type: 'article', attachment_id: call.kept['articleId'] }],
        },
      },
    },
  })
  return 'is' in got ? got : { is: 'done' }
}

/** The window counts from the person's last word; Zalo would answer -230 after it. */
const windowMs = 48 * 3_600_000

async function adviseOne(call: Call): Promise<Outcome> {
  const { recipient } = call.variant
  if (!recipient || call.now.getTime() - Date.parse(recipient.lastWroteAt) > windowMs)
    return { is: 'refused', retry: 'never', fault: windowOver }
  const got = await post(call, '/v3.0/oa/message/cs', {
    recipient: { user_id: recipient.userId },
    message: { text: sentText('zalo', call.variant) },
  })
  if ('is' in got) return got
  const id = got.data['message_id']
  return { is: 'done', ...(typeof id === 'string' ? { remoteId: id } : {}) }
}

/** The account's newest articles: ours has our title, was made since, and its body holds our words. */
async function findArticle(call: Call): Promise<Look> {
  const since = call.since.getTime() - 120_000
  for (let page = 0; page < 3; page++) {
    const got = await read(call, `/v2.0/article/getslice?offset=${page * 10}&limit=10&type=normal`)
    if ('is' in got) return got
    const list = got.data['medias'] as Media[] | undefined
    if (!Array.isArray(list)) return { is: 'unknown', fault: strange(got.data).fault }
    for (const one of list.filter((m) => m.title === call.variant.title && (m.create_date ?? 0) >= since)) {
      const whole = await read(call, `/v2.0/article/getdetail?id=${encodeURIComponent(one.id)}`)
      if ('is' in whole) return whole
      if (holdsWords(whole.data, sentText('zalo', call.variant)))
        return {
          is: 'found',
          keeps: { articleId: one.id },
          remoteId: one.id,
          ...(one.link_view ? { remoteUrl: one.link_view } : {}),
        }
    }
    if (list.length < 10) break
  }
  return { is: 'absent' }
}

interface Media {
  id: string
  title: string
  create_date?: number
  link_view?: string
}

function holdsWords(detail: Record<string, unknown>, words: string): boolean {
  const body = detail['body'] as { content?: string }[] | undefined
  const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
  return Array.isArray(body) && body.some((part) => plain(part.content ?? '') === plain(words))
}

type Refused = Exclude<Outcome, { is: 'done' }>

async function post(
  call: Call,
  path: string,
  body: object,
): Promise<{ data: Record<string, unknown> } | Refused> {
  const got = await answerOf(
    call.http(`${call.bases.zaloApi}${path}`, {
      method: 'POST',
      headers: { access_token: call.secret['accessToken'] ?? '', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
  if ('outcome' in got) return got.outcome
  const json = got.json as { error?: unknown; data?: unknown } | undefined
  if (got.answer.status >= 500 || json === undefined || typeof json.error !== 'number')
    return strangeAnswer(got.answer)
  if (json.error === 0) return { data: (json.data ?? {}) as Record<string, unknown> }
  const { retry, afterMs, fault } = zaloFault(json)
  return { is: 'refused', retry, ...(afterMs === undefined ? {} : { afterMs }), fault }
}

async function read(
  call: Call,
  path: string,
): Promise<{ data: Record<string, unknown> } | Extract<Look, { is: 'unknown' }>> {
  const got = await answerOf(call.http(`${call.bases.zaloApi}${path}`, get(call.secret)))
  if ('outcome' in got) return { is: 'unknown', fault: got.outcome.fault }
  const json = got.json as { error?: unknown; data?: unknown } | undefined
  if (json?.error === 0) return { data: (json.data ?? {}) as Record<string, unknown> }
  const { retry, fault } = zaloFault(json)
  return { is: 'unknown', fault, token: retry === 'token' }
}

function get(secret: Record<string, string>) {
  return { method: 'GET', headers: { access_token: secret['accessToken'] ?? '' } } as const
}

function strange(data: unknown): Extract<Outcome, { is: 'unsure' }> {
  return strangeAnswer({ status: 200, headers: {}, text: JSON.stringify(data) })
}

const windowOver: SendFault = {
  code: 'window',
  who: 'desk',
  vi: 'Đã quá 48 giờ kể từ lần cuối người này nhắn cho OA; Zalo không cho gửi tin tư vấn nữa.',
  en: 'More than 48 hours have passed since this person last wrote to the account; Zalo allows no more advice.',
}

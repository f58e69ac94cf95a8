import type { SendFault } from '../../channel.ts'
import { sentText } from '../check-variant.ts'
import { numberOf } from '../numbers.data.ts'
import type { Adapter, Call, Look, Outcome, Step } from './adapter.ts'
import { answerOf, strangeAnswer } from './answers.ts'
import { zaloFault } from './zalo-faults.ts'

/**
 * Zalo Official Account. An article is made in two calls: create gives a token, verify the id once Zalo has worked on
 * the images. Zalo knows no idempotency key; an article can be looked up in the account's list (10 a page), a notice
 * to followers and a message to one person cannot: those go before a person when nobody knows.
 * Addresses and shapes as docs.zaloplatforms.com has them by the word of others (2026): UNVERIFIED.
 */
export const zalo: Adapter = {
  steps: ({ way, images }) => {
    if (way === 'consultation') return images.length > 0 ? [upload, advice] : [advice]
    if (way === 'template') return [template]
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
/** A picture that no message shows is seen by nobody: it may be uploaded twice. */
const upload: Step = { name: 'upload', repeatable: true, perform: uploadImage }
const advice: Step = { name: 'advice', repeatable: false, perform: adviseOne }
const template: Step = { name: 'template', repeatable: false, perform: fillTemplate }

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

/** The window counts from the person's last word; later Zalo asks money for it, or answers -230. */
async function adviseOne(call: Call): Promise<Outcome> {
  const { recipient } = call.variant
  const windowMs = numberOf('zalo', 'windowHours', call.settings) * 3_600_000
  if (!recipient || call.now.getTime() - Date.parse(recipient.lastWroteAt) > windowMs)
    return { is: 'refused', retry: 'never', fault: windowOver }
  const attached = call.kept['attachmentId']
  const got = await post(call, '/v3.0/oa/message/cs', {
    recipient: { user_id: recipient.userId },
    message: { text: sentText('zalo', call.variant), ...(attached ? picture(attached) : {}) },
  })
  return 'is' in got ? got : delivered(got.data)
}

function picture(attachmentId: unknown) {
  const elements = [{ media_type: 'image', attachment_id: attachmentId }]
  return { attachment: { type: 'template', payload: { template_type: 'media', elements } } }
}

async function fillTemplate(call: Call): Promise<Outcome> {
  const { recipient, template: filled } = call.variant
  if (!recipient || !filled) return { is: 'refused', retry: 'never', fault: incomplete }
  const got = await post(call, '/v3.0/oa/message/template', {
    user_id: recipient.userId,
    template_id: filled.id,
    template_data: filled.data,
  })
  return 'is' in got ? got : delivered(got.data)
}

function delivered(data: Record<string, unknown>): Outcome {
  const id = data['message_id']
  return { is: 'done', ...(typeof id === 'string' ? { remoteId: id } : {}) }
}

/** multipart/form-data with one field, 'file'; what comes back lives for 7 days. */
async function uploadImage(call: Call): Promise<Outcome> {
  const bytes = await call.jpeg(0)
  if (!bytes) return { is: 'refused', retry: 'never', fault: noPicture }
  const border = `chungtay-${call.messageId}-${call.now.getTime()}`
  const head = `--${border}\r\ncontent-disposition: form-data; name="file"; filename="anh.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${border}--\r\n`)])
  const got = await post(call, '/v2.0/oa/upload/image', body, `multipart/form-data; boundary=${border}`)
  if ('is' in got) return got
  const id = got.data['attachment_id']
  return typeof id === 'string' ? { is: 'done', keeps: { attachmentId: id } } : strange(got.data)
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
  type = 'application/json',
): Promise<{ data: Record<string, unknown> } | Refused> {
  const got = await answerOf(
    call.http(`${call.bases.zaloApi}${path}`, {
      method: 'POST',
      headers: { access_token: call.secret['accessToken'] ?? '', 'content-type': type },
      body: Buffer.isBuffer(body) ? body : JSON.stringify(body),
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
  vi: 'Đã quá thời hạn (thường là 48 giờ) kể từ lần cuối người này nhắn cho OA, nên không gửi tin tư vấn nữa. Có thể dùng tin theo mẫu.',
  en: 'The window (usually 48 hours) since this person last wrote to the account is over, so no advice is sent. A template may serve.',
}
const incomplete: SendFault = {
  code: 'incomplete',
  who: 'desk',
  vi: 'Tin theo mẫu thiếu người nhận hoặc mã mẫu.',
  en: 'The template lacks its recipient or its number.',
}
const noPicture: SendFault = {
  code: 'picture',
  who: 'desk',
  vi: 'Không đọc được ảnh kèm tin. Hãy chọn ảnh khác.',
  en: 'The picture of this message cannot be read. Choose another.',
}

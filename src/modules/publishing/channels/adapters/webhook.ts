import { createHmac } from 'node:crypto'
import type { SendFault } from '../../channel.ts'
import type { Adapter, Call, Outcome } from './adapter.ts'
import { answerOf, retryAfterMs, strangeAnswer, tooMany } from './answers.ts'

/**
 * Another system of the province. It gets JSON, signed: `X-ChungTay-Signature: t=<unix seconds>,v1=<hex>`, where v1 is
 * HMAC-SHA256 of `<t>.<body>` with the channel's key. `Idempotency-Key` is the same for every attempt of one message:
 * the receiver keeps it and takes the message once. Answers: 2xx taken; 409 taken before; 410 stop; 408, 425, 429 and
 * 5xx later; any other 4xx refused.
 */
export const webhook: Adapter = {
  steps: () => [{ name: 'post', repeatable: true, perform: post }],
  test: async (call) => {
    const body = JSON.stringify({ type: 'chungtay.test', sentAt: call.now.toISOString() })
    const got = await answerOf(
      call.http(call.settings['url'] ?? '', {
        method: 'POST',
        headers: headersOf(call.secret['key'] ?? '', body, `test-${call.channelId}`, call.now),
        body,
      }),
    )
    if ('outcome' in got) return { is: 'bad', fault: got.outcome.fault }
    const { status } = got.answer
    if (status < 300) return { is: 'good', name: new URL(call.settings['url'] ?? '').host }
    return { is: 'bad', fault: { ...refused, said: `${status} ${got.answer.text.slice(0, 200)}` } }
  },
}

async function post(call: Call): Promise<Outcome> {
  const body = JSON.stringify({
    type: 'chungtay.message',
    id: call.sendKey,
    sentAt: call.now.toISOString(),
    publication: call.publication,
    title: call.variant.title,
    lead: call.variant.lead,
    text: call.variant.text,
    link: call.variant.link,
    images: call.variant.images.map((image, i) => ({ url: call.imageUrls[i] ?? '', alt: image.alt })),
  })
  const headers = headersOf(call.secret['key'] ?? '', body, call.sendKey, call.now)
  const got = await answerOf(call.http(call.settings['url'] ?? '', { method: 'POST', headers, body }))
  if ('outcome' in got) return got.outcome
  const { answer, json } = got
  const said = `${answer.status} ${answer.text.slice(0, 200)}`
  if ((answer.status >= 200 && answer.status < 300) || answer.status === 409) {
    const { id, url } = (json ?? {}) as { id?: unknown; url?: unknown }
    return {
      is: 'done',
      ...(typeof id === 'string' || typeof id === 'number' ? { remoteId: String(id) } : {}),
      ...(typeof url === 'string' ? { remoteUrl: url } : {}),
    }
  }
  if (answer.status === 429 || answer.status === 408 || answer.status === 425) {
    const afterMs = retryAfterMs(answer, call.now)
    return {
      is: 'refused',
      retry: 'later',
      ...(afterMs === null ? {} : { afterMs }),
      fault: { ...tooMany, said },
    }
  }
  if (answer.status >= 500) return strangeAnswer(answer)
  if (answer.status === 401 || answer.status === 403)
    return { is: 'refused', retry: 'channel', fault: { ...wrongKey, said } }
  if (answer.status === 410) return { is: 'refused', retry: 'channel', fault: { ...gone, said } }
  return { is: 'refused', retry: 'never', fault: { ...refused, said } }
}

function headersOf(key: string, body: string, sendKey: string, now: Date): Record<string, string> {
  const at = Math.floor(now.getTime() / 1000)
  const sign = createHmac('sha256', key).update(`${at}.${body}`).digest('hex')
  return {
    'content-type': 'application/json; charset=utf-8',
    'idempotency-key': sendKey,
    'x-chungtay-signature': `t=${at},v1=${sign}`,
  }
}

const wrongKey: SendFault = {
  code: 'key',
  who: 'channel',
  vi: 'Hệ thống nhận không chấp nhận khóa của kênh. Hãy thống nhất lại khóa với đơn vị quản lý hệ thống đó.',
  en: 'The receiving system does not accept the channel’s key. Agree on the key with whoever runs it.',
}
const gone: SendFault = {
  code: 'gone',
  who: 'channel',
  vi: 'Hệ thống nhận báo địa chỉ này đã ngừng. Hãy tắt kênh hoặc nhập địa chỉ mới.',
  en: 'The receiving system says that this address has ended. Switch the channel off or enter the new address.',
}
const refused: SendFault = {
  code: 'refused',
  who: 'desk',
  vi: 'Hệ thống nhận từ chối nội dung này.',
  en: 'The receiving system refused this message.',
}

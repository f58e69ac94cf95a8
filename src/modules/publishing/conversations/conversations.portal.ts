import { addressOf } from '../../../lib/http/address.ts'
import type { Request, Route } from '../../../lib/http/route.ts'
import { selectChannel } from '../channels/channels.sql.ts'
import { openSecret } from '../channels/sealed.ts'
import { eventSchema } from './conversation.ts'
import { receiveEvent } from './receiving.ts'
import { fitsSignature } from './signature.ts'

/** Zalo posts here what people do with the Official Account; the address is entered at developers.zalo.me. */
export const conversationsPortalRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/zalo-events/:of{[0-9]+-[0-9]+}',
    who: 'public',
    keyed: true,
    handle: receive,
  },
]

const longestEvent = 64_000

/**
 * The channel's webhook: 200 once what came is kept (Zalo wants it within 2 seconds and delivers again otherwise), 403
 * without a word why where the signature does not fit.
 */
async function receive(c: Request): Promise<Response> {
  const [provinceId = 0, channelId = 0] = (c.req.param('of') ?? '').split('-').map(Number)
  const { token, secret: guesses } = c.get('limits')
  const stranger = `zalo ${addressOf(c)}`
  if ((await guesses.wait(stranger)) !== null) return c.json({ error: 'too_many' }, 429)
  const body = await c.req.text()
  const { key, appId } = await keyOf(c, provinceId, channelId)
  const parsed = body.length > longestEvent ? null : eventSchema.safeParse(jsonOf(body))
  const event = parsed?.success ? parsed.data : null
  const timestamp = event?.timestamp ?? ''
  const signed = { appId, body, timestamp, secret: key }
  if (!event || event.app_id !== appId || !fitsSignature(c.req.header('x-zevent-signature'), signed)) {
    await guesses.take(stranger)
    return c.json({ error: 'signature' }, 403)
  }
  const wait = await token.take(`zalo ${provinceId}-${channelId}`)
  if (wait !== null) return c.json({ error: 'too_many' }, 429, { 'retry-after': String(wait) })
  const of = { provinceId, channelId }
  const outcome = await c
    .get('db')
    .transaction()
    .execute((tx) => receiveEvent(tx, c.get('config').secret, of, event, c.get('now')))
  return c.json({ outcome })
}

async function keyOf(c: Request, provinceId: number, channelId: number) {
  const channel = await selectChannel(c.get('db'), provinceId, channelId)
  if (channel?.kind !== 'zalo') return { key: '', appId: '' }
  const secret = openSecret(c.get('config').secret, { provinceId, channelId }, channel.secret)
  return { key: secret?.['webhookSecret'] ?? '', appId: channel.settings['appId'] ?? '' }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

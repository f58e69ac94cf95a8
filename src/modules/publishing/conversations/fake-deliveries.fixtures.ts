import type { FakeServices } from '../channels/fake-moods.fixtures.ts'
import { fakeApp } from '../channels/fake-moods.fixtures.ts'
import { signatureOf } from './signature.ts'

export const webhookSecret = 'OA Secret Key of the tests'

/** Who posts: a visitor of the program under test. */
interface Poster {
  request: (path: string, init?: RequestInit) => Promise<{ status: number }>
}

/** What Zalo posts of a person who sends a text: numbers as texts, the moment in milliseconds. */
export function userSendsText(user: string, text: string, at: Date, messageId: string) {
  return {
    app_id: fakeApp.appId,
    user_id_by_app: `app-${user}`,
    event_name: 'user_send_text',
    sender: { id: user },
    recipient: { id: '388613280878808645' },
    message: { text, msg_id: messageId },
    timestamp: String(at.getTime()),
  }
}

export function userFollows(user: string, at: Date, name: 'follow' | 'unfollow' = 'follow') {
  return {
    app_id: fakeApp.appId,
    oa_id: '388613280878808645',
    event_name: name,
    follower: { id: user },
    user_id_by_app: `app-${user}`,
    source: 'oa_profile',
    timestamp: String(at.getTime()),
  }
}

/**
 * Posts an event as Zalo does: signed over the very bytes, and again until the program says 200 (five times at most
 * here). What the person did is known to the service from then on. Answers with the states it got.
 */
export async function deliver(
  fake: Pick<FakeServices, 'contacts'>,
  to: Poster,
  path: string,
  event: { timestamp: string; event_name: string; sender?: { id: string }; recipient?: { id: string } },
  by: { secret?: string; body?: string; signature?: string } = {},
): Promise<number[]> {
  const body = by.body ?? JSON.stringify(event)
  const secret = by.secret ?? webhookSecret
  const signature = by.signature ?? `mac=${signatureOf(fakeApp.appId, body, event.timestamp, secret)}`
  if (event.sender) fake.contacts?.set(event.sender.id, new Date(Number(event.timestamp)))
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'x-zevent-signature': signature,
  }
  const states: number[] = []
  while (states.length < 5) {
    const { status } = await to.request(path, { method: 'POST', headers, body })
    states.push(status)
    if (status < 500) break
  }
  return states
}

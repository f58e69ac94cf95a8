import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ServiceBases } from './adapters/adapter.ts'

/** What a service says, word for word: status, body as JSON, headers. */
export type Says = readonly [number, unknown, Record<string, string>?]

/**
 * How the service takes its next write: as documented; doing it and then failing to say so; failing before; or saying
 * something recorded. What it has done stands in `ledger`, which is the truth that tests compare with.
 */
export type Mood =
  | 'good'
  | 'done-late'
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
  | { says: Says }

export interface Post {
  service: 'zalo' | 'zalo-notice' | 'zalo-advice' | 'zalo-template' | 'facebook' | 'webhook'
  id: string
  words: string
  title: string
  at: number
  /** The account or page it belongs to. */
  account: string
}

export interface Tokens {
  access: string
  refresh: string
  spent: Set<string>
  exchanges: number
}

export interface FakeServices {
  base: string
  bases: ServiceBases
  ledger: Post[]
  /** Taken one by one by writes; when empty, `usual`. */
  moods: Mood[]
  usual: () => Mood
  requests: { method: string; path: string; headers: IncomingMessage['headers']; body: string }[]
  /** Of the account without a name, and of those that 'access-0@name' belongs to. */
  tokens: Tokens
  accounts: Map<string, Tokens>
  /** How often verify answers that it is still working. */
  processing: { left: number }
  /** What debug_token says of the page's token; null: it cannot be asked. */
  debug: Record<string, unknown> | null
  /** Headers beside every answer of a page. */
  usage: Record<string, string>
  /** Fetches a picture as the service would, from its address; null: the service looks at no picture. */
  fetchPicture: ((address: string) => Promise<{ type: string; bytes: Uint8Array }>) | null
  /** Pictures the service took, as it got them. */
  pictures: Uint8Array[]
  /** Bytes of one picture. */
  pictureMost: number
  /** When each person last wrote to the account, by their name there; null: the service does not look. */
  contacts: Map<string, Date> | null
  /** What the service takes for now. */
  clock: () => Date
  latencyMs: () => number
  close: () => Promise<void>
}

export const fakeApp = { appId: '1234567890', appSecret: 'app secret of the tests' }
export const pageToken = 'page token of the tests'
export const hookKey = 'key of the webhook of the tests'

export function freshTokens(account: string): Tokens {
  const at = account && `@${account}`
  return { access: `access-0${at}`, refresh: `refresh-0${at}`, spent: new Set(), exchanges: 0 }
}

/** The tokens of an account; made where they are asked for the first time. */
export function tokensOf(fake: FakeServices, account: string): Tokens {
  if (account === '') return fake.tokens
  const found = fake.accounts.get(account) ?? freshTokens(account)
  fake.accounts.set(account, found)
  return found
}

/** What Zalo and Facebook take of a picture in these tests: a JPEG or PNG by its first bytes, and not larger. */
export function takesPicture(fake: FakeServices, bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const good = (head.startsWith('ffd8ff') || head === '89504e47') && bytes.length <= fake.pictureMost
  if (good) fake.pictures.push(bytes)
  return good
}

/** The pictures behind these addresses, fetched and looked at; true where the service looks at none. */
export async function takesAll(fake: FakeServices, addresses: readonly string[]): Promise<boolean> {
  const fetched = await Promise.all(addresses.map((one) => fake.fetchPicture?.(one)))
  return fetched.every((one) => !one || takesPicture(fake, one.bytes))
}

export function say(
  response: ServerResponse,
  status: number,
  json: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(JSON.stringify(json))
}

/** Does a write in the mood of the moment. `errors` are what the service itself says. */
export function write(
  fake: FakeServices,
  response: ServerResponse,
  doIt: () => unknown,
  errors: Record<'limit' | 'expired' | 'refused', Says>,
  headers: Record<string, string> = {},
): unknown {
  const mood = fake.moods.shift() ?? fake.usual()
  if (typeof mood === 'object') return say(response, ...mood.says)
  if (mood === 'limit' || mood === 'expired' || mood === 'refused') return say(response, ...errors[mood])
  if (mood === 'silent') return null
  if (mood === '500') return response.writeHead(502).end('<html>Bad gateway</html>')
  if (mood === 'redirect-inside')
    return response.writeHead(307, { location: 'http://169.254.169.254/latest/meta-data' }).end()
  const answer = doIt()
  if (mood === 'done-late') return setTimeout(() => say(response, 200, answer, headers), 150)
  if (mood === 'done-then-silent') return null
  if (mood === 'done-then-cut') return response.socket?.destroy()
  if (mood === 'done-then-500') return response.writeHead(500).end('oops')
  if (mood === 'done-then-garbage') return response.writeHead(200).end('<html>ok?</html>')
  if (mood === 'done-then-half') {
    response.writeHead(200, { 'content-length': '4000' })
    return response.write('{"id":')
  }
  return say(response, 200, answer, headers)
}

let ids = 0
export function newId(): string {
  ids += 1
  return createHash('sha256').update(`${ids}`).digest('hex').slice(0, 18)
}

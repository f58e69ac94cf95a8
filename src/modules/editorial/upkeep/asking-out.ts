import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { isIP } from 'node:net'
import { bareHost, checkedLookup, isPrivate } from '../../../lib/http/outside.ts'

export type LinkOutcome = {
  /** ok: it is there. broken: it answered that nothing is there. silent: no answer. skipped: not ours to ask. */
  outcome: 'ok' | 'broken' | 'silent' | 'skipped'
  status: number | null
  /** Where it has moved for good. */
  movedTo?: string | null
}

interface AskOptions {
  /** Hosts of the own network that may be asked all the same, on any port. */
  privateHosts?: readonly string[]
  timeoutMs?: number
}

const mostHops = 4
/** Answers of a door that wants to know who asks, or wants no programs: it is a door all the same. */
const refusals = [401, 403, 429, 451, 999]
const skipped: LinkOutcome = { outcome: 'skipped', status: null }

/**
 * Asks whether something is there: HEAD, and GET where that is refused; eight seconds for each, no body, up to four
 * redirects. The own network is never asked, nor any port but the usual: a link in a text may not make the program
 * knock there. Nor is an address that carries a name or password: those are nobody's to send.
 */
export async function askAddress(address: string, options: AskOptions = {}): Promise<LinkOutcome> {
  const first = addressOf(address, options)
  if (!first) return skipped
  let url: URL = first
  let movedTo: string | null = null
  let moves = true
  for (let hop = 0; hop <= mostHops; hop++) {
    const answer = await askOnce(url, options)
    if (answer === null) return { outcome: 'silent', status: null }
    const { status, location } = answer
    if (status < 300 || status >= 400 || location === null) {
      const isThere = status < 400 || refusals.includes(status)
      return { outcome: isThere ? 'ok' : status >= 500 ? 'silent' : 'broken', status, movedTo }
    }
    const next: URL | null = URL.canParse(location, url)
      ? addressOf(new URL(location, url).href, options)
      : null
    // A door that leads where we may not look has answered: more is not ours to know.
    if (!next) return { outcome: 'ok', status, movedTo }
    moves &&= status === 301 || status === 308
    if (moves) movedTo = next.href
    url = next
  }
  return { outcome: 'broken', status: 310, movedTo: null }
}

function addressOf(address: string, { privateHosts = [] }: AskOptions): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null
  if (url.username || url.password) return null
  const host = bareHost(url.hostname)
  if (privateHosts.includes(host)) return url
  return url.port !== '' || (isIP(host) !== 0 && isPrivate(host)) ? null : url
}

interface Answer {
  status: number
  location: string | null
}

async function askOnce(url: URL, options: AskOptions): Promise<Answer | null> {
  const head = await answerOf(url, 'HEAD', options)
  if (head !== null && ![400, 403, 404, 405, 501].includes(head.status)) return head
  return answerOf(url, 'GET', options)
}

function answerOf(url: URL, method: 'HEAD' | 'GET', options: AskOptions): Promise<Answer | null> {
  const { privateHosts = [], timeoutMs = 8000 } = options
  const ask = url.protocol === 'https:' ? secure : plain
  return new Promise((settle) => {
    const headers = { 'user-agent': 'ChungTay-link-check', accept: '*/*' }
    // For all of it, also for a door that sends its answer letter by letter.
    const signal = AbortSignal.timeout(timeoutMs)
    const asking = ask(
      url,
      { method, lookup: checkedLookup(privateHosts), signal, headers, agent: false },
      (answer) => {
        settle({ status: answer.statusCode ?? 0, location: answer.headers.location ?? null })
        answer.destroy()
      },
    )
    asking.on('error', () => settle(null))
    asking.end()
  })
}

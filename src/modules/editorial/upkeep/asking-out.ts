import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { isIP } from 'node:net'
import { bareHost, checkedLookup, isPrivate } from '../../../lib/http/outside.ts'

export type LinkOutcome = { outcome: 'ok' | 'broken' | 'silent' | 'skipped'; status: number | null }

/**
 * Asks whether something is there: HEAD, and GET where that is refused; eight seconds, no body, no redirect followed.
 * The own network is never asked: a link in a text may not make the program knock there. Nor is an address that carries
 * a name or password: those are nobody's to send.
 */
export async function askAddress(address: string): Promise<LinkOutcome> {
  const url = URL.canParse(address) ? new URL(address) : null
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  const host = bareHost(url?.hostname ?? '')
  if (!url || !isWeb || url.username || url.password || url.port !== '' || (isIP(host) && isPrivate(host)))
    return { outcome: 'skipped', status: null }
  const head = await statusOf(url, 'HEAD')
  const status = head === null || [403, 405, 501].includes(head) ? await statusOf(url, 'GET') : head
  if (status === null) return { outcome: 'silent', status }
  // A door that asks who we are is a door all the same.
  const isThere = status < 400 || status === 401 || status === 403 || status === 429
  return { outcome: isThere ? 'ok' : status >= 500 ? 'silent' : 'broken', status }
}

function statusOf(url: URL, method: 'HEAD' | 'GET'): Promise<number | null> {
  const ask = url.protocol === 'https:' ? secure : plain
  return new Promise((settle) => {
    const headers = { 'user-agent': 'ChungTay-link-check' }
    const asking = ask(url, { method, lookup: checkedLookup([]), timeout: 8000, headers }, (answer) => {
      settle(answer.statusCode ?? null)
      answer.destroy()
    })
    asking.on('timeout', () => asking.destroy())
    asking.on('error', () => settle(null))
    asking.end()
  })
}

import { lookup as resolve } from 'node:dns'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Addresses inside our own walls: a link in a text may not make the program knock there. */
const inside = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(net, bits, 'ipv6')

/** Is this IP address one that a program on the open web is never asked at? */
export function isInside(ip: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  const address = mapped ?? ip
  return isIP(address) === 0 || inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** The name is looked up once, and the connection goes to the very address that was judged. */
const guarded: LookupFunction = (host, options, done) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    const bad =
      error ?? (addresses.some((a) => isInside(a.address)) ? new Error('inside our own walls') : null)
    if (bad) return done(bad, '', 4)
    if (options.all) return done(null, addresses)
    const [first] = addresses
    return done(first ? null : new Error('no address'), first?.address ?? '', first?.family ?? 4)
  })
}

export type LinkOutcome = { outcome: 'ok' | 'broken' | 'silent' | 'skipped'; status: number | null }

/** Asks whether something is there: HEAD, and GET where that is refused; eight seconds, no body, no redirect followed. */
export async function askAddress(address: string): Promise<LinkOutcome> {
  const url = URL.canParse(address) ? new URL(address) : null
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (
    !url ||
    !isWeb ||
    url.port !== '' ||
    (isIP(url.hostname.replace(/[[\]]/g, '')) && isInside(url.hostname.replace(/[[\]]/g, '')))
  )
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
    const asking = ask(url, { method, lookup: guarded, timeout: 8000, headers }, (answer) => {
      settle(answer.statusCode ?? null)
      answer.destroy()
    })
    asking.on('timeout', () => asking.destroy())
    asking.on('error', () => settle(null))
    asking.end()
  })
}

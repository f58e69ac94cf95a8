import { lookup as resolve } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

export interface OutsideRequest {
  method: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string | Buffer
  /** For all of it: name, connection, answer with its body. */
  timeoutMs: number
  /** Hosts of the own network that may be called all the same: 'lgsp.tinh.gov.vn', '10.1.2.3'. */
  privateHosts?: readonly string[]
}

export interface OutsideAnswer {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
}

/**
 * A call that brought no answer. `reached` false: nothing can have arrived at the other side (a wrong name, a refused
 * connection, an address that may not be called), so that it may be tried again; true: nobody knows.
 */
export class OutsideFault extends Error {
  readonly code: 'address' | 'private' | 'unreachable' | 'timeout' | 'broken' | 'too_large' | 'moved'
  readonly reached: boolean
  constructor(code: OutsideFault['code'], reached: boolean, message: string) {
    super(message)
    this.code = code
    this.reached = reached
  }
}

const mostBytes = 1_000_000
const mostHops = 3

/**
 * Calls an address that somebody typed or a service gave, and answers with what it says, whatever its status. Never
 * reaches the own network (unless named): names are resolved here and the connection goes to the address that was
 * checked, also after a redirect, so that a name that changes its address in between leads nowhere else. A POST follows
 * only 307 and 308, which keep it a POST. Throws {@link OutsideFault}.
 */
export async function callOutside(address: string, request: OutsideRequest): Promise<OutsideAnswer> {
  const until = AbortSignal.timeout(request.timeoutMs)
  let url = addressOf(address, request)
  for (let hop = 0; ; hop++) {
    const answer = await callOnce(url, request, until)
    const to = answer.headers.location
    if (answer.status < 300 || answer.status > 399 || !to) return answer
    const keeps = request.method === 'GET' || answer.status === 307 || answer.status === 308
    if (!keeps || hop === mostHops)
      throw new OutsideFault('moved', false, `answers ${answer.status} and points to another address`)
    url = addressOf(new URL(to, url).href, request)
  }
}

function addressOf(address: string, { privateHosts = [] }: OutsideRequest): URL {
  if (!URL.canParse(address)) throw new OutsideFault('address', false, 'not an address')
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new OutsideFault('address', false, `${url.protocol} is not called`)
  if (url.username || url.password) throw new OutsideFault('address', false, 'an address with a password')
  const host = bareHost(url.hostname)
  if (isIP(host) && isPrivate(host) && !privateHosts.includes(host))
    throw new OutsideFault('private', false, `${host} belongs to the own network`)
  return url
}

function callOnce(url: URL, request: OutsideRequest, signal: AbortSignal): Promise<OutsideAnswer> {
  const { promise, resolve: answered, reject } = Promise.withResolvers<OutsideAnswer>()
  let reached = false
  const fail = (fault: Error & { code?: string }) => {
    if (fault instanceof OutsideFault) return reject(fault)
    if (signal.aborted) return reject(new OutsideFault('timeout', reached, 'no whole answer in time'))
    reject(new OutsideFault(reached ? 'broken' : 'unreachable', reached, fault.code ?? fault.message))
  }
  const send = (url.protocol === 'https:' ? https : http).request(url, {
    method: request.method,
    headers: {
      'user-agent': 'ChungTay/1.0',
      ...request.headers,
      ...(request.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(request.body)) }),
    },
    lookup: checkedLookup(request.privateHosts ?? []),
    agent: false,
    signal,
  })
  // With TLS nothing of the request is on its way before the handshake is over.
  send.on('socket', (socket) =>
    socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      reached = true
    }),
  )
  send.on('error', fail)
  send.on('response', (response) => {
    const chunks: Buffer[] = []
    let bytes = 0
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > mostBytes) response.destroy(new OutsideFault('too_large', true, 'an answer without end'))
      chunks.push(chunk)
    })
    response.on('error', fail)
    response.on('end', () => {
      if (!response.complete) return fail(new Error('the answer broke off'))
      answered({
        status: response.statusCode ?? 0,
        headers: response.headers,
        text: Buffer.concat(chunks).toString('utf8'),
      })
    })
  })
  send.end(request.body)
  return promise
}

/** Resolves a name and gives on only what may be called; the connection goes to exactly that. */
export function checkedLookup(privateHosts: readonly string[]): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (fault, found) => {
      if (fault) return done(fault, [])
      const named = privateHosts.includes(hostname)
      const good = found.filter((one) => named || !isPrivate(one.address))
      const [first] = good
      if (!first)
        return done(new OutsideFault('private', false, `${hostname} leads into the own network`), [])
      if (options.all) done(null, good)
      else done(null, first.address, first.family)
    })
  }
}

/** '::1' of '[::1]'. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}

const own = new BlockList()
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
  own.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  own.addSubnet(net, bits, 'ipv6')

/** Loopback, link-local, private and reserved networks, however the address is written. */
export function isPrivate(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return own.check(address, 'ipv4')
  if (version !== 6) return true
  // An IPv4 address in IPv6 clothes, in any of its spellings.
  const plain = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1)
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(plain)
  if (mapped) {
    const [high, low] = [Number.parseInt(mapped[1] ?? '0', 16), Number.parseInt(mapped[2] ?? '0', 16)]
    return own.check([high >> 8, high & 255, low >> 8, low & 255].join('.'), 'ipv4')
  }
  return own.check(plain, 'ipv6')
}

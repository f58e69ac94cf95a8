import type { Request } from './route.ts'

interface NodeBindings {
  incoming?: { socket?: { remoteAddress?: string } }
}

/** The network address of the other side of the connection; null where there is none (tests). */
export function peerOf(c: Request): string | null {
  return (c.env as NodeBindings | undefined)?.incoming?.socket?.remoteAddress ?? null
}

/**
 * Who is asking, by address. Behind TRUSTED_PROXIES proxies it is the entry that the outermost of them wrote;
 * whatever stands left of it was written by the sender and is worth nothing.
 */
export function addressOf(c: Request): string {
  const trusted = c.get('config').trustedProxies
  const peer = peerOf(c) ?? 'local'
  if (trusted === 0) return peer
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((h) => h.trim())
  return hops.at(-trusted) || peer
}

const loopback = /^(?:127(?:\.\d+){3}|::1|::ffff:127(?:\.\d+){3})$/
const loopbackHost = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i

/**
 * Does the request come from this very machine? A proxy on this machine also connects from loopback, and a
 * foreign name may be made to point at 127.0.0.1: so no forwarding header, and a loopback Host.
 */
export function isFromThisMachine(c: Request): boolean {
  const forwarded = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'].some((h) =>
    c.req.header(h),
  )
  return !forwarded && loopback.test(peerOf(c) ?? '') && loopbackHost.test(c.req.header('host') ?? '')
}

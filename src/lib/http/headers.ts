import type { Config } from '../config.ts'
import { isSecure } from './cookies.ts'
import type { Request } from './route.ts'

export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

const features = 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'

/** The same on every answer of this program. */
export function standingHeaders(config: Pick<Config, 'baseUrl'>): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': features,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    ...(isSecure(config) ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/**
 * What every answer says to the browser. A download brings a stricter policy of its own, which stays. Pages of
 * a signed-in person are never kept by browsers or proxies: a shared computer shows nothing after signing out.
 */
export function secureHeaders(c: Request): void {
  const { headers } = c.res
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', contentPolicy)
  for (const [name, value] of Object.entries(standingHeaders(c.get('config')))) headers.set(name, value)
  headers.set('x-request-id', c.get('requestId'))
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
}

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

/**
 * What every answer says to the browser. A download brings a stricter policy of its own, which stays. Pages of
 * a signed-in person are never kept by browsers or proxies: a shared computer shows nothing after signing out.
 */
export function secureHeaders(c: Request): void {
  const { headers } = c.res
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', contentPolicy)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  headers.set('permissions-policy', features)
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  headers.set('x-frame-options', 'DENY')
  headers.set('x-request-id', c.get('requestId'))
  if (isSecure(c.get('config')))
    headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
}

const schemes = /^(?:https?:\/\/[^/\s]|mailto:[^\s@]+@|tel:\+?\d+$)/i
// Browsers leave these out before they read the scheme: "java\tscript:" runs.
const hidden = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/** True for an address that a reader may be led to: the web, mail, telephone, a place of this site or page. */
export function isSafeHref(href: string): boolean {
  return safeHref(href) === href
}

/**
 * The address, cleaned, or null where it may not be used: scripts, data, files, protocol-relative ones (`//evil`),
 * backslashes (browsers read them as slashes). An address without a scheme that looks like a site gets https.
 */
export function safeHref(raw: string): string | null {
  const seen = raw.normalize('NFC').replace(hidden, '').trim()
  const href = /^tel:/i.test(seen) ? seen.replace(/[\s().-]/g, '') : seen.replace(/\s/g, '%20')
  if (href === '' || href.length > 2000 || /[\\<>"`]/.test(href)) return null
  if (/^#[^#]*$/.test(href) || /^\/(?!\/)/.test(href)) return href
  if (schemes.test(href)) return /^https?:/i.test(href) && !URL.canParse(href) ? null : href
  const site = `https://${href}`
  return /^(?:[\p{L}\d-]+\.)+[a-z]{2,}(?:[/?#]|$)/iu.test(href) && URL.canParse(site) ? site : null
}

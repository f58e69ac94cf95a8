/** An address of the web that can be opened, 'https://…' or 'http://…', with a host that has a dot and no password in it. */
export function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || /\s/.test(text)) return false
  return url.hostname.includes('.') && url.username === '' && url.password === ''
}

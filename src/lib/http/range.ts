/** First and last byte, both sent. */
export interface Range {
  first: number
  last: number
}

/**
 * The one part that a Range header asks for (RFC 9110, 14.1.2). Null: the whole is to be sent, as for headers that
 * cannot be read or ask for several parts; 'none': it begins beyond the end (416).
 */
export function rangeOf(header: string | undefined, bytes: number): Range | 'none' | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!asked) return null
  const [, from = '', to = ''] = asked
  if (from === '' && to === '') return null
  if (from === '') {
    const last = Math.min(Number(to), bytes)
    return last === 0 ? 'none' : { first: bytes - last, last: bytes - 1 }
  }
  const first = Number(from)
  if (first >= bytes) return 'none'
  const last = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  return last < first ? null : { first, last }
}

/** A stretch of the source text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

/**
 * Text that remembers where it came from. `at[i]` and `to[i]` are the source offsets of character i of `text`.
 * `bare` is `text` in lower case without Vietnamese marks, of the same length, so that a pattern found in
 * `bare` can be cut out of `text`: scans lose marks, and people type "Bai" for "Bái".
 */
export interface Strand {
  readonly text: string
  readonly bare: string
  readonly at: Uint32Array
  readonly to: Uint32Array
}

const BARE = bareTable()

function bareTable(): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (let code = 0; code < table.length; code++) table[code] = code
  for (let code = 0x41; code <= 0x5a; code++) table[code] = code + 32
  for (let code = 0xc0; code < 0x1f00; code++) {
    if (code >= 0x250 && code < 0x1e00) continue
    const letter = String.fromCharCode(code).normalize('NFD').charAt(0).toLowerCase()
    if (letter.length === 1) table[code] = letter.charCodeAt(0)
  }
  table[0x110] = table[0x111] = 'd'.charCodeAt(0)
  for (const dash of [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212]) table[dash] = 0x2d
  for (const quote of [0x201c, 0x201d, 0x201e, 0x201f, 0xab, 0xbb]) table[quote] = 0x22
  for (const quote of [0x2018, 0x2019]) table[quote] = 0x27
  table[0xa0] = 0x20
  return table
}

/** Lower case without marks, dashes and quotes made plain; the length stays. */
export function bare(text: string): string {
  const codes = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) codes[i] = BARE[text.charCodeAt(i)] ?? 0
  return fromCodes(codes)
}

export function fromCodes(codes: Uint16Array): string {
  if (codes.length <= 4096) return String.fromCharCode.apply(null, codes as unknown as number[])
  const parts: string[] = []
  for (let i = 0; i < codes.length; i += 4096) {
    parts.push(String.fromCharCode.apply(null, codes.subarray(i, i + 4096) as unknown as number[]))
  }
  return parts.join('')
}

export const EMPTY: Strand = { text: '', bare: '', at: new Uint32Array(0), to: new Uint32Array(0) }

export function cut(strand: Strand, from: number, until: number = strand.text.length): Strand {
  if (until <= from) return EMPTY
  if (from === 0 && until === strand.text.length) return strand
  return {
    text: strand.text.slice(from, until),
    bare: strand.bare.slice(from, until),
    at: strand.at.subarray(from, until),
    to: strand.to.subarray(from, until),
  }
}

export function trim(strand: Strand): Strand {
  let from = 0
  let until = strand.text.length
  while (from < until && isSpace(strand.text.charCodeAt(from))) from++
  while (until > from && isSpace(strand.text.charCodeAt(until - 1))) until--
  return cut(strand, from, until)
}

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0
}

/** Joins strands; the separator belongs to no place in the source. */
export function join(parts: readonly Strand[], separator: string): Strand {
  const used = parts.filter((part) => part.text !== '')
  const first = used[0]
  if (first === undefined) return EMPTY
  if (used.length === 1) return first
  const length = used.reduce((sum, part) => sum + part.text.length, 0) + separator.length * (used.length - 1)
  const at = new Uint32Array(length)
  const to = new Uint32Array(length)
  let filled = 0
  for (const part of used) {
    if (filled > 0) {
      const place = to[filled - 1] ?? 0
      for (let i = 0; i < separator.length; i++) at[filled + i] = to[filled + i] = place
      filled += separator.length
    }
    at.set(part.at, filled)
    to.set(part.to, filled)
    filled += part.text.length
  }
  return {
    text: used.map((part) => part.text).join(separator),
    bare: used.map((part) => part.bare).join(separator),
    at,
    to,
  }
}

/** The pieces between the matches of a global pattern on `bare`. */
export function split(strand: Strand, pattern: RegExp): Strand[] {
  const pieces: Strand[] = []
  let from = 0
  for (const match of strand.bare.matchAll(pattern)) {
    pieces.push(cut(strand, from, match.index))
    from = match.index + match[0].length
  }
  pieces.push(cut(strand, from))
  return pieces
}

/** White space folded to one space: how values are written down. */
export function fold(text: string): string {
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim()
}

export function wordsOf(strand: Strand): string {
  return fold(strand.text)
}

/**
 * The places of a strand in the source. Marks and tags that were dropped on the way stay inside a span; words
 * that stood between (a cell cut by a page break) end it.
 */
export function spansOf(strand: Strand, source: string): Span[] {
  const spans: Span[] = []
  let open: Span | undefined
  for (let i = 0; i < strand.text.length; i++) {
    const start = strand.at[i] ?? 0
    const end = strand.to[i] ?? 0
    if (end === start || isSpace(strand.text.charCodeAt(i))) continue
    if (open !== undefined && start >= open.end && onlyMarks(source, open.end, start)) open.end = end
    else if (open === undefined || start < open.start || end > open.end) {
      open = { start, end }
      spans.push(open)
    }
  }
  return spans
}

function onlyMarks(source: string, from: number, until: number): boolean {
  if (until - from <= 1) return true
  if (until - from > 2000) return false
  const between = source.slice(from, until).replace(/<[^<>]{0,300}>|&[a-z#0-9]{2,8};/gi, '')
  return !/[\p{L}\p{N}]/u.test(between)
}

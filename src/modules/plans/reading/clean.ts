import { bare, cut, EMPTY, fromCodes, type Strand } from './strand.ts'

/**
 * The source as one strand: composed (NFC), lines ended by '\n', no zero-width characters, every kind of space
 * but tab and line end a plain space. Offsets still point into the source as given.
 */
export function clean(source: string): Strand {
  const codes = new Uint16Array(source.length)
  const at = new Uint32Array(source.length)
  const to = new Uint32Array(source.length)
  let filled = 0
  for (let i = 0; i < source.length; ) {
    const end = clusterEnd(source, i)
    const code = end === i + 1 ? plainCode(source, i) : 0
    if (end === i + 1 && code >= 0) {
      codes[filled] = code
      at[filled] = i
      to[filled] = end
      filled++
    } else if (end > i + 1) {
      const composed = source.slice(i, end).normalize('NFC')
      // A cluster never grows by composing, so the arrays are long enough.
      for (let k = 0; k < composed.length && filled < codes.length; k++) {
        codes[filled] = composed.charCodeAt(k)
        at[filled] = i
        to[filled] = end
        filled++
      }
    }
    i = end
  }
  const text = fromCodes(codes.subarray(0, filled))
  return { text, bare: bare(text), at: at.subarray(0, filled), to: to.subarray(0, filled) }
}

function clusterEnd(source: string, from: number): number {
  let end = from + 1
  while (end < source.length && end - from < 8 && isCombining(source.charCodeAt(end))) end++
  return end
}

function isCombining(code: number): boolean {
  return code >= 0x300 && code <= 0x36f
}

/** −1 for a character that is dropped. */
function plainCode(source: string, i: number): number {
  const code = source.charCodeAt(i)
  if (code < 0x80) {
    if (code === 13) return source.charCodeAt(i + 1) === 10 ? -1 : 10
    return code === 11 || code === 12 ? 10 : code
  }
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000) return 32
  if (code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff) return -1
  if (code === 0x2028 || code === 0x2029 || code === 0x85) return 10
  // Private-use bullets of Word's Symbol and Wingdings fonts.
  if (code >= 0xf000 && code <= 0xf0ff) return 0x2022
  return code
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
}

const MARKUP =
  /<!--[\s\S]{0,2000}?-->|<(\/?)(br|p|li|ul|ol|div|h[1-6]|tr|table|section|article|header|footer)\b[^<>]{0,400}>|<\/?[a-z][^<>]{0,400}>|&(#x?[0-9a-f]{1,6}|[a-z]{2,8});|\\(?=[|*_#\-+.()[\]])|\*\*\*|\*\*|(?<=\S)(?<!\()\*(?![)])|\*(?=[^\s*)])|__|`+|(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?=[\s.,;:)*]|$)/giu

/**
 * Drops HTML tags, entities and the marks of Markdown; tags that end a line (br, p, li …) become '\n'.
 * A star that stands alone before a space is a bullet and stays.
 */
export function plain(strand: Strand): Strand {
  if (!/[<&*_`\\]/.test(strand.text)) return strand
  const kept: Strand[] = []
  let from = 0
  for (const match of strand.text.matchAll(MARKUP)) {
    const end = match.index + match[0].length
    kept.push(cut(strand, from, match.index))
    const put = replacement(match)
    if (put !== '') kept.push(placed(put, strand, match.index, end))
    from = end
  }
  kept.push(cut(strand, from))
  return glue(kept)
}

function replacement(match: RegExpMatchArray): string {
  if (match[2] !== undefined) return '\n'
  const entity = match[3]?.toLowerCase()
  if (entity === undefined) return ''
  if (!entity.startsWith('#')) return ENTITIES[entity] ?? match[0]
  const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
  if (!(code >= 32 && code < 0xffff)) return ' '
  return code === 0xa0 ? ' ' : String.fromCharCode(code).normalize('NFC')
}

function placed(text: string, strand: Strand, from: number, until: number): Strand {
  const at = new Uint32Array(text.length).fill(strand.at[from] ?? 0)
  const to = new Uint32Array(text.length).fill(strand.to[until - 1] ?? 0)
  if (text === '\n') to.fill(strand.at[from] ?? 0)
  return { text, bare: bare(text), at, to }
}

function glue(parts: readonly Strand[]): Strand {
  const length = parts.reduce((sum, part) => sum + part.text.length, 0)
  if (length === 0) return EMPTY
  const at = new Uint32Array(length)
  const to = new Uint32Array(length)
  let filled = 0
  for (const part of parts) {
    at.set(part.at, filled)
    to.set(part.to, filled)
    filled += part.text.length
  }
  return {
    text: parts.map((part) => part.text).join(''),
    bare: parts.map((part) => part.bare).join(''),
    at,
    to,
  }
}

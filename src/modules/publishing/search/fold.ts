/** A syllable, number or abbreviation of a text. */
export interface Token {
  /** As written, in small letters. */
  said: string
  /** Without marks; đ is d. */
  plain: string
  /** Where it stands in the text, in UTF-16 units. */
  start: number
  end: number
  /** A new sentence begins here: it makes no pair with the word before. */
  opens: boolean
}

const table = new Uint16Array(65_536)

/** Each letter without its marks and in small; the text keeps its length, so that places in it stay right. */
export function fold(text: string): string {
  const units = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    units[i] = table[unit] || foldUnit(unit)
  }
  return Buffer.from(units.buffer).toString('utf16le')
}

function foldUnit(unit: number): number {
  const bare = String.fromCharCode(unit).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  // 'ð' is what scanners and old fonts make of 'đ'.
  const plain = bare === 'đ' || bare === 'ð' ? 'd' : bare
  const folded = plain.length === 1 ? plain.charCodeAt(0) : unit
  table[unit] = folded
  return folded
}

const syllable = /[\p{L}\p{N}\p{M}]+/gu
const sentenceEnds = new Set(['.', ';', '!', '?', '\n'])
const mark = /\p{M}/u
const marks = /\p{M}/gu

/** The words of a text, which has to be NFC. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const small = text.toLowerCase()
  // Where small letters are longer than capitals (a few foreign ones), each word is made small by itself.
  const isAligned = small.length === text.length
  const folded = fold(text)
  const hasMarks = mark.test(text)
  let last = 0
  for (const match of text.matchAll(syllable)) {
    const start = match.index
    const end = start + match[0].length
    const plain = folded.slice(start, end)
    tokens.push({
      said: isAligned ? small.slice(start, end) : match[0].toLowerCase(),
      plain: hasMarks ? plain.replace(marks, '') : plain,
      start,
      end,
      opens: last > 0 && hasEnd(text, last, start),
    })
    last = end
  }
  return tokens
}

function hasEnd(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (sentenceEnds.has(text[i] ?? '')) return true
  return false
}

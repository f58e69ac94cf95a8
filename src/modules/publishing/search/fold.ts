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

/** Each unit of UTF-16 without its marks and in small; 0: not looked up yet, see {@link foldUnit}. */
export const units = new Uint16Array(65_536)

/** Each letter without its marks and in small; the text keeps its length, so that places in it stay right. */
export function fold(text: string): string {
  const folded = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    folded[i] = units[unit] || foldUnit(unit)
  }
  return Buffer.from(folded.buffer).toString('utf16le')
}

export function foldUnit(unit: number): number {
  const bare = String.fromCharCode(unit).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  // 'ð' is what scanners and old fonts make of 'đ'.
  const plain = bare === 'đ' || bare === 'ð' ? 'd' : bare
  const folded = plain.length === 1 ? plain.charCodeAt(0) : unit
  units[unit] = folded
  return folded
}

const sentenceEnds = new Set(['.', ';', '!', '?', '\n'])
const mark = /\p{M}/u
const marks = /\p{M}/gu
const ofWords = /[\p{L}\p{N}]/u

/** What each unit is to the words of a text: 1 stands between them, 2 ends a sentence, 3 is of a word, 4 a mark of one. */
export const kinds = new Uint8Array(65_536)

/** The kind of a unit that was not seen before; of half a character, by the text around it. */
export function kindOf(unit: number, text: string, at: number): number {
  if (unit >= 0xd800 && unit < 0xe000) return ofPair(text, at)
  const one = String.fromCharCode(unit)
  const kind = sentenceEnds.has(one) ? 2 : ofWords.test(one) ? 3 : mark.test(one) ? 4 : 1
  kinds[unit] = kind
  return kind
}

function ofPair(text: string, at: number): number {
  const isSecond = (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
  const one = String.fromCodePoint(text.codePointAt(isSecond ? at - 1 : at) ?? 0)
  return ofWords.test(one) ? 3 : mark.test(one) ? 4 : 1
}

/** The words of a text, which has to be NFC. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const small = text.toLowerCase()
  // Where small letters are longer than capitals (a few foreign ones), each word is made small by itself.
  const isAligned = small.length === text.length
  const folded = fold(text)
  let start = -1
  let opens = false
  let hasMarks = false
  for (let i = 0; i <= text.length; i += 1) {
    const unit = i < text.length ? text.charCodeAt(i) : 32
    const kind = kinds[unit] || kindOf(unit, text, i)
    if (kind >= 3) {
      if (start < 0) start = i
      if (kind === 4) hasMarks = true
      continue
    }
    if (start >= 0) {
      const plain = folded.slice(start, i)
      tokens.push({
        said: isAligned ? small.slice(start, i) : text.slice(start, i).toLowerCase(),
        plain: hasMarks ? plain.replace(marks, '') : plain,
        start,
        end: i,
        opens: tokens.length > 0 && opens,
      })
      start = -1
      opens = false
      hasMarks = false
    }
    if (kind === 2) opens = true
  }
  return tokens
}

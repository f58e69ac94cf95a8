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
  let folded = ''
  for (let i = 0; i < text.length; i += 1) folded += String.fromCharCode(foldUnit(text.charCodeAt(i)))
  return folded
}

function foldUnit(unit: number): number {
  const known = table[unit] ?? 0
  if (known !== 0) return known
  const bare = String.fromCharCode(unit).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  // 'ð' is what scanners and old fonts make of 'đ'.
  const plain = bare === 'đ' || bare === 'ð' ? 'd' : bare
  const folded = plain.length === 1 ? plain.charCodeAt(0) : unit
  table[unit] = folded
  return folded
}

const syllable = /[\p{L}\p{N}\p{M}]+/gu
const sentenceEnd = /[.;!?\n]/

/** The words of a text, which has to be NFC. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let last = 0
  for (const match of text.matchAll(syllable)) {
    const word = match[0]
    const start = match.index
    tokens.push({
      said: word.toLocaleLowerCase('vi'),
      plain: fold(word).replace(/\p{M}/gu, ''),
      start,
      end: start + word.length,
      opens: tokens.length > 0 && sentenceEnd.test(text.slice(last, start)),
    })
    last = start + word.length
  }
  return tokens
}

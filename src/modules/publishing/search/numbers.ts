import type { Token } from './fold.ts'

/** '25/KH-UBND', '25/2024/NĐ-CP', '1015/QĐ-TTg' within running text. */
const printed =
  /(?<![\p{L}\p{N}])\d{1,5}\s?\/\s?(?:\d{4}\s?\/\s?)?\p{L}{1,8}\d{0,2}(?:\s?[-–]\s?\p{L}{1,8})*/gu

/** The numbers of documents that a text names, squeezed: '25/KH-UBND' is '25khubnd'. */
export function numbersIn(text: string, squeeze: (text: string) => string): string[] {
  return [...new Set([...text.matchAll(printed)].map((m) => squeeze(m[0])))]
}

/** A number is typed in at most so many pieces: 25/2024/NĐ-CP. */
const mostPieces = 5
/** 'kh', 'ubnd', 'qd', 'ttg': the letters of a number hold no vowel but u and y; nearly every syllable does. */
const letters = /^[b-df-hj-np-z]{1,8}$/

/**
 * What in a query may be a document's number, however it is parted: '25/KH-UBND', '25 kh ubnd', '25khubnd',
 * the longest first; and plain numbers after 'số', or alone.
 */
export function numbersAsked(tokens: readonly Token[]): { keys: string[]; bare: string[] } {
  const keys: string[] = []
  const bare: string[] = []
  tokens.forEach(({ plain }, at) => {
    if (/^\d{1,5}\p{L}{2,12}\d?$/u.test(plain)) keys.push(plain)
    if (!/^\d{1,5}$/.test(plain)) return
    const before = tokens[at - 1]?.plain
    if (before === 'so' || tokens.length === 1) bare.push(String(Number(plain)))
    let key = plain
    const found: string[] = []
    for (const next of tokens.slice(at + 1, at + mostPieces)) {
      const isYear = /^(?:19|20)\d\d$/.test(next.plain) && key === plain
      if (!isYear && !letters.test(next.plain)) break
      key += next.plain
      if (!isYear) found.push(key)
    }
    keys.push(...found.reverse())
  })
  return { keys, bare }
}

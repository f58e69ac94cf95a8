import { isSyllable } from '../../documents/in/syllable.ts'
import { abbreviations } from '../abbreviations.data.ts'
import { bare } from '../bare.ts'
import { romanValue } from '../spoken/number-words.ts'
import { type Finding, found, type Sentence } from './finding.ts'
import { terms } from './terms.data.ts'

const known = new Map(abbreviations.map((one) => [one.short, one]))
const token =
  /(?<!\p{L})PAR INDEX(?!\p{L})|(?<![\p{L}\p{N}/.-])\p{Lu}[\p{L}]*\p{Lu}\p{L}*(?![\p{L}\p{N}]*[/-]\p{L})(?!\p{L})/gu

/**
 * Abbreviations that are not spelled out where they first stand: "thủ tục hành chính (TTHC)" spells one out, "TTHC (thủ
 * tục hành chính)" too. Symbols of documents, Roman numbers and headings in capitals are none.
 */
export function abbreviationsNotSpelled(text: string, sentences: readonly Sentence[]): Finding[] {
  const seen = new Set<string>()
  return sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(token)].flatMap((one) => {
      const [short] = one
      const entry = known.get(short)
      if (seen.has(short) || !isAbbreviation(short, sentence, entry !== undefined)) return []
      seen.add(short)
      if (entry?.known || isSpelled(text, sentence.from + one.index, short, entry?.long)) return []
      const [vi, en] = entry
        ? [
            `Viết đầy đủ ở lần đầu: “${entry.long} (${short})”, hoặc không viết tắt.`,
            `Spell it out where it first stands: “${entry.long} (${short})”.`,
          ]
        : [
            `“${short}” chưa được giải thích. Viết đầy đủ ở lần đầu, viết tắt trong ngoặc.`,
            `“${short}” is not explained. Spell it out where it first stands.`,
          ]
      return [found('abbreviation', sentence, one.index, short, vi, en)]
    }),
  )
}

function isAbbreviation(short: string, sentence: Sentence, listed: boolean): boolean {
  if (romanValue(short) !== null || short.length > 12) return false
  // In a heading in capitals every word looks like one; those without a vowel still are.
  if (sentence.capitals) return !/[aeiouy]/.test(bare(short))
  // "YouTube", "McDonald": a name, not an abbreviation.
  const capitals = short.match(/\p{Lu}/gu)?.length ?? 0
  if (listed) return true
  // A word set in capitals for weight (“KHÔNG”) has marks and the shape of a syllable.
  const isWord = short !== bare(short).toUpperCase() && isSyllable(short)
  return !isWord && capitals / short.length > 0.6
}

function isSpelled(text: string, at: number, short: string, long: string | undefined): boolean {
  const before = bare(text.slice(Math.max(0, at - 120), at))
  const after = bare(text.slice(at + short.length, at + short.length + 120))
  if (long !== undefined) {
    const words = bare(long)
    if (
      before
        .replace(/[("“”]+\s*(?:sau đây|sau day)?[^()]{0,30}$/, '')
        .trim()
        .endsWith(words)
    )
      return true
    return /^\s*[(:]/.test(after) && after.slice(0, words.length + 6).includes(words)
  }
  if (!/\(\s*[^()]{0,30}$/.test(before)) return false
  const initials = before.replace(/\([^()]*$/, '').match(/[a-z0-9]+/g) ?? []
  const tail = initials.slice(-short.length).map((word) => word[0])
  return tail.join('') === bare(short)
}

const pattern = new RegExp(
  `(?<!\\p{L})(?:${[...terms]
    .sort((a, b) => b.term.length - a.term.length)
    .map((one) => one.term)
    .join('|')})(?!\\p{L})`,
  'giu',
)
const byTerm = new Map(terms.map((one) => [one.term, one]))

/** Heavy words with a plain one that says the same; the longest where several begin alike. */
export function heavyTerms(sentence: Sentence): Finding[] {
  return [...sentence.text.matchAll(pattern)].flatMap((one) => {
    const entry = byTerm.get(one[0].toLocaleLowerCase('vi').normalize('NFC'))
    if (!entry) return []
    const vi = `Có thể viết: ${entry.plain}. ${entry.note.vi}`
    return [found('term', sentence, one.index, one[0], vi, `Plainer: ${entry.plain}. ${entry.note.en}`)]
  })
}

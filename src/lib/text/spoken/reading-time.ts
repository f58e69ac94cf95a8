import { isSyllable } from '../../documents/in/syllable.ts'
import { spoken } from './spoken.ts'

/**
 * Syllables a minute for a script that people hear outdoors, pauses included. UNVERIFIED: no rule of a station was
 * found; Pellegrino, Coupé and Marsico (Language 87, 2011) measured 5.22 syllables a second, 313 a minute, in Vietnamese
 * read without pauses. Stations set their own rate.
 */
export const defaultRate = 200

/** Syllables of a text as it is said; a foreign word counts its groups of vowels. */
export function countSyllables(text: string): number {
  let count = 0
  for (const [word] of spoken(text).matchAll(/[\p{L}\p{M}]+/gu))
    count += isSyllable(word) ? 1 : Math.max(1, vowelGroups(word))
  return count
}

function vowelGroups(word: string): number {
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return bare.match(/[aeiouy]+/g)?.length ?? 1
}

/** How long it takes to read a text aloud, in seconds, at `rate` syllables a minute. */
export function readingTime(
  text: string,
  rate: number = defaultRate,
): { syllables: number; seconds: number } {
  const syllables = countSyllables(text)
  return { syllables, seconds: Math.round((syllables / rate) * 60) }
}

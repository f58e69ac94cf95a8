import { setTimeout as pause } from 'node:timers/promises'
import type { Day } from '../../../lib/calendar/day.ts'
import type { Db } from '../../../lib/db/db.ts'
import { find, vocabularyOf } from './search.ts'
import { suggestionsFor } from './suggesting.ts'
import type { Vocabulary } from './vocabulary.ts'

/** As people type: with marks and without, slips, numbers of documents, words half typed. */
const typed = [
  'cải cách hành chính',
  'thu tuc hanh chinh cap xa',
  'tuyeen truyeenf cai cahc',
  'kế hoạch số 25/KH-UBND năm 2026',
  'bo phan mot cua phuong',
  'dichvu công trực tuyến',
  'ho so dat dai tre hen',
  'm0 hinh "chính quyền thân thiện"',
]
const rounds = 3
/** Words of so many provinces are kept at once. */
const mostProvinces = 8
/** Of a province's own words; their lists are then in memory, and those who mend slips are compiled. */
const mostLikely = 120
/** Statements are prepared on each connection by itself. */
const connections = 4

/**
 * Searches a few times before the first reader does: the words are then in memory, and the code is compiled. Between
 * the questions others get their turn.
 */
export async function warmSearch(
  db: Db,
  provinceIds: readonly number[],
  today: Day,
  signal: AbortSignal,
): Promise<void> {
  const chosen = provinceIds.slice(0, mostProvinces)
  const ask = async (provinceId: number, words: string) => {
    if (signal.aborted) return
    await find(db, provinceId, today, { words, facets: {}, page: 1, exactly: false })
    await suggestionsFor(db, provinceId, today, words.slice(0, -2))
    await pause(5, undefined, { ref: false })
  }
  for (let round = 0; round < rounds; round += 1)
    for (const provinceId of chosen) for (const words of typed) await ask(provinceId, words)
  for (const provinceId of chosen) {
    if (signal.aborted) return
    const { vocabulary } = await vocabularyOf(db, provinceId)
    const own = likelyQueries(vocabulary, Math.ceil(mostLikely / chosen.length))
    for (const words of own) await ask(provinceId, words)
  }
  const first = chosen[0]
  if (first === undefined) return
  for (const words of typed.slice(0, 3))
    await Promise.all(Array.from({ length: connections }, () => ask(first, words)))
}

/** What this province is likely to be asked: its most used words with those that follow them, every second with a slip. */
export function likelyQueries(vocabulary: Vocabulary, most: number): string[] {
  const uses = (word: string) => vocabulary.uses(word)
  const words = [...vocabulary.begunBy('')].sort((a, b) => uses(b) - uses(a)).slice(0, most)
  const byNumber = new Map(vocabulary.begunBy('').map((word) => [vocabulary.numberOf(word), word]))
  const next = (word: string, rank: number): string => {
    const followers = [...(vocabulary.followers(word) ?? [])].sort((a, b) => b[1] - a[1])
    return byNumber.get(followers[rank % Math.max(1, followers.length)]?.[0] ?? -1) ?? ''
  }
  return words.map((word, i) => {
    const second = next(word, i % 3)
    const third = second && next(second, i % 2)
    return [word, i % 2 === 1 ? slipped(second) : second, third].filter(Boolean).join(' ')
  })
}

/** Two letters exchanged. */
function slipped(word: string): string {
  return word.length < 3 ? word : `${word.slice(0, -2)}${word.at(-1)}${word.at(-2)}`
}

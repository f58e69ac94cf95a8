import type { Day } from '../../../lib/calendar/day.ts'
import type { Db } from '../../../lib/db/db.ts'
import { listsOf } from './asked-lists.ts'
import { type Token, tokensOf } from './fold.ts'
import { lexeme } from './lexemes.ts'
import { heaviest, type List, place } from './lists.ts'
import { entriesBy } from './search.sql.ts'
import { find, spanOf, vocabularyOf } from './search.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Suggestion {
  title: string
  href: string
}

const mostSuggested = 7
const shortestWord = 2

/**
 * Titles that hold the words typed so far, the last one perhaps unfinished; where there are none, what a search finds.
 * Too little typed: nothing.
 */
export async function suggestionsFor(
  db: Db,
  provinceId: number,
  today: Day,
  typed: string,
): Promise<Suggestion[]> {
  const tokens = tokensOf(typed).slice(-8)
  if (tokens.length === 0 || (tokens.length === 1 && (tokens[0]?.plain.length ?? 0) < shortestWord)) return []
  const rows = await entriesBy(db, provinceId, await titlesBegun(db, provinceId, tokens))
  if (rows.length > 0) return rows.map((row) => ({ title: row.title, href: row.address }))
  const { hits } = await find(db, provinceId, today, { words: typed, facets: {}, page: 1, exactly: false })
  return hits
    .slice(0, mostSuggested)
    .map((hit) => ({ title: hit.title.map((piece) => piece.text).join(''), href: hit.address }))
}

/** So many ways to end the last word are looked for. */
const mostEndings = 12
/** What the marks as typed add to a title that holds the words. */
const marksGain = 0.5

/** Entries whose title holds all words, the last one perhaps unfinished: with the marks as typed first, then newest. */
async function titlesBegun(db: Db, provinceId: number, tokens: readonly Token[]): Promise<number[]> {
  const { vocabulary, label } = await vocabularyOf(db, provinceId)
  const whole = tokens.slice(0, -1)
  const before = whole.at(-1)
  const endings = likeliest(vocabulary, before?.plain ?? '', tokens.at(-1)?.plain ?? '')
  const marked = tokens.filter((t) => t.said !== t.plain).map((t) => lexeme.said(t.said))
  const words = whole.map((t) => lexeme.plain(t.plain))
  const listOf = await listsOf(db, provinceId, label, [...endings.map(lexeme.plain), ...words, ...marked])
  const ends = endings.map((word) => ({ list: onlyTitles(listOf(lexeme.plain(word))), gain: 1 }))
  const marks = marked.map((name) => ({ list: onlyTitles(listOf(name)), gain: marksGain }))
  const all = [...words.map((name) => onlyTitles(listOf(name))), joined(ends.map((e) => e.list))]
  return heaviest([...ends, ...marks], all, spanOf(label), mostSuggested).map((c) => c.ordinal)
}

/** The words that end the last one, those first that follow the word before most, then the commonest. */
function likeliest(vocabulary: Vocabulary, before: string, begun: string): string[] {
  const endings = vocabulary.begunBy(begun).map((word) => ({
    word,
    expected: before ? vocabulary.pairUses(before, word) : 0,
    uses: vocabulary.uses(word),
  }))
  endings.sort((a, b) => b.expected - a.expected || b.uses - a.uses)
  return endings.slice(0, mostEndings).map((one) => one.word)
}

const titles = new WeakMap<List, List>()

/** Of a list those entries that hold it in their title; made once for as long as the list is kept. */
function onlyTitles(list: List): List {
  const known = titles.get(list)
  if (known) return known
  const blocks = list.blocks.map(({ block, codes }) => ({ block, codes: inTitles(codes) }))
  const made = { uses: list.uses, blocks }
  titles.set(list, made)
  return made
}

/** Without a call for each code: the endings of a short word have a hundred thousand of them. */
function inTitles(codes: Uint16Array): Uint16Array {
  const kept = new Uint16Array(codes.length)
  let length = 0
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] as number
    kept[length] = code
    length += code >> 13 === place.title ? 1 : 0
  }
  return kept.slice(0, length)
}

function joined(lists: readonly List[]): List {
  return { uses: 0, blocks: lists.flatMap((list) => list.blocks) }
}

import type { Day } from '../../../lib/calendar/day.ts'
import type { Db } from '../../../lib/db/db.ts'
import { tokensOf } from './fold.ts'
import { inProvince } from './lexemes.ts'
import { entriesById, newestFor } from './search.sql.ts'
import { find } from './search.ts'

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
  const lexeme = inProvince(provinceId)
  const query = tokens
    .map((t, i) => `'${lexeme.title(t.plain)}'${i === tokens.length - 1 ? ':*' : ''}`)
    .join(' & ')
  const begun = await newestFor(db, provinceId, query, 1, mostSuggested)
  const newest = begun.sort((a, b) => b.day.localeCompare(a.day)).map((c) => c.id)
  const rows = await entriesById(db, provinceId, newest)
  if (rows.length > 0) return rows.map((row) => ({ title: row.title, href: row.address }))
  const { hits } = await find(db, provinceId, today, { words: typed, facets: {}, page: 1, exactly: false })
  return hits
    .slice(0, mostSuggested)
    .map((hit) => ({ title: hit.title.map((piece) => piece.text).join(''), href: hit.address }))
}

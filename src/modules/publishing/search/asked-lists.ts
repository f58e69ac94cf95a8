import type { Db } from '../../../lib/db/db.ts'
import { keeperOfMany } from '../../../lib/kept.ts'
import { selectLists } from './lists.sql.ts'
import { type List, noList } from './lists.ts'
import type { VocabularyLabel } from './search.sql.ts'

/** Lists that a process keeps at once; at 50,000 entries they take some kB each on the average. */
const mostLists = 3_000
const kept = keeperOfMany<List>(mostLists)

/** The lists of these lexemes, from memory while no entry has been added since. */
export async function listsOf(
  db: Db,
  provinceId: number,
  { firstOrdinal, nextOrdinal }: VocabularyLabel,
  lexemes: readonly string[],
): Promise<(lexeme: string) => List> {
  const stamp = `${firstOrdinal} ${nextOrdinal}`
  const mark = String(provinceId)
  const read = async (keys: readonly string[]) => {
    const own = keys.map((key) => key.slice(mark.length))
    const lists = await selectLists(db, provinceId, own)
    return new Map([...lists].map(([lexeme, list]) => [mark + lexeme, list]))
  }
  const lists = await kept(db, new Map(lexemes.map((lexeme) => [mark + lexeme, stamp])), read)
  return (lexeme) => lists.get(mark + lexeme) ?? noList
}

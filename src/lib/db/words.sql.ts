import { type RawBuilder, sql } from 'kysely'

/**
 * Does a column hold every one of these words, in any order? Letters typed without diacritics match all; letters
 * typed with them match only themselves, because whoever types "số" does not look for "so".
 */
export function holdsWords(column: string, words: string): RawBuilder<boolean> {
  const parts = words.normalize('NFC').split(/\s+/).filter(Boolean).slice(0, 12)
  const tests = parts.map((part) => {
    const pattern = `%${part.replace(/[\\%_]/g, '\\$&')}%`
    const bare = !/[^\p{ASCII}]/u.test(part)
    return bare
      ? sql<boolean>`unaccent(${sql.ref(column)}) ilike ${pattern}`
      : sql<boolean>`${sql.ref(column)} ilike ${pattern}`
  })
  return sql<boolean>`(${sql.join(tests.length > 0 ? tests : [sql`true`], sql` and `)})`
}

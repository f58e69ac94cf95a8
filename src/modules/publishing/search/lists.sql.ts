import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Indexed } from './lexemes.ts'
import { blockSize, codeOf, codesOf, type List, noList } from './lists.ts'

/**
 * Takes the next `count` ordinals of a province. The vocabulary's row is held until the transaction ends: lists are
 * added to by one transaction after the other, and whoever reads a number finds every entry and word up to it.
 */
export async function takeOrdinals(tx: Tx, provinceId: number, count: number): Promise<number> {
  const { next_ordinal } = await tx
    .insertInto('publishing.search_vocabulary')
    .values({ province_id: provinceId, next_ordinal: count })
    .onConflict((c) =>
      c.column('province_id').doUpdateSet((e) => ({
        next_ordinal: e('publishing.search_vocabulary.next_ordinal', '+', count),
      })),
    )
    .returning('next_ordinal')
    .executeTakeFirstOrThrow()
  return next_ordinal - count
}

/** Adds entries to the lists of everything they hold. Their ordinals must be the newest. */
export async function addToLists(
  tx: Tx,
  provinceId: number,
  entries: readonly { ordinal: number; index: Indexed }[],
): Promise<void> {
  const added = new Map<string, { lexeme: string; block: number; codes: number[] }>()
  for (const { ordinal, index } of entries) {
    const block = Math.floor(ordinal / blockSize)
    for (const [lexeme, at] of index.lexemes) {
      const key = `${block} ${lexeme}`
      const row = added.get(key)
      if (row) row.codes.push(codeOf(ordinal, at))
      else added.set(key, { lexeme, block, codes: [codeOf(ordinal, at)] })
    }
  }
  const rows = [...added.values()]
  await sql`
    insert into publishing.search_list (province_id, lexeme, block, uses, entries)
    select ${provinceId}, lexeme, block, uses, decode(entries, 'hex')
    from unnest(
      ${rows.map((r) => r.lexeme)}::text[], ${rows.map((r) => r.block)}::int[],
      ${rows.map((r) => r.codes.length)}::int[], ${rows.map((r) => hexOf(r.codes))}::text[]
    ) as added(lexeme, block, uses, entries)
    on conflict (province_id, lexeme, block) do update set
      uses = search_list.uses + excluded.uses, entries = search_list.entries || excluded.entries
  `.execute(tx)
}

function hexOf(codes: readonly number[]): string {
  const bytes = Buffer.alloc(2 * codes.length)
  codes.forEach((code, i) => {
    bytes.writeUInt16LE(code, 2 * i)
  })
  return bytes.toString('hex')
}

/** The lists of these lexemes; an empty one where no entry holds it. */
export async function selectLists(
  db: DbOrTx,
  provinceId: number,
  lexemes: readonly string[],
): Promise<Map<string, List>> {
  const { rows } = await sql<{ lexeme: string; block: number; uses: number; entries: Buffer }>`
    select lexeme, block, uses, entries from publishing.search_list
    where province_id = ${provinceId} and lexeme = any(${[...lexemes]}::text[] collate "C")
  `.execute(db)
  const lists = new Map(lexemes.map((lexeme) => [lexeme, noList]))
  for (const { lexeme, block, uses, entries } of rows) {
    const before = lists.get(lexeme) ?? noList
    const blocks = [...before.blocks, { block, codes: codesOf(entries) }]
    lists.set(lexeme, { uses: before.uses + uses, blocks })
  }
  return lists
}

/** Makes words known that no entry has used before, under the next number of the vocabulary (see takeOrdinals). */
export async function addWords(tx: Tx, provinceId: number, words: readonly string[]): Promise<void> {
  const { rows } = await sql<{ word: string }>`
    select word from unnest(${[...words]}::text[]) as w(word)
    where not exists (
      select from publishing.search_word s where s.province_id = ${provinceId} and s.word = w.word
    )
    order by word
  `.execute(tx)
  if (rows.length === 0) return
  const { added_no } = await tx
    .updateTable('publishing.search_vocabulary')
    .set((e) => ({ added_no: e('added_no', '+', 1) }))
    .where('province_id', '=', provinceId)
    .returning('added_no')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('publishing.search_word')
    .values(rows.map(({ word }) => ({ province_id: provinceId, word, uses: 1, added_no })))
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Pairs that stand in one entry only tell nothing about what is usual. */
const leastPairUses = 2

/** Counts every word and pair anew, from the lists. */
export async function countWords(tx: Tx, provinceId: number): Promise<void> {
  const { first_ordinal } = await tx
    .insertInto('publishing.search_vocabulary')
    .values({ province_id: provinceId, revision: 1 })
    .onConflict((c) =>
      c.column('province_id').doUpdateSet((e) => ({
        revision: e('publishing.search_vocabulary.revision', '+', 1),
      })),
    )
    .returning('first_ordinal')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('publishing.search_word').where('province_id', '=', provinceId).execute()
  // '.' begins words and pairs, '/' is the character after it.
  await sql`
    insert into publishing.search_word (province_id, word, uses)
    select province_id, replace(substr(lexeme, 2), '_', ' '), sum(uses)
    from publishing.search_list
    where province_id = ${provinceId} and lexeme > '.' and lexeme < '/'
      and block >= ${Math.floor(first_ordinal / blockSize)}
    group by province_id, lexeme
    having sum(uses) >= ${leastPairUses} or strpos(lexeme, '_') = 0
  `.execute(tx)
  await sql`
    update publishing.search_vocabulary v set entries =
      (select count(*) from publishing.search_entry e where e.province_id = ${provinceId} and e.ordinal is not null)
    where v.province_id = ${provinceId}
  `.execute(tx)
}

import { sql } from 'kysely'
import type { Db, DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Entry, Indexed } from './lexemes.ts'
import { type Feature, mostUnits } from './query-plan.ts'
import type { Candidate } from './ranking.ts'

/** Puts an entry and its index in place of what stood under its source. */
export async function saveEntry(tx: Tx, provinceId: number, entry: Entry, index: Indexed): Promise<void> {
  const values = {
    address: entry.address,
    kind: entry.kind,
    language: entry.language,
    title: entry.title,
    lead: entry.lead,
    body: entry.body,
    number: entry.number,
    number_key: index.numberKey,
    topics: [...entry.topics],
    column_id: entry.columnId,
    issuer: entry.issuer,
    day: entry.day,
  }
  const { id } = await tx
    .insertInto('publishing.search_entry')
    .values({ province_id: provinceId, source: entry.source, ...values })
    .onConflict((c) => c.columns(['province_id', 'source']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into publishing.search_index (province_id, entry_id, day, words, said)
    values (${provinceId}, ${id}, ${entry.day}, array_to_tsvector(${index.lexemes}::text[]), ${index.said})
    on conflict (province_id, entry_id)
      do update set day = excluded.day, words = excluded.words, said = excluded.said
  `.execute(tx)
}

export async function deleteEntry(tx: Tx, provinceId: number, source: string): Promise<void> {
  await tx
    .deleteFrom('publishing.search_entry')
    .where('province_id', '=', provinceId)
    .where('source', '=', source)
    .execute()
}

/**
 * Makes words known that no entry has used before, under the next number of the vocabulary. The vocabulary's row is
 * held until the transaction ends, so that whoever reads a number finds every word up to it.
 */
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
    .insertInto('publishing.search_vocabulary')
    .values({ province_id: provinceId, added_no: 1 })
    .onConflict((c) =>
      c.column('province_id').doUpdateSet((e) => ({
        added_no: e('publishing.search_vocabulary.added_no', '+', 1),
      })),
    )
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

/** Counts every word and pair anew. Reads the whole index: seconds at 50,000 entries. */
export async function countWords(tx: Tx, provinceId: number): Promise<void> {
  const mark = `${provinceId.toString(36)}.`
  await tx
    .insertInto('publishing.search_vocabulary')
    .values({ province_id: provinceId, revision: 1 })
    .onConflict((c) =>
      c.column('province_id').doUpdateSet((e) => ({
        revision: e('publishing.search_vocabulary.revision', '+', 1),
      })),
    )
    .execute()
  await tx.deleteFrom('publishing.search_word').where('province_id', '=', provinceId).execute()
  const entries = `select words from publishing.search_index where province_id = ${Number(provinceId)}`
  await sql`
    insert into publishing.search_word (province_id, word, uses)
    select ${provinceId}, replace(substr(word, ${mark.length + 1}), '_', ' '), ndoc
    from ts_stat(${entries})
    where starts_with(word, ${mark}) and (ndoc >= ${leastPairUses} or strpos(word, '_') = 0)
  `.execute(tx)
  await sql`
    update publishing.search_vocabulary v set entries =
      (select count(*) from publishing.search_index i where i.province_id = ${provinceId})
    where v.province_id = ${provinceId}
  `.execute(tx)
}

export interface VocabularyLabel {
  revision: number
  addedNo: number
  entries: number
}

export async function vocabularyLabel(db: DbOrTx, provinceId: number): Promise<VocabularyLabel> {
  const row = await db
    .selectFrom('publishing.search_vocabulary')
    .select(['revision', 'added_no as addedNo', 'entries'])
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
  return row ?? { revision: 0, addedNo: 0, entries: 0 }
}

/** So many words and pairs are kept in memory at most, the commonest. */
const mostWords = 400_000

export async function allWords(db: DbOrTx, provinceId: number): Promise<{ word: string; uses: number }[]> {
  return db
    .selectFrom('publishing.search_word')
    .select(['word', 'uses'])
    .where('province_id', '=', provinceId)
    .orderBy('uses', 'desc')
    .limit(mostWords)
    .execute()
}

export async function wordsSince(db: DbOrTx, provinceId: number, addedNo: number): Promise<string[]> {
  const rows = await db
    .selectFrom('publishing.search_word')
    .select('word')
    .where('province_id', '=', provinceId)
    .where('added_no', '>', addedNo)
    .execute()
  return rows.map((r) => r.word)
}

/** One feature may pass over so many rows: its count may be old. */
const mostOfAFeature = 5_000

/**
 * The entries that gain most. Each question is asked by itself through the index (`lateral`): the planner then knows
 * no figures of it and cannot take to reading every entry's long value instead.
 */
export async function candidatesFor(
  db: Db | Tx,
  provinceId: number,
  features: readonly Feature[],
  gains: readonly number[],
  limit: number,
): Promise<Candidate[]> {
  if (features.length === 0) return []
  // The text of the statement is the same for every number of units, so that it stays prepared.
  const weight = Array.from(
    { length: mostUnits },
    (_, bit) => sql`((mask >> ${sql.lit(bit)}) & 1) * ${gains[bit] ?? 0}::float8`,
  )
  const { rows } = await sql<Candidate>`
    with found as (
      select s.entry_id, bit_or(f.mask) as mask
      from unnest(${features.map((f) => f.query)}::text[], ${features.map((f) => f.mask)}::int[]) as f(query, mask)
      cross join lateral (
        select i.entry_id from publishing.search_index i
        where i.words @@ f.query::tsquery and i.province_id = ${provinceId}
        limit ${mostOfAFeature}
      ) s
      group by s.entry_id
    ), best as (
      select entry_id, ${sql.join(weight, sql` + `)} as weight
      from found
      order by weight desc, entry_id desc
      limit ${limit}
    )
    ${chosen(provinceId)}
  `.execute(db)
  return rows
}

/** The newest entries that answer one question; `weight` is given to each. */
export async function newestFor(
  db: Db | Tx,
  provinceId: number,
  query: string,
  weight: number,
  limit: number,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    with best as (
      select s.entry_id, ${weight}::float8 as weight
      from unnest(${[query]}::text[]) as f(query)
      cross join lateral (
        select i.entry_id, i.day from publishing.search_index i
        where i.words @@ f.query::tsquery and i.province_id = ${provinceId}
        order by i.day desc, i.entry_id desc
        limit ${limit}
      ) s
    )
    ${chosen(provinceId)}
  `.execute(db)
  return rows
}

function chosen(provinceId: number) {
  return sql`
    select b.entry_id as id, b.weight, i.said, e.day, e.kind, e.number_key as "numberKey"
    from best b
    join publishing.search_index i on i.province_id = ${provinceId} and i.entry_id = b.entry_id
    join publishing.search_entry e on e.province_id = ${provinceId} and e.id = b.entry_id
  `
}

export interface EntryRow {
  id: number
  source: string
  address: string
  kind: string
  language: string
  title: string
  lead: string
  body: string
  number: string | null
  issuer: string | null
  day: string
}

/** Entries by id, in the order of the ids. */
export async function entriesById(
  db: DbOrTx,
  provinceId: number,
  ids: readonly number[],
): Promise<EntryRow[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('publishing.search_entry')
    .select([
      'id',
      'source',
      'address',
      'kind',
      'language',
      'title',
      'lead',
      'body',
      'number',
      'issuer',
      'day',
    ])
    .where('province_id', '=', provinceId)
    .where((e) => e('id', '=', e.fn.any(e.val([...ids]))))
    .execute()
  const byId = new Map(rows.map((r) => [r.id, r]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Entry, Indexed } from './lexemes.ts'
import type { Chosen } from './lists.ts'
import type { Candidate } from './ranking.ts'

/** Puts entries, each of another source, in place of what stood under their sources. */
export async function saveEntries(
  tx: Tx,
  provinceId: number,
  entries: readonly { entry: Entry; index: Indexed; ordinal: number }[],
): Promise<void> {
  const rows = entries.map(({ entry, index, ordinal }) => ({
    ...entry,
    number_key: index.numberKey,
    column_id: entry.columnId,
    ended_from: entry.endedFrom ?? null,
    said: index.said,
    ordinal,
  }))
  await sql`
    insert into publishing.search_entry
      (province_id, source, address, kind, language, title, lead, body, number, number_key, topics, column_id, issuer,
       day, said, ordinal, ended_from)
    select ${provinceId}, source, address, kind, language, title, lead, body, number, number_key, topics, column_id,
      issuer, day, said, ordinal, ended_from
    from jsonb_populate_recordset(null::publishing.search_entry, ${JSON.stringify(rows)}::jsonb)
    on conflict (province_id, source) do update set
      address = excluded.address, kind = excluded.kind, language = excluded.language, title = excluded.title,
      lead = excluded.lead, body = excluded.body, number = excluded.number, number_key = excluded.number_key,
      topics = excluded.topics, column_id = excluded.column_id, issuer = excluded.issuer, day = excluded.day,
      said = excluded.said, ordinal = excluded.ordinal, ended_from = excluded.ended_from
  `.execute(tx)
}

export async function updateEnd(
  tx: Tx,
  provinceId: number,
  source: string,
  endedFrom: Day | null,
): Promise<void> {
  await tx
    .updateTable('publishing.search_entry')
    .set({ ended_from: endedFrom })
    .where('province_id', '=', provinceId)
    .where('source', '=', source)
    .execute()
}

export async function deleteEntry(tx: Tx, provinceId: number, source: string): Promise<void> {
  await tx
    .deleteFrom('publishing.search_entry')
    .where('province_id', '=', provinceId)
    .where('source', '=', source)
    .execute()
}

/** Addresses of what is of these kinds, the newest first. */
export async function selectAddressesOf(
  db: DbOrTx,
  provinceId: number,
  kinds: readonly string[],
  limit: number,
): Promise<{ address: string; day: string }[]> {
  return db
    .selectFrom('publishing.search_entry')
    .select(['address', 'day'])
    .where('province_id', '=', provinceId)
    .where('kind', 'in', [...kinds])
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Columns, topics and standing pages that can be found. */
export async function selectPlaces(
  db: DbOrTx,
  provinceId: number,
): Promise<{ source: string; title: string; lead: string; address: string }[]> {
  return db
    .selectFrom('publishing.search_entry')
    .select(['source', 'title', 'lead', 'address'])
    .where('province_id', '=', provinceId)
    .where('kind', '=', 'place')
    .execute()
}

export interface VocabularyLabel {
  revision: number
  addedNo: number
  entries: number
  firstOrdinal: number
  nextOrdinal: number
}

const noVocabulary = { revision: 0, addedNo: 0, entries: 0, firstOrdinal: 0, nextOrdinal: 0 }

export async function vocabularyLabel(db: DbOrTx, provinceId: number): Promise<VocabularyLabel> {
  const { rows } = await sql<VocabularyLabel>`
    select revision, added_no as "addedNo", entries, first_ordinal as "firstOrdinal", next_ordinal as "nextOrdinal"
    from publishing.search_vocabulary where province_id = ${provinceId}
  `.execute(db)
  return rows[0] ?? noVocabulary
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

/** What the chosen entries say; those that are no more are left out. */
export async function candidatesBy(
  db: DbOrTx,
  provinceId: number,
  chosen: readonly Chosen[],
): Promise<Candidate[]> {
  if (chosen.length === 0) return []
  const { rows } = await sql<Omit<Candidate, 'weight'>>`
    select ordinal, said, day, kind, number_key as "numberKey", ended_from as "endedFrom"
    from publishing.search_entry
    where province_id = ${provinceId} and ordinal = any(${chosen.map((c) => c.ordinal)}::int[])
  `.execute(db)
  const weights = new Map(chosen.map((c) => [c.ordinal, c.weight]))
  return rows.map((row) => ({ ...row, weight: weights.get(row.ordinal) ?? 0 }))
}

export interface EntryRow {
  ordinal: number
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
  endedFrom: Day | null
}

/** Entries by their ordinals, in that order. */
export async function entriesBy(
  db: DbOrTx,
  provinceId: number,
  ordinals: readonly number[],
): Promise<EntryRow[]> {
  if (ordinals.length === 0) return []
  const { rows } = await sql<EntryRow>`
    select ordinal, source, address, kind, language, title, lead, body, number, issuer, day,
      ended_from as "endedFrom"
    from publishing.search_entry where province_id = ${provinceId} and ordinal = any(${[...ordinals]}::int[])
  `.execute(db)
  const byOrdinal = new Map(rows.map((r) => [r.ordinal, r]))
  return ordinals.flatMap((ordinal) => byOrdinal.get(ordinal) ?? [])
}

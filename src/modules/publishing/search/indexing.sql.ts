import { sql } from 'kysely'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { DocumentValidity, PublicationKind } from '../publication.ts'
import type { Entry } from './lexemes.ts'
import { blockSize } from './lists.ts'
import type { PublicText } from './public-text.ts'

export interface Making {
  version: number
  firstOrdinal: number
  /** Entries with a lower ordinal, or none, are still to be indexed anew. */
  renewBelow: number
  nextOrdinal: number
  entries: number
}

/** How far the lists of a province are made; in a transaction, its row is held until the end. */
export async function selectMaking(db: DbOrTx, provinceId: number, isHeld = false): Promise<Making | null> {
  const { rows } = await sql<Making>`
    select version, first_ordinal as "firstOrdinal", renew_below as "renewBelow", next_ordinal as "nextOrdinal",
      (select count(*)::int from publishing.search_entry e where e.province_id = v.province_id) as entries
    from publishing.search_vocabulary v where v.province_id = ${provinceId}
    ${isHeld ? sql`for update` : sql``}
  `.execute(db)
  return rows[0] ?? null
}

/** Lists of this version begin with the next block: all entries are to be indexed anew. */
export async function beginAnew(tx: Tx, provinceId: number, version: number): Promise<void> {
  const next = sql`(v.next_ordinal + ${blockSize - 1}) / ${sql.lit(blockSize)} * ${sql.lit(blockSize)}`
  await sql`
    insert into publishing.search_vocabulary as v (province_id, version) values (${provinceId}, ${version})
    on conflict (province_id) do update set version = ${version}, renew_below = ${next}, next_ordinal = ${next}
  `.execute(tx)
}

/** What the old lists said is no longer needed. */
export async function endAnew(tx: Tx, provinceId: number): Promise<void> {
  const { rows } = await sql<{ first: number }>`
    update publishing.search_vocabulary set first_ordinal = renew_below
    where province_id = ${provinceId} returning first_ordinal as first
  `.execute(tx)
  await sql`
    delete from publishing.search_list
    where province_id = ${provinceId} and block < ${Math.floor((rows[0]?.first ?? 0) / blockSize)}
  `.execute(tx)
}

/** Entries still to be indexed anew, the oldest day first, so that ordinals follow days. */
export async function selectStale(
  tx: Tx,
  provinceId: number,
  renewBelow: number,
  most: number,
): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select source, address, kind, language, title, lead, body, number, topics, column_id as "columnId", issuer, day,
      ended_from as "endedFrom"
    from publishing.search_entry
    where province_id = ${provinceId} and (ordinal is null or ordinal < ${renewBelow})
    order by day, id limit ${most}
  `.execute(tx)
  return rows
}

/** Live publications without an entry, the oldest first. */
export async function selectUnfindable(db: DbOrTx, provinceId: number, most: number): Promise<PublicText[]> {
  const { rows } = await sql<Omit<PublicText, 'publishedOn' | 'kind'> & { kind: string; publishedAt: Date }>`
    select p.id, p.slug, p.kind, p.language, p.title, p.lead, p.body_text as "bodyText", p.facts, p.validity, p.byline,
      p.unit_name as "unitName", p.topics, p.column_id as "columnId", p.published_at as "publishedAt",
      array(
        select f.name from publishing.publication_file f
        where f.province_id = p.province_id and f.publication_id = p.id and f.name <> '' order by f.file_id
      ) as files
    from publishing.publication p
    where p.province_id = ${provinceId} and p.state = 'live' and not exists (
      select from publishing.search_entry e
      where e.province_id = p.province_id and e.source = 'publication:' || p.id
    )
    order by p.published_at, p.id limit ${most}
  `.execute(db)
  return rows.map(({ publishedAt, kind, ...row }) => ({
    ...row,
    kind: kind as PublicationKind,
    publishedOn: dayOf(publishedAt),
  }))
}

/** What the register says of a directing document. */
export async function selectValidity(
  db: DbOrTx,
  provinceId: number,
  publicationId: number,
): Promise<DocumentValidity | null> {
  const row = await db
    .selectFrom('publishing.publication')
    .select('validity')
    .where('province_id', '=', provinceId)
    .where('id', '=', publicationId)
    .executeTakeFirst()
  return (row?.validity ?? null) as DocumentValidity | null
}

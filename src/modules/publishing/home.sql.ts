import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import type { PublicationKind } from './publication.ts'
import { type Entry, entryColumns, toEntry } from './reading.sql.ts'

export interface HomeAsked {
  /** Of what is read like a newspaper. */
  kinds: readonly PublicationKind[]
  today: Day
  columnIds: readonly number[]
  /** What was read most, the most first. */
  readIds: readonly number[]
}

export interface HomeLists {
  latest: Entry[]
  documents: Entry[]
  events: Entry[]
  indices: Entry[]
  exemplars: Entry[]
  /** What of it is live, in its order. */
  read: Entry[]
  /** By column, one more than is shown: the first of all may be among them. */
  columns: Map<number, Entry[]>
}

interface List {
  part: string
  where: RawBuilder<unknown>
  /** Has to be the order of an index. */
  order: RawBuilder<unknown>
  most: number
}

/** The ids of the first lines of a list, each with its place. */
function firstOf({ part, where, order, most }: List): RawBuilder<unknown> {
  return sql`(select ${sql.lit(part)} as part, p.id, row_number() over (order by ${order}) as place
    from publishing.publication p where ${where} order by ${order} limit ${sql.lit(most)})`
}

/** Kinds, states and lengths stand as constants: a plan kept for any values would not find the indexes. */
function idsOf(provinceId: number, { kinds, today, columnIds, readIds }: HomeAsked): RawBuilder<unknown>[] {
  const live = sql`p.province_id = ${provinceId} and p.state = 'live' and p.translation_of is null`
  const newest = sql`p.first_published_at desc, p.id desc`
  return [
    firstOf({
      part: 'latest',
      where: sql`${live} and p.kind = any(${[...kinds]}::text[])`,
      order: newest,
      most: 5,
    }),
    firstOf({
      part: 'documents',
      where: sql`${live} and p.kind = 'directing_document'`,
      order: sql`p.facts ->> 'day' desc nulls last, p.id desc`,
      most: 5,
    }),
    // Few are ahead: they are found along the index of ends, and sorted (see selectEvents).
    firstOf({
      part: 'events',
      where: sql`${live} and p.kind = 'event' and coalesce(p.facts ->> 'ends', p.facts ->> 'starts') >= ${today}`,
      order: sql`(p.facts ->> 'starts') || ''`,
      most: 4,
    }),
    firstOf({
      part: 'indices',
      where: sql`${live} and p.kind = 'index_result'`,
      order: sql`p.facts ->> 'year' desc, p.first_published_at desc`,
      most: 4,
    }),
    firstOf({ part: 'exemplars', where: sql`${live} and p.kind = 'exemplar'`, order: newest, most: 3 }),
    ...columnIds.map((id, n) =>
      firstOf({ part: `column ${n}`, where: sql`${live} and p.column_id = ${id}`, order: newest, most: 4 }),
    ),
    sql`select 'read', r.id, r.place from unnest(${[...readIds]}::bigint[]) with ordinality as r(id, place)`,
  ]
}

/** The lists of the home page in one statement: asking a dozen times costs more than the answers. */
export async function selectHome(db: DbOrTx, provinceId: number, asked: HomeAsked): Promise<HomeLists> {
  const ids = sql<{
    part: string
    id: number
    place: number
  }>`(${sql.join(idsOf(provinceId, asked), sql` union all `)})`
  const rows = await db
    .selectFrom(ids.as('l'))
    .innerJoin('publishing.publication as p', (j) =>
      j.onRef('p.id', '=', 'l.id').on('p.province_id', '=', provinceId),
    )
    .select('l.part')
    .select(entryColumns)
    .where('p.state', '=', sql.lit('live'))
    .orderBy('l.place')
    .execute()
  const byPart = Map.groupBy(rows, (row) => row.part)
  const of = (part: string) => (byPart.get(part) ?? []).map(({ part: _, ...row }) => toEntry(row))
  return {
    latest: of('latest'),
    documents: of('documents'),
    events: of('events'),
    indices: of('indices'),
    exemplars: of('exemplars'),
    read: of('read'),
    columns: new Map(asked.columnIds.map((id, n) => [id, of(`column ${n}`)])),
  }
}

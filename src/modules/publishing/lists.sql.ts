import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import { bare } from '../../lib/text/bare.ts'
import type { PublicationKind } from './publication.ts'
import { type Entry, entryColumns, toEntry } from './reading.sql.ts'

function ofKind(db: DbOrTx, provinceId: number, kind: PublicationKind) {
  return db
    .selectFrom('publishing.publication as p')
    .where('p.province_id', '=', provinceId)
    .where('p.state', '=', 'live')
    .where('p.kind', '=', kind)
    .where('p.translation_of', 'is', null)
}

export interface DocumentQuery {
  /** Part of the number, symbol or title. */
  words?: string | undefined
  issuer?: string | undefined
  year?: string | undefined
  kind?: string | undefined
  sort?: DocumentOrder | undefined
  /** Default: the latest day first, numbers and issuers from the beginning. */
  isDescending?: boolean | undefined
}

/** As an office looks a document up. */
export const documentOrders = ['number', 'day', 'issuer'] as const
export type DocumentOrder = (typeof documentOrders)[number]

/** Small letters without marks, as `bare` (lib/text) makes them: what was typed without marks finds what has some. */
function bareSql(text: RawBuilder<unknown>) {
  const letters = sql`regexp_replace(normalize(${text}, NFD), '[\u0300-\u036f]', '', 'g')`
  return sql`lower(translate(${letters}, 'Đđ', 'dd'))`
}

const issuer = sql`p.facts ->> 'issuer'`
const number = sql`p.facts ->> 'number'`
/** '9/TB' stands before '12/TB'; what begins with no figure, at the end. */
const orders: Readonly<Record<DocumentOrder, readonly RawBuilder<unknown>[]>> = {
  number: [sql`substring(p.facts ->> 'number' from '^[0-9]{1,9}')::bigint`, bareSql(number)],
  day: [sql`p.facts ->> 'day'`],
  issuer: [bareSql(issuer)],
}

function documents(db: DbOrTx, provinceId: number, q: DocumentQuery) {
  let query = ofKind(db, provinceId, 'directing_document')
  if (q.issuer) query = query.where(sql<SqlBool>`p.facts ->> 'issuer' = ${q.issuer}`)
  if (q.kind) query = query.where(sql<SqlBool>`p.facts ->> 'documentKind' = ${q.kind}`)
  if (q.year) query = query.where(sql<SqlBool>`left(p.facts ->> 'day', 4) = ${q.year}`)
  if (q.words) {
    for (const word of bare(q.words).split(' ')) {
      const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
      query = query.where(sql<SqlBool>`${bareSql(sql`concat_ws(' ', ${number}, p.title)`)} like ${like}`)
    }
  }
  return query
}

/** Directing documents; unless asked otherwise by their own day, the newest first, as an office keeps its list. */
export async function selectDocuments(
  db: DbOrTx,
  provinceId: number,
  q: DocumentQuery,
  limit: number,
  offset = 0,
): Promise<Entry[]> {
  const sort = q.sort ?? 'day'
  const isDescending = q.isDescending ?? sort === 'day'
  const ordered = orders[sort].reduce(
    (query, by) => query.orderBy(by, (o) => (isDescending ? o.desc() : o.asc()).nullsLast()),
    documents(db, provinceId, q).select(entryColumns),
  )
  const rows = await ordered
    .$if(sort !== 'day', (query) => query.orderBy(sql`p.facts ->> 'day'`, 'desc'))
    .orderBy('p.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(toEntry)
}

export async function countDocuments(db: DbOrTx, provinceId: number, q: DocumentQuery): Promise<number> {
  const row = await documents(db, provinceId, q)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** What the filters of the list of documents can be set to. */
export async function selectDocumentChoices(
  db: DbOrTx,
  provinceId: number,
): Promise<{ issuers: string[]; years: string[]; kinds: string[] }> {
  const { rows } = await sql<{ issuers: string[] | null; years: string[] | null; kinds: string[] | null }>`
    select array_agg(distinct facts ->> 'issuer') as issuers,
      array_agg(distinct left(facts ->> 'day', 4)) as years,
      array_agg(distinct facts ->> 'documentKind') filter (where facts ->> 'documentKind' <> '') as kinds
    from publishing.publication
    where province_id = ${provinceId} and state = 'live' and kind = 'directing_document'`.execute(db)
  const [row] = rows
  const sorted = (list: string[] | null | undefined) =>
    (list ?? []).filter(Boolean).sort((a, b) => a.localeCompare(b, 'vi'))
  return { issuers: sorted(row?.issuers), years: sorted(row?.years).reverse(), kinds: sorted(row?.kinds) }
}

/** Events that begin on or after a day, the next first; or those before it, the latest first. */
export async function selectEvents(
  db: DbOrTx,
  provinceId: number,
  when: { from: Day } | { before: Day },
  limit: number,
  offset = 0,
): Promise<Entry[]> {
  const isAhead = 'from' in when
  // An event that goes on for days is still ahead until its end.
  const last = sql`coalesce(p.facts ->> 'ends', p.facts ->> 'starts')`
  const rows = await ofKind(db, provinceId, 'event')
    .select(entryColumns)
    .where(isAhead ? sql<SqlBool>`${last} >= ${when.from}` : sql<SqlBool>`${last} < ${when.before}`)
    // Few are ahead: they are found along the index of ends and sorted, which '' tells a planner that would rather
    // pass over all that is past in the order of beginnings.
    .orderBy(
      isAhead ? sql`(p.facts ->> 'starts') || ''` : sql`p.facts ->> 'starts'`,
      isAhead ? 'asc' : 'desc',
    )
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(toEntry)
}

/** The index results of all years, the latest year first. */
export async function selectIndexResults(db: DbOrTx, provinceId: number, limit: number): Promise<Entry[]> {
  const rows = await ofKind(db, provinceId, 'index_result')
    .select(entryColumns)
    // Years have four digits: as text they sort alike, along an index.
    .orderBy(sql`p.facts ->> 'year'`, 'desc')
    .orderBy('p.first_published_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toEntry)
}

/** How many publications lie in each column. */
export async function countByColumn(db: DbOrTx, provinceId: number): Promise<Map<number, number>> {
  const { rows } = await sql<{ column_id: number; n: number }>`
    select column_id, count(*)::int as n from publishing.publication
    where province_id = ${provinceId} and state = 'live' and column_id is not null and translation_of is null
    group by column_id`.execute(db)
  return new Map(rows.map((row) => [row.column_id, row.n]))
}

/** How many of each kind are live; kinds of which none is are not named. */
export async function countByKind(db: DbOrTx, provinceId: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ kind: string; n: number }>`
    select kind, count(*)::int as n from publishing.publication
    where province_id = ${provinceId} and state = 'live' and translation_of is null
    group by kind`.execute(db)
  return new Map(rows.map((row) => [row.kind, row.n]))
}

/** What was opened most since a day, by counted views: ids of what is live, the most first. */
export async function selectMostRead(
  db: DbOrTx,
  provinceId: number,
  since: Day,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select p.id from publishing.publication p
    join (
      select publication_id, sum(amount) as views from publishing.reach
      where province_id = ${provinceId} and metric = 'view' and day >= ${since}
      group by publication_id
    ) r on r.publication_id = p.id
    where p.province_id = ${provinceId} and p.state = 'live'
    order by r.views desc, p.id
    limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}

/** All that has an address of its own, translations too. */
function addresses(db: DbOrTx, provinceId: number) {
  return db
    .selectFrom('publishing.publication')
    .where('province_id', '=', provinceId)
    .where('state', '=', 'live')
}

/** How many addresses there are, and the last change of each part of so many. */
export async function selectAddressParts(db: DbOrTx, provinceId: number, size: number): Promise<Date[]> {
  const { rows } = await sql<{ changed_at: Date }>`
    select max(published_at) as changed_at from (
      select published_at, (row_number() over (order by id) - 1) / ${size} as part
      from publishing.publication where province_id = ${provinceId} and state = 'live'
    ) a group by part order by part`.execute(db)
  return rows.map((row) => row.changed_at)
}

/** What was first published since a moment, for robots that look for news. */
export async function selectNews(
  db: DbOrTx,
  provinceId: number,
  kinds: readonly PublicationKind[],
  since: Date,
): Promise<{ kind: PublicationKind; slug: string; title: string; language: string; at: Date }[]> {
  const rows = await addresses(db, provinceId)
    .select(['kind', 'slug', 'title', 'language', 'first_published_at as at'])
    .where('kind', 'in', kinds)
    .where('first_published_at', '>', since)
    .orderBy('first_published_at', 'desc')
    .limit(1_000)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as PublicationKind }))
}

/** Addresses and last changes for robots, oldest first, in parts. */
export async function selectAddresses(
  db: DbOrTx,
  provinceId: number,
  limit: number,
  offset: number,
): Promise<{ kind: PublicationKind; slug: string; changedAt: Date }[]> {
  const rows = await addresses(db, provinceId)
    .select(['kind', 'slug', 'published_at as changedAt'])
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as PublicationKind }))
}

import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { PublicationKind } from '../publication.ts'
import { addedMetrics } from './reach.ts'

export interface ReachScope {
  from: Day
  to: Day
  publicationId?: number | undefined
}

export interface ReachCell {
  publicationId: number
  day: Day
  channelKind: string
  place: string
  audience: string
  metric: string
  amount: number
}

function scoped(db: DbOrTx, provinceId: number, { from, to, publicationId }: ReachScope) {
  return db
    .selectFrom('publishing.reach as r')
    .where('r.province_id', '=', provinceId)
    .where('r.day', '>=', from)
    .where('r.day', '<=', to)
    .$if(publicationId !== undefined, (q) => q.where('r.publication_id', '=', publicationId ?? 0))
}

const total = sql<number>`sum(r.amount)::float8`

export interface Sum {
  key: string
  metric: string
  amount: number
}

/** Sums by one thing and by metric. */
export async function sumBy(
  db: DbOrTx,
  provinceId: number,
  scope: ReachScope,
  by: 'channel_kind' | 'place' | 'day',
): Promise<Sum[]> {
  const key = sql.ref<string>(`r.${by}`)
  return scoped(db, provinceId, scope)
    .select([key.as('key'), 'r.metric', total.as('amount')])
    .groupBy([key, 'r.metric'])
    .orderBy('amount', 'desc')
    .execute()
}

/**
 * Sums by what a publication is meant for, on or made as, and by metric. A figure that was given for one audience
 * counts for that; any other for each audience of its publication, as nobody asks a reader who they are: the sums of
 * several may be more than the whole. '': nothing is known.
 */
export async function sumByCode(
  db: DbOrTx,
  provinceId: number,
  scope: ReachScope,
  by: 'audiences' | 'themes' | 'forms',
): Promise<Sum[]> {
  const codes = sql.ref<string[]>(`p.${by}`)
  const own = by === 'audiences' ? sql`when r.audience <> '' then array[r.audience]` : sql``
  const of = sql<string>`unnest(case ${own} when cardinality(${codes}) > 0 then ${codes} else array[''] end)`
  const rows = scoped(db, provinceId, scope)
    .innerJoin('publishing.publication as p', (j) =>
      j.onRef('p.province_id', '=', 'r.province_id').onRef('p.id', '=', 'r.publication_id'),
    )
    .select([of.as('key'), 'r.metric', 'r.amount'])
  return db
    .selectFrom(rows.as('r'))
    .select(['r.key', 'r.metric', total.as('amount')])
    .groupBy(['r.key', 'r.metric'])
    .orderBy('amount', 'desc')
    .execute()
}

export interface ItemSum {
  publicationId: number
  title: string
  kind: PublicationKind
  unitName: string
  publishedAt: Date
  amount: number
  /** Airings that were proved: a sign, though nobody could tell how many heard it. */
  signs: number
  channels: number
}

/** Every publication of readers' language, with what reached it in the days; those with nothing are there too. */
export async function selectItems(db: DbOrTx, provinceId: number, scope: ReachScope): Promise<ItemSum[]> {
  return db
    .selectFrom('publishing.publication as p')
    .leftJoin('publishing.reach as r', (j) =>
      j
        .onRef('r.province_id', '=', 'p.province_id')
        .onRef('r.publication_id', '=', 'p.id')
        .on('r.day', '>=', scope.from)
        .on('r.day', '<=', scope.to)
        .on('r.metric', 'in', [...addedMetrics, 'airing']),
    )
    .where('p.province_id', '=', provinceId)
    .where('p.state', '=', 'live')
    .select([
      'p.id as publicationId',
      'p.title',
      sql<PublicationKind>`p.kind`.as('kind'),
      'p.unit_name as unitName',
      'p.first_published_at as publishedAt',
      sql<number>`coalesce(sum(r.amount) filter (where r.metric <> 'airing'), 0)::float8`.as('amount'),
      sql<number>`count(*) filter (where r.metric = 'airing')::int`.as('signs'),
      sql<number>`count(distinct r.channel_kind)::int`.as('channels'),
    ])
    .groupBy(['p.province_id', 'p.id'])
    .orderBy('amount', 'desc')
    .orderBy('p.id')
    .execute()
}

/** Line by line, for files. */
export async function selectCells(
  db: DbOrTx,
  provinceId: number,
  scope: ReachScope,
): Promise<(ReachCell & { title: string; origin: string; note: string | null; byName: string | null })[]> {
  return scoped(db, provinceId, scope)
    .innerJoin('publishing.publication as p', (j) =>
      j.onRef('p.province_id', '=', 'r.province_id').onRef('p.id', '=', 'r.publication_id'),
    )
    .select([
      'r.publication_id as publicationId',
      'p.title',
      'r.day',
      'r.channel_kind as channelKind',
      'r.place',
      'r.audience',
      'r.metric',
      'r.amount',
      'r.origin',
      'r.note',
      'r.by_name as byName',
    ])
    .orderBy('r.day')
    .orderBy('r.publication_id')
    .orderBy('r.channel_kind')
    .orderBy('r.place')
    .limit(100_000)
    .execute()
}

/** What was handed out or stands somewhere, and its link was never followed. */
export function selectSilentLinks(db: DbOrTx, provinceId: number, before: Date) {
  return db
    .selectFrom('publishing.short_link as l')
    .innerJoin('publishing.publication as p', (j) =>
      j.onRef('p.province_id', '=', 'l.province_id').onRef('p.id', '=', 'l.publication_id'),
    )
    .where('l.province_id', '=', provinceId)
    .where('l.made_at', '<', before)
    .where('p.state', '=', 'live')
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('publishing.reach as r')
            .whereRef('r.province_id', '=', 'l.province_id')
            .whereRef('r.publication_id', '=', 'l.publication_id')
            .whereRef('r.channel_kind', '=', 'l.channel_kind')
            .whereRef('r.place', '=', 'l.place')
            .where('r.amount', '>', 0),
        ),
      ),
    )
    .select(['p.id as publicationId', 'p.title', 'l.channel_kind as channelKind', 'l.place'])
    .orderBy('p.id')
    .orderBy('l.channel_kind')
    .orderBy('l.place')
    .limit(2000)
    .execute()
}

/** Publications whose figures up to a day differ from what was last told upward. */
export async function selectUnsettled(
  db: DbOrTx,
  provinceId: number,
  day: Day,
): Promise<{ publicationId: number; total: number }[]> {
  return db
    .selectFrom('publishing.reach as r')
    .leftJoin('publishing.reach_settled as s', (j) =>
      j.onRef('s.province_id', '=', 'r.province_id').onRef('s.publication_id', '=', 'r.publication_id'),
    )
    .where('r.province_id', '=', provinceId)
    .where('r.day', '<=', day)
    .select(['r.publication_id as publicationId', total.as('total')])
    .groupBy(['r.publication_id', 's.total'])
    .having(sql<boolean>`s.total is distinct from sum(r.amount)`)
    .execute()
}

export async function upsertSettled(
  tx: Tx,
  provinceId: number,
  row: { publicationId: number; day: Day; total: number },
  now: Date,
): Promise<void> {
  const set = { day: row.day, total: row.total, at: now }
  await tx
    .insertInto('publishing.reach_settled')
    .values({ province_id: provinceId, publication_id: row.publicationId, ...set })
    .onConflict((c) => c.columns(['province_id', 'publication_id']).doUpdateSet(set))
    .execute()
}

export interface PublicationBrief {
  id: number
  title: string
  kind: PublicationKind
  slug: string
  state: string
  version: number
  unitId: number
  unitName: string
  publishedAt: Date
}

export async function selectBrief(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<PublicationBrief | null> {
  const row = await db
    .selectFrom('publishing.publication')
    .select([
      'id',
      'title',
      sql<PublicationKind>`kind`.as('kind'),
      'slug',
      'state',
      'version',
      'unit_id as unitId',
      'unit_name as unitName',
      'first_published_at as publishedAt',
    ])
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** For choosing one: newest first. */
export async function selectBriefs(db: DbOrTx, provinceId: number): Promise<{ id: number; title: string }[]> {
  return db
    .selectFrom('publishing.publication')
    .select(['id', 'title'])
    .where('province_id', '=', provinceId)
    .where('state', '=', 'live')
    .orderBy('first_published_at', 'desc')
    .limit(1000)
    .execute()
}

/** How often each link of a publication was followed, by 'channel|place'. */
export async function selectFollowed(
  db: DbOrTx,
  provinceId: number,
  publicationId: number,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('publishing.reach as r')
    .where('r.province_id', '=', provinceId)
    .where('r.publication_id', '=', publicationId)
    .where('r.metric', 'in', ['scan', 'click'])
    .select(['r.channel_kind', 'r.place', total.as('amount')])
    .groupBy(['r.channel_kind', 'r.place'])
    .execute()
  return new Map(rows.map((r) => [`${r.channel_kind}|${r.place}`, r.amount]))
}

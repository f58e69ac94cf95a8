import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { PublicationKind, PublicationState } from '../publication.ts'

export interface ShortLink {
  id: number
  code: string
  publicationId: number | null
  target: string
  channelKind: string
  place: string
  printedVersion: number | null
}

const columns = [
  'id',
  'code',
  'publication_id as publicationId',
  'target',
  'channel_kind as channelKind',
  'place',
  'printed_version as printedVersion',
] as const

/** All links of a publication. */
export function selectLinks(db: DbOrTx, provinceId: number, publicationId: number): Promise<ShortLink[]> {
  return db
    .selectFrom('publishing.short_link')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('publication_id', '=', publicationId)
    .orderBy('channel_kind')
    .orderBy('place')
    .execute()
}

export function selectLink(db: DbOrTx, provinceId: number, id: number): Promise<ShortLink | undefined> {
  return db
    .selectFrom('publishing.short_link')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export interface LinkToMake {
  code: string
  target: string
  channelKind: string
  place: string
  printedVersion: number | null
}

/** Makes the links that are not there yet, in one statement. Those that are there keep their codes. */
export async function insertLinks(
  tx: Tx,
  provinceId: number,
  publicationId: number | null,
  links: readonly LinkToMake[],
  now: Date,
): Promise<void> {
  if (links.length === 0) return
  await tx
    .insertInto('publishing.short_link')
    .values(
      links.map((l) => ({
        province_id: provinceId,
        publication_id: publicationId,
        code: l.code,
        target: l.target,
        channel_kind: l.channelKind,
        place: l.place,
        printed_version: l.printedVersion,
        made_at: now,
      })),
    )
    .onConflict((c) => c.columns(['province_id', 'publication_id', 'channel_kind', 'place']).doNothing())
    .execute()
}

interface AccountLink {
  publicationId: number
  channelId: number
  channelKind: string
  place: string
}

/** The link of an account for a publication; one that was made for its name before accounts had their own becomes its. */
export async function selectAccountLink(
  tx: Tx,
  provinceId: number,
  { publicationId, channelId, channelKind, place }: AccountLink,
): Promise<ShortLink | undefined> {
  const own = tx
    .selectFrom('publishing.short_link')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('publication_id', '=', publicationId)
    .where('channel_id', '=', channelId)
  return (
    (await own.executeTakeFirst()) ??
    tx
      .updateTable('publishing.short_link')
      .set({ channel_id: channelId })
      .where('province_id', '=', provinceId)
      .where('publication_id', '=', publicationId)
      .where('channel_kind', '=', channelKind)
      .where('place', '=', place)
      .where('channel_id', 'is', null)
      .returning(columns)
      .executeTakeFirst()
  )
}

/** Undefined: another account's link has this place. */
export async function insertAccountLink(
  tx: Tx,
  provinceId: number,
  { publicationId, channelId, channelKind, place, code }: AccountLink & { code: string },
  now: Date,
): Promise<ShortLink | undefined> {
  return tx
    .insertInto('publishing.short_link')
    .values({
      ...{ province_id: provinceId, publication_id: publicationId, channel_id: channelId, code, target: '' },
      ...{ channel_kind: channelKind, place, made_at: now },
    })
    .onConflict((c) => c.columns(['province_id', 'publication_id', 'channel_kind', 'place']).doNothing())
    .returning(columns)
    .executeTakeFirst()
}

/** The link of something that was made of a text before that was public; made once. */
export async function insertLinkAhead(
  tx: Tx,
  provinceId: number,
  link: { code: string; preparedId: number; channelKind: string; place: string },
  now: Date,
): Promise<ShortLink | undefined> {
  const { preparedId, channelKind, place } = link
  await tx
    .insertInto('publishing.short_link')
    .values({
      ...{ province_id: provinceId, prepared_id: preparedId, code: link.code, target: '' },
      ...{ channel_kind: channelKind, place, made_at: now },
    })
    .onConflict((c) => c.columns(['province_id', 'prepared_id', 'channel_kind', 'place']).doNothing())
    .execute()
  return tx
    .selectFrom('publishing.short_link')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('prepared_id', '=', preparedId)
    .where('channel_kind', '=', channelKind)
    .where('place', '=', place)
    .executeTakeFirst()
}

/** Where a code leads, whatever the province; two provinces never share one (codes are drawn until they are free). */
export function selectByCode(db: DbOrTx, code: string) {
  return db
    .selectFrom('publishing.short_link as l')
    .leftJoin('publishing.publication as p', (j) =>
      j.onRef('p.province_id', '=', 'l.province_id').onRef('p.id', '=', 'l.publication_id'),
    )
    .select([
      'l.province_id as provinceId',
      'l.publication_id as publicationId',
      'l.prepared_id as preparedId',
      'l.target',
      'l.channel_kind as channelKind',
      'l.place',
      'l.printed_version as printedVersion',
      'l.made_at as madeAt',
      'p.version',
      'p.title',
      sql<PublicationState | null>`p.state`.as('state'),
      sql<PublicationKind | null>`p.kind`.as('kind'),
      'p.slug',
      'p.published_at as publishedAt',
    ])
    .where('l.code', '=', code)
    .executeTakeFirst()
}

export async function takenCodes(db: DbOrTx, codes: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('publishing.short_link')
    .select('code')
    .where('code', 'in', [...codes])
    .execute()
  return new Set(rows.map((r) => r.code))
}

/** The name under which readers know the province's portal; null: it has none of its own. */
export async function selectHost(db: DbOrTx, provinceId: number): Promise<string | null> {
  const row = await db
    .selectFrom('publishing.portal')
    .select('hosts')
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
  return row?.hosts[0] ?? null
}

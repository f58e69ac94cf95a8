import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import type { SafeHtml } from '../../lib/richtext/html.ts'
import type {
  DocumentValidity,
  Facts,
  Mended,
  PublicationKind,
  PublicationState,
  Snapshot,
} from './publication.ts'

/** A publication as a list shows it. */
export interface Entry {
  id: number
  slug: string
  kind: PublicationKind
  language: string
  title: string
  lead: string
  unitName: string
  at: Date
  imageId: number | null
  imageAlt: string
  columnId: number | null
  topics: readonly string[]
  facts: Facts
  /** Of a directing document that stands in the register; null: of nothing else. */
  validity: DocumentValidity | null
}

/** A publication as its own page shows it. */
export interface Reading extends Entry {
  source: string
  state: PublicationState
  notice: string | null
  mergedInto: number | null
  translationOf: number | null
  html: SafeHtml
  text: string
  byline: string
  unitId: number
  changedAt: Date
  version: number
  reviewBy: string | null
}

type Translation = Pick<Entry, 'slug' | 'kind' | 'language' | 'title'>

export interface PublicFile {
  fileId: number
  /** '' for an image of the text; else what is to be downloaded is called so. */
  name: string
  alt: string
  mime: string
  bytes: number
}

/** A publication with what stands on its page beside it. */
export interface Article extends Reading {
  views: number
  files: readonly PublicFile[]
  translations: readonly Translation[]
}

/** What a line of a list tells of a publication `p`. */
export const entryColumns = [
  'p.id',
  'p.slug',
  'p.kind',
  'p.language',
  'p.title',
  'p.lead',
  'p.unit_name as unitName',
  'p.first_published_at as at',
  'p.lead_image_id as imageId',
  'p.lead_image_alt as imageAlt',
  'p.column_id as columnId',
  'p.topics',
  'p.facts',
  'p.validity',
  'p.mended',
] as const

export interface ListQuery {
  kinds?: readonly PublicationKind[]
  topic?: string
  columnId?: number
  /** Filed under one of these themes, by name. */
  themes?: readonly string[]
  /** Leaves these out: what a page shows already. */
  except?: readonly number[]
}

/** What is live in Vietnamese (other languages stand beside their originals), newest first. */
function live(db: DbOrTx, provinceId: number, q: ListQuery = {}) {
  let query = db
    .selectFrom('publishing.publication as p')
    .where('p.province_id', '=', provinceId)
    .where('p.state', '=', 'live')
    .where('p.translation_of', 'is', null)
  if (q.kinds) query = query.where('p.kind', 'in', q.kinds)
  if (q.columnId !== undefined) query = query.where('p.column_id', '=', q.columnId)
  if (q.topic !== undefined) query = query.where(sql<SqlBool>`p.topics @> array[${q.topic}]`)
  if (q.themes) query = query.where(sql<SqlBool>`p.themes && ${[...q.themes]}::text[]`)
  if (q.except?.length) query = query.where('p.id', 'not in', q.except)
  return query
}

export async function selectNewest(
  db: DbOrTx,
  provinceId: number,
  q: ListQuery,
  limit: number,
  offset = 0,
): Promise<Entry[]> {
  // Which lines they are is found in an index alone: far down a list, thousands are passed over.
  const shown = live(db, provinceId, q)
    .select('p.id')
    .orderBy('p.first_published_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit)
    .offset(offset)
  const rows = await db
    .selectFrom('publishing.publication as p')
    .select(entryColumns)
    .where('p.province_id', '=', provinceId)
    .where('p.id', 'in', shown)
    .orderBy('p.first_published_at', 'desc')
    .orderBy('p.id', 'desc')
    .execute()
  return rows.map(toEntry)
}

export async function countLive(db: DbOrTx, provinceId: number, q: ListQuery = {}): Promise<number> {
  const row = await live(db, provinceId, q)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export type EntryRow = Omit<Entry, 'kind' | 'facts' | 'validity'> & {
  kind: string
  facts: unknown
  validity: unknown
  mended: unknown
}

export function toEntry<R extends EntryRow>(row: R): R & Pick<Entry, 'kind' | 'facts' | 'validity'> {
  const { kind, facts, validity } = row
  return {
    ...row,
    kind: kind as PublicationKind,
    facts: factsToday(facts as Facts, row.mended as Mended | null),
    validity: validity as DocumentValidity | null,
  }
}

/** The register of shortcomings knows better than a text when something was mended, or that it was not. */
function factsToday({ mended: told, ...facts }: Facts, mended: Mended | null): Facts {
  const day = mended ? mended.day : told
  return day ? { ...facts, mended: day } : facts
}

/** By slug, whatever has become of it. */
function readings(db: DbOrTx, provinceId: number, slug: string) {
  return db
    .selectFrom('publishing.publication as p')
    .select([
      ...entryColumns,
      'p.source',
      'p.state',
      'p.notice',
      'p.merged_into as mergedInto',
      'p.translation_of as translationOf',
      'p.body_html as html',
      'p.body_text as text',
      'p.byline',
      'p.unit_id as unitId',
      'p.published_at as changedAt',
      'p.version',
      'p.review_by as reviewBy',
    ])
    .where('p.province_id', '=', provinceId)
    .where('p.slug', '=', slug)
}

function toReading<R extends EntryRow & { state: string; html: string }>(row: R) {
  // The column is filled by richTextToHtml and by nothing else (publishing.ts).
  return { ...toEntry(row), state: row.state as PublicationState, html: row.html as SafeHtml }
}

/** Null: never was. */
export async function selectReading(db: DbOrTx, provinceId: number, slug: string): Promise<Reading | null> {
  const row = await readings(db, provinceId, slug).executeTakeFirst()
  return row ? toReading(row) : null
}

/**
 * A reading with what stands on its page beside the text, in one statement: asking four times costs more than the
 * answers. Views are those of days before `today`, so that a page made today stays true until it ends.
 */
export async function selectArticle(
  db: DbOrTx,
  provinceId: number,
  slug: string,
  today: Day,
): Promise<Article | null> {
  const row = await readings(db, provinceId, slug)
    .select([
      sql<number>`(select coalesce(sum(r.amount), 0)::bigint from publishing.reach r
        where r.province_id = p.province_id and r.publication_id = p.id and r.metric = 'view' and r.day < ${today})`.as(
        'views',
      ),
      sql<
        PublicFile[]
      >`(select coalesce(json_agg(json_build_object('fileId', f.id, 'name', pf.name, 'alt', pf.alt,
          'mime', f.mime, 'bytes', f.bytes) order by f.id), '[]')
        from publishing.publication_file pf
        join files.file f on f.province_id = pf.province_id and f.id = pf.file_id
        where pf.province_id = p.province_id and pf.publication_id = p.id)`.as('files'),
      // The same thing in its other languages, its original among them.
      sql<Translation[]>`(select coalesce(json_agg(json_build_object('slug', t.slug, 'kind', t.kind,
          'language', t.language, 'title', t.title) order by t.translation_of nulls first, t.language), '[]')
        from publishing.publication t
        where t.province_id = p.province_id and t.state = 'live' and t.id <> p.id
          and (t.id = p.translation_of or t.translation_of = coalesce(p.translation_of, p.id)))`.as(
        'translations',
      ),
    ])
    .executeTakeFirst()
  return row ? toReading(row) : null
}

export async function selectEntry(db: DbOrTx, provinceId: number, id: number): Promise<Entry | null> {
  return (await selectEntries(db, provinceId, [id]))[0] ?? null
}

/** Those of the ids that are live, in their order. */
export async function selectEntries(
  db: DbOrTx,
  provinceId: number,
  ids: readonly number[],
): Promise<Entry[]> {
  const rows = await db
    .selectFrom('publishing.publication as p')
    .select(entryColumns)
    .where('p.province_id', '=', provinceId)
    .where('p.state', '=', 'live')
    .where('p.id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
  return rows.map(toEntry).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** Every snapshot that was public of this, the newest first. */
export async function selectVersions(
  db: DbOrTx,
  provinceId: number,
  publicationId: number,
): Promise<{ number: number; at: Date }[]> {
  return db
    .selectFrom('publishing.publication_version')
    .select(['number', 'published_at as at'])
    .where('province_id', '=', provinceId)
    .where('publication_id', '=', publicationId)
    .orderBy('number', 'desc')
    .execute()
}

export async function selectVersion(
  db: DbOrTx,
  provinceId: number,
  publicationId: number,
  number: number,
): Promise<{ snapshot: Snapshot; at: Date } | null> {
  const row = await db
    .selectFrom('publishing.publication_version')
    .select(['snapshot', 'published_at as at'])
    .where('province_id', '=', provinceId)
    .where('publication_id', '=', publicationId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? { snapshot: row.snapshot as Snapshot, at: row.at } : null
}

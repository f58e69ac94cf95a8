import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { RichText } from '../../lib/richtext/rich-text.ts'
import type {
  DocumentValidity,
  PublicationHead,
  PublicationKind,
  PublicationState,
  Snapshot,
} from './publication.ts'

const headColumns = [
  'id',
  'source',
  'slug',
  'kind',
  'language',
  'state',
  'title',
  'version',
  'digest',
  'first_published_at as firstPublishedAt',
  'published_at as publishedAt',
] as const

type HeadRow = Omit<PublicationHead, 'kind' | 'state'> & { kind: string; state: string }

function toHead(row: HeadRow): PublicationHead {
  return { ...row, kind: row.kind as PublicationKind, state: row.state as PublicationState }
}

/** Says that what is public of the province has changed; whoever publishes beside waits here for us to end. */
export async function bumpRevision(tx: Tx, provinceId: number): Promise<void> {
  await tx
    .updateTable('publishing.portal')
    .set({ revision: sql`revision + 1` })
    .where('province_id', '=', provinceId)
    .execute()
}

export async function selectHead(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<PublicationHead | null> {
  const row = await db
    .selectFrom('publishing.publication')
    .select(headColumns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? toHead(row) : null
}

export async function selectHeadBySource(
  db: DbOrTx,
  provinceId: number,
  source: string,
  language: string,
): Promise<PublicationHead | null> {
  const row = await db
    .selectFrom('publishing.publication')
    .select(headColumns)
    .where('province_id', '=', provinceId)
    .where('source', '=', source)
    .where('language', '=', language)
    .executeTakeFirst()
  return row ? toHead(row) : null
}

/** Slugs that begin like this one, so that a free one can be chosen. */
export async function selectSlugsLike(db: DbOrTx, provinceId: number, slug: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('publishing.publication')
    .select('slug')
    .where('province_id', '=', provinceId)
    .where((e) => e.or([e('slug', '=', slug), e('slug', 'like', `${slug}-%`)]))
    .execute()
  return new Set(rows.map((r) => r.slug))
}

/** What is stored of a snapshot beside the snapshot itself. */
export interface Rendered {
  bodyHtml: string
  bodyText: string
  unitName: string
  digest: string
  translationOf: number | null
}

function rowOf(s: Snapshot, r: Rendered, now: Date) {
  return {
    kind: s.kind,
    translation_of: r.translationOf,
    state: 'live',
    notice: null,
    merged_into: null,
    title: s.title,
    lead: s.lead,
    body: JSON.stringify(s.body satisfies RichText),
    body_html: r.bodyHtml,
    body_text: r.bodyText,
    facts: JSON.stringify(s.facts),
    byline: s.byline,
    unit_id: s.unitId,
    unit_name: r.unitName,
    topics: [...s.topics],
    column_id: s.columnId,
    lead_image_id: s.image?.fileId ?? null,
    lead_image_alt: s.image?.alt ?? '',
    review_by: s.reviewBy,
    ...codesOf(s),
    published_at: now,
    digest: r.digest,
  }
}

type Codes = Pick<Snapshot, 'audiences' | 'themes' | 'forms'>

function codesOf(s: Codes) {
  return { audiences: [...s.audiences], themes: [...s.themes], forms: [...s.forms] }
}

export async function updateCodes(tx: Tx, provinceId: number, id: number, codes: Codes): Promise<void> {
  await tx
    .updateTable('publishing.publication')
    .set(codesOf(codes))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function insertPublication(
  tx: Tx,
  provinceId: number,
  slug: string,
  snapshot: Snapshot,
  rendered: Rendered,
  now: Date,
): Promise<number> {
  const row = await tx
    .insertInto('publishing.publication')
    .values({
      province_id: provinceId,
      source: snapshot.source,
      language: snapshot.language,
      slug,
      first_published_at: now,
      ...rowOf(snapshot, rendered, now),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updatePublication(
  tx: Tx,
  provinceId: number,
  id: number,
  version: number,
  snapshot: Snapshot,
  rendered: Rendered,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('publishing.publication')
    .set({ ...rowOf(snapshot, rendered, now), version })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function insertVersion(
  tx: Tx,
  provinceId: number,
  version: {
    publicationId: number
    number: number
    snapshot: Snapshot
    digest: string
    by: string
    now: Date
  },
): Promise<void> {
  await tx
    .insertInto('publishing.publication_version')
    .values({
      province_id: provinceId,
      publication_id: version.publicationId,
      number: version.number,
      snapshot: JSON.stringify(version.snapshot),
      digest: version.digest,
      published_at: version.now,
      published_by_name: version.by,
    })
    .execute()
}

/** The files that anybody may fetch because this publication shows them: exactly these. */
export async function replaceFiles(
  tx: Tx,
  provinceId: number,
  publicationId: number,
  files: readonly { fileId: number; name: string; alt: string }[],
): Promise<void> {
  await tx
    .deleteFrom('publishing.publication_file')
    .where('province_id', '=', provinceId)
    .where('publication_id', '=', publicationId)
    .execute()
  if (files.length === 0) return
  await tx
    .insertInto('publishing.publication_file')
    .values(
      files.map((f) => ({
        province_id: provinceId,
        publication_id: publicationId,
        file_id: f.fileId,
        name: f.name,
        alt: f.alt,
      })),
    )
    .execute()
}

export async function updateState(
  tx: Tx,
  provinceId: number,
  id: number,
  to: { state: PublicationState; notice: string | null; mergedInto: number | null },
): Promise<void> {
  await tx
    .updateTable('publishing.publication')
    .set({ state: to.state, notice: to.notice, merged_into: to.mergedInto })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** False where it stood so already. */
export async function updateValidity(
  tx: Tx,
  provinceId: number,
  id: number,
  validity: DocumentValidity,
): Promise<boolean> {
  const json = JSON.stringify(validity)
  const row = await tx
    .updateTable('publishing.publication')
    .set({ validity: json })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where(sql<SqlBool>`validity is distinct from ${json}::jsonb`)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function selectPublishedDocuments(
  db: DbOrTx,
  provinceId: number,
): Promise<
  { publicationId: number; documentId: number; effective: Day | null; slug: string; language: string }[]
> {
  return db
    .selectFrom('publishing.publication')
    .select([
      'id as publicationId',
      'slug',
      'language',
      sql<number>`(facts->>'libraryId')::bigint`.as('documentId'),
      sql<Day | null>`facts->>'effective'`.as('effective'),
    ])
    .where('province_id', '=', provinceId)
    .where('kind', '=', 'directing_document')
    .where('state', '=', 'live')
    .where(sql<SqlBool>`facts ? 'libraryId'`)
    .orderBy('id')
    .execute()
}

export async function updateReviewBy(
  tx: Tx,
  provinceId: number,
  id: number,
  reviewBy: Day | null,
): Promise<void> {
  await tx
    .updateTable('publishing.publication')
    .set({ review_by: reviewBy })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

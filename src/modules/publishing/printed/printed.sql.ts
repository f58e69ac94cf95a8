import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Facts, PublicationKind } from '../publication.ts'
import type { PrintKind } from './print-kind.ts'

export interface Product {
  id: number
  publicationId: number
  version: number
  kind: PrintKind
  title: string
  leftOut: number[]
  linkId: number
  code: string
  unitId: number
  madeAt: Date
  madeByName: string
  /** Of the publication today. */
  currentVersion: number
  state: string
  changedAt: Date
}

function products(db: DbOrTx, provinceId: number) {
  return db
    .selectFrom('publishing.print_product as d')
    .innerJoin('publishing.publication as p', (j) =>
      j.onRef('p.province_id', '=', 'd.province_id').onRef('p.id', '=', 'd.publication_id'),
    )
    .innerJoin('publishing.short_link as l', (j) =>
      j.onRef('l.province_id', '=', 'd.province_id').onRef('l.id', '=', 'd.short_link_id'),
    )
    .where('d.province_id', '=', provinceId)
    .select([
      'd.id',
      'd.publication_id as publicationId',
      'd.publication_version as version',
      sql<PrintKind>`d.kind`.as('kind'),
      'd.title',
      sql<number[]>`coalesce(d.settings->'leftOut', '[]'::jsonb)`.as('leftOut'),
      'd.short_link_id as linkId',
      'l.code',
      'd.unit_id as unitId',
      'd.made_at as madeAt',
      'd.made_by_name as madeByName',
      'p.version as currentVersion',
      'p.state',
      'p.published_at as changedAt',
    ])
}

export function selectProducts(db: DbOrTx, provinceId: number): Promise<Product[]> {
  return products(db, provinceId).orderBy('d.made_at', 'desc').orderBy('d.id', 'desc').limit(500).execute()
}

export function selectProduct(db: DbOrTx, provinceId: number, id: number): Promise<Product | undefined> {
  return products(db, provinceId).where('d.id', '=', id).executeTakeFirst()
}

/** Whoever moves copies of a product waits here for whoever does so beside. */
export async function lockProduct(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx
    .selectFrom('publishing.print_product')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

export async function insertProduct(
  tx: Tx,
  provinceId: number,
  p: { publicationId: number; version: number; kind: string; title: string; linkId: number; unitId: number },
  byName: string,
  now: Date,
): Promise<number> {
  const row = await tx
    .insertInto('publishing.print_product')
    .values({
      province_id: provinceId,
      publication_id: p.publicationId,
      publication_version: p.version,
      kind: p.kind,
      title: p.title,
      short_link_id: p.linkId,
      unit_id: p.unitId,
      made_at: now,
      made_by_name: byName,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateLeftOut(
  tx: Tx,
  provinceId: number,
  id: number,
  leftOut: readonly number[],
): Promise<void> {
  await tx
    .updateTable('publishing.print_product')
    .set({ settings: JSON.stringify({ leftOut }) })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** What a version says: `body` and `facts` as kept, `image` the lead picture. */
export interface VersionWords {
  kind: PublicationKind
  title: string
  lead: string
  body: unknown
  facts: Facts
  image: { fileId: number; alt: string } | null
  publishedAt: Date
}

/** The words of the version that a product was made of. */
export async function selectWords(
  db: DbOrTx,
  provinceId: number,
  publicationId: number,
  version: number,
): Promise<VersionWords | undefined> {
  const kept = await db
    .selectFrom('publishing.publication_version')
    .select(['snapshot', 'published_at as publishedAt'])
    .where('province_id', '=', provinceId)
    .where('publication_id', '=', publicationId)
    .where('number', '=', version)
    .executeTakeFirst()
  if (kept) {
    const { kind, title, lead, body, facts, image } = kept.snapshot as unknown as VersionWords
    return { kind, title, lead, body, facts, image: image ?? null, publishedAt: kept.publishedAt }
  }
  const row = await db
    .selectFrom('publishing.publication')
    .select(['kind', 'title', 'lead', 'body', 'facts', 'published_at as publishedAt'])
    .select(['lead_image_id as fileId', 'lead_image_alt as alt'])
    .where('province_id', '=', provinceId)
    .where('id', '=', publicationId)
    .executeTakeFirst()
  if (!row) return undefined
  const { fileId, alt, ...words } = row
  const image = fileId === null ? null : { fileId, alt }
  return { ...words, kind: words.kind as PublicationKind, facts: words.facts as Facts, image }
}

/** Who answers for what is printed: the province's portal. */
export async function selectOwner(db: DbOrTx, provinceId: number) {
  return db
    .selectFrom('publishing.portal')
    .select(['name_vi as name', 'owner_lines as lines', 'hotline', 'contact_email as email'])
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
}

export interface Run {
  id: number
  productId: number
  copies: number
  day: Day
  printer: string
  unitId: number
  note: string
  byName: string
}

export function selectRuns(db: DbOrTx, provinceId: number, productId?: number): Promise<Run[]> {
  return db
    .selectFrom('publishing.print_run')
    .where('province_id', '=', provinceId)
    .$if(productId !== undefined, (q) => q.where('product_id', '=', productId ?? 0))
    .select([
      'id',
      'product_id as productId',
      'copies',
      'day',
      'printer',
      'unit_id as unitId',
      'note',
      'by_name as byName',
    ])
    .orderBy('day')
    .orderBy('id')
    .execute()
}

export async function insertRun(
  tx: Tx,
  provinceId: number,
  run: Omit<Run, 'id' | 'byName'>,
  byName: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('publishing.print_run')
    .values({
      province_id: provinceId,
      product_id: run.productId,
      copies: run.copies,
      day: run.day,
      printer: run.printer,
      unit_id: run.unitId,
      note: run.note,
      by_name: byName,
      at: now,
    })
    .execute()
}

export interface HandOut {
  id: number
  productId: number
  fromUnitId: number | null
  toUnitId: number | null
  place: string
  copies: number
  receiver: string
  day: Day
  photoId: number | null
  note: string
  byName: string
  struck: boolean
}

export function selectHandOuts(db: DbOrTx, provinceId: number, productId?: number): Promise<HandOut[]> {
  return db
    .selectFrom('publishing.distribution')
    .where('province_id', '=', provinceId)
    .$if(productId !== undefined, (q) => q.where('product_id', '=', productId ?? 0))
    .select([
      'id',
      'product_id as productId',
      'from_unit_id as fromUnitId',
      'to_unit_id as toUnitId',
      'place',
      'copies',
      'receiver',
      'day',
      'photo_id as photoId',
      'note',
      'by_name as byName',
      sql<boolean>`struck_at is not null`.as('struck'),
    ])
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertHandOuts(
  tx: Tx,
  provinceId: number,
  rows: readonly Omit<HandOut, 'id' | 'byName' | 'struck'>[],
  byName: string,
  now: Date,
): Promise<number[]> {
  if (rows.length === 0) return []
  const made = await tx
    .insertInto('publishing.distribution')
    .values(
      rows.map((r) => ({
        province_id: provinceId,
        product_id: r.productId,
        from_unit_id: r.fromUnitId,
        to_unit_id: r.toUnitId,
        place: r.place,
        copies: r.copies,
        receiver: r.receiver,
        day: r.day,
        photo_id: r.photoId,
        note: r.note,
        by_name: byName,
        at: now,
      })),
    )
    .returning('id')
    .execute()
  return made.map((r) => r.id)
}

export async function strikeRow(
  tx: Tx,
  provinceId: number,
  id: number,
  why: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('publishing.distribution')
    .set({ struck_at: now, struck_why: why })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

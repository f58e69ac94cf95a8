import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { PrintKind } from './print-kind.ts'

export interface Product {
  id: number
  /** Null: made of a text that is not public yet. */
  publicationId: number | null
  version: number | null
  kind: PrintKind
  title: string
  leftOut: number[]
  linkId: number
  code: string
  unitId: number
  madeAt: Date
  madeByName: string
  /** Of the publication today; null: there is none yet. */
  currentVersion: number | null
  state: string | null
  changedAt: Date | null
  /** What it was made of before that was public. */
  preparedId: number | null
  preparedNumber: number | null
  allowedAt: Date | null
  allowedByName: string | null
  staleAt: Date | null
}

function products(db: DbOrTx, provinceId: number) {
  return db
    .selectFrom('publishing.print_product as d')
    .leftJoin('publishing.publication as p', (j) =>
      j.onRef('p.province_id', '=', 'd.province_id').onRef('p.id', '=', 'd.publication_id'),
    )
    .leftJoin('publishing.prepared as a', (j) =>
      j.onRef('a.province_id', '=', 'd.province_id').onRef('a.id', '=', 'd.prepared_id'),
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
      'd.prepared_id as preparedId',
      'a.number as preparedNumber',
      'a.allowed_at as allowedAt',
      'a.allowed_by_name as allowedByName',
      'a.stale_at as staleAt',
    ])
}

export function selectProducts(db: DbOrTx, provinceId: number): Promise<Product[]> {
  return products(db, provinceId).orderBy('d.made_at', 'desc').orderBy('d.id', 'desc').limit(500).execute()
}

/** What was made of a publication, or of one of these prepared texts; the newest first. */
export function selectProductsOf(
  db: DbOrTx,
  provinceId: number,
  of: { publicationId: number | null; preparedIds: readonly number[] },
): Promise<Product[]> {
  return products(db, provinceId)
    .where((e) =>
      e.or([
        e('d.publication_id', '=', of.publicationId ?? -1),
        e('d.prepared_id', 'in', [-1, ...of.preparedIds]),
      ]),
    )
    .orderBy('d.id', 'desc')
    .execute()
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
  p: Pick<Product, 'publicationId' | 'version' | 'preparedId' | 'kind' | 'title' | 'linkId' | 'unitId'>,
  byName: string,
  now: Date,
): Promise<number> {
  const row = await tx
    .insertInto('publishing.print_product')
    .values({
      province_id: provinceId,
      publication_id: p.publicationId,
      publication_version: p.version,
      prepared_id: p.preparedId,
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

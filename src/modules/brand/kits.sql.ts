import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { Kit, KitFacts, Part, PartFacts, PartKind } from './kit.ts'

export interface By {
  name: string
  at: Date
}

const kitColumns = [
  'id',
  'name',
  'about',
  'document_id as documentId',
  'document_words as documentWords',
  'document_day as documentDay',
  'is_public as isPublic',
  'retired_at as retiredAt',
  'retired_why as retiredWhy',
  'revision',
  'changed_at as changedAt',
  'changed_by_name as changedByName',
] as const

/** Kits, those in use first; `id`: only this one. */
export async function selectKits(db: DbOrTx, provinceId: number, id?: number): Promise<Kit[]> {
  const rows = await db
    .selectFrom('brand.kit')
    .select(kitColumns)
    .where('province_id', '=', provinceId)
    .$if(id !== undefined, (q) => q.where('id', '=', id ?? 0))
    .orderBy('retired_at', (o) => o.desc().nullsFirst())
    .orderBy('id')
    .execute()
  return rows.map(({ retiredAt, retiredWhy, ...kit }) => ({
    ...kit,
    retired: retiredAt && { at: retiredAt, why: retiredWhy ?? '' },
  }))
}

function kitValues(k: KitFacts, by: By) {
  return {
    ...{ name: k.name, about: k.about, document_id: k.documentId, document_words: k.documentWords },
    ...{ document_day: k.documentDay, is_public: k.isPublic, changed_at: by.at, changed_by_name: by.name },
  }
}

export async function insertKit(tx: Tx, provinceId: number, kit: KitFacts, by: By): Promise<number> {
  const { id } = await tx
    .insertInto('brand.kit')
    .values({ province_id: provinceId, ...kitValues(kit, by) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes over the revision that the writer saw; false: somebody was there before. */
export async function updateKit(
  tx: Tx,
  provinceId: number,
  id: number,
  revision: number,
  kit: KitFacts,
  by: By,
): Promise<boolean> {
  const done = await tx
    .updateTable('brand.kit')
    .set({ ...kitValues(kit, by), revision: revision + 1 })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function retireKitRow(
  tx: Tx,
  provinceId: number,
  id: number,
  why: string | null,
  by: By,
): Promise<void> {
  await tx
    .updateTable('brand.kit')
    .set((e) => ({
      ...{ retired_at: why === null ? null : by.at, retired_why: why, revision: e('revision', '+', 1) },
      ...{ changed_at: by.at, changed_by_name: by.name },
    }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

const partColumns = [
  'id',
  'kit_id as kitId',
  'kind',
  'name',
  'use_words as use',
  'alt',
  'colours',
  'position',
  'is_public as isPublic',
  'retired_at as retiredAt',
  'revision',
] as const

export async function selectParts(
  db: DbOrTx,
  provinceId: number,
  kitIds: readonly number[],
): Promise<Part[]> {
  if (kitIds.length === 0) return []
  const rows = await db
    .selectFrom('brand.part')
    .select(partColumns)
    .where('province_id', '=', provinceId)
    .where('kit_id', 'in', kitIds)
    .orderBy('kit_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    ...r,
    kind: r.kind as PartKind,
    colours: r.colours as unknown as Part['colours'],
  }))
}

function partValues(p: PartFacts) {
  const { kind, name, alt } = p
  return { kind, name, alt, use_words: p.use, colours: JSON.stringify(p.colours), is_public: p.isPublic }
}

export async function insertPart(
  tx: Tx,
  provinceId: number,
  kitId: number,
  part: PartFacts,
): Promise<number> {
  const { id } = await tx
    .insertInto('brand.part')
    .values((e) => ({
      ...{ province_id: provinceId, kit_id: kitId, ...partValues(part) },
      position: e
        .selectFrom('brand.part')
        .select((p) => p.fn.coalesce(p(p.fn.max('position'), '+', 1), p.lit(1)).as('next'))
        .where('province_id', '=', provinceId)
        .where('kit_id', '=', kitId),
    }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updatePart(
  tx: Tx,
  provinceId: number,
  id: number,
  revision: number,
  part: PartFacts,
): Promise<boolean> {
  const done = await tx
    .updateTable('brand.part')
    .set({ ...partValues(part), revision: revision + 1 })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function retirePartRow(tx: Tx, provinceId: number, id: number, at: Date | null): Promise<void> {
  await tx
    .updateTable('brand.part')
    .set((e) => ({ retired_at: at, revision: e('revision', '+', 1) }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { Citation, LegalDocument } from './document.ts'

const columns = [
  'id',
  'type',
  'number',
  'issued',
  'issuer',
  'title',
  'in_force_from as inForceFrom',
  'in_force_to as inForceTo',
  'replaced_by_id as replacedById',
] as const

export async function selectDocument(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<LegalDocument | null> {
  const row = await db
    .selectFrom('legal.document')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function selectDocumentsById(
  db: DbOrTx,
  provinceId: number,
  ids: readonly number[],
): Promise<LegalDocument[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('legal.document')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', 'in', ids)
    .execute()
}

export async function selectByKey(
  db: DbOrTx,
  provinceId: number,
  key: string,
): Promise<LegalDocument | null> {
  const row = await db
    .selectFrom('legal.document')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ?? null
}

/** Documents of one type and number whatever their day: at most the first two, enough to know if it is one. */
export async function selectByKeyStart(
  db: DbOrTx,
  provinceId: number,
  start: string,
): Promise<LegalDocument[]> {
  return db
    .selectFrom('legal.document')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where((e) => e.fn('starts_with', ['key', e.val(start)]), '=', true)
    .limit(2)
    .execute()
}

export async function insertDocument(tx: Tx, provinceId: number, key: string, c: Citation): Promise<number> {
  const row = await tx
    .insertInto('legal.document')
    .values({
      province_id: provinceId,
      key,
      type: c.type,
      number: c.number,
      issued: c.issued,
      issuer: c.issuer,
      title: c.title,
    })
    .onConflict((on) => on.columns(['province_id', 'key']).doUpdateSet({ key }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateDocument(
  tx: Tx,
  provinceId: number,
  id: number,
  key: string,
  d: Omit<LegalDocument, 'id'>,
): Promise<void> {
  await tx
    .updateTable('legal.document')
    .set({
      key,
      type: d.type,
      number: d.number,
      issued: d.issued,
      issuer: d.issuer,
      title: d.title,
      in_force_from: d.inForceFrom,
      in_force_to: d.inForceTo,
      replaced_by_id: d.replacedById,
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export interface DocumentFilter {
  words?: string | undefined
  type?: string | undefined
  inForceOn?: Day | undefined
}

export async function selectDocuments(
  db: DbOrTx,
  provinceId: number,
  filter: DocumentFilter,
  limit: number,
  offset: number,
): Promise<{ documents: LegalDocument[]; total: number }> {
  let query = db.selectFrom('legal.document').where('province_id', '=', provinceId)
  if (filter.type) query = query.where('type', '=', filter.type)
  if (filter.words) {
    const like = `%${filter.words.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((e) =>
      e.or([e('number', 'ilike', like), e('title', 'ilike', like), e('issuer', 'ilike', like)]),
    )
  }
  const { total } = await query.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const documents = await query
    .select(columns)
    .orderBy('type')
    .orderBy('issued', (o) => o.desc().nullsLast())
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return { documents, total: Number(total) }
}

export async function selectTypes(db: DbOrTx, provinceId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('legal.document')
    .select('type')
    .distinct()
    .where('province_id', '=', provinceId)
    .orderBy('type')
    .execute()
  return rows.map((r) => r.type)
}

import { sql } from 'kysely'
import type { DbOrTx } from '../../../lib/db/db.ts'

/** Lines by which a unit brought copies of a product to people; what it passes on to other units reached nobody yet. */
export function selectToPeople(db: DbOrTx, provinceId: number, productId: number, unitId: number) {
  return db
    .selectFrom('publishing.distribution as d')
    .innerJoin('publishing.print_product as p', (j) =>
      j.onRef('p.province_id', '=', 'd.province_id').onRef('p.id', '=', 'd.product_id'),
    )
    .where('d.province_id', '=', provinceId)
    .where('d.product_id', '=', productId)
    .where('d.to_unit_id', 'is', null)
    .where('d.struck_at', 'is', null)
    .where(sql<boolean>`coalesce(d.from_unit_id, p.unit_id) = ${unitId}`)
    .select(['d.id', 'd.copies', 'd.day', 'd.place', 'd.photo_id as photoId'])
    .orderBy('d.day')
    .orderBy('d.id')
    .execute()
}

export async function selectSlot(db: DbOrTx, provinceId: number, id: number) {
  return db
    .selectFrom('publishing.radio_slot as s')
    .innerJoin('publishing.radio_script as r', (j) =>
      j.onRef('r.province_id', '=', 's.province_id').onRef('r.id', '=', 's.script_id'),
    )
    .where('s.province_id', '=', provinceId)
    .where('s.id', '=', id)
    .select([
      's.unit_id as unitId',
      's.station',
      's.aired_day as airedDay',
      's.web_address as webAddress',
      's.no_address_why as noAddressWhy',
      's.by_name as byName',
      's.listeners',
      's.proof_id as proofId',
      'r.title',
      'r.publication_id as publicationId',
    ])
    .executeTakeFirst()
}

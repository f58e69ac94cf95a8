import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { NationalArea } from './national-province.ts'

/** Inserts areas, parents before children. Returns their ids in the order given. */
export async function insertAreas(
  tx: Tx,
  provinceId: number,
  areas: readonly NationalArea[],
): Promise<number[]> {
  const byCode = new Map<string, number>()
  const ids = new Map<NationalArea, number>()
  for (const wave of [
    areas.filter((a) => a.parentCode === null),
    areas.filter((a) => a.parentCode !== null),
  ]) {
    if (wave.length === 0) continue
    const rows = await tx
      .insertInto('organisations.area')
      .values(
        wave.map((a) => ({
          province_id: provinceId,
          code: a.code,
          name: a.name,
          type: a.type,
          parent_id: a.parentCode === null ? null : (byCode.get(a.parentCode) ?? null),
          valid_from: a.from,
          valid_to: a.to,
        })),
      )
      .returning(['id', 'code', 'valid_from'])
      .execute()
    const made = new Map(rows.map((r) => [`${r.code} ${r.valid_from}`, r.id]))
    for (const a of wave) {
      const id = made.get(`${a.code} ${a.from}`) ?? 0
      ids.set(a, id)
      byCode.set(a.code, id)
    }
  }
  return areas.map((a) => ids.get(a) ?? 0)
}

export interface Area {
  id: number
  code: string
  name: string
}

export async function areaById(db: DbOrTx, provinceId: number, areaId: number): Promise<Area | null> {
  const row = await db
    .selectFrom('organisations.area')
    .select(['id', 'code', 'name'])
    .where('province_id', '=', provinceId)
    .where('id', '=', areaId)
    .executeTakeFirst()
  return row ?? null
}

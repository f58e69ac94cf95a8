import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { Adoption } from './kit.ts'
import type { By } from './kits.sql.ts'

export async function selectAdoptions(
  db: DbOrTx,
  provinceId: number,
  kitIds: readonly number[],
): Promise<(Adoption & { kitId: number })[]> {
  if (kitIds.length === 0) return []
  return db
    .selectFrom('brand.adoption')
    .select([
      ...([
        'kit_id as kitId',
        'unit_id as unitId',
        'answer_by as answerBy',
        'since_day as sinceDay',
      ] as const),
      ...([
        'note',
        'photo_file_id as photoFileId',
        'told_at as toldAt',
        'told_by_name as toldByName',
      ] as const),
    ])
    .where('province_id', '=', provinceId)
    .where('kit_id', 'in', kitIds)
    .orderBy('unit_id')
    .execute()
}

/** Asks units to use the kit by a day; one that already does is left alone. Returns those that were asked. */
export async function askUnits(
  tx: Tx,
  provinceId: number,
  kitId: number,
  unitIds: readonly number[],
  answerBy: Day,
  at: Date,
): Promise<number[]> {
  const rows = await tx
    .insertInto('brand.adoption')
    .values(
      unitIds.map((unitId) => ({
        ...{ province_id: provinceId, kit_id: kitId, unit_id: unitId, asked_at: at, answer_by: answerBy },
      })),
    )
    .onConflict((c) =>
      c
        .columns(['province_id', 'kit_id', 'unit_id'])
        .doUpdateSet({ asked_at: at, answer_by: answerBy })
        .where('brand.adoption.told_at', 'is', null),
    )
    .returning('unit_id as unitId')
    .execute()
  return rows.map((r) => r.unitId)
}

export async function writeAdoption(
  tx: Tx,
  provinceId: number,
  kitId: number,
  input: { unitId: number; sinceDay: Day; note: string; photoFileId: number | null },
  by: By,
): Promise<void> {
  const told = {
    ...{ since_day: input.sinceDay, note: input.note, photo_file_id: input.photoFileId },
    ...{ told_at: by.at, told_by_name: by.name },
  }
  await tx
    .insertInto('brand.adoption')
    .values({ province_id: provinceId, kit_id: kitId, unit_id: input.unitId, ...told })
    .onConflict((c) => c.columns(['province_id', 'kit_id', 'unit_id']).doUpdateSet(told))
    .execute()
}

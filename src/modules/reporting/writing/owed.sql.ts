import type { DbOrTx } from '../../../lib/db/db.ts'

/** The version of the template that a report began with. */
export async function selectDefinitionId(
  db: DbOrTx,
  provinceId: number,
  reportId: number,
): Promise<number | null> {
  const row = await db
    .selectFrom('reporting.report')
    .select('template_version_id as id')
    .where('province_id', '=', provinceId)
    .where('id', '=', reportId)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Does it gather the reports of others? Most gather none, and are spared the question which versions to take. */
export async function hasParts(db: DbOrTx, provinceId: number, obligationId: number): Promise<boolean> {
  const part = await db
    .selectFrom('reporting.obligation')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('parent_id', '=', obligationId)
    .limit(1)
    .executeTakeFirst()
  return part !== undefined
}

/** An obligation with what of its duty decides about its report. */
export async function selectOwed(db: DbOrTx, provinceId: number, obligationId: number) {
  return db
    .selectFrom('reporting.obligation as o')
    .innerJoin('reporting.duty as d', (j) =>
      j.onRef('d.province_id', '=', 'o.province_id').onRef('d.id', '=', 'o.duty_id'),
    )
    .select([
      'o.id',
      'o.unit_id as unitId',
      'o.period',
      'o.from_day as fromDay',
      'o.cutoff_day as cutoffDay',
      'o.state',
      'd.template_id as templateId',
      'd.programme_code as programmeCode',
    ])
    .where('o.province_id', '=', provinceId)
    .where('o.id', '=', obligationId)
    .executeTakeFirst()
}

import { z } from 'zod'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { type CriteriaTable, type CriteriaVersion, criteriaTable } from './criteria.ts'
import type { TableFault } from './criteria-sheet.ts'

/** What somebody says of a table beside its rows. */
export interface TableHead {
  setCode: string
  setName: string
  year: number
  source: string
  note: string
  unverified: boolean
}

/** A sheet that came in and waits to be taken. */
export interface CriteriaImport {
  id: number
  fileName: string
  uploadedAt: Date
  uploadedByName: string
  state: 'preview' | 'taken' | 'dropped'
  head: TableHead
  table: CriteriaTable | null
  faults: TableFault[]
  versionId: number | null
}

const content = z.object({
  head: z.object({
    setCode: z.string(),
    setName: z.string(),
    year: z.number(),
    source: z.string(),
    note: z.string(),
    unverified: z.boolean(),
  }),
  table: criteriaTable.nullable(),
  faults: z.array(z.object({ line: z.number(), vi: z.string(), en: z.string() })),
})

function versions(db: DbOrTx, provinceId: number) {
  return db
    .selectFrom('scoring.criteria_version as v')
    .innerJoin('scoring.criteria_set as s', (j) =>
      j.onRef('s.province_id', '=', 'v.province_id').onRef('s.id', '=', 'v.set_id'),
    )
    .select([
      'v.id',
      'v.set_id as setId',
      's.code as setCode',
      's.name as setName',
      'v.year',
      'v.number',
      'v.source',
      'v.note',
      'v.unverified',
      'v.definition',
      'v.made_at as madeAt',
      'v.made_by_name as madeByName',
    ])
    .where('v.province_id', '=', provinceId)
}

/** All tables of the province, the newest year first. */
export async function selectVersions(db: DbOrTx, provinceId: number): Promise<CriteriaVersion[]> {
  const rows = await versions(db, provinceId)
    .orderBy('v.year', 'desc')
    .orderBy('s.id')
    .orderBy('v.number', 'desc')
    .execute()
  return rows.map(({ definition, ...v }) => ({ ...v, table: criteriaTable.parse(definition) }))
}

export async function selectVersion(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<CriteriaVersion | null> {
  const row = await versions(db, provinceId).where('v.id', '=', id).executeTakeFirst()
  if (!row) return null
  const { definition, ...v } = row
  return { ...v, table: criteriaTable.parse(definition) }
}

export async function selectSets(db: DbOrTx, provinceId: number): Promise<{ code: string; name: string }[]> {
  return db
    .selectFrom('scoring.criteria_set')
    .select(['code', 'name'])
    .where('province_id', '=', provinceId)
    .orderBy('id')
    .execute()
}

/** Keeps a table as the next number of its set and year; the set is made where it is new. */
export async function insertVersion(
  tx: Tx,
  provinceId: number,
  head: TableHead,
  table: CriteriaTable,
  by: { name: string; at: Date },
): Promise<number> {
  const set = await tx
    .insertInto('scoring.criteria_set')
    .values({ province_id: provinceId, code: head.setCode, name: head.setName })
    .onConflict((c) => c.columns(['province_id', 'code']).doUpdateSet({ name: head.setName }))
    .returning('id')
    .executeTakeFirstOrThrow()
  const last = await tx
    .selectFrom('scoring.criteria_version')
    .select((e) => e.fn.max('number').as('number'))
    .where('province_id', '=', provinceId)
    .where('set_id', '=', set.id)
    .where('year', '=', head.year)
    .executeTakeFirst()
  const row = await tx
    .insertInto('scoring.criteria_version')
    .values({
      province_id: provinceId,
      set_id: set.id,
      year: head.year,
      number: (last?.number ?? 0) + 1,
      source: head.source,
      note: head.note,
      unverified: head.unverified,
      definition: JSON.stringify(table),
      made_at: by.at,
      made_by_name: by.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function insertImport(
  tx: Tx,
  provinceId: number,
  upload: { fileName: string; at: Date; by: { accountId: number; name: string } },
  held: Pick<CriteriaImport, 'head' | 'table' | 'faults'>,
): Promise<number> {
  const row = await tx
    .insertInto('scoring.criteria_import')
    .values({
      province_id: provinceId,
      file_name: upload.fileName,
      uploaded_at: upload.at,
      uploaded_by: upload.by.accountId,
      uploaded_by_name: upload.by.name,
      content: JSON.stringify(held),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function selectImport(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<CriteriaImport | null> {
  const row = await db
    .selectFrom('scoring.criteria_import')
    .select(['id', 'file_name', 'uploaded_at', 'uploaded_by_name', 'state', 'content', 'version_id'])
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    fileName: row.file_name,
    uploadedAt: row.uploaded_at,
    uploadedByName: row.uploaded_by_name,
    state: row.state as CriteriaImport['state'],
    ...content.parse(row.content),
    versionId: row.version_id,
  }
}

/** Ends a preview; false when somebody was faster. */
export async function endImport(
  tx: Tx,
  provinceId: number,
  id: number,
  end: { state: 'taken' | 'dropped'; versionId: number | null },
): Promise<boolean> {
  const result = await tx
    .updateTable('scoring.criteria_import')
    .set({ state: end.state, version_id: end.versionId })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('state', '=', 'preview')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

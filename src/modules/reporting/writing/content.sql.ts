import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { FigureValue, Narrative } from '../report.ts'

export async function selectNarratives(
  db: DbOrTx,
  provinceId: number,
  versionId: number,
): Promise<Narrative[]> {
  return db
    .selectFrom('reporting.narrative')
    .select([
      'section_code as sectionCode',
      'text',
      'drafted',
      'proposed',
      'revision',
      'changed_at as changedAt',
      'changed_by_name as changedByName',
    ])
    .where('province_id', '=', provinceId)
    .where('version_id', '=', versionId)
    .execute()
}

export interface NarrativeChange {
  text: string
  drafted: boolean
  proposed: boolean
  at: Date
  by: number | null
  byName: string
}

/** Writes the words of a section over revision `revision` (0: none there yet). The new revision; null when it moved on. */
export async function writeNarrative(
  tx: Tx,
  provinceId: number,
  versionId: number,
  sectionCode: string,
  revision: number,
  change: NarrativeChange,
): Promise<number | null> {
  const values = {
    text: change.text,
    drafted: change.drafted,
    proposed: change.proposed,
    changed_at: change.at,
    changed_by: change.by,
    changed_by_name: change.byName,
  }
  if (revision === 0) {
    const made = await tx
      .insertInto('reporting.narrative')
      .values({ province_id: provinceId, version_id: versionId, section_code: sectionCode, ...values })
      .onConflict((c) => c.columns(['province_id', 'version_id', 'section_code']).doNothing())
      .returning('revision')
      .executeTakeFirst()
    return made?.revision ?? null
  }
  const changed = await tx
    .updateTable('reporting.narrative')
    .set((e) => ({ ...values, revision: e('revision', '+', 1) }))
    .where('province_id', '=', provinceId)
    .where('version_id', '=', versionId)
    .where('section_code', '=', sectionCode)
    .where('revision', '=', revision)
    .returning('revision')
    .executeTakeFirst()
  return changed?.revision ?? null
}

/** Takes away the program's own words that nobody accepted, where there is nothing to tell any more. */
export async function dropProposals(
  tx: Tx,
  provinceId: number,
  versionId: number,
  sectionCodes: readonly string[],
): Promise<void> {
  if (sectionCodes.length === 0) return
  await tx
    .deleteFrom('reporting.narrative')
    .where('province_id', '=', provinceId)
    .where('version_id', '=', versionId)
    .where('section_code', 'in', sectionCodes)
    .where('proposed', '=', true)
    .execute()
}

/** Proposed words become accepted ones, as they stand. */
export async function acceptProposals(
  tx: Tx,
  provinceId: number,
  versionId: number,
  sectionCodes: readonly string[] | null,
  by: { id: number; name: string },
  now: Date,
): Promise<number> {
  const result = await tx
    .updateTable('reporting.narrative')
    .set((e) => ({
      ...{ proposed: false, changed_at: now, changed_by: by.id, changed_by_name: by.name },
      revision: e('revision', '+', 1),
    }))
    .where('province_id', '=', provinceId)
    .where('version_id', '=', versionId)
    .where('proposed', '=', true)
    .$if(sectionCodes !== null, (q) => q.where('section_code', 'in', [...(sectionCodes ?? [])]))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export async function selectFigures(
  db: DbOrTx,
  provinceId: number,
  versionId: number,
): Promise<FigureValue[]> {
  const rows = await db
    .selectFrom('reporting.figure')
    .select([
      'figure_code as figureCode',
      'row_code as rowCode',
      'computed',
      'manual',
      'reason',
      'revision',
      'changed_by_name as changedByName',
    ])
    .where('province_id', '=', provinceId)
    .where('version_id', '=', versionId)
    .execute()
  const number = (text: string | null) => (text === null ? null : Number(text))
  return rows.map((r) => ({ ...r, computed: number(r.computed), manual: number(r.manual) }))
}

/** Writes computed values, in one statement; what people put in their place stays. */
export async function writeComputed(
  tx: Tx,
  provinceId: number,
  versionId: number,
  figures: readonly Pick<FigureValue, 'figureCode' | 'rowCode' | 'computed'>[],
): Promise<void> {
  if (figures.length === 0) return
  await sql`
    insert into reporting.figure (province_id, version_id, figure_code, row_code, computed)
    select ${provinceId}, ${versionId}, f.* from unnest(
      ${figures.map((f) => f.figureCode)}::text[], ${figures.map((f) => f.rowCode)}::text[],
      ${figures.map((f) => f.computed)}::numeric[]) as f
    on conflict (province_id, version_id, figure_code, row_code) do update set computed = excluded.computed`.execute(
    tx,
  )
}

/** Rows of tables in which nothing is left, neither computed nor put there by somebody. */
export async function deleteFigures(
  tx: Tx,
  provinceId: number,
  versionId: number,
  figures: readonly Pick<FigureValue, 'figureCode' | 'rowCode'>[],
): Promise<void> {
  if (figures.length === 0) return
  await sql`
    delete from reporting.figure x using unnest(
      ${figures.map((f) => f.figureCode)}::text[], ${figures.map((f) => f.rowCode)}::text[]) as f (figure, line)
    where x.province_id = ${provinceId} and x.version_id = ${versionId} and x.figure_code = f.figure
      and x.row_code = f.line and x.manual is null`.execute(tx)
}

/** Puts a value in place of the computed one, or takes it away again (null). False when the figure moved on. */
export async function writeManual(
  tx: Tx,
  provinceId: number,
  versionId: number,
  figure: Pick<FigureValue, 'figureCode' | 'rowCode' | 'manual' | 'reason' | 'revision'>,
  byName: string,
): Promise<boolean> {
  const values = {
    manual: figure.manual === null ? null : String(figure.manual),
    reason: figure.manual === null ? null : figure.reason,
    changed_by_name: byName,
  }
  if (figure.revision === 0) {
    const made = await tx
      .insertInto('reporting.figure')
      .values({
        province_id: provinceId,
        version_id: versionId,
        figure_code: figure.figureCode,
        row_code: figure.rowCode,
        ...values,
      })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst()
    return made.numInsertedOrUpdatedRows === 1n
  }
  const result = await tx
    .updateTable('reporting.figure')
    .set((e) => ({ ...values, revision: e('revision', '+', 1) }))
    .where('province_id', '=', provinceId)
    .where('version_id', '=', versionId)
    .where('figure_code', '=', figure.figureCode)
    .where('row_code', '=', figure.rowCode)
    .where('revision', '=', figure.revision)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Begins a version with all that another holds; proposed words stay proposed. */
export async function copyContent(tx: Tx, provinceId: number, from: number, to: number): Promise<void> {
  await sql`
    insert into reporting.narrative (province_id, version_id, section_code, text, drafted, proposed, changed_at,
      changed_by, changed_by_name)
    select province_id, ${to}, section_code, text, drafted, proposed, changed_at, changed_by, changed_by_name
    from reporting.narrative where province_id = ${provinceId} and version_id = ${from}`.execute(tx)
  await sql`
    insert into reporting.figure (province_id, version_id, figure_code, row_code, computed, manual, reason,
      changed_by_name)
    select province_id, ${to}, figure_code, row_code, computed, manual, reason, changed_by_name
    from reporting.figure where province_id = ${provinceId} and version_id = ${from}`.execute(tx)
  await sql`
    insert into reporting.report_evidence (province_id, version_id, section_code, evidence_id)
    select province_id, ${to}, section_code, evidence_id
    from reporting.report_evidence where province_id = ${provinceId} and version_id = ${from}`.execute(tx)
}

import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { FactsAsked } from './facts.sql.ts'

/** A piece of evidence as a sheet shows it and a bundle packs it. */
export interface Proof {
  id: number
  kind: 'file' | 'link'
  fileId: number | null
  url: string | null
  caption: string
  /** What it shows. */
  what: string | null
  formCode: string | null
  /** The activity served a task of the programme. */
  forWork: boolean
}

/** Every piece of evidence of the unit's activities of the year, the newest first; each once. */
export async function selectProofs(
  db: DbOrTx,
  provinceId: number,
  asked: Omit<FactsAsked, 'today'>,
  limit = 2000,
): Promise<Proof[]> {
  const unitIds = asked.belongings.map((b) => b.unitId)
  // Step by step: a planner without statistics (a province just founded) would begin with the wrong table.
  const { rows } = await sql<Proof>`
    with act as materialized (
      select id, what, form_code from assignments.activity
      where province_id = ${provinceId} and unit_id = any(${unitIds}::bigint[]) and withdrawn_at is null
        and from_day between make_date(${asked.year}::int, 1, 1) and make_date(${asked.year}::int, 12, 31)
    ), served as materialized (
      select distinct act.id from act
      join assignments.activity_assignment s on s.province_id = ${provinceId} and s.activity_id = act.id
      join assignments.assignment a on a.province_id = ${provinceId} and a.id = s.assignment_id
      join plans.plan p on p.province_id = ${provinceId} and p.id = a.plan_id
      join plans.programme g on g.province_id = ${provinceId} and g.id = p.programme_id
      where g.code = ${asked.programmeCode}
    ), shown as materialized (
      select act.*, shown.evidence_id, act.id in (select id from served) as for_work from act
      join assignments.activity_evidence shown on shown.province_id = ${provinceId} and shown.activity_id = act.id
    )
    select * from (
      select distinct on (e.id) e.id, e.kind, e.file_id as "fileId", e.url, e.caption, shown.what,
        shown.form_code as "formCode", shown.for_work as "forWork"
      from shown join assignments.evidence e on e.province_id = ${provinceId} and e.id = shown.evidence_id
      where e.withdrawn_at is null
      order by e.id, shown.for_work desc) found
    order by id desc limit ${limit}`.execute(db)
  return rows
}

/** What is kept with a sheet: item → evidence. */
export async function selectKept(
  db: DbOrTx,
  provinceId: number,
  sheetId: number,
): Promise<(Proof & { itemCode: string; found: boolean })[]> {
  const { rows } = await sql<Proof & { itemCode: string; found: boolean }>`
    select k.item_code as "itemCode", k.found, e.id, e.kind, e.file_id as "fileId", e.url, e.caption,
      (select act.what from assignments.activity_evidence shown
        join assignments.activity act on act.province_id = shown.province_id and act.id = shown.activity_id
        where shown.province_id = e.province_id and shown.evidence_id = e.id order by act.id limit 1) as what,
      null as "formCode", false as "forWork"
    from scoring.score_evidence k
    join assignments.evidence e on e.province_id = k.province_id and e.id = k.evidence_id
    where k.province_id = ${provinceId} and k.sheet_id = ${sheetId}
    order by k.item_code, e.id desc`.execute(db)
  return rows
}

/** Sets the pieces that were added by hand to a line; the found ones stay as they are. */
export async function keepChosen(
  tx: Tx,
  provinceId: number,
  sheetId: number,
  chosen: readonly { itemCode: string; evidenceIds: readonly number[] }[],
): Promise<void> {
  for (const { itemCode, evidenceIds } of chosen) {
    await tx
      .deleteFrom('scoring.score_evidence')
      .where('province_id', '=', provinceId)
      .where('sheet_id', '=', sheetId)
      .where('item_code', '=', itemCode)
      .where('found', '=', false)
      .execute()
    await insertKept(tx, provinceId, sheetId, itemCode, evidenceIds, false)
  }
}

export async function insertKept(
  tx: Tx,
  provinceId: number,
  sheetId: number,
  itemCode: string,
  evidenceIds: readonly number[],
  found: boolean,
): Promise<void> {
  await sql`insert into scoring.score_evidence (province_id, sheet_id, item_code, evidence_id, found)
    select ${provinceId}, ${sheetId}, ${itemCode}, id, ${found} from unnest(${[...evidenceIds]}::bigint[]) as e (id)
    on conflict do nothing`.execute(tx)
}

import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import type { ReportState } from '../report.ts'

/** What one unit below owes to a consolidated report, what it handed in, and which version of it was taken. */
export interface Part {
  obligationId: number
  unitId: number
  invited: boolean
  dueDay: Day
  reportId: number | null
  state: ReportState | null
  submittedDay: Day | null
  isEmpty: boolean | null
  isNil: boolean | null
  completeness: number | null
  /** The version that counts now; null where none was handed in. */
  currentId: number | null
  currentNumber: number | null
  /** May the version that counts be taken by the basis the consolidated version gathers on? */
  isTakeable: boolean
  takenId: number | null
  takenNumber: number | null
  takenDay: Day | null
  takenDigest: string | null
}

/** The units below, in one statement; the order is the caller's. Ended and waived duties are left out. */
export async function selectParts(
  db: DbOrTx,
  provinceId: number,
  obligationId: number,
  versionId: number,
): Promise<Part[]> {
  const found = await sql<Part>`
    with taken as materialized (
      select w.report_id, w.id, w.number, w.submitted_at, w.digest from reporting.included_version i
        join reporting.report_version w on w.province_id = i.province_id and w.id = i.child_version_id
      where i.province_id = ${provinceId} and i.version_id = ${versionId}
    ), basis as (
      select gathers from reporting.report_version where province_id = ${provinceId} and id = ${versionId}
    )
    select o.id as "obligationId", o.unit_id as "unitId", o.invited, o.due_day as "dueDay", r.id as "reportId",
      r.state, r.submitted_day as "submittedDay", r.is_empty as "isEmpty", r.is_nil as "isNil",
      r.completeness::float8 as completeness, v.id as "currentId", v.number as "currentNumber",
      v.id is not null and r.state <> 'returned' and ((select gathers from basis) = 'submitted'
        or r.state in ('accepted', 'consolidated', 'signed', 'sent')
        or (r.state = 'draft' and r.accepted_at is not null)) as "isTakeable",
      t.id as "takenId", t.number as "takenNumber",
      (t.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date as "takenDay", t.digest as "takenDigest"
    from reporting.obligation o
      left join reporting.report r on r.province_id = o.province_id and r.obligation_id = o.id
      left join reporting.report_version v on v.province_id = r.province_id and v.report_id = r.id
        and v.state = 'submitted'
      left join taken t on t.report_id = r.id
    where o.province_id = ${provinceId} and o.parent_id = ${obligationId} and o.state = 'owed'
    order by o.id`.execute(db)
  return found.rows
}

export interface PartFigure {
  versionId: number
  figureCode: string
  rowCode: string
  value: number
}

/** Values of figures in several versions. `codes`: only these; `rowCode`: only this row ('' for single figures). */
export async function selectPartFigures(
  db: DbOrTx,
  provinceId: number,
  versionIds: readonly number[],
  codes: readonly string[],
  rowCode: string,
): Promise<PartFigure[]> {
  const found = await sql<PartFigure>`
    select version_id as "versionId", figure_code as "figureCode", row_code as "rowCode",
      coalesce(manual, computed)::float8 as value
    from reporting.figure
    where province_id = ${provinceId} and version_id = any(${[...versionIds]}::bigint[])
      and figure_code = any(${[...codes]}::text[]) and row_code = ${rowCode}
      and coalesce(manual, computed) is not null`.execute(db)
  return found.rows
}

/** A figure that a unit's version has differently now than in the version that was taken. */
export interface MovedFigure {
  takenId: number
  figureCode: string
  rowCode: string
  before: number | null
  now: number | null
}

/** What changed in the figures of pairs of versions (taken, current), in one statement. */
export async function selectMoved(
  db: DbOrTx,
  provinceId: number,
  pairs: readonly { takenId: number; currentId: number }[],
): Promise<MovedFigure[]> {
  if (pairs.length === 0) return []
  const found = await sql<MovedFigure>`
    with pair as (
      select * from unnest(${pairs.map((p) => p.takenId)}::bigint[], ${pairs.map((p) => p.currentId)}::bigint[])
        as p (taken, current)
    ), old as (
      select p.taken, f.figure_code, f.row_code, coalesce(f.manual, f.computed) as value
      from pair p join reporting.figure f on f.province_id = ${provinceId} and f.version_id = p.taken
    ), new as (
      select p.taken, f.figure_code, f.row_code, coalesce(f.manual, f.computed) as value
      from pair p join reporting.figure f on f.province_id = ${provinceId} and f.version_id = p.current
    )
    select taken as "takenId", figure_code as "figureCode", row_code as "rowCode", old.value::float8 as before,
      new.value::float8 as now
    from old full join new using (taken, figure_code, row_code)
    where old.value is distinct from new.value
      and (coalesce(old.value, 0) <> coalesce(new.value, 0))
    order by taken, figure_code, row_code`.execute(db)
  return found.rows
}

/** Has this obligation units below whose reports go into its own? */
export async function hasParts(db: DbOrTx, provinceId: number, obligationId: number): Promise<boolean> {
  const row = await db
    .selectFrom('reporting.obligation')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('parent_id', '=', obligationId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

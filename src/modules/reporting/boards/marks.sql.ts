import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

/** Over marks `m` of a province. */
export const labelSql = sql<string>`count(*) || ' ' || coalesce(sum(m.id), 0)`

export interface BoardLabel {
  /** Another one after every change of what a board of the province shows, its units included. */
  label: string
  /** Years in which anything is owed, the latest first. */
  years: number[]
}

/** What every page about a province's reporting needs to know first, in one statement. */
export async function selectBoardLabel(db: DbOrTx, provinceId: number): Promise<BoardLabel> {
  const { rows } = await sql<BoardLabel>`
    with recursive y (year) as (
      select max(year) from reporting.obligation where province_id = ${provinceId}
      union all
      select (select max(o.year) from reporting.obligation o where o.province_id = ${provinceId} and o.year < y.year)
      from y where y.year is not null
    )
    select coalesce((select array_agg(year order by year desc) from y where year is not null), '{}') as years,
      p.tree_revision || ' ' || (select ${labelSql} from reporting.mark m where m.province_id = p.province_id) as label
    from organisations.province p where p.province_id = ${provinceId}`.execute(db)
  return rows[0] ?? { label: '', years: [] }
}

/** Marks older than any transaction that may still be open; what was kept by them is then counted once more. */
export async function deleteBoardMarks(tx: Tx, provinceId: number, before: Date): Promise<void> {
  await sql`delete from reporting.mark where province_id = ${provinceId} and made_at < ${before}`.execute(tx)
}

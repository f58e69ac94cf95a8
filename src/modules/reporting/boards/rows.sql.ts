import { type RawBuilder, sql } from 'kysely'
import type { DbOrTx } from '../../../lib/db/db.ts'
import type { BoardRow, Part, Scope } from './measure.ts'
import { countedAsSql, factsSql } from './standing.sql.ts'

export interface RowsAsked {
  /** The rows that this figure counts; undefined: all. */
  part?: Part | undefined
  /** Exactly this unit of the map. */
  unit?: number | undefined
  limit: number
  offset?: number
  /** In the order of their numbers, beyond this one; else the most pressing first. */
  after?: number | undefined
}

export interface FoundRows {
  rows: readonly BoardRow[]
  /** Of all pages. */
  total: number
}

/**
 * The obligations behind a figure, with how many there are: exactly as many as the figure says. Names are looked up for
 * the page alone.
 */
export async function boardRows(db: DbOrTx, scope: Scope, asked: RowsAsked): Promise<FoundRows> {
  const byNumber = asked.after !== undefined
  const { rows } = await sql<BoardRow & { total: number }>`${factsSql(scope)},
    c as materialized (select f.*, ${countedAsSql(scope.asOf)} as counted from f),
    picked as (
      select c.*, case c.counted when 'late' then c.submitted_day - c.due_day
        when 'overdue' then ${scope.asOf}::date - c.due_day end as days, count(*) over ()::integer as total
      from c where ${partSql(asked.part, scope)} ${asked.unit ? sql`and c.unit_id = ${asked.unit}` : sql``}
    ),
    page as (
      select p.*, row_number() over () as at from (
        select * from picked p ${byNumber ? sql`where p.id > ${asked.after} order by p.id` : sql`order by ${pressingFirst}`}
        limit ${asked.limit} offset ${asked.offset ?? 0}
      ) p
    )
    select p.total, p.id as "obligationId", p.report_id as "reportId",
      p.duty_id as "dutyId", d.name as "dutyName", p.programme_code as programme, p.period, p.year,
      p.unit_id as "unitId", p.own_unit_id as "ownUnitId", v.name as "ownUnitName", p.due_day as "dueDay", p.invited,
      p.submitted_day as "submittedDay", p.counted as "countedAs", p.days, p.completeness::float8, p.returns
    from page p
    join reporting.duty d on d.province_id = ${scope.provinceId} and d.id = p.duty_id
    join lateral (
      select v.name from organisations.unit_version v
      where v.province_id = ${scope.provinceId} and v.unit_id = p.own_unit_id
      order by (v.valid_from <= ${scope.asOf}::date) desc, v.valid_from desc limit 1
    ) v on true
    order by p.at`.execute(db)
  const total = rows[0]?.total ?? (asked.offset || asked.after ? await countOf(db, scope, asked) : 0)
  return { rows: rows.map(({ total: _, ...row }) => row), total }
}

const pressingFirst = sql`array_position(array['overdue', 'empty', 'returned', 'late', 'waiting', 'not_due'], p.counted),
  p.days desc nulls last, p.due_day, p.id`

async function countOf(db: DbOrTx, scope: Scope, asked: RowsAsked): Promise<number> {
  const { part, unit } = asked
  const { rows } = await sql<{ n: number }>`${factsSql(scope)},
    c as (select f.*, ${countedAsSql(scope.asOf)} as counted from f)
    select count(*)::integer as n from c
    where ${partSql(part, scope)} ${unit ? sql`and c.unit_id = ${unit}` : sql``}`.execute(db)
  return rows[0]?.n ?? 0
}

/** The rows that a figure counts. The same conditions as in measures.sql.ts. */
export function partSql(part: Part | undefined, { asOf }: Pick<Scope, 'asOf'>): RawBuilder<boolean> {
  if (part === undefined) return sql<boolean>`true`
  if (part === 'expected') return sql<boolean>`c.owed = 'owed'`
  if (part === 'received') return sql<boolean>`c.counted in ('on_time', 'late', 'nil', 'empty')`
  if (part === 'due')
    return sql<boolean>`(c.counted in ('on_time', 'late', 'nil', 'empty', 'overdue')
      or c.counted = 'returned' and c.due_day < ${asOf}::date and not c.invited)`
  return sql<boolean>`c.counted = ${part}`
}

/** What a report is owed for; null when there is no such report. */
export async function obligationOfReport(
  db: DbOrTx,
  provinceId: number,
  reportId: number,
): Promise<number | null> {
  const row = await db
    .selectFrom('reporting.report')
    .select('obligation_id')
    .where('province_id', '=', provinceId)
    .where('id', '=', reportId)
    .executeTakeFirst()
  return row?.obligation_id ?? null
}

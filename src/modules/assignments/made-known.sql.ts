import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'

/** A document that a plan wants made known (YB-06), and the activities that name it. */
export interface MadeKnown {
  documentId: number
  type: string
  number: string
  title: string | null
  activities: number
  units: number
}

/** Does an activity (called by `what`) name this document? '76/NQ-CP' is not named by '176/NQ-CP'. */
export function citesSql(what: RawBuilder<unknown>, number: RawBuilder<unknown>): RawBuilder<boolean> {
  // Numbers of documents hold letters, digits, '/', '-' and at most a point.
  return sql<boolean>`${what} ~* ('(^|[^0-9])' || replace(${number}, '.', '[.]'))`
}

/** The documents that a plan wants made known, in its order, with what was done from one day to another. */
export async function selectMadeKnown(
  db: DbOrTx,
  provinceId: number,
  planId: number,
  when: { from: Day; to: Day },
  unitIds: readonly number[] | undefined,
): Promise<MadeKnown[]> {
  const reach = unitIds ? sql`and a.unit_id = any(${[...unitIds]}::bigint[])` : sql``
  const { rows } = await sql<MadeKnown>`
    select d.id as "documentId", d.type, d.number, d.title, count(a.id) as activities,
      count(distinct a.unit_id) as units
    from plans.citation c
    join legal.document d on d.province_id = c.province_id and d.id = c.document_id
    left join assignments.activity a on a.province_id = c.province_id and a.withdrawn_at is null
      and a.from_day <= ${when.to}::date and a.to_day >= ${when.from}::date ${reach}
      and ${citesSql(sql`a.what`, sql`d.number`)}
    where c.province_id = ${provinceId} and c.plan_id = ${planId} and c.role = 'COMMUNICATE' and d.number is not null
    group by d.id, d.type, d.number, d.title, c.position
    order by c.position`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import type { Obligation } from '../obligation.ts'
import type { ReportState } from '../report.ts'

/** An obligation as lists show it: with its duty, unit and report in words. */
export interface ObligationRow extends Obligation {
  dutyName: string
  programmeCode: string
  templateId: number | null
  toUnitId: number | null
  toName: string | null
  viaUnitId: number | null
  /** The document that demands it. */
  source: string
  unitName: string
  madeAt: Date
  stateAt: Date | null
  /** How often its day was moved, and when it last changed in any way that a calendar shows. */
  changes: number
  changedAt: Date
  /** All null until somebody opens the report. */
  reportId: number | null
  reportState: ReportState | null
  submittedDay: Day | null
  isEmpty: boolean | null
  isNil: boolean | null
  completeness: number | null
  returns: number
}

export interface ObligationFilter {
  ids?: readonly number[] | undefined
  /** Undefined: every unit of the province. */
  unitIds?: readonly number[] | undefined
  dutyIds?: readonly number[] | undefined
  programme?: string | undefined
  /** '2026-Q1' */
  periods?: readonly string[] | undefined
  year?: number | undefined
  dueFrom?: Day | undefined
  dueTo?: Day | undefined
  /** 'owed' alone unless named. */
  states?: readonly Obligation['state'][] | undefined
  parentId?: number | undefined
  /** Only what this unit receives: it goes through it, or to it where it goes through nobody. */
  receivedBy?: readonly number[] | undefined
  /** Only what has not been handed in, or was given back. */
  open?: boolean | undefined
}

/** Obligations that pass the filter by due day, with the number of all that pass. */
export async function selectObligations(
  db: DbOrTx,
  provinceId: number,
  filter: ObligationFilter,
  limit = 100,
  offset = 0,
): Promise<{ rows: ObligationRow[]; total: number }> {
  const query = filtered(db, provinceId, filter)
  const rows = await query
    .select([
      'o.id',
      'o.duty_id as dutyId',
      'o.unit_id as unitId',
      'o.period',
      'o.year',
      'o.from_day as fromDay',
      'o.to_day as toDay',
      'o.cutoff_day as cutoffDay',
      'o.due_day as dueDay',
      'o.first_due_day as firstDueDay',
      'o.why_vi',
      'o.why_en',
      'o.parent_id as parentId',
      'o.invited',
      'o.inherited',
      'o.state',
      'o.state_reason as stateReason',
      'o.end_kind as endKind',
      'o.made_at as madeAt',
      'o.state_at as stateAt',
      'd.name as dutyName',
      'd.programme_code as programmeCode',
      'd.template_id as templateId',
      'd.to_unit_id as toUnitId',
      'd.to_name as toName',
      'd.via_unit_id as viaUnitId',
      'd.source',
      'r.id as reportId',
      'r.state as reportState',
      'r.submitted_day as submittedDay',
      'r.is_empty as isEmpty',
      'r.is_nil as isNil',
      'r.completeness',
      'r.returns',
      sql<string>`(select v.name from organisations.unit_version v
        where v.province_id = o.province_id and v.unit_id = o.unit_id
        order by v.valid_from desc limit 1)`.as('unitName'),
      sql<number>`(select count(*) from reporting.due_change c
        where c.province_id = o.province_id and c.obligation_id = o.id)`.as('changes'),
      sql<Date>`greatest(o.made_at, o.state_at, r.submitted_at, (select max(c.at) from reporting.due_change c
        where c.province_id = o.province_id and c.obligation_id = o.id))`.as('changedAt'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy('o.due_day')
    .orderBy('o.duty_id')
    .orderBy('o.unit_id')
    .orderBy('o.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return { rows: rows.map(asRow), total: Number(rows[0]?.total ?? 0) }
}

export async function countObligations(
  db: DbOrTx,
  provinceId: number,
  filter: ObligationFilter,
): Promise<number> {
  const row = await filtered(db, provinceId, filter)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** How many reports of these units are overdue, and how many fall due until a day; bodies that are asked are never late. */
export async function countPressing(
  db: DbOrTx,
  provinceId: number,
  unitIds: readonly number[],
  today: Day,
  until: Day,
): Promise<{ overdue: number; soon: number }> {
  const row = await filtered(db, provinceId, { unitIds, open: true, dueTo: until })
    .select([
      sql<number>`count(*) filter (where o.due_day < ${today}::date and not o.invited)`.as('overdue'),
      sql<number>`count(*) filter (where o.due_day >= ${today}::date)`.as('soon'),
    ])
    .executeTakeFirstOrThrow()
  return { overdue: Number(row.overdue), soon: Number(row.soon) }
}

export function filtered(db: DbOrTx, provinceId: number, filter: ObligationFilter) {
  let query = db
    .selectFrom('reporting.obligation as o')
    .innerJoin('reporting.duty as d', (j) =>
      j.onRef('d.province_id', '=', 'o.province_id').onRef('d.id', '=', 'o.duty_id'),
    )
    .leftJoin('reporting.report as r', (j) =>
      j.onRef('r.province_id', '=', 'o.province_id').onRef('r.obligation_id', '=', 'o.id'),
    )
    .where('o.province_id', '=', provinceId)
    .where('o.state', 'in', filter.states ?? ['owed'])
  const some = <T>(list: readonly T[], none: T) => (list.length > 0 ? list : [none])
  if (filter.ids) query = query.where('o.id', 'in', some(filter.ids, -1))
  if (filter.unitIds) query = query.where('o.unit_id', 'in', some(filter.unitIds, -1))
  if (filter.dutyIds) query = query.where('o.duty_id', 'in', some(filter.dutyIds, -1))
  if (filter.programme) query = query.where('d.programme_code', '=', filter.programme)
  if (filter.periods) query = query.where('o.period', 'in', some(filter.periods, ''))
  if (filter.year) query = query.where('o.year', '=', filter.year)
  if (filter.dueFrom) query = query.where('o.due_day', '>=', filter.dueFrom)
  if (filter.dueTo) query = query.where('o.due_day', '<=', filter.dueTo)
  if (filter.parentId) query = query.where('o.parent_id', '=', filter.parentId)
  if (filter.receivedBy)
    query = query.where(
      sql<boolean>`coalesce(d.via_unit_id, d.to_unit_id) = any(${[...filter.receivedBy]}::bigint[])`,
    )
  if (filter.open)
    query = query.where((e) => e.or([e('r.submitted_at', 'is', null), e('r.state', '=', 'returned')]))
  return query
}

type Raw = Omit<ObligationRow, 'why' | 'state' | 'endKind' | 'reportState' | 'completeness' | 'returns'> & {
  why_vi: string
  why_en: string
  state: string
  endKind: string | null
  reportState: string | null
  completeness: string | number | null
  returns: number | null
  total: number
}

function asRow({ why_vi, why_en, total: _, ...row }: Raw): ObligationRow {
  return {
    ...row,
    why: { vi: why_vi, en: why_en },
    state: row.state as Obligation['state'],
    endKind: row.endKind as Obligation['endKind'],
    reportState: row.reportState as ReportState | null,
    completeness: row.completeness === null ? null : Number(row.completeness),
    returns: row.returns ?? 0,
    changes: Number(row.changes),
  }
}

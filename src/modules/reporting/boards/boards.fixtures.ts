import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'

export interface Filling {
  /** Provinces from this number to that; each must have its units. */
  provinces: readonly [number, number]
  years: readonly [number, number]
  today: Day
  /** Unit types that owe reports; undefined: every unit. */
  types?: readonly string[]
}

/**
 * Two years of reports of whole provinces, made by the database itself: three duties (quarter, half-year, year) for
 * every unit, with lateness as it is found: of what is due some 70 % in time, 12 % late by up to six weeks, 5 % empty,
 * 3 % returned, the rest owing. The same filling makes the same rows. Steps and versions tell the same story.
 */
export async function fillReports(db: DbOrTx, { provinces, years, today, types }: Filling): Promise<void> {
  const [first, last] = provinces
  const among = sql`between ${first}::integer and ${last}::integer`
  await sql`
    insert into reporting.template (province_id, code, name_vi, name_en, shape)
    select province_id, 'filled', 'Báo cáo tuyên truyền', 'Communication report', 'standalone'
    from organisations.province where province_id ${among}`.execute(db)
  await sql`
    insert into reporting.template_version (province_id, template_id, number, state, definition, made_at, made_by_name)
    select province_id, id, 1, 'published', '{}', '2024-01-01', 'Chung Tay'
    from reporting.template where code = 'filled' and province_id ${among}`.execute(db)
  await sql`
    insert into reporting.duty (province_id, programme_code, template_id, name, period_kind, source, state, valid_from)
    select t.province_id, 'PAR_COMMUNICATION', t.id, k.name, k.kind, 'Kế hoạch số 25/KH-UBND', 'active', '2024-01-01'
    from reporting.template t, (values ('quarter', 'Báo cáo quý'), ('half-year', 'Báo cáo 6 tháng'),
      ('year', 'Báo cáo năm')) k (kind, name)
    where t.code = 'filled' and t.province_id ${among}`.execute(db)
  const kinds = types ? sql`and v.type = any(${[...types]}::text[])` : sql``
  await sql`
    insert into reporting.obligation (province_id, duty_id, unit_id, period, year, from_day, to_day, cutoff_day, due_day,
      first_due_day, why_vi, why_en, invited, made_at)
    select d.province_id, d.id, v.unit_id, y || p.code, y, make_date(y, p.month, 1), b.last, b.last - 16, b.last - 7,
      b.last - 7, 'Theo kế hoạch', 'By the plan', v.invited, make_timestamptz(y - 1, 12, 20, 9, 0, 0)
    from reporting.duty d
    join (values ('quarter', '-Q1', 1, 3), ('quarter', '-Q2', 4, 3), ('quarter', '-Q3', 7, 3), ('quarter', '-Q4', 10, 3),
      ('half-year', '-H1', 1, 6), ('year', '', 1, 12)) p (kind, code, month, months) on p.kind = d.period_kind
    cross join generate_series(${years[0]}::integer, ${years[1]}::integer) y
    cross join lateral (select (make_date(y, p.month, 1) + make_interval(months => p.months))::date - 1 as last) b
    join organisations.unit_version v on v.province_id = d.province_id and v.valid_from <= b.last
      and (v.valid_to is null or v.valid_to > b.last) ${kinds}
    where d.province_id ${among} and exists (select from reporting.template t
      where t.province_id = d.province_id and t.id = d.template_id and t.code = 'filled')`.execute(db)
  await fillHandedIn(db, among, today)
}

async function fillHandedIn(db: DbOrTx, among: ReturnType<typeof sql>, today: Day): Promise<void> {
  await sql`
    insert into reporting.report (province_id, obligation_id, template_version_id, state, submitted_at, submitted_day,
      submitted_by_name, returns, completeness, is_empty)
    select o.province_id, o.id, t.id,
      case when c.lot < 820 then (array['submitted', 'accepted', 'consolidated', 'sent'])[1 + c.other % 4]
        when c.lot < 870 then 'submitted' when c.lot < 900 then 'returned' else 'draft' end,
      case when c.lot < 900 then c.day + time '10:00' at time zone 'Asia/Ho_Chi_Minh' end,
      case when c.lot < 900 then c.day end, case when c.lot < 900 then 'Người báo cáo' end,
      (c.lot >= 870 and c.lot < 900)::integer,
      case when c.lot < 820 then 0.6 + (c.other % 40) / 100.0 when c.lot < 870 then 0.1 when c.lot < 900 then 0.4 end,
      case when c.lot < 900 then c.lot between 820 and 869 end
    from reporting.obligation o
    join reporting.duty d on d.province_id = o.province_id and d.id = o.duty_id
    join reporting.template p on p.province_id = d.province_id and p.id = d.template_id and p.code = 'filled'
    join reporting.template_version t on t.province_id = p.province_id and t.template_id = p.id
    cross join lateral (select abs(hashint8(o.unit_id * 7919 + o.id * 31)) % 1000 as lot,
      abs(hashint8(o.id * 131 + 7)) % 1000 as other) l
    cross join lateral (select l.lot, l.other, case when l.lot between 700 and 819 then o.due_day + 1 + l.other % 42
      else o.due_day - l.other % 9 end as day) c
    where o.province_id ${among} and c.lot < 940 and o.from_day < ${today}::date
      and (c.day < ${today}::date or c.lot >= 900)`.execute(db)
  await sql`
    insert into reporting.report_version (province_id, report_id, number, state, begun_at, begun_by_name, submitted_at,
      submitted_by_name, completeness, is_empty)
    select r.province_id, r.id, 1, case when r.submitted_at is null then 'working' else 'submitted' end,
      coalesce(r.submitted_at, o.due_day::timestamptz) - interval '6 days', 'Người báo cáo', r.submitted_at,
      r.submitted_by_name, r.completeness, r.is_empty
    from reporting.report r
    join reporting.obligation o on o.province_id = r.province_id and o.id = r.obligation_id
    where r.province_id ${among} and not exists (select from reporting.report_version v
      where v.province_id = r.province_id and v.report_id = r.id)`.execute(db)
  await sql`
    insert into reporting.step (province_id, report_id, version_number, from_state, to_state, at, actor_name)
    select r.province_id, r.id, 1, s.was, s.becomes, r.submitted_at + s.after, 'Người báo cáo'
    from reporting.report r
    cross join lateral (select 'draft', 'submitted', interval '0' union all
      select 'submitted', r.state, interval '2 days' where r.state <> 'submitted') s (was, becomes, after)
    where r.province_id ${among} and r.submitted_at is not null and not exists (select from reporting.step x
      where x.province_id = r.province_id and x.report_id = r.id)
    order by r.id, s.after`.execute(db)
}

import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day } from '../../../lib/calendar/day.ts'
import type { CountedAs, Scope } from './measure.ts'

/** The first moment after a day in Việt Nam. */
export function endOf(day: Day): string {
  return `${addDays(day, 1)}T00:00:00+07:00`
}

/** The day whose units are the map. */
export function mapDayOf({ asOf, today, map }: Pick<Scope, 'asOf' | 'today' | 'map'>): Day {
  return map === 'today' ? today : asOf
}

/**
 * What an obligation counts as, over a row `f` of facts. The same rule as standingOf in report.ts, said in SQL so
 * that boards can count it; a test holds the two together.
 */
export function countedAsSql(asOf: Day): RawBuilder<CountedAs> {
  return sql<CountedAs>`case
    when f.owed <> 'owed' then f.owed
    when f.submitted_day is not null and f.state <> 'returned' then case
      when f.is_empty then 'empty' when f.is_nil then 'nil'
      when f.submitted_day <= f.due_day or f.invited then 'on_time' else 'late' end
    when f.state = 'returned' then 'returned'
    when f.due_day < ${asOf}::date and not f.invited then 'overdue'
    when f.state = 'draft' then 'waiting'
    else 'not_due' end`
}

/**
 * The facts of every obligation of the scope on its day, each with the unit of the map it counts for: one row
 * `f(id, unit_id, own_unit_id, duty_id, programme_code, period, period_kind, year, due_day, invited, owed, report_id,
 * state, submitted_day, is_empty, is_nil, completeness, returns)`. Begins with `with recursive`.
 */
export function factsSql(scope: Scope): RawBuilder<unknown> {
  const isPast = scope.asOf < scope.today
  const facts = isPast ? factsThen(scope.asOf) : factsNow
  const day = mapDayOf(scope)
  const heir = sql`coalesce(heir.at_id, o.unit_id)`
  return sql`with recursive ${heirsSql(scope.provinceId, day)}${underSql(scope, day)},
    f as (
      select o.id, ${heir} as unit_id, o.unit_id as own_unit_id, o.duty_id, d.programme_code, o.period, d.period_kind,
        o.year, o.invited, ${facts.columns}
      from reporting.obligation o
      join reporting.duty d on d.province_id = o.province_id and d.id = o.duty_id
      left join reporting.report r on r.province_id = o.province_id and r.obligation_id = o.id
      left join heir on heir.unit_id = o.unit_id
      ${facts.joins}
      where ${filterSql(scope, heir)}${facts.where}
    )`
}

function filterSql(scope: Scope, heir: RawBuilder<unknown>): RawBuilder<unknown> {
  const { year, fromYear = year } = scope
  const tests = [sql`o.province_id = ${scope.provinceId}`]
  if (year !== undefined) tests.push(sql`o.year between ${fromYear}::integer and ${year}::integer`)
  if (scope.period) tests.push(sql`o.period = ${scope.period}`)
  if (scope.periodKind) tests.push(sql`d.period_kind = ${scope.periodKind}`)
  if (scope.programme) tests.push(sql`d.programme_code = ${scope.programme}`)
  if (scope.dutyId !== undefined) tests.push(sql`o.duty_id = ${scope.dutyId}`)
  if (scope.reach) tests.push(sql`${heir} = any(${[...scope.reach]}::bigint[])`)
  if (scope.under !== undefined) tests.push(sql`${heir} in (select unit_id from below)`)
  return sql.join(tests, sql` and `)
}

/** `heir(unit_id, at_id)`: for every unit that is gone on the day, who stands for it. A function that moved leads nowhere. */
function heirsSql(provinceId: number, day: Day): RawBuilder<unknown> {
  return sql`way (unit_id, at_id, step) as (
      select u.id, u.id, 0 from organisations.unit u
      where u.province_id = ${provinceId} and u.valid_to <= ${day}::date
      union all
      select w.unit_id, s.successor_id, w.step + 1
      from way w
      join organisations.unit u on u.province_id = ${provinceId} and u.id = w.at_id and u.valid_to <= ${day}::date
      cross join lateral (
        select s.successor_id from organisations.succession s
        where s.province_id = ${provinceId} and s.predecessor_id = w.at_id and s.kind <> 'transfer_function'
          and s.day <= ${day}::date
        order by s.share desc nulls last, s.successor_id limit 1
      ) s
      where w.step < 40
    ),
    heir as (select distinct on (unit_id) unit_id, at_id from way order by unit_id, step desc)`
}

function underSql({ provinceId, under }: Scope, day: Day): RawBuilder<unknown> {
  if (under === undefined) return sql``
  return sql`,
    below (unit_id) as (
      select ${under}::bigint
      union
      select v.unit_id from organisations.unit_version v join below b on v.parent_id = b.unit_id
      where v.province_id = ${provinceId} and v.valid_from <= ${day}::date
        and (v.valid_to is null or v.valid_to > ${day}::date)
    )`
}

interface Facts {
  columns: RawBuilder<unknown>
  joins: RawBuilder<unknown>
  where: RawBuilder<unknown>
}

const factsNow: Facts = {
  columns: sql`o.due_day, o.state as owed, r.id as report_id, r.state, r.submitted_day, r.is_empty, r.is_nil, r.completeness,
    coalesce(r.returns, 0) as returns`,
  joins: sql``,
  where: sql``,
}

/**
 * The same facts as they were known at the end of an earlier day, from what carries a moment: steps, versions,
 * extensions. A submission that no longer counts, because it was returned as empty, was there on its day.
 */
function factsThen(asOf: Day): Facts {
  const end = sql`${endOf(asOf)}::timestamptz`
  return {
    columns: sql`coalesce(x.due_then, o.due_day) as due_day,
      case when o.state_at >= ${end} then 'owed' else o.state end as owed,
      case when coalesce(s.state, v.begun) is not null then r.id end as report_id, coalesce(s.state, v.begun) as state,
      case when r.submitted_at < ${end} then r.submitted_day else s.submitted_day end as submitted_day,
      v.is_empty, v.is_nil, v.completeness, coalesce(s.returns, 0) as returns`,
    joins: sql`
      left join lateral (
        select (array_agg(s.to_state order by s.id desc))[1] as state,
          max((s.at at time zone 'Asia/Ho_Chi_Minh')::date) filter (where s.to_state = 'submitted') as submitted_day,
          count(*) filter (where s.to_state = 'returned')::integer as returns
        from reporting.step s where s.province_id = o.province_id and s.report_id = r.id and s.at < ${end}
      ) s on true
      left join lateral (
        select max(case when v.begun_at < ${end} then 'draft' end) as begun,
          (array_agg(v.is_empty order by v.number desc) filter (where v.submitted_at < ${end}))[1] as is_empty,
          (array_agg(v.nil_reason is not null order by v.number desc)
            filter (where v.submitted_at < ${end}))[1] as is_nil,
          (array_agg(v.completeness order by v.number desc) filter (where v.submitted_at < ${end}))[1] as completeness
        from reporting.report_version v where v.province_id = o.province_id and v.report_id = r.id
      ) v on true
      left join lateral (
        select x.from_day as due_then from reporting.extension x
        where x.province_id = o.province_id and x.obligation_id = o.id and x.decision = 'granted'
          and x.decided_at >= ${end}
        order by x.id limit 1
      ) x on true`,
    where: sql` and o.made_at < ${end}`,
  }
}

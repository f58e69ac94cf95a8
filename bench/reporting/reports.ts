import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../src/lib/db/db.ts'
import { known, unchecked } from './work.ts'

/**
 * The reports of everything that fell due before `today`, with lateness as it is found (of a hundred: 70 in time,
 * 12 late by up to six weeks, 5 empty, 3 returned, the rest owing), their figures summed up from the activities of
 * the window, and words in every section. The units' reports first, then those that consolidate them.
 */
export async function fillReports(db: Db, provinceIds: readonly number[], today: string): Promise<void> {
  const mine = sql`province_id = any(${[...provinceIds]}::int[])`
  await unchecked(db, async (tx) => {
    await known(tx, 'reporting.obligation', 'reporting.duty')
    await reports(tx, mine, today)
    await versions(tx, mine)
    await figures(tx, mine)
    await narratives(tx, mine)
    await gather(tx, mine)
    await steps(tx, mine)
  })
}

async function reports(tx: Tx, mine: RawBuilder<unknown>, today: string): Promise<void> {
  await sql`
    insert into reporting.report (province_id, obligation_id, template_version_id, state, submitted_at, submitted_day,
      submitted_by_name, accepted_at, returns, completeness, is_empty, is_nil)
    select o.province_id, o.id, v.id,
      case when c.lot < 870 then case when o.parent_id is null then 'sent' else 'accepted' end
        when c.lot < 900 then 'returned' else 'draft' end,
      case when c.lot < 900 then c.day + time '10:00' end, case when c.lot < 900 then c.day end,
      case when c.lot < 900 then 'Người báo cáo' end, case when c.lot < 870 then c.day + time '15:00' end,
      (c.lot between 870 and 899)::integer,
      case when c.lot < 820 then 0.6 + (c.other % 40) / 100.0 when c.lot < 870 then 0.1 when c.lot < 900 then 0.4 end,
      case when c.lot < 900 then c.lot between 820 and 869 end, case when c.lot < 900 then false end
    from reporting.obligation o
      join reporting.duty d on d.province_id = o.province_id and d.id = o.duty_id
      join reporting.template_version v on v.province_id = o.province_id and v.template_id = d.template_id
      cross join lateral (select case when o.parent_id is null then 100
        else abs(hashint8(o.unit_id * 7919 + o.id * 31)) % 1000 end as lot,
        abs(hashint8(o.id * 131 + 7)) % 1000 as other) l
      cross join lateral (select l.lot, l.other, case when l.lot between 700 and 819 then o.due_day + 1 + l.other % 42
        else o.due_day - l.other % 9 end as day) c
    where o.${mine} and o.state = 'owed' and c.lot < 940 and c.day < ${today}::date
    order by o.province_id, o.id`.execute(tx)
  await known(tx, 'reporting.report')
}

/**
 * What each unit did, one row an activity, in the order in which it is read: all versions of a unit are summed up
 * from it by their windows.
 */
async function deeds(tx: Tx, mine: RawBuilder<unknown>): Promise<void> {
  await sql`
    create temporary table bench_deed on commit drop as
    select a.province_id, a.unit_id, a.from_day, a.id, a.form_code, a.theme_codes[1] as theme, q.value as quantity,
      p.value as people, (a.id % 5 < 3)::int as evidence
    from assignments.activity a
      join assignments.activity_figure q on q.province_id = a.province_id and q.activity_id = a.id and q.metric = 'quantity'
      join assignments.activity_figure p on p.province_id = a.province_id and p.activity_id = a.id and p.metric = 'people'
    where a.${mine} order by a.province_id, a.unit_id, a.from_day`.execute(tx)
  await sql`create index on bench_deed (province_id, unit_id, from_day)`.execute(tx)
  await sql`analyze bench_deed`.execute(tx)
}

async function versions(tx: Tx, mine: RawBuilder<unknown>): Promise<void> {
  await deeds(tx, mine)
  await sql`
    insert into reporting.report_version (province_id, report_id, number, state, begun_at, begun_by_name, submitted_at,
      submitted_by_name, completeness, is_empty, activity_ids)
    select r.province_id, r.id, 1, case when r.submitted_at is null then 'working' else 'submitted' end,
      coalesce(r.submitted_at, o.due_day::timestamptz) - interval '6 days', 'Người báo cáo', r.submitted_at,
      r.submitted_by_name, r.completeness, r.is_empty,
      case when r.submitted_at is not null and not coalesce(r.is_empty, false) then (select array_agg(a.id)
        from bench_deed a where a.province_id = o.province_id and a.unit_id = o.unit_id
          and a.from_day between o.from_day and o.cutoff_day) end
    from reporting.report r
      join reporting.obligation o on o.province_id = r.province_id and o.id = r.obligation_id
    where r.${mine} order by r.province_id, r.id`.execute(tx)
  await known(tx, 'reporting.report_version')
}

/** The table by form and by theme, and the figures above them, as the shipped templates name them. */
async function figures(tx: Tx, mine: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into reporting.figure (province_id, version_id, figure_code, row_code, computed)
    with sums as (
      select v.province_id, v.id as version_id, a.form_code, a.theme, count(*) as activities,
        sum(a.quantity) as quantity, sum(a.people) as people, sum(a.evidence) as evidence
      from reporting.report_version v
        join reporting.report r on r.province_id = v.province_id and r.id = v.report_id
        join reporting.obligation o on o.province_id = r.province_id and o.id = r.obligation_id
        join bench_deed a on a.province_id = o.province_id and a.unit_id = o.unit_id
          and a.from_day between o.from_day and o.cutoff_day
      where v.${mine} and v.activity_ids is not null
      group by grouping sets ((1, 2, 3), (1, 2, 4))
    )
    select s.province_id, s.version_id, m.code, coalesce(s.form_code, s.theme), m.value
    from sums s cross join lateral (values
      (s.form_code, 'form_activities', s.activities), (s.form_code, 'form_quantity', s.quantity),
      (s.form_code, 'form_people', s.people), (s.form_code, 'form_evidence', s.evidence),
      (s.theme, 'theme_activities', s.activities), (s.theme, 'theme_quantity', s.quantity),
      (s.theme, 'theme_people', s.people)) m (row, code, value)
    where m.row is not null
    union all
    select v.province_id, v.id, f.code, '', abs(hashint8(v.id * 17 + f.n)) % f.most
    from reporting.report_version v
      cross join (values ('planned', 1, 12), ('done', 2, 9), ('done_in_time', 3, 7)) f (code, n, most)
    where v.${mine} and v.activity_ids is not null
    order by 1, 2, 3, 4`.execute(tx)
  await known(tx, 'reporting.figure')
}

async function narratives(tx: Tx, mine: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into reporting.narrative (province_id, version_id, section_code, text, changed_at, changed_by_name)
    select v.province_id, v.id, s.code,
      'Trong kỳ, đơn vị đã triển khai ' || coalesce(cardinality(v.activity_ids), 0) || ' hoạt động tuyên truyền cải cách '
      || 'hành chính, trong đó có nội dung số ' || v.id % 97 || ' về dịch vụ công trực tuyến, thủ tục hành chính và kỷ luật, '
      || 'kỷ cương công vụ; tổ ' || v.id % 31 || ' đã phối hợp với các đoàn thể vận động người dân tham gia.',
      v.begun_at, 'Người báo cáo'
    from reporting.report_version v
      join reporting.report r on r.province_id = v.province_id and r.id = v.report_id
      join reporting.template_version t on t.province_id = r.province_id and t.id = r.template_version_id
      cross join lateral (select s ->> 'code' as code from jsonb_array_elements(t.definition -> 'sections') s
        where s ->> 'narrative' <> 'none') s
    where v.${mine} and not coalesce(v.is_empty, false) order by v.province_id, v.id, s.code`.execute(tx)
}

/** The consolidated versions take the accepted ones below them and add them up. */
async function gather(tx: Tx, mine: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into reporting.included_version (province_id, version_id, child_version_id)
    select c.province_id, pv.id, cv.id
    from reporting.obligation c
      join reporting.report cr on cr.province_id = c.province_id and cr.obligation_id = c.id and cr.state = 'accepted'
      join reporting.report_version cv on cv.province_id = cr.province_id and cv.report_id = cr.id
      join reporting.report pr on pr.province_id = c.province_id and pr.obligation_id = c.parent_id
      join reporting.report_version pv on pv.province_id = pr.province_id and pv.report_id = pr.id
    where c.${mine}`.execute(tx)
  await known(tx, 'reporting.included_version')
  await sql`
    insert into reporting.figure (province_id, version_id, figure_code, row_code, computed)
    select i.province_id, i.version_id, f.figure_code, f.row_code, sum(f.computed)
    from reporting.included_version i
      join reporting.figure f on f.province_id = i.province_id and f.version_id = i.child_version_id
    where i.${mine} group by 1, 2, 3, 4
    on conflict (province_id, version_id, figure_code, row_code) do update
      set computed = reporting.figure.computed + excluded.computed`.execute(tx)
}

async function steps(tx: Tx, mine: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into reporting.step (province_id, report_id, version_number, from_state, to_state, at, actor_name)
    select r.province_id, r.id, 1, s.was, s.becomes, r.submitted_at + s.after, 'Người báo cáo'
    from reporting.report r
      cross join lateral (select 'draft', 'submitted', interval '0' union all
        select 'submitted', r.state, interval '5 hours' where r.state <> 'submitted') s (was, becomes, after)
    where r.${mine} and r.submitted_at is not null
    order by r.id, s.after`.execute(tx)
}

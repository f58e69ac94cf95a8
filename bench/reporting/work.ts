import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../src/lib/db/db.ts'

/**
 * Two years of work of the provinces, made by the database itself: 60 tasks a province and year, each unit with a
 * third of them, and `activities` spread over units and days, each with two figures, for one task, some with evidence.
 */
export async function fillWork(db: Db, provinceIds: readonly number[], activities: number): Promise<void> {
  const mine = sql`province_id = any(${[...provinceIds]}::int[])`
  await unchecked(db, async (tx) => {
    await fillPlans(tx, mine)
    await sql`
      insert into assignments.assignment (province_id, plan_id, task_id, unit_id, role, state, due_day, first_due_day,
        reported_day, assigned_at)
      select t.province_id, t.plan_id, t.id, u.unit_id, 'lead', case when l.lot < 75 then 'verified'
          when l.lot < 90 then 'in_progress' else 'assigned' end, l.due, l.due,
        case when l.lot < 75 then l.due - 6 + l.lot % 9 end, make_date(p.year, 1, 5)
      from plans.task t join plans.plan p on p.province_id = t.province_id and p.id = t.plan_id
        join organisations.unit_version u on u.province_id = t.province_id and u.valid_to is null and u.parent_id is not null
          and u.type <> 'province' and (u.unit_id + t.position) % 3 = 0
        cross join lateral (select abs(hashint8(u.unit_id * 61 + t.id)) % 100 as lot,
          make_date(p.year, 1, 20) + (abs(hashint8(t.id * 7)) % 330)::int as due) l
      where t.${mine}`.execute(tx)
    await known(tx, 'assignments.assignment')
    await fillActivities(tx, mine, activities)
    await fillTies(tx, mine)
    await fillEvidence(tx, mine)
  })
}

/**
 * Rows that the program would have refused one by one are not made here, so they need not be checked one by one:
 * `checkKeys` asks for all of them at the end.
 */
export function unchecked(db: Db, body: (tx: Tx) => Promise<void>): Promise<void> {
  return db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`set local work_mem = '256MB'`.execute(tx)
    await sql`set local synchronous_commit = off`.execute(tx)
    await body(tx)
  })
}

/** What has just been filled is counted at once: without it the next statement is planned for empty tables. */
export async function known(tx: Tx, ...tables: string[]): Promise<void> {
  for (const table of tables) await sql`analyze ${sql.table(table)}`.execute(tx)
}

async function fillPlans(tx: Tx, mine: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into plans.plan (province_id, programme_id, kind, state, unit_id, year, year_to, title, number, issued, issued_at)
    select g.province_id, g.id, 'ANNUAL', 'IN_PROGRESS', u.unit_id, y, y,
      'Kế hoạch tuyên truyền cải cách hành chính năm ' || y, '01/KH-UBND', make_date(y, 1, 4), make_date(y, 1, 4)
    from plans.programme g
      join organisations.unit_version u on u.province_id = g.province_id and u.name = 'Sở Nội vụ'
      cross join generate_series(2025, 2026) y
    where g.${mine} and g.code = 'PAR_COMMUNICATION'`.execute(tx)
  await sql`
    insert into plans.task_group (province_id, plan_id, position, ordinal, title)
    select p.province_id, p.id, n, n::text, 'Nhóm nội dung ' || n from plans.plan p, generate_series(1, 5) n
    where p.${mine}`.execute(tx)
  await sql`
    insert into plans.task (province_id, plan_id, group_id, position, ordinal, content, time_as_printed)
    select s.province_id, s.plan_id, s.id, (s.position - 1) * 12 + n, n::text,
      'Tuyên truyền, phổ biến nội dung cải cách hành chính số ' || n || ' trên các phương tiện thông tin', 'Quý IV'
    from plans.task_group s, generate_series(1, 12) n where s.${mine}`.execute(tx)
  await known(tx, 'plans.plan', 'plans.task', 'organisations.unit_version')
}

async function fillActivities(tx: Tx, mine: RawBuilder<unknown>, activities: number): Promise<void> {
  await sql`
    create temporary table bench_unit on commit drop as
    select province_id, unit_id, count(*) over () as units
    from organisations.unit_version u
    where ${mine} and u.valid_to is null and u.parent_id is not null and u.type <> 'province'`.execute(tx)
  await sql`
    insert into assignments.activity (province_id, unit_id, what, from_day, to_day, place, form_code, theme_codes,
      audience_codes, recorded_at, recorded_by_name)
    select u.province_id, u.unit_id, 'Tuyên truyền cải cách hành chính tại địa bàn, đợt ' || k, d.day, d.day, 'Nhà văn hóa',
      (array['news', 'loudspeaker', 'portal', 'social_media', 'conference', 'meeting', 'leaflet', 'visual', 'dialogue',
        'training', 'electronic_board', 'column'])[1 + l.lot % 12],
      array[(array['procedures', 'online_services', 'institutions', 'civil_service', 'digital_government', 'directives',
        'one_stop', 'good_models'])[1 + l.lot / 12 % 8]],
      array[(array['citizens', 'officials', 'business'])[1 + l.lot / 100 % 3]], d.day + time '10:00', 'Người đo'
    from bench_unit u
      cross join lateral generate_series(1, (${activities}::bigint / u.units)::int) k
      cross join lateral (select abs(hashint8(u.unit_id * 100003 + k)) % 100000 as lot) l
      cross join lateral (select date '2024-12-15' + (l.lot % 708)::int as day) d
    order by u.province_id, u.unit_id, k`.execute(tx)
  await known(tx, 'assignments.activity')
  await sql`
    insert into assignments.activity_figure (province_id, activity_id, metric, value)
    select province_id, id, m.metric, 1 + abs(hashint8(id * m.n)) % m.most from assignments.activity
      cross join (values ('people', 11, 300), ('quantity', 3, 5)) m (metric, n, most) where ${mine}
    order by province_id, id, m.metric`.execute(tx)
  await known(tx, 'assignments.activity_figure')
}

/** Each activity is for one of the pieces of work that its unit has in that year. */
async function fillTies(tx: Tx, mine: RawBuilder<unknown>): Promise<void> {
  await sql`
    create temporary table bench_work on commit drop as
    select a.province_id, a.unit_id, p.year, array_agg(a.id order by a.id) as ids
    from assignments.assignment a join plans.plan p on p.province_id = a.province_id and p.id = a.plan_id
    where a.${mine} group by 1, 2, 3`.execute(tx)
  await sql`analyze bench_work`.execute(tx)
  await sql`
    insert into assignments.activity_assignment (province_id, activity_id, assignment_id)
    select a.province_id, a.id, w.ids[1 + a.id % cardinality(w.ids)]
    from assignments.activity a
      join bench_work w on w.province_id = a.province_id and w.unit_id = a.unit_id
        and w.year = greatest(extract(year from a.from_day)::int, 2025)
    where a.${mine} order by a.province_id, a.id`.execute(tx)
  await known(tx, 'assignments.activity_assignment')
}

/** Three of five activities have a link; it has the number of its activity. */
async function fillEvidence(tx: Tx, mine: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into assignments.evidence (province_id, id, unit_id, kind, url, caption, taken_day, added_at, added_by_name)
    select province_id, id, unit_id, 'link', 'https://tin.invalid/' || id, 'Bài đăng', from_day, recorded_at, 'Người đo'
    from assignments.activity where ${mine} and id % 5 < 3 order by province_id, id`.execute(tx)
  await sql`
    insert into assignments.activity_evidence (province_id, activity_id, evidence_id)
    select province_id, id, id from assignments.evidence where ${mine} order by province_id, id`.execute(tx)
  await sql`select setval(pg_get_serial_sequence('assignments.evidence', 'id'), (select max(id) from assignments.evidence))`.execute(
    tx,
  )
  await known(tx, 'assignments.evidence', 'assignments.activity_evidence')
}

import pg from 'pg'
import { openDb } from '../src/lib/db/db.ts'
import { openSession } from '../src/modules/accounts/sessions.ts'

export interface NationSize {
  provinces: number
  /** Of each province. */
  units: number
  /** Of each province's plan; every unit has every task. */
  tasks: number
}

/** The province whose people look. */
const first = 9001

/** Rows made by the database itself: what is measured is reading, not writing. */
export async function fillNation(database: string, size: NationSize): Promise<void> {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  const { provinces, units, tasks } = size
  const p = `generate_series(9001, ${9000 + provinces}) p`
  await client.query(`
    insert into organisations.province select p, p::text, 'Tỉnh đo lường ' || p, 'Đo ' || p from ${p};
    insert into organisations.change (province_id, kind, day) select p, 'create', '2025-07-01' from ${p};
    insert into organisations.unit (province_id, code, valid_from)
      select p, 'u' || u, '2025-07-01' from ${p}, generate_series(1, ${units}) u;
    insert into organisations.unit_version (province_id, unit_id, valid_from, name, type, level, parent_id, change_id)
      select u.province_id, u.id, '2025-07-01', 'Ủy ban nhân dân xã số ' || u.code,
        case when u.code = 'u1' then 'people_committee' else 'department' end, 'province',
        case when u.code = 'u1' then null else (select r.id from organisations.unit r
          where r.province_id = u.province_id and r.code = 'u1') end,
        (select c.id from organisations.change c where c.province_id = u.province_id limit 1)
      from organisations.unit u where u.province_id > 9000;
    insert into plans.programme (province_id, code, name_vi, name_en, lead_function)
      select p, 'PAR_COMMUNICATION', 'Tuyên truyền CCHC', 'PAR communication', 'lead_par_communication' from ${p};
    insert into plans.plan (province_id, programme_id, kind, state, unit_id, year, year_to, title)
      select g.province_id, g.id, 'ANNUAL', 'SIGNED', (select min(u.id) from organisations.unit u
        where u.province_id = g.province_id), 2026, 2026, 'Kế hoạch tuyên truyền cải cách hành chính năm 2026'
      from plans.programme g where g.province_id > 9000;
    insert into plans.task_group (province_id, plan_id, position, ordinal, title)
      select plan.province_id, plan.id, n, n::text, 'Nhóm nội dung ' || n
      from plans.plan, generate_series(1, 5) n where plan.province_id > 9000;
    insert into plans.task (province_id, plan_id, group_id, position, ordinal, content, time_as_printed)
      select s.province_id, s.plan_id, s.id, n, n::text,
        'Tuyên truyền, phổ biến nội dung cải cách hành chính số ' || n || ' trên các phương tiện thông tin', 'Quý IV'
      from plans.task_group s, generate_series(1, ${tasks / 5}) n where s.province_id > 9000;
    insert into assignments.assignment (province_id, plan_id, task_id, unit_id, role, state, due_day, reported_day,
        assigned_at)
      select t.province_id, t.plan_id, t.id, u.id,
        case when (u.id + t.id) % 5 = 0 then 'lead' else 'coordinating' end,
        (array['assigned', 'acknowledged', 'in_progress', 'reported_done', 'verified'])[1 + (u.id * 7 + t.id) % 5],
        date '2026-01-01' + ((u.id * 13 + t.id * 29) % 365)::int,
        case when (u.id * 7 + t.id) % 5 > 2 then date '2026-01-01' + ((u.id * 13 + t.id * 31) % 365)::int end,
        '2026-01-05'
      from plans.task t join organisations.unit u using (province_id) where t.province_id > 9000;
    update plans.plan set state = 'ISSUED', number = '1', issued = '2026-01-04', issued_at = '2026-01-04'
      where province_id > 9000;
    insert into accounts.account (province_id, email, name, state, created_at) values
      (9001, 'lead@chungtay.invalid', 'Người đo', 'active', now()),
      (9001, 'officer@chungtay.invalid', 'Cán bộ đo', 'active', now());
    insert into accounts.role_grant (province_id, account_id, role, unit_id, valid_from)
      select u.province_id, a.id, case u.code when 'u1' then 'province_lead' else 'agency_officer' end, u.id, '2025-07-01'
      from organisations.unit u join accounts.account a on a.province_id = u.province_id
        and a.email = case u.code when 'u1' then 'lead@chungtay.invalid' else 'officer@chungtay.invalid' end
      where u.province_id = 9001 and u.code in ('u1', 'u5');
    insert into accounts.setting (province_id, second_step_roles) values (9001, '{}') on conflict do nothing;`)
  await client.query('vacuum analyze')
  await client.end()
}

/** A session of its own for each reader: 'lead' of the province, or 'officer' of one of its units. */
export async function signIn(database: string, who: 'lead' | 'officer', readers: number): Promise<string[]> {
  const db = openDb(database, 1)
  const { id } = await db
    .selectFrom('accounts.account')
    .select('id')
    .where('province_id', '=', first)
    .where('email', '=', `${who}@chungtay.invalid`)
    .executeTakeFirstOrThrow()
  const cookies: string[] = []
  for (let n = 0; n < readers; n++) {
    const how = { stage: 'full', hours: 12, from: { address: null, agent: null } } as const
    const open = db.transaction().execute((tx) => openSession(tx, first, id, new Date(), how))
    cookies.push(`session=${await open}`)
  }
  await db.destroy()
  return cookies
}

/** Ids that stand in the addresses of pages: the plan of the first province and one of its units. */
export async function placesOf(database: string): Promise<{ plan: number; unit: number }> {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  const { rows } = await client.query(
    `select p.id as plan, u.id as unit from plans.plan p join organisations.unit u using (province_id)
     where p.province_id = $1 and u.code = 'u5'`,
    [first],
  )
  await client.end()
  return { plan: Number(rows[0].plan), unit: Number(rows[0].unit) }
}

/** Reports progress on work of the first province, so many times a second, until the answer is called. */
export async function changing(database: string, aSecond: number): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  const { rows } = await client.query<{ id: string }>(
    'select id from assignments.assignment where province_id = $1 order by unit_id * 7919 % 1009 limit 500',
    [first],
  )
  let made = 0
  const change = () => {
    const id = rows[made++ % rows.length]?.id
    void client.query(
      `update assignments.assignment set progress = (progress + 10) % 100, version = version + 1
       where province_id = $1 and id = $2`,
      [first, id],
    )
  }
  const timer = aSecond > 0 ? setInterval(change, 1000 / aSecond) : undefined
  return async () => {
    clearInterval(timer)
    await client.end()
  }
}

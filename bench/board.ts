// The programme board under load: 34 provinces × 150 units × 60 tasks, every unit with every task.
// Run: node bench/board.ts  (DATABASE_URL=… for a server; else the embedded PostgreSQL on a throw-away folder).
// Limit for the board of one province: p99 100 ms at 8 readers. PROVINCES, UNITS, TASKS, SECONDS change the size.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { openDb } from '../src/lib/db/db.ts'
import { migrate } from '../src/lib/db/migrate.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'
import { projectPath } from '../src/lib/paths.ts'
import { openSession } from '../src/modules/accounts/sessions.ts'

const size = {
  provinces: Number(process.env['PROVINCES'] ?? 34),
  units: Number(process.env['UNITS'] ?? 150),
  tasks: Number(process.env['TASKS'] ?? 60),
}
const seconds = Number(process.env['SECONDS'] ?? 10)
const readers = 8
const given = process.env['DATABASE_URL']

const folder = mkdtempSync('/tmp/chungtay-bench-board-')
chmodSync(folder, 0o711)
const server = given ? null : await startPostgres(folder)
const url = given ?? server?.url ?? ''
let web: ChildProcess | null = null
try {
  await migrate(url)
  await timed(`${size.provinces * size.units * size.tasks} assignments written`, () => fill(url))
  const cookie = await signIn(url)
  const started = await startWeb(url)
  web = started.child
  const plan = await firstPlan(url)
  for (const path of [`/plans/${plan}/board`, `/plans/${plan}/board?by=unit`, '/leader', '/my-work']) {
    await load(started.address + path, cookie)
  }
} finally {
  web?.kill('SIGTERM')
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** Rows made by the database itself: what is measured is reading, not writing. */
async function fill(database: string): Promise<void> {
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
    insert into accounts.account (province_id, email, name, state, created_at)
      values (9001, 'do.luong@chungtay.invalid', 'Người đo', 'active', now());
    insert into accounts.role_grant (province_id, account_id, role, unit_id, valid_from)
      select a.province_id, a.id, 'province_lead', (select min(u.id) from organisations.unit u
        where u.province_id = 9001), '2025-07-01' from accounts.account a where a.province_id = 9001;
    insert into accounts.setting (province_id, second_step_roles) values (9001, '{}') on conflict do nothing;`)
  await client.query('vacuum analyze')
  await client.end()
}

async function signIn(database: string): Promise<string> {
  const db = openDb(database, 1)
  const account = await db
    .selectFrom('accounts.account')
    .select('id')
    .where('province_id', '=', 9001)
    .executeTakeFirstOrThrow()
  const from = { address: null, agent: null }
  const token = await db
    .transaction()
    .execute((tx) => openSession(tx, 9001, account.id, new Date(), { stage: 'full', hours: 12, from }))
  await db.destroy()
  return `session=${token}`
}

async function firstPlan(database: string): Promise<number> {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  const { rows } = await client.query('select id from plans.plan where province_id = 9001')
  await client.end()
  return Number(rows[0].id)
}

async function startWeb(database: string): Promise<{ child: ChildProcess; address: string }> {
  const env = { ...process.env, DATABASE_URL: database, PORT: '0', SECRET: randomBytes(24).toString('hex') }
  const child = spawn(process.execPath, [projectPath('bin/chungtay.mjs'), 'web'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/[^\s"]+/.exec(line)?.[0]
    if (address) {
      child.stdout.resume()
      return { child, address }
    }
  }
  throw new Error('the program ended before it served a page')
}

/** `readers` ask for one page again and again; prints requests per second and percentiles. */
async function load(address: string, cookie: string): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  await ask(address, cookie, agent)
  const times: number[] = []
  const until = performance.now() + seconds * 1000
  const reader = async () => {
    while (performance.now() < until) {
      const from = performance.now()
      await ask(address, cookie, agent)
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: readers }, reader))
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1)
  const path = new URL(address).pathname + new URL(address).search
  console.log(
    `${path}: ${(times.length / seconds).toFixed(1)} requests/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  )
}

function ask(address: string, cookie: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { agent, headers: { cookie } }, (answer) => {
      answer.resume()
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${address} answered ${answer.statusCode}`)),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

async function timed(what: string, body: () => Promise<void>): Promise<void> {
  const from = performance.now()
  await body()
  console.log(`${what} in ${((performance.now() - from) / 1000).toFixed(1)} s`)
}

// A nation's reporting under load: real provinces with all their communes, two years, 60 tasks a province and year,
// 1.5 million activities, every report that fell due with realistic lateness.
// Run: DATABASE_URL=… node bench/reporting.ts  (a server whose user may set session_replication_role; without
// DATABASE_URL the embedded PostgreSQL on a throw-away folder). PROVINCES, ACTIVITIES, READERS, SECONDS change the size.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { openDb } from '../src/lib/db/db.ts'
import { migrate } from '../src/lib/db/migrate.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'
import { projectPath } from '../src/lib/paths.ts'
import { openSession } from '../src/modules/accounts/sessions.ts'
import { centralProvinceId, foundCentral } from '../src/modules/organisations/organisations.seed.ts'
import { measuresBy } from '../src/modules/reporting/boards/measures.sql.ts'
import { makeObligations } from '../src/modules/reporting/obligations/making.ts'
import { cpuOfFamily, postmasterOf, programUnder } from './processes.ts'
import { addLead, leadOf, makeProvince, provinceCodes, shareWithNation } from './reporting/provinces.ts'
import { fillReports } from './reporting/reports.ts'
import { fillWork } from './reporting/work.ts'

const provinces = Number(process.env['PROVINCES'] ?? 34)
const activities = Number(process.env['ACTIVITIES'] ?? Math.round((1_500_000 * provinces) / 34))
const readers = Number(process.env['READERS'] ?? 1)
const seconds = Number(process.env['SECONDS'] ?? 8)
const today = '2026-11-22'

const folder = mkdtempSync('/tmp/chungtay-bench-reporting-')
chmodSync(folder, 0o711)
const server = process.env['DATABASE_URL'] ? null : await startPostgres(folder)
const url = process.env['DATABASE_URL'] ?? server?.url ?? ''
await migrate(url)
const db = openDb(url, 4)
let stop = () => {}
try {
  const ids = await fill()
  const web = await startWeb()
  stop = web.stop
  await measure(web, ids)
  await handWritten(ids[0] ?? 0)
} finally {
  stop()
  await db.destroy()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function fill(): Promise<number[]> {
  const codes = provinceCodes(provinces)
  const ids = codes.map(Number)
  await timed(`${codes.length} provinces founded`, async () => {
    for (const code of codes) await makeProvince(db, code)
  })
  await timed('obligations of 2025 and 2026', () => makeAll(ids, ['2024-12-20', '2025-12-20']))
  await timed(`${activities} activities and their work`, () => fillWork(db, ids, activities))
  await timed('their reports', () => fillReports(db, ids, today))
  const took = await timed('obligations of the year to come, the whole nation', () =>
    makeAll(ids, ['2026-12-20']),
  )
  limitOf('obligations of a year', took, 30)
  await openNation(ids)
  await say()
  return ids
}

/** As each night's job does it: province by province, each in its own transaction. */
async function makeAll(ids: readonly number[], days: readonly string[]): Promise<void> {
  for (const day of days) {
    const now = new Date(`${day}T01:00:00Z`)
    for (const provinceId of ids) {
      await db.transaction().execute((tx) => makeObligations(tx, { provinceId, name: 'Chung Tay' }, now))
    }
  }
}

async function say(): Promise<void> {
  const tables = [
    'organisations.unit',
    'assignments.activity',
    'assignments.evidence',
    'reporting.obligation',
  ]
  for (const table of [...tables, 'reporting.report', 'reporting.figure', 'reporting.narrative']) {
    const { rows } = await raw(`select count(*)::int as n from ${table}`)
    console.log(`  ${table}: ${rows[0].n}`)
  }
}

interface Web {
  address: string
  pid: number
  stop: () => void
}

async function startWeb(): Promise<Web> {
  const env = { ...process.env, DATABASE_URL: url, PORT: '0', REQUESTS_PER_MINUTE: '1000000' }
  const child = spawn(process.execPath, [projectPath('bin/chungtay.mjs'), 'web'], {
    env: { ...env, SECRET: randomBytes(24).toString('hex') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/[^\s"]+/.exec(line)?.[0]
    if (!address) continue
    child.stdout.resume()
    return { address, pid: child.pid ?? 0, stop: () => child.kill('SIGTERM') }
  }
  throw new Error('the program ended before it served a page')
}

async function measure(web: Web, ids: readonly number[]): Promise<void> {
  const first = ids[0] ?? 0
  const cookie = await signIn(first)
  const central = await signIn(centralProvinceId)
  const gathered = await raw(`
    select r.id, count(*)::int as children from reporting.report r
      join reporting.report_version v on v.province_id = r.province_id and v.report_id = r.id
      join reporting.included_version i on i.province_id = v.province_id and i.version_id = v.id
    where r.province_id = ${first} group by r.id order by 2 desc limit 1`)
  const report = gathered.rows[0]
  console.log(`the consolidated report takes ${report.children} reports; ${readers} reader(s)\n`)
  console.log(
    '| page | p50 ms | p95 ms | limit ms | CPU program | CPU database |\n| --- | --- | --- | --- | --- | --- |',
  )
  const pages: readonly (readonly [string, string, number])[] = [
    ['board of a province', '/reporting', 100],
    ['its rows', '/reporting/rows', 100],
    ['leader’s page of reporting', '/reporting/leader', 100],
    ['consolidated report', `/reports/${report.id}`, 500],
    ['its .docx', `/reports/${report.id}/document.docx`, 2000],
    ['its .xlsx', `/reports/${report.id}/document.xlsx`, 2000],
    ['board of the nation', '/nation', 300],
  ]
  const wanted = (process.env['PAGES'] ?? '').split(',')
  for (const [name, path, most] of pages.filter(([name]) => wanted.some((w) => name.includes(w)))) {
    await load(web, name, path, most, name.includes('nation') ? central : cookie)
  }
}

async function load(web: Web, name: string, path: string, most: number, cookie: string): Promise<void> {
  const times: number[] = []
  const program = programUnder(web.pid)
  const database = await postmasterOf(url)
  const round = async (until: number) => {
    while (performance.now() < until) {
      const from = performance.now()
      const answer = await fetch(web.address + path, { headers: { cookie }, redirect: 'manual' })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      times.push(performance.now() - from)
    }
  }
  try {
    await round(performance.now() + 1500)
    times.length = 0
    const before = [cpuOfFamily(program), database ? cpuOfFamily(database) : 0] as const
    const until = performance.now() + seconds * 1000
    await Promise.all(Array.from({ length: readers }, () => round(until)))
    const cpu = [cpuOfFamily(program) - before[0], database ? cpuOfFamily(database) - before[1] : 0]
    const cells = [
      at(times, 0.5).toFixed(0),
      at(times, 0.95).toFixed(0) + (at(times, 0.95) > most ? ' !' : ''),
      most,
    ]
    console.log(`| ${[name, ...cells, ...cpu.map((c) => (c / times.length).toFixed(1))].join(' | ')} |`)
  } catch (error) {
    console.log(`| ${name} | ${error instanceof Error ? error.message : error} |`)
  }
}

/** The same two figures by a statement written by hand (the limit) and by the program's own, as a ratio. */
async function handWritten(provinceId: number): Promise<void> {
  const byHand = `
    select count(*) filter (where r.state not in ('draft', 'returned') and not r.is_empty) as full,
      count(*) filter (where r.state not in ('draft', 'returned') and not r.is_empty and r.submitted_day <= o.due_day) as timely
    from reporting.obligation o
      left join reporting.report r on r.province_id = o.province_id and r.obligation_id = o.id
    where o.province_id = ${provinceId} and o.year = 2026 and o.state = 'owed' and o.due_day <= '${today}'`
  const hand = await medianOf(() => raw(byHand))
  const scope = { provinceId, year: 2026, asOf: today, today, map: 'then' } as const
  const ours = await medianOf(() => measuresBy(db, scope, [[]]))
  console.log(
    `\ncompleteness and timeliness of a province: by hand ${hand.toFixed(1)} ms, ours ${ours.toFixed(1)} ms, ratio ${(ours / hand).toFixed(1)}`,
  )
}

async function medianOf(body: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 30; n++) {
    const from = performance.now()
    await body()
    times.push(performance.now() - from)
  }
  return at(times, 0.5)
}

/** Every province shares its sums with the central bodies, whose person looks at the nation. */
async function openNation(ids: readonly number[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const unitId = await foundCentral(tx, false)
    await addLead(tx, centralProvinceId, unitId)
    await shareWithNation(tx, ids)
  })
}

async function signIn(provinceId: number): Promise<string> {
  const { id } = await db
    .selectFrom('accounts.account')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('email', '=', leadOf(provinceId))
    .executeTakeFirstOrThrow()
  const how = { stage: 'full', hours: 12, from: { address: null, agent: null } } as const
  return `session=${await db.transaction().execute((tx) => openSession(tx, provinceId, id, new Date(), how))}`
}

async function raw(text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function limitOf(what: string, took: number, most: number): void {
  console.log(
    `  ${what}: ${took.toFixed(1)} s of ${most} s allowed; limit / figure = ${(most / took).toFixed(1)}`,
  )
}

async function timed(what: string, body: () => Promise<void>): Promise<number> {
  const from = performance.now()
  await body()
  const took = (performance.now() - from) / 1000
  console.log(`${what} in ${took.toFixed(1)} s`)
  return took
}

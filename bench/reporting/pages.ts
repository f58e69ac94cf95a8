import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import type { Db } from '../../src/lib/db/db.ts'
import { projectPath } from '../../src/lib/paths.ts'
import { openSession } from '../../src/modules/accounts/sessions.ts'
import { centralProvinceId } from '../../src/modules/organisations/organisations.seed.ts'
import { cpuOfFamily, postmasterOf, programUnder } from '../processes.ts'
import { leadOf } from './provinces.ts'

export interface Load {
  /** The province that is looked at. */
  provinceId: number
  readers: number
  /** For each page. */
  seconds: number
  /** Of its reports and activities, a second. */
  changes: number
  /** Words of which a page's name holds one; '' is in every name. */
  wanted: readonly string[]
}

interface Page {
  name: string
  path: string
  most: number
  cookie: string
}

/**
 * Asks a program of its own for each page again and again; prints a line of a table for each: how long it takes, as
 * asked for while changes are made, and the first time after a change; processor time in ms a request; kB as sent.
 */
export async function measurePages(db: Db, url: string, load: Load): Promise<void> {
  const web = await startWeb(url)
  try {
    const pages = await pagesOf(db, load.provinceId)
    const wanted = pages.filter(({ name }) => load.wanted.some((word) => name.includes(word)))
    const processes = { program: programUnder(web.pid), database: await postmasterOf(url) }
    console.log(`${load.readers} reader(s), ${load.seconds} s a page, ${load.changes} changes/s\n`)
    print(['page', 'p50 ms', 'p95 ms', 'limit', 'after a change', 'CPU program', 'CPU database', 'kB'])
    print(Array(8).fill('---'))
    for (const page of wanted) print(await measure(db, web.address, page, load, processes))
  } finally {
    web.stop()
  }
}

async function pagesOf(db: Db, provinceId: number): Promise<Page[]> {
  const cookie = await signIn(db, provinceId)
  const { rows } = await sql<{ id: number; children: number }>`
    select r.id, count(*)::int as children from reporting.report r
      join reporting.report_version v on v.province_id = r.province_id and v.report_id = r.id
      join reporting.included_version i on i.province_id = v.province_id and i.version_id = v.id
    where r.province_id = ${provinceId} group by r.id order by 2 desc limit 1`.execute(db)
  const report = rows[0] ?? { id: 0, children: 0 }
  console.log(`the consolidated report takes ${report.children} reports`)
  const page = (name: string, path: string, most: number): Page => ({ name, path, most, cookie })
  return [
    page('board of a province', '/reporting', 100),
    page('its rows', '/reporting/rows', 100),
    page('leader’s page of reporting', '/reporting/leader', 150),
    page('consolidated report', `/reports/${report.id}`, 500),
    page('its .docx', `/reports/${report.id}/document.docx`, 2000),
    page('its .xlsx', `/reports/${report.id}/document.xlsx`, 2000),
    { ...page('nation', '/nation', 300), cookie: await signIn(db, centralProvinceId) },
  ]
}

async function measure(
  db: Db,
  address: string,
  page: Page,
  { provinceId, readers, seconds, changes }: Load,
  { program, database }: { program: number; database: number | null },
): Promise<(string | number)[]> {
  const times: number[] = []
  let bytes = 0
  const ask = async () => {
    const from = performance.now()
    const headers = { cookie: page.cookie, 'accept-encoding': 'gzip, br' }
    const answer = await fetch(address + page.path, { headers, redirect: 'manual' })
    const body = await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${page.path} answered ${answer.status}`)
    bytes = Number(answer.headers.get('content-length') ?? body.byteLength)
    return performance.now() - from
  }
  const round = async (until: number) => {
    while (performance.now() < until) times.push(await ask())
  }
  await round(performance.now() + 1500)
  times.length = 0
  const change = await changing(db, provinceId)
  const timer = changes > 0 ? setInterval(() => void change(), 1000 / changes) : undefined
  const cpu = () => [cpuOfFamily(program), database ? cpuOfFamily(database) : 0] as const
  const before = cpu()
  const until = performance.now() + seconds * 1000
  await Promise.all(Array.from({ length: readers }, () => round(until)))
  clearInterval(timer)
  const spent = cpu().map((now, i) => ((now - (before[i] ?? 0)) / times.length).toFixed(1))
  const after: number[] = []
  for (let n = 0; n < 15; n++) {
    await change()
    after.push(await ask())
  }
  const p95 = at(times, 0.95)
  const shown = `${p95.toFixed(0)}${p95 > page.most ? ' !' : ''}`
  return [page.name, at(times, 0.5).toFixed(0), shown, page.most, at(after, 0.5).toFixed(0), ...spent].concat(
    (bytes / 1000).toFixed(1),
  )
}

/** A report's completeness and an activity's numbers change a little, somewhere in the province, again and again. */
async function changing(db: Db, provinceId: number): Promise<() => Promise<void>> {
  const reports = await sql<{ id: number }>`select r.id from reporting.report r
    where r.province_id = ${provinceId} and r.is_empty = false order by r.id desc limit 500`.execute(db)
  const activities = await sql<{ id: number }>`select a.id from assignments.activity a
    where a.province_id = ${provinceId} order by a.from_day desc, a.id desc limit 500`.execute(db)
  let made = 0
  return async () => {
    const n = made++
    await sql`update reporting.report set completeness = 0.7 + ${n % 30} / 100.0
      where province_id = ${provinceId} and id = ${reports.rows[n % reports.rows.length]?.id}`.execute(db)
    await sql`update assignments.activity_figure set value = ${n % 300}
      where province_id = ${provinceId} and metric = 'people'
        and activity_id = ${activities.rows[n % activities.rows.length]?.id}`.execute(db)
  }
}

async function startWeb(url: string): Promise<{ address: string; pid: number; stop: () => void }> {
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

async function signIn(db: Db, provinceId: number): Promise<string> {
  const { id } = await db
    .selectFrom('accounts.account')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('email', '=', leadOf(provinceId))
    .executeTakeFirstOrThrow()
  const how = { stage: 'full', hours: 12, from: { address: null, agent: null } } as const
  return `session=${await db.transaction().execute((tx) => openSession(tx, provinceId, id, new Date(), how))}`
}

export function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function print(cells: readonly (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}

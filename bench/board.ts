// The pages of the office under load: 34 provinces × 150 units × 60 tasks, every unit with every task.
// Run: node bench/board.ts  (DATABASE_URL=… for a server; else the embedded PostgreSQL on a throw-away folder).
// Limit for the board of one province: p99 100 ms at 8 readers. PROVINCES, UNITS, TASKS, SECONDS (a page), READERS
// change the size; PAGES=board,leader takes those whose name holds one of the words. Meanwhile CHANGES a second are made
// to work of the plan that is looked at (1; a province of 150 units seldom has as many). Linux, for the processor time.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import { migrate } from '../src/lib/db/migrate.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'
import { projectPath } from '../src/lib/paths.ts'
import { changing, fillNation, placesOf, signIn } from './nation.ts'
import { cpuOfFamily, memoryOfFamily, peakOf, postmasterOf, programUnder } from './processes.ts'

const limit = 100
const size = {
  provinces: setting('PROVINCES', 34),
  units: setting('UNITS', 150),
  tasks: setting('TASKS', 60),
}
const seconds = setting('SECONDS', 10)
const readers = setting('READERS', 8)
const changes = setting('CHANGES', 1)
const wanted = (process.env['PAGES'] ?? '').split(',')

interface PageToAsk {
  name: string
  path: string
  who: 'lead' | 'officer'
}

const folder = mkdtempSync('/tmp/chungtay-bench-board-')
chmodSync(folder, 0o711)
const given = process.env['DATABASE_URL']
const server = given ? null : await startPostgres(folder)
const url = given ?? server?.url ?? ''
let web: ChildProcess | null = null
let rest: (() => Promise<void>) | null = null
try {
  await migrate(url)
  await timed(`${size.provinces * size.units * size.tasks} assignments written`, () => fillNation(url, size))
  const cookies = { lead: await signIn(url, 'lead', readers), officer: await signIn(url, 'officer', readers) }
  const started = await startWeb(url)
  web = started.child
  const program = programUnder(web.pid ?? 0)
  const database = await postmasterOf(url)
  rest = await changing(url, changes)
  console.log(
    `${readers} readers, ${seconds} s a page, ${changes} changes/s; CPU in ms a request; kB as sent\n`,
  )
  print(['page', 'requests/s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU program', 'CPU database', 'kB'])
  print(['---', '---', '---', '---', '---', '---', '---', '---'])
  let weight = 0
  for (const page of pagesOf(await placesOf(url))) {
    await load(page, started.address, cookies[page.who], { program, database })
    weight = Math.max(weight, database ? memoryOfFamily(database) : 0)
  }
  console.log(`\nmost memory: program ${peakOf(program).toFixed(0)} MB, PostgreSQL ${weight.toFixed(0)} MB`)
} finally {
  await rest?.()
  web?.kill('SIGTERM')
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}

function pagesOf({ plan, unit }: { plan: number; unit: number }): PageToAsk[] {
  const lead = (name: string, path: string): PageToAsk => ({ name, path, who: 'lead' })
  const officer = (name: string, path: string): PageToAsk => ({ name, path, who: 'officer' })
  const pages = [
    lead('board of a plan', `/plans/${plan}/board`),
    lead('board by unit', `/plans/${plan}/board?by=unit`),
    lead('board by task', `/plans/${plan}/board?by=task`),
    lead('leader’s page', '/leader'),
    lead('board of a unit', `/units/${unit}/board`),
    lead('my work, lead', '/my-work'),
    officer('my work, officer', '/my-work'),
    lead('list of tasks', '/assignments'),
    lead('list of plans', '/plans'),
    lead('plan', `/plans/${plan}`),
    lead('organisation', '/organisations'),
    lead('profile', '/profile'),
  ]
  return pages.filter((page) => wanted.some((word) => page.name.includes(word)))
}

async function startWeb(database: string): Promise<{ child: ChildProcess; address: string }> {
  const env = {
    ...process.env,
    DATABASE_URL: database,
    PORT: '0',
    SECRET: randomBytes(24).toString('hex'),
    REQUESTS_PER_MINUTE: '1000000',
  }
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

/** The readers ask for one page again and again, each at most once at a time, warm; prints a line of the table. */
async function load(
  page: PageToAsk,
  address: string,
  cookies: readonly string[],
  { program, database }: { program: number; database: number | null },
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const times: number[] = []
  let bytes = 0
  const readUntil = async (until: number) => {
    await Promise.all(
      cookies.map(async (cookie) => {
        while (performance.now() < until) {
          const from = performance.now()
          bytes = await ask(address + page.path, cookie, agent)
          times.push(performance.now() - from)
        }
      }),
    )
  }
  await readUntil(performance.now() + Math.min(seconds * 250, 2_000))
  times.length = 0
  const before = { program: cpuOfFamily(program), database: database ? cpuOfFamily(database) : 0 }
  const from = performance.now()
  await readUntil(from + seconds * 1000)
  const took = (performance.now() - from) / 1000
  agent.destroy()
  const cpu = (pid: number | null, earlier: number) =>
    pid ? ((cpuOfFamily(pid) - earlier) / times.length).toFixed(1) : '–'
  const p99 = at(times, 0.99)
  print([
    page.name,
    (times.length / took).toFixed(1),
    at(times, 0.5).toFixed(1),
    at(times, 0.95).toFixed(1),
    `${p99.toFixed(1)}${p99 > limit ? ' !' : ''}`,
    cpu(program, before.program),
    cpu(database, before.database),
    (bytes / 1000).toFixed(1),
  ])
}

/** Answers with the bytes of the body as sent. A browser takes a packed answer. */
function ask(address: string, cookie: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': 'gzip, deflate, br' }
    const sent = request(address, { agent, headers }, (answer) => {
      let bytes = 0
      answer.on('data', (part: Buffer) => {
        bytes += part.length
      })
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(bytes)
          : reject(new Error(`${address} answered ${answer.statusCode}`)),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function print(cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}

function setting(name: string, usual: number): number {
  return Number(process.env[name] ?? usual)
}

async function timed(what: string, body: () => Promise<void>): Promise<void> {
  const from = performance.now()
  await body()
  console.log(`${what} in ${((performance.now() - from) / 1000).toFixed(1)} s`)
}

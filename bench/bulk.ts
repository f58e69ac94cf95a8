// A sheet of thousands of rows: downloaded, changed, uploaded, previewed, applied through the whole program, while
// somebody else keeps asking for a page. Run: node bench/bulk.ts  (DATABASE_URL=… for a server; else the embedded
// PostgreSQL on a throw-away folder). TASKS × UNITS pieces of work; limits: preview 5 s, apply 10 s, pages 500 ms.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDb } from '../src/lib/db/db.ts'
import { migrate } from '../src/lib/db/migrate.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'
import { csrfToken } from '../src/lib/http/csrf.ts'
import { csrfField } from '../src/lib/http/forms.ts'
import { projectPath } from '../src/lib/paths.ts'
import { matchColumns } from '../src/lib/sheets/match-columns.ts'
import { readSheet } from '../src/lib/sheets/read-sheet.ts'
import { writeSheet } from '../src/lib/sheets/write-sheet.ts'
import { openSession } from '../src/modules/accounts/sessions.ts'
import { bulkColumns } from '../src/modules/assignments/bulk.ts'
import { planOfMany } from '../src/modules/assignments/many.fixtures.ts'
import { makeWorld } from '../test/world.ts'

const size = { tasks: Number(process.env['TASKS'] ?? 40), units: Number(process.env['UNITS'] ?? 130) }
const limits = { preview: 5_000, apply: 10_000, page: 500 }
const given = process.env['DATABASE_URL']
const secret = 'a secret of the bench, long enough for anybody'

const folder = mkdtempSync('/tmp/chungtay-bench-bulk-')
chmodSync(folder, 0o711)
const server = given ? null : await startPostgres(folder)
const url = given ?? server?.url ?? ''
const children: ChildProcess[] = []
try {
  await migrate(url)
  const { planId, session } = await fill()
  const address = await startPart('web')
  void startPart('worker')
  await measure(address, planId, session)
} finally {
  for (const child of children) child.kill('SIGTERM')
  await sleep(500)
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function fill(): Promise<{ planId: number; session: string }> {
  const db = openDb(url, 2)
  const world = await makeWorld(db)
  const planId = await db.transaction().execute((tx) => planOfMany(tx, world, size))
  const from = { address: null, agent: null }
  const session = await db
    .transaction()
    .execute((tx) => openSession(tx, 1, world.thu.accountId, new Date(), { stage: 'full', hours: 12, from }))
  await db.destroy()
  return { planId, session }
}

/** The worker says nothing and is left to start. The pages and the jobs run apart, as on a server; on one machine they share its cores with the database. */
async function startPart(verb: 'web' | 'worker'): Promise<string> {
  const child = spawn(process.execPath, [projectPath('bin/chungtay.mjs'), verb], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      DATA_DIR: folder,
      PORT: '0',
      SECRET: secret,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/[^\s"]+/.exec(line)?.[0]
    if (address) {
      child.stdout.resume()
      return address
    }
  }
  if (verb === 'worker') return ''
  throw new Error(`${verb} ended before it was there`)
}

async function measure(address: string, planId: number, session: string): Promise<void> {
  const headers = { cookie: `session=${session}` }
  await (await fetch(`${address}/plans/${planId}/board`, { headers })).text()
  const pages = watchPages(`${address}/plans/${planId}/board`, headers)
  const sheet = await timed('downloaded', 'preview', async () => {
    const answer = await fetch(`${address}/plans/${planId}/assignments.xlsx`, { headers })
    return new Uint8Array(await answer.arrayBuffer())
  })
  await pages.pause()
  const changed = await change(sheet)
  pages.go()
  console.log(`${changed.rows} rows, ${changed.bytes.length} bytes`)
  const token = csrfToken(secret, session)
  const place = await timed('uploaded and previewed', 'preview', async () => {
    const body = new FormData()
    body.append(csrfField, token)
    body.append('sheet', new File([Uint8Array.from(changed.bytes)], 'việc.xlsx'))
    const init = { method: 'POST', headers, body, redirect: 'manual' } as const
    const sent = await fetch(`${address}/plans/${planId}/bulk-updates`, init)
    const at = sent.headers.get('location') ?? ''
    await until(`${address}${at}/progress`, headers)
    return at
  })
  const preview = await (await fetch(`${address}${place}`, { headers })).text()
  console.log(/Áp dụng \d+ thay đổi/.exec(preview)?.[0] ?? 'nothing to apply')
  const seen = await timed('applied', 'apply', async () => {
    const body = new URLSearchParams({ [csrfField]: token })
    const init = { method: 'POST', headers, body, redirect: 'manual' } as const
    await fetch(`${address}${place}/confirmation`, init)
    return until(`${address}${place}/progress`, headers)
  })
  console.log(`the bar stood at: ${seen.join(', ')}`)
  console.log(
    /Đã áp dụng \d+ thay đổi/.exec(await (await fetch(`${address}${place}`, { headers })).text())?.[0],
  )
  await pages.end()
}

/** Every row reported done, from newly given: two steps each. */
async function change(bytes: Uint8Array): Promise<{ rows: number; bytes: Uint8Array }> {
  const read = await readSheet(bytes, { name: 'việc.xlsx' })
  const matched = read.ok ? matchColumns(read.sheet, bulkColumns) : read
  if (!matched.ok) throw new Error(matched.fault.en)
  const note = 'Đã thực hiện xong theo kế hoạch, sản phẩm gửi kèm báo cáo quý.'
  const rows = matched.rows.map((r) => ({ ...r.values, state: 'Chờ kiểm tra', note }))
  return {
    rows: rows.length,
    bytes: await writeSheet({ sheets: [{ name: 'Nhiệm vụ', columns: bulkColumns, rows }] }),
  }
}

/** Asks five times a second until the job is done; the different places at which the bar was seen. */
async function until(address: string, headers: Record<string, string>): Promise<number[]> {
  const seen = new Set<number>()
  for (;;) {
    const now = (await (await fetch(address, { headers })).json()) as { value: number; done?: string }
    seen.add(now.value)
    if (now.done) return [...seen]
    await sleep(200)
  }
}

/**
 * Somebody who reads a page, again and again with a short pause, while the rest happens; not while this bench
 * itself is busy, which would count its own work as waiting.
 */
function watchPages(address: string, headers: Record<string, string>) {
  const times: number[] = []
  let on = true
  let reading = read()
  async function read(): Promise<void> {
    while (on) {
      const from = performance.now()
      const answer = await fetch(address, { headers })
      await answer.text()
      if (answer.ok) times.push(performance.now() - from)
      await sleep(100)
    }
  }
  const pause = () => {
    on = false
    return reading
  }
  const go = () => {
    on = true
    reading = read()
  }
  const end = async () => {
    await pause()
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
    const figures = `p50 ${at(0.5).toFixed(0)} ms, slowest ${at(1).toFixed(0)} ms`
    console.log(
      `meanwhile ${times.length} pages: ${figures}, limit / slowest ${(limits.page / at(1)).toFixed(1)}`,
    )
  }
  return { pause, go, end }
}

async function timed<T>(what: string, limit: keyof typeof limits, body: () => Promise<T>): Promise<T> {
  const from = performance.now()
  const result = await body()
  const ms = performance.now() - from
  console.log(`${what} in ${(ms / 1000).toFixed(2)} s, limit / figure ${(limits[limit] / ms).toFixed(1)}`)
  return result
}

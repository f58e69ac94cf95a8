// How fast 170 score sheets fill from a year of work, and how fast the board and the points at risk are asked for.
// Run: node bench/scoring.ts (embedded PostgreSQL), or with DATABASE_URL of an empty database. UNITS, TASKS and
// ACTIVITIES (of each unit) change the size. Limit: filling 170 sheets 2 s. Side by side: the four statements that
// gather the facts by themselves, as a ratio; and one unit after the other instead of all at once.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Actor } from '../src/lib/actor.ts'
import { type Db, openDb } from '../src/lib/db/db.ts'
import { migrate } from '../src/lib/db/migrate.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'
import { openCatalogue } from '../src/modules/plans/catalogue.ts'
import { selectFacts } from '../src/modules/scoring/facts.sql.ts'
import { openScoring } from '../src/modules/scoring/scoring.campaigns.ts'
import { computeSheets } from '../src/modules/scoring/scoring.compute.ts'
import { takeShipped } from '../src/modules/scoring/scoring.criteria.ts'
import { campaignSeenBy, risksSeenBy, sheetSeenBy } from '../src/modules/scoring/scoring.ts'
import { selectSheets } from '../src/modules/scoring/sheets.sql.ts'
import { fillNation } from './nation.ts'

const limit = 2000
const [units, tasks, activities] = [setting('UNITS', 171), setting('TASKS', 60), setting('ACTIVITIES', 260)]
const provinceId = 9001
const today = '2026-11-22'
const now = new Date(`${today}T02:00:00Z`)
const given = process.env['DATABASE_URL']
const folder = given ? null : mkdtempSync(join(tmpdir(), 'chungtay-bench-'))
if (folder) chmodSync(folder, 0o711)
const server = folder ? await startPostgres(folder) : null
const url = given ?? server?.url ?? ''
try {
  await migrate(url)
  await fillNation(url, { provinces: 1, units, tasks })
  await fillActivities()
  const db = openDb(url, 4)
  try {
    await measure(db)
  } finally {
    await db.destroy()
  }
} finally {
  await server?.stop()
  if (folder) rmSync(folder, { recursive: true, force: true })
}

function setting(name: string, usual: number): number {
  return Number(process.env[name] ?? usual)
}

/** Activities of the year, two of three with evidence, each serving one task of its unit. */
async function fillActivities(): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`
    insert into assignments.activity (province_id, unit_id, what, from_day, to_day, form_code, recorded_at, recorded_by_name)
      select u.province_id, u.id, 'Hoạt động số ' || n, date '2026-01-02' + n % 320, date '2026-01-02' + n % 320,
        (array['meeting', 'portal', 'electronic_board', 'loudspeaker', 'leaflet', 'news'])[1 + (u.id + n) % 6], now(), 'Đo'
      from organisations.unit u, generate_series(1, ${activities}) n where u.province_id = ${provinceId};
    insert into assignments.evidence (province_id, unit_id, kind, url, caption, added_at, added_by_name)
      select province_id, unit_id, 'link', 'https://do.chungtay.invalid/' || id, 'Bài ' || id, now(), 'Đo'
      from assignments.activity where province_id = ${provinceId} and id % 3 > 0;
    insert into assignments.activity_evidence (province_id, activity_id, evidence_id)
      select e.province_id, split_part(e.url, '/', 4)::bigint, e.id from assignments.evidence e
      where e.province_id = ${provinceId};
    insert into assignments.activity_assignment (province_id, activity_id, assignment_id)
      select act.province_id, act.id, (select a.id from assignments.assignment a where a.province_id = act.province_id
        and a.unit_id = act.unit_id order by a.id offset act.id % ${tasks} limit 1)
      from assignments.activity act where act.province_id = ${provinceId};`)
  await client.query('vacuum analyze')
  await client.end()
}

async function measure(db: Db): Promise<void> {
  const rows = await db
    .selectFrom('organisations.unit')
    .select('id')
    .where('province_id', '=', provinceId)
    .orderBy('id')
    .execute()
  const [root, ...scored] = rows.map((r) => r.id)
  const actor: Actor = {
    ...{ provinceId, accountId: 1, name: 'Người đo', locale: 'vi', reach: 'province' },
    grants: [{ role: 'province_lead', unitId: root ?? 0 }],
  }
  await db.transaction().execute((tx) => openCatalogue(tx, provinceId))
  const opened = await timed(() =>
    db.transaction().execute(async (tx) => {
      const versionId = await takeShipped(tx, actor, { code: 'departments', year: 2026 }, now)
      const days = { opens: '2026-09-15', selfDue: '2026-12-20', explainDue: '2027-01-15' }
      const campaign = {
        programmeCode: 'PAR_COMMUNICATION',
        year: 2026,
        name: 'Đo tốc độ',
        versionId,
        ...days,
      }
      return openScoring(tx, actor, { ...campaign, unitIds: scored }, now)
    }),
  )
  const id = opened.value
  const sheets = await selectSheets(db, provinceId, { campaignId: id })
  const belongings = scored.map((unitId) => ({ unitId, forUnitId: unitId }))
  const asked = { programmeCode: 'PAR_COMMUNICATION', year: 2026, today, belongings }
  const again = await median(5, () =>
    db.transaction().execute((tx) => computeSheets(tx, provinceId, id, now)),
  )
  const facts = await median(5, () => db.transaction().execute((tx) => selectFacts(tx, provinceId, asked)))
  const few = sheets.slice(0, 10).map((s) => s.id)
  const oneByOne = await median(1, async () => {
    for (const sheetId of few)
      await db.transaction().execute((tx) => computeSheets(tx, provinceId, id, now, [sheetId]))
  })
  console.log(`${sheets.length} sheets, ${units * tasks} assignments, ${units * activities} activities`)
  say('open a campaign, all sheets filled', opened.ms, limit)
  say('compute all sheets again', again.median, limit)
  console.log(
    `  the four statements alone ${facts.median.toFixed(0)} ms: ratio ${(again.median / facts.median).toFixed(2)}`,
  )
  const each = (oneByOne.median / few.length) * sheets.length
  console.log(
    `  one unit after the other ${each.toFixed(0)} ms: ${(each / again.median).toFixed(0)} times as long`,
  )
  say('board of the campaign, p95', (await median(60, () => campaignSeenBy(db, actor, id, today))).p95, 100)
  say('points at risk, p95', (await median(60, () => risksSeenBy(db, actor, id, today))).p95, 100)
  const sheetId = sheets[5]?.id ?? 0
  say(
    'a sheet as of this moment, p95',
    (await median(60, () => sheetSeenBy(db, actor, sheetId, today))).p95,
    100,
  )
}

function say(what: string, ms: number, most: number): void {
  console.log(`${what}: ${ms.toFixed(0)} ms (limit ${most} ms)${ms > most ? '  MISSED' : ''}`)
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const begun = performance.now()
  const value = await work()
  return { value, ms: performance.now() - begun }
}

async function median(times: number, work: () => Promise<unknown>): Promise<{ median: number; p95: number }> {
  const all: number[] = []
  for (let n = 0; n < times; n++) all.push((await timed(work)).ms)
  all.sort((a, b) => a - b)
  return { median: all[Math.floor(times / 2)] ?? 0, p95: all[Math.floor(times * 0.95)] ?? 0 }
}

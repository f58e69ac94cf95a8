// How fast a consolidated provincial report of 170 units opens, is gathered, checked, and leaves as a document.
// Run: node bench/rollup.ts (embedded PostgreSQL), or with DATABASE_URL of an empty database.
// Limits: opening it 500 ms, its .docx 2 s, with 170 units, all of whose reports are in.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '../src/lib/actor.ts'
import { type Db, openDb, type Tx } from '../src/lib/db/db.ts'
import { migrate } from '../src/lib/db/migrate.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'
import { writeDocx } from '../src/lib/documents/out/docx.ts'
import { checkLayout } from '../src/lib/documents/out/layout-check.ts'
import { writePdf } from '../src/lib/documents/out/pdf.ts'
import { writeSheet } from '../src/lib/sheets/write-sheet.ts'
import { actorOf } from '../src/modules/assignments/assignments.fixtures.ts'
import { paperOf } from '../src/modules/reporting/documents/papers.ts'
import { reportDocument } from '../src/modules/reporting/documents/report-document.ts'
import { reportSheets } from '../src/modules/reporting/documents/report-sheets.ts'
import { did, owes, reportDuty } from '../src/modules/reporting/reporting.fixtures.ts'
import { checksOf } from '../src/modules/reporting/rollup/checking.ts'
import { consolidationOf } from '../src/modules/reporting/rollup/consolidation.ts'
import { figureChain } from '../src/modules/reporting/rollup/figure-chain.ts'
import { gatherReports, passagesOf, takePassages } from '../src/modules/reporting/rollup/gathering.ts'
import { comparePeriod } from '../src/modules/reporting/rollup/likenesses.ts'
import { saveSection } from '../src/modules/reporting/writing/editing.ts'
import { acceptReport, submitReport } from '../src/modules/reporting/writing/life.ts'
import { openReport } from '../src/modules/reporting/writing/opening.ts'
import { makeWorld, type World } from '../test/world.ts'
import { chanceNarratives, dice, pick } from './similarity/pairs.ts'

const children = Number(process.env['CHILDREN'] ?? 170)
const now = new Date('2026-06-02T02:00:00Z')
const forms = ['loudspeaker', 'conference', 'leaflet', 'news', 'talk', 'social_media', 'website']
const sections = ['direction', 'themes', 'contests', 'feedback', 'shortcomings', 'obstacles', 'next']
const given = process.env['DATABASE_URL']
const folder = given ? null : mkdtempSync(join(tmpdir(), 'chungtay-bench-'))
if (folder) chmodSync(folder, 0o711)
const server = folder ? await startPostgres(folder) : null
const url = given ?? server?.url ?? ''
await migrate(url)
const db = openDb(url)

await measure(db)

await db.destroy()
await server?.stop()
if (folder) rmSync(folder, { recursive: true, force: true })

async function unit(tx: Tx, world: World, n: number): Promise<number> {
  const province_id = world.provinceId
  const valid_from = '2025-07-01'
  const change = await tx.selectFrom('organisations.change').select('id').executeTakeFirstOrThrow()
  const { id } = await tx
    .insertInto('organisations.unit')
    .values({ province_id, code: `xa-${n}`, valid_from })
    .returning('id')
    .executeTakeFirstOrThrow()
  const facts = { name: `UBND xã thứ ${n}`, type: 'people_committee', level: 'commune' }
  await tx
    .insertInto('organisations.unit_version')
    .values({
      ...{ province_id, unit_id: id, valid_from, ...facts, parent_id: world.units.ubnd },
      change_id: change.id,
    })
    .execute()
  return id
}

async function handIn(tx: Tx, world: World, dutyId: number, parentId: number, n: number, texts: string[]) {
  const roll = dice(n)
  const unitId = await unit(tx, world, n)
  for (let i = 0; i < 12; i += 1) {
    const day = `2026-0${4 + (i % 2)}-${String(1 + i).padStart(2, '0')}`
    const figures = { people: Math.round(roll() * 300), quantity: 1 + Math.round(roll() * 4) }
    await did(tx, world, unitId, day, { form: pick(forms, roll), figures, evidence: 1 })
  }
  const officer: Actor = {
    ...actorOf(world.minh),
    grants: [{ role: 'agency_officer', unitId }],
    reach: new Set([unitId]),
  }
  const obligation = await owes(tx, world, dutyId, unitId, { parentId })
  const reportId = await openReport(tx, officer, obligation, now)
  for (const [i, code] of sections.entries()) {
    const text = texts[n * sections.length + i] ?? ''
    await saveSection(tx, officer, reportId, code, { text, revision: 1 }, now)
  }
  await submitReport(tx, officer, reportId, { note: null, nilReason: null }, now)
  await acceptReport(tx, actorOf(world.lan), reportId, { note: null }, now)
}

/** Median of several, after one that does not count; and the program's own processor time, the database's apart. */
async function timed(name: string, body: () => Promise<unknown>, times = 7): Promise<void> {
  await body()
  const took: number[] = []
  const before = process.cpuUsage()
  for (let i = 0; i < times; i += 1) {
    const begin = performance.now()
    await body()
    took.push(performance.now() - begin)
  }
  const { user, system } = process.cpuUsage(before)
  const cpu = (user + system) / 1000 / times
  took.sort((a, b) => a - b)
  const median = took[Math.floor(times / 2)] ?? 0
  console.log(
    `${name.padEnd(44)} ${median.toFixed(0).padStart(6)} ms (most ${(took.at(-1) ?? 0).toFixed(0)}), CPU ${cpu.toFixed(0)} ms`,
  )
}

async function measure(db: Db): Promise<void> {
  const world = await makeWorld(db)
  const lan = actorOf(world.lan)
  const texts = chanceNarratives(children * sections.length + 1, dice(7))
  const { top, downId } = await db.transaction().execute(async (tx) => {
    const down = await reportDuty(tx, world)
    const up = await reportDuty(tx, world, { viaUnitId: null })
    return { top: await owes(tx, world, up.dutyId, world.units.noiVu), downId: down.dutyId }
  })
  for (let n = 0; n < children; n += 1)
    await db.transaction().execute((tx) => handIn(tx, world, downId, top, n, texts))
  const reportId = await db.transaction().execute((tx) => openReport(tx, lan, top, now))
  await db.transaction().execute(async (tx) => {
    const { file, content } = await consolidationOf(tx, lan, reportId, 'vi', now)
    for (const sectionCode of sections) {
      const wanted = await passagesOf(tx, file, content.version.id, sectionCode)
      const revision =
        content.sections.find((s) => s.definition.code === sectionCode)?.narrative?.revision ?? 0
      const childVersionIds = wanted.map((p) => p.childVersionId)
      if (wanted.length > 0)
        await takePassages(tx, lan, reportId, { sectionCode, childVersionIds, how: 'anew', revision }, now)
    }
  })
  console.log(`\n${children} units, all reports in, every passage taken`)
  await timed('opening the consolidation', () => consolidationOf(db, lan, reportId, 'vi', now))
  const asked = { code: 'people', rowCode: '', number: null }
  await timed('opening a number to its units', () => figureChain(db, lan, reportId, asked, now))
  await timed('checking figures, own and of units', () => checksOf(db, lan, reportId, now))
  await timed('gathering anew', () =>
    db.transaction().execute((tx) => gatherReports(tx, lan, reportId, 'accepted', now)),
  )
  const paper = (sources: boolean) =>
    paperOf(db, lan, reportId, { number: null, changes: false, sources }, now)
  await timed(
    'the .docx, from the database to the bytes',
    async () => writeDocx(reportDocument(await paper(false))),
    5,
  )
  await timed('the .docx with its sources', async () => writeDocx(reportDocument(await paper(true))), 5)
  await timed('the PDF', async () => writePdf(reportDocument(await paper(false))), 5)
  await timed('the workbook', async () => writeSheet({ sheets: reportSheets(await paper(true)) }), 5)
  await timed(
    'comparing all words of the period',
    () => db.transaction().execute((tx) => comparePeriod(tx, 1, '2026-Q2', now)),
    3,
  )
  const bytes = await writeDocx(reportDocument(await paper(true)))
  if (process.env['KEEP']) writeFileSync(process.env['KEEP'], bytes)
  console.log(
    `departures from the layout: ${checkLayout(bytes).length}; ${Math.round(bytes.length / 1024)} kB`,
  )
}

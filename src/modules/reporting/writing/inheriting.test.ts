import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { noBasis } from '../../organisations/organisation.ts'
import { carryOut, mergeUnits } from '../../organisations/organisations.changes.ts'
import { makeObligations } from '../obligations/making.ts'
import { giveDuty } from '../obligations/obligations.fixtures.ts'
import { obligationsWhere } from '../reporting.ts'
import { saveSection } from './editing.ts'
import { openReport } from './opening.ts'
import { selectCopies } from './remarks.sql.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
const program = { provinceId: 1, name: 'Chung Tay' }
const july = new Date('2026-07-20T02:00:00Z')
const august = new Date('2026-08-01T02:00:00Z')
const words = 'Phường đã phát 500 tờ gấp về dịch vụ công trực tuyến tại 12 tổ dân phố.'

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  web.clock.now = august
})
afterAll(() => close())

async function owedBy(unitId: number): Promise<number> {
  const { rows } = await obligationsWhere(db, 1, { unitIds: [unitId], periods: ['2026-Q3'] })
  return rows[0]?.id ?? 0
}

test('the draft of a commune that is merged away stands beside the words of its heir, and stays where it was', async () => {
  const { binhMinh, tanLap } = world.units
  await db.transaction().execute(async (tx) => {
    await giveDuty(tx, world, [{ unitId: binhMinh }, { unitId: tanLap }])
    await makeObligations(tx, program, july)
  })
  const [old, own] = [await owedBy(tanLap), await owedBy(binhMinh)]
  const tam = actorOf(world.tam)
  const minh = actorOf(world.minh)
  const { oldReport, ownReport } = await db.transaction().execute(async (tx) => {
    const of = await openReport(tx, tam, old, july)
    await saveSection(tx, tam, of, 'direction', { text: words, revision: 0 }, july)
    return { oldReport: of, ownReport: await openReport(tx, minh, own, july) }
  })
  await db.transaction().execute(async (tx) => {
    const merger = mergeUnits({
      ...{ day: '2026-08-01', basis: noBasis, predecessors: [tanLap], into: { unitId: binhMinh } },
    })
    await carryOut(tx, actorOf(world.lan), merger, august)
    await makeObligations(tx, program, august)
    // Again, as every night: nothing is laid twice.
    await makeObligations(tx, program, august)
  })
  const copies = await selectCopies(db, 1, ownReport)
  expect(copies.map((c) => [c.sectionCode, c.text, c.byName, c.fromUnitId])).toEqual([
    ['direction', words, 'UBND phường Tân Lập', tanLap],
  ])
  const web1 = await web.signedIn(world.minh)
  const page = await web1.get(`/reports/${ownReport}`)
  expect(page.text).toContain('UBND phường Tân Lập đã soạn dở báo cáo này trước khi sắp xếp lại')
  expect(page.text).toContain('Bản thảo của UBND phường Tân Lập')
  expect(page.text).toContain(words)
  await web1.submit(`/reports/${ownReport}/copies/${copies[0]?.id}/settling`, { use: '1', revision: '0' })
  expect(await selectCopies(db, 1, ownReport)).toEqual([])
  await db.transaction().execute((tx) => makeObligations(tx, program, august))
  expect(await selectCopies(db, 1, ownReport)).toEqual([])
  const kept = await db
    .selectFrom('reporting.narrative as n')
    .innerJoin('reporting.report_version as v', 'v.id', 'n.version_id')
    .select('n.text')
    .where('v.report_id', '=', oldReport)
    .where('n.proposed', '=', false)
    .execute()
  expect(kept.map((n) => n.text)).toEqual([words])
})

test('an heir that begins later finds the draft there', async () => {
  const { binhMinh, taiChinh, vanHoa } = world.units
  const later = new Date('2026-08-05T02:00:00Z')
  const id = await db.transaction().execute(async (tx) => {
    const duty = await giveDuty(tx, world, [{ unitId: vanHoa }], { name: 'Báo cáo của sở' })
    await makeObligations(tx, program, later)
    return duty
  })
  const [first] = (await obligationsWhere(db, 1, { dutyIds: [id], periods: ['2026-Q3'] })).rows
  const thu = actorOf(world.thu)
  await db.transaction().execute(async (tx) => {
    const report = await openReport(tx, thu, first?.id ?? 0, later)
    await saveSection(tx, thu, report, 'direction', { text: words, revision: 0 }, later)
    const merger = mergeUnits({
      ...{ day: '2026-08-05', basis: noBasis, predecessors: [vanHoa], into: { unitId: taiChinh } },
    })
    await carryOut(tx, actorOf(world.lan), merger, later)
    await makeObligations(tx, program, later)
  })
  const heir = (await obligationsWhere(db, 1, { dutyIds: [id], unitIds: [taiChinh], periods: ['2026-Q3'] }))
    .rows[0]
  expect(heir?.inherited).toBe(true)
  const newcomer = { ...actorOf(world.thu), grants: [{ role: 'agency_officer' as const, unitId: taiChinh }] }
  const report = await db
    .transaction()
    .execute((tx) => openReport(tx, newcomer as typeof thu, heir?.id ?? 0, later))
  expect((await selectCopies(db, 1, report)).map((c) => [c.text, c.fromUnitId])).toEqual([[words, vanHoa]])
  expect(binhMinh).toBeGreaterThan(0)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { insertAccount, insertGrant } from '../../accounts/accounts.sql.ts'
import { centralProvinceId, foundCentral } from '../../organisations/organisations.seed.ts'
import { fillReports } from './boards.fixtures.ts'
import { measuresBy } from './measures.sql.ts'
import { nationFigures } from './nation.sql.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let van: Browser
const today = '2026-11-22'
const years = { today, fromYear: 2025, year: 2026 }

beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  await fillReports(db, { provinces: [1, 2], years: [2025, 2026], today })
  web = testWeb(db)
  const person = { email: 'van@bnv.invalid', name: 'Hà Thu Vân', position: null, state: 'active' } as const
  const unitId = await db.transaction().execute((tx) => foundCentral(tx, false))
  const accountId = await db.transaction().execute(async (tx) => {
    const id = await insertAccount(tx, centralProvinceId, web.clock.now, {
      ...person,
      isDemonstration: false,
    })
    const grant = { accountId: id, role: 'auditor', unitId, validFrom: '2026-01-01', validTo: null } as const
    await insertGrant(tx, centralProvinceId, grant)
    return id
  })
  const at = { provinceId: centralProvinceId, accountId, unitId, role: 'auditor' } as const
  van = await web.signedIn({ ...at, name: person.name, email: person.email })
})
afterAll(() => close())

test('no province shares until it says so', async () => {
  expect((await van.get('/nation')).text).toContain('Chưa có tỉnh nào chia sẻ số liệu')
  expect(await nationFigures(db, years)).toMatchObject({ sum: null, provinces: [], periods: [] })
})

test('a province that shares is seen in sums that are its own board’s, and the others not at all', async () => {
  const lan = await web.signedIn(world.lan)
  const done = await lan.submit('/reporting/sharing', { withNation: 'yes' })
  expect(done.text).toContain('Đã bật chia sẻ')
  const figures = await nationFigures(db, years)
  const scope = { provinceId: 1, asOf: today, today, map: 'then', fromYear: 2025, year: 2026 } as const
  const [[own], periods] = await measuresBy(db, scope, [[], ['period']])
  const { keys: _, expected, due, counts, returns } = own ?? {}
  const sums = { expected, due, counts, returns }
  expect(figures.sum).toMatchObject(sums)
  expect(figures.sum?.completeness).toBeCloseTo(own?.completeness ?? 0)
  expect(figures.provinces).toHaveLength(1)
  expect(figures.provinces[0]).toMatchObject({ ...sums, provinceId: 1, name: 'tỉnh An Hòa' })
  expect(figures.periods.reduce((n, m) => n + m.expected, 0)).toBe(
    periods.reduce((n, m) => n + m.expected, 0),
  )
  const page = await van.get('/nation')
  expect(page.text).toContain('tỉnh An Hòa')
  expect(page.text).not.toContain('Đông Hải')
})

test('central bodies see no unit, no report, no way to one', async () => {
  const page = await van.get('/nation')
  expect(page.html).not.toMatch(/\/obligations\/|\/reports\/|\/reporting\/rows/)
  expect(page.text).not.toMatch(/Bình Minh|Sở Nội vụ/)
  for (const path of [
    '/reporting?year=2026',
    '/reporting/rows?year=2026',
    '/reporting/figures.csv?year=2026',
  ])
    expect((await van.get(path)).text).not.toMatch(/Bình Minh|Sở Nội vụ|An Hòa/)
})

test('nobody of a province may see the nation, whatever the role', async () => {
  for (const person of [world.lan, world.phuc, world.quan, world.xa]) {
    const browser = await web.signedIn(person)
    expect([person.name, (await browser.get('/nation')).status]).toEqual([person.name, 404])
    expect((await browser.get('/reporting')).text).not.toContain('Toàn quốc')
  }
  for (const person of [world.minh, world.hung]) {
    const browser = await web.signedIn(person)
    expect((await browser.get('/nation')).status).toBe(403)
    expect((await browser.post('/reporting/sharing', { withNation: 'yes' })).status).toBe(403)
  }
})

test('sharing is written into the log, and ends at once', async () => {
  const lan = await web.signedIn(world.lan)
  await lan.submit('/reporting/sharing', { withNation: 'no' })
  expect((await nationFigures(db, years)).provinces).toEqual([])
  const entries = await db
    .selectFrom('audit.entry')
    .select(['actor_name', 'before', 'after'])
    .where('verb', '=', 'reporting.share')
    .orderBy('id')
    .execute()
  expect(entries).toEqual([
    { actor_name: world.lan.name, before: { withNation: false }, after: { withNation: true } },
    { actor_name: world.lan.name, before: { withNation: true }, after: { withNation: false } },
  ])
})

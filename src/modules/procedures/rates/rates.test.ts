import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { beforeAfter, parseMonth, percentOf, type Rate, showMonth } from './rate.ts'
import { ratesSheet, readRatesSheet } from './rates-sheet.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
})
afterAll(() => close())

const rate = (unitId: number, month: string, part: number, whole: number): Rate => ({
  ...{ indicator: 'online_filing', unitId, month, part, whole },
  ...{ source: 'Cổng Dịch vụ công quốc gia', sourceDay: '2026-11-05' },
})
const typed = (unitId: number, more: object = {}) => ({
  ...{ indicator: 'online_filing', unitId: String(unitId), month: '10/2026', part: '60', whole: '80' },
  ...{ source: 'Cổng Dịch vụ công quốc gia', sourceDay: '05/11/2026', ...more },
})

test('a rate counts files, not the mean of percentages, and lies between its least and its greatest part', () => {
  const one = fc.record({ part: fc.nat(500), more: fc.nat(500) }).map(({ part, more }) => ({
    ...{ part, whole: part + more + 1 },
  }))
  fc.assert(
    fc.property(fc.array(one, { minLength: 1 }), (rates) => {
      const each = rates.map((r) => percentOf([r]) ?? 0)
      const all = percentOf(rates) ?? -1
      expect(all).toBeGreaterThanOrEqual(Math.min(...each) - 1e-9)
      expect(all).toBeLessThanOrEqual(Math.max(...each) + 1e-9)
    }),
  )
  expect(percentOf([rate(1, '2026-01', 1, 1), rate(1, '2026-02', 0, 9)])).toBe(10)
  expect(percentOf([])).toBeNull()
})

test('months of the baseline are before, those that follow are after, those earlier are neither', () => {
  const goal = { indicator: 'online_filing', from: '2026-02', to: '2026-03', target: 80 } as const
  const rates = [
    ...[rate(1, '2026-01', 9, 10), rate(1, '2026-02', 2, 10), rate(1, '2026-03', 4, 10)],
    ...[rate(1, '2026-04', 7, 10), rate(2, '2026-04', 9, 10)],
  ]
  const seen = beforeAfter(rates, goal)
  expect([seen.before, seen.after]).toEqual([30, 80])
  expect(seen.course.map((p) => p.month)).toEqual(['2026-01', '2026-02', '2026-03', '2026-04'])
  expect(beforeAfter(rates, null).before).toBeNull()
})

test('months are read as people write them', () => {
  const month = fc.tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  fc.assert(
    fc.property(month, ([y, m]) => {
      const iso = `${y}-${String(m).padStart(2, '0')}`
      expect([parseMonth(iso), parseMonth(showMonth(iso)), parseMonth(`tháng ${m}/${y}`)]).toEqual([
        iso,
        iso,
        iso,
      ])
    }),
  )
  for (const wrong of ['13/2026', '00/2026', '2026', 'mười', '']) expect(parseMonth(wrong)).toBeNull()
})

test('a unit enters its month with its source; nobody enters for another, and wrong figures are refused', async () => {
  const minh = await web.signedIn(world.minh)
  const mine = world.units.binhMinh
  const wrong = await minh.post('/procedure-rates', typed(mine, { part: '90' }))
  expect([wrong.status, wrong.text.includes('không thể lớn hơn tổng số')]).toEqual([422, true])
  expect((await minh.post('/procedure-rates', typed(mine, { source: '' }))).status).toBe(422)
  expect((await minh.post('/procedure-rates', typed(mine, { month: '12/2026' }))).status).toBe(422)
  expect((await minh.post('/procedure-rates', typed(world.units.tanLap))).status).toBe(403)
  const done = await minh.submit('/procedure-rates', typed(mine))
  expect(done.text).toContain('75,0 %')
  await minh.submit('/procedure-rates', typed(mine, { part: '40' }))
  const rows = await db.selectFrom('procedures.rate').select(['part', 'entered_by']).execute()
  expect(rows).toEqual([{ part: 40, entered_by: world.minh.name }])
  const tam = await web.signedIn(world.tam)
  expect((await tam.get('/procedure-rates')).text).toContain('Chưa có số liệu')
  const xa = await web.signedIn(world.xa)
  expect((await xa.get('/procedure-rates')).text).not.toContain('Bình Minh')
})

test('the lead sets what is before and the target; the page says both', async () => {
  const lan = await web.signedIn(world.lan)
  const goal = { indicator: 'online_filing', from: '01/2026', to: '06/2026', target: '82,5' }
  expect((await lan.post('/procedure-rates/goals', { ...goal, to: '12/2025' })).status).toBe(422)
  const page = await lan.submit('/procedure-rates/goals', goal)
  expect(page.text).toContain('82,5 %')
  const minh = await web.signedIn(world.minh)
  expect((await minh.post('/procedure-rates/goals', goal)).status).toBe(403)
})

test('a sheet is looked at first and written once; with a fault in it nothing is written', async () => {
  const lan = await web.signedIn(world.lan)
  const names = new Map([
    [world.units.binhMinh, 'UBND xã Bình Minh'],
    [world.units.tanLap, 'UBND phường Tân Lập'],
  ])
  const send = async (rates: Rate[]) => {
    const bytes = await ratesSheet(rates, (id) => names.get(id) ?? 'UBND xã Không Có')
    const sheet = new File([Uint8Array.from(bytes)], 'ty-le.xlsx')
    return (await lan.upload('/procedure-rates/imports', { sheet })).location
  }
  const good = [rate(world.units.binhMinh, '2026-08', 5, 10), rate(world.units.tanLap, '2026-08', 8, 10)]
  const bad = await send([...good, rate(999, '2026-08', 1, 2), rate(world.units.tanLap, '2026-08', 1, 2)])
  const shown = await lan.get(bad)
  expect(shown.text).toContain('không có đơn vị “UBND xã Không Có”')
  expect(shown.text).toContain('trùng với dòng')
  expect((await lan.post(`${bad}/confirmation`)).status).toBe(404)
  const here = await send(good)
  expect((await lan.get(here)).text).toContain('08/2026')
  expect((await lan.submit(`${here}/confirmation`)).text).toContain('Đã ghi 2 số liệu')
  expect((await lan.post(`${here}/confirmation`)).status).toBe(404)
  const minh = await web.signedIn(world.minh)
  expect((await minh.get(here)).status).toBe(404)
  const read = await readRatesSheet(
    { name: 'a.xlsx', bytes: await ratesSheet(good, (id) => names.get(id) ?? '') },
    [...names].map(([id, name]) => ({ id, name })),
    (id) => id === world.units.binhMinh,
    '2026-11-22',
  )
  expect(read.faults.map((f) => f.vi)).toEqual(['Dòng 3: không nhập thay đơn vị này được.'])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { addPublication } from '../../publishing/publishing.fixtures.ts'
import { remindOfPackages, tellHandedOver } from './handed-over.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const at = (day: string) => new Date(`${day}T07:15:00+07:00`)
const remind = (day: string) => db.transaction().execute((tx) => remindOfPackages(tx, 1, at(day)))

test('a commune hears of its package, is reminded until it proves, and not every morning', async () => {
  const web = testWeb(db)
  const lan = await web.signedIn(world.lan)
  const { id: item } = await addPublication(db, world.units.noiVu)
  const script = await lan.post('/broadcast/scripts', { item, station: 'Đài xã', slot: '5', rate: '180' })
  const form = {
    title: 'Tuần lễ dịch vụ công',
    scripts: [script.location.split('/').at(-1) ?? ''],
    firstDay: '23/11/2026',
    lastDay: '29/11/2026',
    hours: '17:00',
  }
  const here = (await lan.post('/broadcast/packages', form)).location
  const packageId = Number(here.split('/').at(-1))
  await lan.submit(`${here}/hand-overs`, { to: 'all' })
  const told = await db
    .selectFrom('jobs.job')
    .select('payload')
    .where('name', '=', 'publishing.handed-over')
    .executeTakeFirstOrThrow()
  const payload = told.payload as { packageId: number; unitIds: number[] }
  expect([payload.packageId, payload.unitIds.includes(world.units.binhMinh)]).toEqual([packageId, true])
  await db.transaction().execute((tx) => tellHandedOver(tx, 1, payload, at('2026-11-22')))
  const minh = await web.signedIn(world.minh)
  expect((await minh.get('/my-work')).text).toContain('Gói phát thanh mới: Tuần lễ dịch vụ công')

  const all = payload.unitIds.length
  expect(await remind('2026-11-24')).toBe(0)
  await minh.submit(`${here}/hand-overs/${world.units.binhMinh}/acknowledgement`)
  expect(await remind('2026-11-25')).toBe(all - 1)
  expect(await remind('2026-11-26')).toBe(0)
  expect(await remind('2026-11-30')).toBe(1)
  expect((await minh.get('/my-work')).text).toContain('xác nhận đã phát để được tính kết quả')
  expect(await remind('2026-12-02')).toBe(all - 1)
  expect(await remind('2027-03-01')).toBe(0)
})

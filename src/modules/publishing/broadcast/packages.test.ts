import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { addPublication } from '../publishing.fixtures.ts'
import { closePackage, handOver, markPlayed } from './packages.ts'
import { mayClose, playedSoFar } from './playing.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let lan: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  lan = await web.signedIn(world.lan)
})
afterAll(() => close())

/** Days of the test: the clock of testWeb stands at 2026-11-22. */
async function packageOf(firstDay: string, lastDay: string): Promise<string> {
  const { id: item } = await addPublication(db, world.units.noiVu)
  const script = await lan.post('/broadcast/scripts', { item, station: 'Đài xã', slot: '5', rate: '180' })
  const scripts = [script.location.split('/').at(-1) ?? '']
  const form = { title: 'Gói tuần', scripts, firstDay, lastDay, hours: '05:30, 17:00' }
  return (await lan.post('/broadcast/packages', form)).location
}

function jpeg(): File {
  const bytes = Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    'base64',
  )
  return new File([bytes], 'so-phat-thanh.jpg')
}

test('what was played so far is days by hours, and a package may be closed when all played it or its days are over', () => {
  const span = { firstDay: '2026-11-20', lastDay: '2026-11-30', hours: ['05:30', '17:00'] }
  expect(playedSoFar(span, '2026-11-19')).toBeNull()
  expect(playedSoFar(span, '2026-11-22')).toEqual({ from: '2026-11-20', to: '2026-11-22', times: 6 })
  expect(playedSoFar(span, '2027-01-05')).toEqual({ from: '2026-11-20', to: '2026-11-30', times: 22 })
  const played = { airedFrom: '2026-11-20' }
  expect(mayClose(span, [played, { airedFrom: null }], '2026-11-25')).toBe(false)
  expect(mayClose(span, [played, played], '2026-11-25')).toBe(true)
  expect(mayClose(span, [], '2026-11-25')).toBe(false)
  expect(mayClose(span, [{ airedFrom: null }], '2026-12-01')).toBe(true)
})

test('a commune says with one press that it played, and its photo may follow once', async () => {
  const here = await packageOf('20/11/2026', '30/11/2026')
  await lan.submit(`${here}/hand-overs`, { to: 'some', units: [String(world.units.binhMinh)] })
  const minh = await web.signedIn(world.minh)
  const row = `${here}/hand-overs/${world.units.binhMinh}`
  const page = await minh.get(here)
  expect(page.text).toContain('Đã phát đủ lịch')
  const done = await minh.submit(`${row}/playing`)
  expect(done.text).toContain('chưa có minh chứng')
  expect((await minh.post(`${row}/playing`)).status).toBe(409)
  expect((await minh.upload(`${row}/evidence`, {})).status).toBe(422)
  expect((await minh.upload(`${row}/evidence`, { proof: jpeg() })).status).toBe(303)
  expect((await minh.upload(`${row}/evidence`, { proof: jpeg() })).status).toBe(409)
  expect((await (await web.signedIn(world.tam)).post(`${row}/playing`)).status).toBe(403)
})

test('closed, a package shows who played and who did not, and nothing of it changes any more', async () => {
  const here = await packageOf('01/11/2026', '10/11/2026')
  const id = Number(here.split('/').at(-1))
  const units = [world.units.binhMinh, world.units.noiVu]
  const lead = actorOf(world.lan)
  const on = (day: string) => new Date(`${day}T03:00:00Z`)
  const inTx = db.transaction()
  await inTx.execute((tx) => handOver(tx, lead, id, units, on('2026-11-01')))
  await db.transaction().execute((tx) => markPlayed(tx, lead, id, units[0] ?? 0, on('2026-11-05')))
  const closing = (day: string) => db.transaction().execute((tx) => closePackage(tx, lead, id, on(day)))
  await expect(closing('2026-11-10')).rejects.toMatchObject({ kind: 'conflict' })
  const minh = await web.signedIn(world.minh)
  expect((await minh.post(`${here}/closing`)).status).toBe(403)
  await closing('2026-11-11')
  const page = await lan.get(here)
  expect(page.text).toContain('Đã khóa sổ')
  expect(page.text).toContain('Không xác nhận đã phát')
  expect(page.text).toContain('10 lần')
  const other = `${here}/hand-overs/${units[1]}`
  for (const path of ['/acknowledgement', '/playing'])
    expect((await lan.post(other + path)).status, path).toBe(409)
  expect((await lan.upload(`${here}/hand-overs/${units[0]}/evidence`, { proof: jpeg() })).status).toBe(409)
  expect((await lan.post(`${here}/hand-overs`, { to: 'all' })).status).toBe(409)
  expect((await lan.post(`${here}/closing`)).status).toBe(409)
  const entry = await db
    .selectFrom('audit.entry')
    .select('after')
    .where('verb', '=', 'broadcast.close')
    .executeTakeFirstOrThrow()
  expect(entry.after).toEqual({ played: 1, silent: [units[1]] })
})

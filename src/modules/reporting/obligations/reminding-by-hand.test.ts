import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { obligationsWhere } from '../reporting.ts'
import { makeObligations } from './making.ts'
import { giveDuty } from './obligations.fixtures.ts'
import { remindersOf } from './reminders.sql.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let dutyId: number
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  dutyId = await db.transaction().execute(async (tx) => {
    const { vanHoa, taiChinh, tanLap, binhMinh, matTran } = world.units
    const scope = [vanHoa, taiChinh, tanLap, binhMinh, matTran].map((unitId) => ({ unitId }))
    const id = await giveDuty(tx, world, scope)
    await makeObligations(tx, { provinceId: 1, name: 'Chung Tay' }, new Date('2026-05-01T02:00:00Z'))
    return id
  })
  web.clock.now = new Date('2026-06-08T02:00:00Z')
})
afterAll(() => close())

async function ofUnit(unitId: number): Promise<number> {
  const { rows } = await obligationsWhere(db, 1, { unitIds: [unitId], periods: ['2026-Q2'] })
  return rows[0]?.id ?? 0
}

const notices = (accountId: number) =>
  db.selectFrom('assignments.notice').select('text_vi').where('account_id', '=', accountId).execute()

test('whoever receives a report urges one unit, with words of their own, once a day', async () => {
  const lan = await web.signedIn(world.lan)
  const id = await ofUnit(world.units.tanLap)
  const note = 'Đề nghị phường gửi trong hôm nay để kịp tổng hợp.'
  const page = await lan.submit(`/obligations/${id}/reminders`, { note })
  expect(page.text).toContain('Đã đôn đốc 1 báo cáo, gửi 1 người.')
  expect(page.text).toContain('Đôn đốc trực tiếp')
  expect((await notices(world.tam.accountId)).at(-1)?.text_vi).toContain(`Nguyễn Thị Lan đôn đốc: ${note}`)
  expect((await lan.post(`/obligations/${id}/reminders`, {})).status).toBe(429)
  expect((await remindersOf(db, 1, id)).length).toBe(1)
  const tam = await web.signedIn(world.tam)
  expect((await tam.post(`/obligations/${id}/reminders`, {})).status).toBe(403)
})

test('all who are late with a period are urged at once; those of today, and who is only asked, are left in peace', async () => {
  const lan = await web.signedIn(world.lan)
  const page = await lan.get(`/reporting/duties/${dutyId}/reminders`)
  expect(page.text).toContain('UBND xã Bình Minh')
  expect(page.text).not.toContain('Mặt trận')
  const done = await lan.submit(`/reporting/duties/${dutyId}/reminders`, { period: '2026-Q2' })
  expect(done.text).toContain('Đã đôn đốc 3 báo cáo, gửi 5 người. Bỏ qua 1 báo cáo đã đôn đốc hôm nay.')
  // Nobody of Sở Tài chính has an account: that is logged too.
  const [nobody] = await remindersOf(db, 1, await ofUnit(world.units.taiChinh))
  expect(nobody?.note).toContain('chưa có tài khoản')
  expect((await lan.post(`/reporting/duties/${dutyId}/reminders`, { period: '2026-Q2' })).status).toBe(429)
  web.clock.now = new Date('2026-06-09T02:00:00Z')
  const again = await (await web.signedIn(world.lan)).submit(`/reporting/duties/${dutyId}/reminders`, {
    period: '2026-Q2',
  })
  expect(again.text).toContain('Đã đôn đốc 4 báo cáo')
  const thu = await web.signedIn(world.thu)
  expect((await thu.post(`/reporting/duties/${dutyId}/reminders`, { period: '2026-Q2' })).status).toBe(409)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { testWeb } from '../../test/web.ts'
import { makeWorld, type World } from '../../test/world.ts'
import type { Db } from '../lib/db/db.ts'
import { makeObligations } from '../modules/reporting/obligations/making.ts'
import { giveDuty } from '../modules/reporting/obligations/obligations.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

test('what waits for a person says how many reports are overdue or fall due soon', async () => {
  const web = testWeb(db)
  await db.transaction().execute(async (tx) => {
    await giveDuty(tx, world, [{ unitId: world.units.vanHoa }])
    const at = new Date('2026-03-01T02:00:00Z')
    await makeObligations(tx, { provinceId: 1, name: 'Chung Tay' }, at)
  })
  web.clock.now = new Date('2026-05-25T02:00:00Z')
  const page = await (await web.signedIn(world.thu)).get('/my-work')
  expect(page.text).toMatch(/Báo cáo quá hạn 1\b/)
  expect(page.text).toMatch(/Báo cáo sắp đến hạn 1\b/)
})

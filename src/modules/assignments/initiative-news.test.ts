import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { tellInitiativeNews } from './initiative-news.ts'
import { markRead, noticesOf } from './notices.sql.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const now = new Date('2026-11-22T02:00:00Z')
const told = async (accountId: number) => (await noticesOf(db, 1, accountId, 50)).map((n) => n.vi)

test('leads hear that ideas came once until they read it, a unit of what is given to it once', async () => {
  const received = {
    ...{ unitId: null, isRepeated: true, kind: 'initiative.received', href: '/initiative-register' },
    ...{ vi: 'Có sáng kiến mới chờ xem xét', en: 'New ideas' },
  }
  const tell = (news: typeof received | (Omit<typeof received, 'unitId'> & { unitId: number })) =>
    db.transaction().execute((tx) => tellInitiativeNews(tx, 1, news, now))
  await tell(received)
  await tell(received)
  expect(await told(world.lan.accountId)).toHaveLength(1)
  await db.transaction().execute((tx) => markRead(tx, 1, world.lan.accountId, now))
  await tell(received)
  expect(await told(world.lan.accountId)).toHaveLength(2)
  expect(await told(world.hung.accountId)).toEqual([])
  const given = { ...received, unitId: world.units.vanHoa, isRepeated: false, kind: 'initiative.assigned' }
  await tell(given)
  await db.transaction().execute((tx) => markRead(tx, 1, world.hung.accountId, now))
  await tell(given)
  expect(await told(world.hung.accountId)).toHaveLength(1)
  expect(await told(world.thu.accountId)).toHaveLength(1)
  expect(await told(world.minh.accountId)).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { base, now, writtenItem } from '../editorial.fixtures.ts'
import { forcePublish } from '../items/forcing.ts'
import { submitItem } from '../items/life.ts'
import { scoresByMonth, scoresByUnit } from './plainness.sql.ts'
import { courseOf } from './plainness.ts'

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

const from = new Date('2026-01-01T00:00:00Z')

test('a score is kept when a text is handed in and when it is published, once each', async () => {
  await db.transaction().execute(async (tx) => {
    const thu = actorOf(world.thu)
    const id = await writtenItem(tx, world, thu)
    await submitItem(tx, thu, id, { note: null }, now)
    await forcePublish(
      tx,
      actorOf(world.hung),
      id,
      { reason: 'Cần đăng ngay để kịp hội nghị sáng nay' },
      base,
      now,
    )
  })
  const months = await scoresByMonth(db, 1, { unitIds: [world.units.vanHoa] }, from)
  expect(months.map((m) => [m.month, m.at, m.texts])).toEqual([
    ['2026-11', 'publish', 1],
    ['2026-11', 'submit', 1],
  ])
  expect(months[0]?.score).toBeGreaterThan(50)
  expect(await scoresByUnit(db, 1, {}, from)).toMatchObject([{ unitId: world.units.vanHoa, texts: 1 }])
})

test('a writer sees the own course, others only that of units', async () => {
  const of = async (person: World['thu']) =>
    (await (await web.signedIn(person)).get('/desk/plain-language')).text
  expect(await of(world.thu)).toContain('Chỉ anh/chị thấy phần này')
  const hung = await of(world.hung)
  expect(hung).toContain('Sở VHTTDL')
  expect(hung).not.toContain('Chỉ anh/chị thấy phần này')
  expect(hung).not.toContain('Lê Thị Thu')
  expect(await of(world.minh)).toContain('Chưa có bài nào')
})

test('months without a text are holes in the line, not in the time', () => {
  const rows = [
    { month: '2025-12', at: 'publish' as const, texts: 2, score: 70 },
    { month: '2026-02', at: 'submit' as const, texts: 1, score: 55 },
  ]
  expect(courseOf(rows, '2025-12', '2026-02')).toEqual({
    months: ['2025-12', '2026-01', '2026-02'],
    published: [70, null, null],
    submitted: [null, null, 55],
    texts: 2,
  })
})

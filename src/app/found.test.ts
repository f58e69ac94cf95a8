import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { testWeb } from '../../test/web.ts'
import type { Db } from '../lib/db/db.ts'
import { foundIn } from './found.ts'

let db: Db
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
})
afterAll(() => close())

const founding = { code: '51', name: 'Nguyễn Thị An', email: 'an@quangngai.example' }
const now = new Date('2026-11-22T02:00:00Z')

test('an empty database becomes a real province whose first administrator can choose a password', async () => {
  const link = await db.transaction().execute((tx) => foundIn(tx, founding, 'http://localhost:3000', now))
  const communes = await db
    .selectFrom('organisations.unit_version')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('province_id', '=', 51)
    .where('level', '=', 'commune')
    .executeTakeFirstOrThrow()
  expect(Number(communes.n)).toBe(96)
  const visitor = testWeb(db).visitor()
  const page = await visitor.get(link?.replace('http://localhost:3000', '') ?? '')
  expect(page.status).toBe(200)
  expect(page.text).toContain('an@quangngai.example')
})

test('founding twice changes nothing', async () => {
  const again = await db.transaction().execute((tx) => foundIn(tx, founding, 'http://localhost:3000', now))
  expect(again).toBeNull()
})

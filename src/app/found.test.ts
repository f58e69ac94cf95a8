import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { testWeb } from '../../test/web.ts'
import { nationalCutoffs } from '../lib/calendar/cutoffs.data.ts'
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
  const rules = await db
    .selectFrom('reporting.cutoff_set as s')
    .innerJoin('reporting.cutoff_rule as r', (j) =>
      j.onRef('r.province_id', '=', 's.province_id').onRef('r.set_id', '=', 's.id'),
    )
    .select(['s.code', 's.unverified', 'r.period_kind'])
    .where('s.province_id', '=', 51)
    .execute()
  expect(new Set(rules.map((r) => r.code))).toEqual(new Set(nationalCutoffs.map((c) => c.regime)))
  expect(rules).toHaveLength(nationalCutoffs.length)
  expect(rules.every((r) => r.unverified)).toBe(true)
  const visitor = testWeb(db).visitor()
  const page = await visitor.get(link?.replace('http://localhost:3000', '') ?? '')
  expect(page.status).toBe(200)
  expect(page.text).toContain('an@quangngai.example')
})

test('founding twice changes nothing', async () => {
  const again = await db.transaction().execute((tx) => foundIn(tx, founding, 'http://localhost:3000', now))
  expect(again).toBeNull()
})

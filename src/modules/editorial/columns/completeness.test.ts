import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { readSheet } from '../../../lib/sheets/read-sheet.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { base, now, writtenItem } from '../editorial.fixtures.ts'
import { forcePublish } from '../items/forcing.ts'
import { addOutlet } from '../press/outlets.ts'
import { episodeState } from './column.ts'
import { countEpisodes, selectEpisodes } from './columns.sql.ts'
import { beginColumn, changeEpisode } from './columns.ts'
import { quarterAsked } from './completeness.ts'

let db: Db
let close: () => Promise<void>
let world: World
let columnId: number
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  columnId = await db.transaction().execute(async (tx) => {
    const ngoc = actorOf(world.ngoc)
    const face = { unitId: null, email: null, webAddress: null, editions: [] }
    const outletId = await addOutlet(tx, ngoc, { kind: 'broadcaster', name: 'Đài An Hòa', ...face }, now)
    const column = { vi: 'Cải cách mỗi tuần', en: '', aboutVi: '', unitId: world.units.bao, outletId }
    const plan = { cadence: 'weekly' as const, onDay: 1, starts: '2026-09-14', ends: null }
    return beginColumn(tx, ngoc, { ...column, ...plan }, now)
  })
})
afterAll(() => close())

const fourth = { from: '2026-10-01', to: '2026-12-31' }

test('a column’s quarter is counted as its episodes stand one by one, and shown with what is missing', async () => {
  const all = await selectEpisodes(db, 1, { columnId, ...fourth })
  await db.transaction().execute(async (tx) => {
    const put = (n: number, set: { address?: string; excuse?: string }) =>
      changeEpisode(
        tx,
        actorOf(world.ngoc),
        all[n]?.id ?? 0,
        { topic: '', itemId: null, address: set.address ?? null, excuse: set.excuse ?? null },
        now,
      )
    for (const n of [0, 1, 2]) await put(n, { address: `https://dai.anhoa.invalid/${n}` })
    await put(3, { excuse: 'Nghỉ lễ' })
    // Out before its day.
    await put(9, { address: 'https://dai.anhoa.invalid/9' })
  })
  const [kept, ...more] = await countEpisodes(db, 1, fourth, '2026-11-22')
  expect(more).toEqual([])
  // Mondays from 5/10 to 16/11 are seven days that have come.
  expect(kept).toEqual({ columnId, due: 8, out: 4, missed: 3, excused: 1, unaddressed: 0 })
  const after = await selectEpisodes(db, 1, { columnId, ...fourth })
  const states = after.map((e) => episodeState(e, '2026-11-22'))
  expect(states.filter((s) => s === 'out')).toHaveLength(4)
  expect(states.filter((s) => s === 'missed')).toHaveLength(3)
  const third = await countEpisodes(db, 1, { from: '2026-07-01', to: '2026-09-30' }, '2026-11-22')
  expect(third).toEqual([{ columnId, due: 3, out: 0, missed: 3, excused: 0, unaddressed: 0 }])
  const web = testWeb(db)
  web.clock.now = now
  const ngoc = await web.signedIn(world.ngoc)
  expect((await ngoc.get('/desk/columns')).text).toContain('50 % 4/8 kỳ, 3 lỡ, 1 nghỉ có lý do')
  expect((await ngoc.get('/desk/columns?quarter=2026-Q3')).text).toContain('0 % 0/3 kỳ, 3 lỡ')
  expect((await ngoc.get('/desk/columns?quarter=2027-Q2')).text).toContain('Chưa có kỳ nào')
})

test('an episode out in an outlet without its address is told of', async () => {
  const [first] = await selectEpisodes(db, 1, { columnId, from: '2026-09-14', to: '2026-09-14' })
  await db.transaction().execute(async (tx) => {
    const itemId = await writtenItem(tx, world, actorOf(world.thu))
    const reason = { reason: 'Cần đăng ngay để kịp hội nghị sáng nay' }
    await forcePublish(tx, actorOf(world.hung), itemId, reason, base, now)
    const input = { topic: '', itemId, address: null, excuse: null }
    await changeEpisode(tx, actorOf(world.ngoc), first?.id ?? 0, input, now)
  })
  const [kept] = await countEpisodes(db, 1, { from: '2026-09-01', to: '2026-09-30' }, '2026-11-22')
  expect(kept).toMatchObject({ due: 3, out: 1, missed: 2, unaddressed: 1 })
})

test('the quarter is taken away as a table, and a strange one is that of today', async () => {
  const web = testWeb(db)
  web.clock.now = now
  const ngoc = await web.signedIn(world.ngoc)
  const file = await ngoc.get('/desk/columns/completeness.xlsx?quarter=2026-Q4')
  const sheet = await readSheet(file.bytes, { name: 'a.xlsx' })
  const rows = sheet.ok ? sheet.sheet.rows.map((r) => r.cells) : []
  expect(rows[0]?.[0]).toBe('Chuyên mục')
  expect(rows[1]?.[0]).toBe('Cải cách mỗi tuần')
  expect(rows[1]?.slice(4)).toEqual([8, 4, 3, 1, 0, 50])
  expect(quarterAsked('2026-13', '2026-11-22')).toEqual({ kind: 'quarter', year: 2026, number: 4 })
  expect(quarterAsked('2025-Q1', '2026-11-22')).toEqual({ kind: 'quarter', year: 2025, number: 1 })
})

test('episodes of one day come in one order, whatever was touched last', () =>
  inRolledBack(db, async (tx) => {
    const column = {
      vi: 'Cải cách nơi vùng cao',
      en: '',
      aboutVi: '',
      unitId: world.units.bao,
      outletId: null,
    }
    const plan = { cadence: 'weekly' as const, onDay: 1, starts: '2026-09-14', ends: null }
    const second = await beginColumn(tx, actorOf(world.ngoc), { ...column, ...plan }, now)
    const order = async () => (await selectEpisodes(tx, 1, fourth)).map((e) => [e.day, e.columnId])
    const before = await order()
    expect(before.slice(0, 2)).toEqual([
      ['2026-10-05', columnId],
      ['2026-10-05', second],
    ])
    await tx
      .updateTable('editorial.episode')
      .set({ topic: 'Đã sửa' })
      .where('column_id', '=', columnId)
      .execute()
    expect(await order()).toEqual(before)
  }))

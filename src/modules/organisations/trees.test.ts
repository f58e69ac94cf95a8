import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../test/database.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import { type Db, openDb } from '../../lib/db/db.ts'
import { ancestorsOf, subtreeOf } from './history.ts'
import { treeRevision } from './organisations.sql.ts'
import { unitAsOf, unitsAsOf } from './organisations.ts'
import { ancestorsIn, subtreeIn, treeOn } from './trees.ts'

let db: Db
/** The pool of another process: what is kept in memory is kept for each. */
let other: Db
let close: () => Promise<void>
let world: World
const today = '2026-11-22'

beforeAll(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  other = openDb(fresh.url, 2)
  close = async () => {
    await other.destroy()
    await fresh.close()
  }
  world = await makeWorld(db)
})
afterAll(() => close())
beforeEach(async () => {
  for (const each of [db, other]) await unitsAsOf(each, 1, today)
})

function rename(name: string, on: Pick<Db, 'updateTable'> = db): Promise<unknown> {
  return on
    .updateTable('organisations.unit_version')
    .set({ name })
    .where('province_id', '=', 1)
    .where('unit_id', '=', world.units.taiChinh)
    .execute()
}

test('a tree that did not change is not read again', async () => {
  expect(await unitsAsOf(db, 1, today)).toBe(await unitsAsOf(db, 1, today))
})

test('a change made by one process is seen by the next question of another', async () => {
  for (const name of ['Sở Tài chính – Kế hoạch', 'Sở Tài chính']) {
    await rename(name)
    expect((await unitAsOf(other, 1, world.units.taiChinh, today))?.name).toBe(name)
    expect((await unitAsOf(db, 1, world.units.taiChinh, today))?.name).toBe(name)
  }
})

test('a change is seen inside its transaction, and by nobody when it is taken back', async () => {
  await inRolledBack(db, async (tx) => {
    await rename('Sở không bao giờ có', tx)
    expect((await unitAsOf(tx, 1, world.units.taiChinh, today))?.name).toBe('Sở không bao giờ có')
  })
  await rename('Sở Tài chính')
  expect((await unitAsOf(db, 1, world.units.taiChinh, today))?.name).toBe('Sở Tài chính')
})

test('every way of changing the tree raises its revision, and only its own province’s', async () => {
  const before = await treeRevision(db, 1)
  const elsewhere = await treeRevision(db, 2)
  const unit = await db
    .insertInto('organisations.unit')
    .values({ province_id: 1, code: 'tam', valid_from: '2026-01-01' })
    .returning('id')
    .executeTakeFirstOrThrow()
  expect(await treeRevision(db, 1)).toBe(before + 1)
  const its = db.updateTable('organisations.unit').where('province_id', '=', 1).where('id', '=', unit.id)
  await its.set({ valid_to: '2026-02-01' }).execute()
  expect(await treeRevision(db, 1)).toBe(before + 2)
  await db.deleteFrom('organisations.unit').where('id', '=', unit.id).execute()
  expect(await treeRevision(db, 1)).toBe(before + 3)
  await db
    .updateTable('organisations.change')
    .set({ unverified: true })
    .where('province_id', '=', 1)
    .execute()
  expect((await unitAsOf(other, 1, world.units.taiChinh, today))?.unverified).toBe(true)
  expect(await treeRevision(db, 2)).toBe(elsewhere)
})

test('ways through the tree are those of the history', async () => {
  const tree = await treeOn(db, 1, today)
  for (const { id } of tree.rows) {
    expect(subtreeIn(tree, id)).toEqual(subtreeOf(tree.rows, id))
    expect(ancestorsIn(tree, id)).toEqual(ancestorsOf(tree.rows, id))
  }
  expect(subtreeIn(tree, 999_999)).toEqual([])
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../test/database.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import { type Db, type DbOrTx, openDb } from '../../lib/db/db.ts'
import { issuedPlan } from './assignments.fixtures.ts'
import { giveTasks } from './assignments.giving.ts'
import { deleteMarks, selectBoardFacts, selectLabel, talliesByPlanAndUnit, tally } from './tallies.sql.ts'
import { planTallies, provinceTallies } from './tallies.ts'

let db: Db
/** The pool of another process: what is kept in memory is kept for each. */
let other: Db
let close: () => Promise<void>
let world: World
let planId: number
const today = '2026-07-01'

beforeAll(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  other = openDb(fresh.url, 2)
  close = async () => {
    await other.destroy()
    await fresh.close()
  }
  world = await makeWorld(db)
  await db.transaction().execute(async (tx) => {
    planId = (await issuedPlan(tx, world)).planId
    const program = { provinceId: 1, accountId: null, name: 'Chung Tay' }
    await giveTasks(tx, program, planId, new Date('2026-05-20T02:00:00Z'))
  })
})
afterAll(() => close())

async function boardOf(asked: DbOrTx, unitIds?: readonly number[]) {
  const { label } = await selectBoardFacts(asked, 1, planId)
  return planTallies(asked, 1, 'unit', { planId, unitIds, label }, today)
}

function work(on: Pick<Db, 'updateTable'> = db) {
  return on.updateTable('assignments.assignment').where('province_id', '=', 1).where('plan_id', '=', planId)
}

test('counts are kept while no work of the plan changes', async () => {
  expect(await boardOf(db)).toBe(await boardOf(db))
  expect(await provinceTallies(db, 1, undefined, today)).toBe(await provinceTallies(db, 1, undefined, today))
})

test('work changed by one process is counted by the next question of another', async () => {
  for (const state of ['in_progress', 'verified', 'withdrawn', 'assigned']) {
    await boardOf(other)
    await work().set({ state }).where('unit_id', '=', world.units.noiVu).execute()
    for (const each of [other, db]) {
      expect(await boardOf(each)).toEqual(await tally(db, 1, 'unit', { planId }, today))
      expect(await provinceTallies(each, 1, undefined, today)).toEqual(
        await talliesByPlanAndUnit(db, 1, {}, today),
      )
    }
  }
})

test('a change that is not committed yet is nobody’s, and has its turn when it is', async () => {
  const early = await db.startTransaction().execute()
  await work(early).set({ state: 'verified' }).execute()
  await work(other).set({ progress: 10 }).where('unit_id', '=', world.units.ubnd).execute()
  const before = await boardOf(db)
  await early.commit().execute()
  const after = await boardOf(db)
  expect(after).not.toEqual(before)
  expect(after).toEqual(await tally(db, 1, 'unit', { planId }, today))
  await inRolledBack(db, async (tx) => {
    await work(tx).set({ state: 'assigned' }).execute()
    expect(await boardOf(tx)).toEqual(await tally(tx, 1, 'unit', { planId }, today))
  })
  expect(await boardOf(db)).toEqual(after)
})

test('who reaches a part of the province gets the counts of that part', async () => {
  await boardOf(db)
  const part = await boardOf(db, [world.units.noiVu])
  expect(part.map((t) => t.key)).toEqual([world.units.noiVu])
  expect(await boardOf(db, [])).toEqual([])
})

test('two who change work of one plan do not wait for each other', async () => {
  const { rows } = await sql<{ id: number }>`select id from assignments.assignment
    where province_id = 1 and plan_id = ${planId} order by id limit 2`.execute(db)
  const [first, second] = [await db.startTransaction().execute(), await db.startTransaction().execute()]
  await work(first)
    .set({ progress: 20 })
    .where('id', '=', rows[0]?.id ?? 0)
    .execute()
  await work(second)
    .set({ progress: 30 })
    .where('id', '=', rows[1]?.id ?? 0)
    .execute()
  await first.commit().execute()
  await second.commit().execute()
})

test('marks of earlier days are cleared away, and what they told is counted anew', async () => {
  const label = await selectLabel(db, 1)
  await db.transaction().execute((tx) => deleteMarks(tx, 1, new Date('2000-01-01T00:00:00Z')))
  expect(await selectLabel(db, 1)).toBe(label)
  await db.transaction().execute((tx) => deleteMarks(tx, 1, new Date(Date.now() + 60_000)))
  expect(await selectLabel(db, 1)).toBe('0 0')
  expect(await boardOf(db)).toEqual(await tally(db, 1, 'unit', { planId }, today))
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { issuedPlan } from '../../assignments/assignments.fixtures.ts'
import { obligationsWhere } from '../reporting.ts'
import { makeObligations } from './making.ts'
import { giveDuty } from './obligations.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const at = (day: string) => new Date(`${day}T03:00:00Z`)
const program = { provinceId: 1, name: 'Chung Tay' }
const make = (tx: Tx, day: string, fromDay?: string) =>
  makeObligations(tx, program, at(day), fromDay ? { fromDay } : {})

async function owedRows(tx: Tx) {
  const { rows } = await obligationsWhere(tx, 1, {})
  return rows.map((r) => [r.period, r.dueDay, r.unitName])
}

test('a quarterly duty is owed by each member of its group, four times a year, and making again changes nothing', async () => {
  await inRolledBack(db, async (tx) => {
    const { communesId } = await issuedPlan(tx, world)
    await giveDuty(tx, world, [{ groupId: communesId }])
    expect(await make(tx, '2026-01-10')).toMatchObject({ made: 8, aligned: 0, ended: 0 })
    expect(await make(tx, '2026-01-10')).toEqual({ made: 0, aligned: 0, ended: 0, handedOn: 0 })
    expect(await owedRows(tx)).toEqual([
      ['2026-Q1', '2026-03-04', 'UBND xã Bình Minh'],
      ['2026-Q1', '2026-03-04', 'UBND phường Tân Lập'],
      ['2026-Q2', '2026-06-04', 'UBND xã Bình Minh'],
      ['2026-Q2', '2026-06-04', 'UBND phường Tân Lập'],
      ['2026-Q3', '2026-09-04', 'UBND xã Bình Minh'],
      ['2026-Q3', '2026-09-04', 'UBND phường Tân Lập'],
      ['2026-Q4', '2026-12-04', 'UBND xã Bình Minh'],
      ['2026-Q4', '2026-12-04', 'UBND phường Tân Lập'],
    ])
  })
})

test('reports that fell due before the duty was confirmed are not demanded after the fact', async () => {
  await inRolledBack(db, async (tx) => {
    await giveDuty(tx, world, [{ unitId: world.units.vanHoa }])
    await make(tx, '2026-06-05')
    expect((await owedRows(tx)).map((r) => r[0])).toEqual(['2026-Q3', '2026-Q4'])
  })
})

test('an exempt unit and one that is named twice', async () => {
  await inRolledBack(db, async (tx) => {
    const { communesId } = await issuedPlan(tx, world)
    const { binhMinh, tanLap } = world.units
    await giveDuty(tx, world, [
      { groupId: communesId },
      { unitId: binhMinh },
      { unitId: tanLap, exempt: true },
    ])
    await make(tx, '2026-01-10')
    expect(new Set((await owedRows(tx)).map((r) => r[2]))).toEqual(new Set(['UBND xã Bình Minh']))
    expect((await owedRows(tx)).length).toBe(4)
  })
})

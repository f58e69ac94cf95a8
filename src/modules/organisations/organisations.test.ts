import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../test/database.ts'
import { makeWorld, type Person, type World } from '../../../test/world.ts'
import type { Actor } from '../../lib/actor.ts'
import { addDays } from '../../lib/calendar/day.ts'
import type { Db, Tx } from '../../lib/db/db.ts'
import { Refusal } from '../../lib/errors.ts'
import { estateOf } from './estate.sql.ts'
import { viewOn } from './history.ts'
import { noBasis, type UnitFacts } from './organisation.ts'
import {
  appointHead,
  assignFunction,
  carryOut,
  closeUnit,
  createUnit,
  foresee,
  mergeUnits,
  moveUnit,
  type Proposal,
  renameUnit,
  splitUnit,
  transferFunction,
} from './organisations.changes.ts'
import {
  ancestors,
  holderOf,
  membersOfGroup,
  predecessorsOf,
  subtreeIds,
  successorsOf,
  unitAsOf,
  unitsAsOf,
} from './organisations.ts'
import { planStep, step } from './planning.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
const now = new Date('2026-11-22T02:00:00Z')
const day = '2026-03-01'
const basis = { ...noBasis, symbol: '01/QĐ-UBND', day: '2026-02-20', issuer: 'UBND tỉnh An Hòa' }

beforeAll(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
  world = await makeWorld(db)
})
afterAll(() => close())

function actorOf(person: Person): Actor {
  const { provinceId, accountId, name, role, unitId } = person
  return { provinceId, accountId, name, locale: 'vi', grants: [{ role, unitId }], reach: 'province' }
}

function as(person: Person, body: (tx: Tx, actor: Actor) => Promise<void>): Promise<void> {
  return inRolledBack(db, (tx) => body(tx, actorOf(person)))
}

function unitFacts(name: string, more: Partial<UnitFacts> = {}): UnitFacts {
  const none = { shortName: null, areaId: null, headTitle: null, headName: null, phone: null, email: null }
  return {
    ...none,
    name,
    type: 'department',
    level: 'province',
    parentId: world.units.ubnd,
    position: 0,
    invited: false,
    ...more,
  }
}

describe('a change of the organisation', () => {
  test('renames from its day on; the day before still reads the old name', () =>
    as(world.quan, async (tx, quan) => {
      const unitId = world.units.vanHoa
      const name = 'Sở Văn hóa và Thể thao'
      await carryOut(tx, quan, renameUnit({ day, basis, unitId, name, shortName: null }), now)
      expect((await unitAsOf(tx, 1, unitId, '2026-02-28'))?.name).toBe('Sở Văn hóa, Thể thao và Du lịch')
      expect((await unitAsOf(tx, 1, unitId, day))?.name).toBe(name)
    }))

  test('is written into the audit log with what was before and what it does', () =>
    as(world.lan, async (tx, lan) => {
      const unitId = world.units.noiVu
      await carryOut(
        tx,
        lan,
        appointHead({ day, basis, unitId, headTitle: 'Giám đốc', headName: 'Lê A' }),
        now,
      )
      const entry = await tx
        .selectFrom('audit.entry')
        .selectAll()
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
      expect(entry).toMatchObject({ verb: 'organisation.appoint_head', subject_id: String(unitId) })
      expect(entry.after).toMatchObject({ day, basis: { symbol: '01/QĐ-UBND' } })
    }))

  test('is foreseen without being made', () =>
    as(world.quan, async (tx) => {
      const moving = moveUnit({ day, basis, unitId: world.units.bao, parentId: world.units.vanHoa })
      const name = 'Báo và phát thanh, truyền hình An Hòa'
      expect(await foresee(tx, 1, moving)).toEqual([
        { kind: 'moved', unit: name, other: 'Sở Văn hóa, Thể thao và Du lịch' },
      ])
      expect((await unitAsOf(tx, 1, world.units.bao, day))?.parentId).toBe(world.units.ubnd)
    }))

  test('merges two units into a new one that takes children and functions', () =>
    as(world.quan, async (tx, quan) => {
      await defineFunction(tx, 'lead_par_communication')
      const held = { functionCode: 'lead_par_communication', programme: '', sole: true }
      await carryOut(
        tx,
        quan,
        assignFunction({ day: '2026-01-01', basis, ...held, unitId: world.units.noiVu }),
        now,
      )
      const child = await carryOut(
        tx,
        quan,
        createUnit({
          day: '2026-01-01',
          basis,
          unit: { code: 'c', facts: unitFacts('Trung tâm', { parentId: world.units.noiVu }) },
        }),
        now,
      )
      const merging = mergeUnits({
        day,
        basis,
        predecessors: [world.units.noiVu, world.units.taiChinh],
        into: { unit: { code: 'so-nv-tc', facts: unitFacts('Sở Nội vụ và Tài chính') } },
      })
      const heir = await carryOut(tx, quan, merging, now)
      expect(await unitAsOf(tx, 1, world.units.noiVu, day)).toBeNull()
      expect((await unitAsOf(tx, 1, child, day))?.parentId).toBe(heir)
      expect((await holderOf(tx, 1, 'lead_par_communication', '2026-02-28'))?.id).toBe(world.units.noiVu)
      expect((await holderOf(tx, 1, 'lead_par_communication', day))?.id).toBe(heir)
      expect(
        (await successorsOf(tx, 1, world.units.taiChinh, '2026-01-01', day)).map((h) => h.unitId),
      ).toEqual([heir])
      const origins = await predecessorsOf(tx, 1, heir, '2026-01-01', day)
      expect(origins.map((h) => h.unitId)).toEqual([world.units.noiVu, world.units.taiChinh])
    }))

  test('splits a unit that ends', () =>
    as(world.quan, async (tx, quan) => {
      const parts = ['Sở Văn hóa', 'Sở Du lịch'].map((name, i) => ({
        into: { unit: { code: `p${i}`, facts: unitFacts(name) } },
        share: 0.5,
      }))
      await carryOut(
        tx,
        quan,
        splitUnit({ day, basis, unitId: world.units.vanHoa, parts, keeps: false }),
        now,
      )
      expect((await unitsAsOf(tx, 1, day)).map((r) => r.name)).toEqual(
        expect.arrayContaining(['Sở Văn hóa', 'Sở Du lịch']),
      )
      expect(await successorsOf(tx, 1, world.units.vanHoa, '2026-01-01', day)).toHaveLength(2)
    }))

  test('hands a function to another unit; the programme’s own holder comes first', () =>
    as(world.quan, async (tx, quan) => {
      await defineFunction(tx, 'manages_press')
      const held = { functionCode: 'manages_press', programme: '', sole: true }
      await carryOut(
        tx,
        quan,
        assignFunction({ day: '2026-01-01', basis, ...held, unitId: world.units.noiVu }),
        now,
      )
      const own = { ...held, programme: 'par', unitId: world.units.vpub }
      await carryOut(tx, quan, assignFunction({ day: '2026-01-01', basis, ...own }), now)
      const moving = { day, basis, ...held, unitId: world.units.vanHoa, fromUnitId: world.units.noiVu }
      await carryOut(tx, quan, transferFunction(moving), now)
      expect((await holderOf(tx, 1, 'manages_press', '2026-02-28'))?.id).toBe(world.units.noiVu)
      expect((await holderOf(tx, 1, 'manages_press', day))?.id).toBe(world.units.vanHoa)
      expect((await holderOf(tx, 1, 'manages_press', day, 'par'))?.id).toBe(world.units.vpub)
      const heirs = await successorsOf(tx, 1, world.units.noiVu, '2026-01-01', day)
      expect(heirs.map((h) => h.kind).toSorted()).toEqual(['same', 'transfer_function'])
    }))

  test('is refused to those who do not organise', () =>
    as(world.thu, async (tx, thu) => {
      const closing = closeUnit({ day, basis, unitId: world.units.bao })
      await expect(carryOut(tx, thu, closing, now)).rejects.toThrow('Only an administrator')
    }))

  test('is refused while children are open', () =>
    as(world.quan, async (tx, quan) => {
      const closing = closeUnit({ day, basis, unitId: world.units.ubnd })
      await expect(carryOut(tx, quan, closing, now)).rejects.toThrow('still open')
    }))

  test('never reaches another province', () =>
    as(world.xa, async (tx, xa) => {
      const unitId = world.units.noiVu
      const renaming = renameUnit({ day, basis, unitId, name: 'X', shortName: null })
      await expect(carryOut(tx, xa, renaming, now)).rejects.toThrow('no such unit')
      expect(await unitAsOf(tx, 2, unitId, day)).toBeNull()
    }))
})

async function defineFunction(tx: Tx, code: string): Promise<void> {
  await tx.insertInto('organisations.unit_function').values({ province_id: 1, code, name: code }).execute()
}

describe('questions about a day', () => {
  test('a subtree holds the unit and all below it; ancestors go up to the root', async () => {
    const below = await subtreeIds(db, 1, world.units.binhMinh, day)
    expect([...below]).toEqual([world.units.binhMinh, world.units.binhMinhVanHoa])
    expect((await ancestors(db, 1, world.units.binhMinhVanHoa, day)).map((r) => r.id)).toEqual([
      world.units.binhMinh,
      world.units.ubnd,
    ])
  })

  test('a day before the units began has none', async () => {
    expect(await unitsAsOf(db, 1, '2020-01-01')).toEqual([])
    expect(await membersOfGroup(db, 1, 1, '2020-01-01')).toEqual([])
  })
})

describe('any sequence of changes in the database', () => {
  test('leaves every earlier day as it read, and reads as it was planned', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), (steps) =>
        as(world.quan, async (tx, quan) => {
          await tx
            .insertInto('organisations.unit_function')
            .values({ province_id: 1, code: 'f', name: 'f' })
            .execute()
          for (const s of steps) {
            const on = addDays('2025-07-01', s.day)
            const earlier = ['2025-06-30', addDays(on, -1), addDays(on, -30)].filter((d) => d < on)
            const before = await Promise.all(earlier.map((d) => unitsAsOf(tx, 1, d)))
            try {
              const plan: Proposal['plan'] = (estate, change) => planStep(estate, change, s)
              await carryOut(
                tx,
                quan,
                { kind: 'alter', about: 'unit', subject: null, day: on, basis, plan },
                now,
              )
            } catch (refusal) {
              if (!(refusal instanceof Refusal)) throw refusal
              continue
            }
            expect(await Promise.all(earlier.map((d) => unitsAsOf(tx, 1, d)))).toEqual(before)
            const { history } = await estateOf(tx, 1)
            expect(await unitsAsOf(tx, 1, on)).toEqual(viewOn(history, on))
          }
        }),
      ),
      { numRuns: 15 },
    )
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { figureValue } from '../report.ts'
import { did, owes, reportDuty } from '../reporting.fixtures.ts'
import { selectFigures } from '../writing/content.sql.ts'
import { acceptReport, submitReport } from '../writing/life.ts'
import { openReport } from '../writing/opening.ts'
import { selectVersions } from '../writing/versions.sql.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const now = new Date('2026-06-02T02:00:00Z')

/** A consolidated report of the province's office, owed by two communes below. */
async function province(tx: Tx) {
  const { units } = world
  const down = await reportDuty(tx, world)
  const up = await reportDuty(tx, world, { viaUnitId: null })
  const parent = await owes(tx, world, up.dutyId, units.ubnd)
  const binhMinh = await owes(tx, world, down.dutyId, units.binhMinh, { parentId: parent })
  const tanLap = await owes(tx, world, down.dutyId, units.tanLap, { parentId: parent })
  await did(tx, world, units.binhMinh, '2026-04-10', { figures: { people: 120 } })
  await did(tx, world, units.binhMinh, '2026-04-12', { figures: { people: 30 } })
  await did(tx, world, units.tanLap, '2026-05-02', { figures: { people: 200 }, form: 'conference' })
  await did(tx, world, units.vpub, '2026-05-04', { figures: { people: 7 } })
  return { parent, binhMinh, tanLap }
}

const value = async (tx: Tx, reportId: number, code: string, row = '') => {
  const [version] = await selectVersions(tx, world.provinceId, reportId)
  const figures = await selectFigures(tx, world.provinceId, version?.id ?? 0)
  const found = figures.find((f) => f.figureCode === code && f.rowCode === row)
  return found ? figureValue(found) : null
}
const nothing = { note: null, nilReason: null }

describe('a consolidated report', () => {
  it('adds what accepted reports of its units have to what its own unit did, each activity once', () =>
    inRolledBack(db, async (tx) => {
      const owed = await province(tx)
      const [minh, tam] = [actorOf(world.minh), actorOf(world.tam)]
      const lan = actorOf(world.lan)
      const first = await openReport(tx, minh, owed.binhMinh, now)
      await submitReport(tx, minh, first, nothing, now)
      await acceptReport(tx, lan, first, { note: null }, now)
      const second = await openReport(tx, tam, owed.tanLap, now)
      await submitReport(tx, tam, second, nothing, now)
      const head = {
        ...actorOf(world.lan),
        grants: [{ role: 'agency_head' as const, unitId: world.units.ubnd }],
      }
      const parent = await openReport(tx, head, owed.parent, now)
      expect(await value(tx, parent, 'people')).toBe(157)
      expect(await value(tx, parent, 'activities')).toBe(3)
    }))
})

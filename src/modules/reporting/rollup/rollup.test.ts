import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { figureValue } from '../report.ts'
import { selectFigures } from '../writing/content.sql.ts'
import { selectVersions } from '../writing/versions.sql.ts'
import { consolidatedReport } from './rollup.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const value = async (tx: Tx, reportId: number, code: string, row = '') => {
  const [version] = await selectVersions(tx, world.provinceId, reportId)
  const figures = await selectFigures(tx, world.provinceId, version?.id ?? 0)
  const found = figures.find((f) => f.figureCode === code && f.rowCode === row)
  return found ? figureValue(found) : null
}

describe('a consolidated report', () => {
  it('adds what accepted reports of its units have to what its own unit did, each activity once', () =>
    inRolledBack(db, async (tx) => {
      const { parent } = await consolidatedReport(tx, world)
      expect(await value(tx, parent, 'people')).toBe(157)
      expect(await value(tx, parent, 'activities')).toBe(3)
    }))
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Actor } from '../../../lib/actor.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { figureValue } from '../report.ts'
import { did } from '../reporting.fixtures.ts'
import { selectFigures, selectNarratives } from '../writing/content.sql.ts'
import { saveSection } from '../writing/editing.ts'
import { acceptReport, correctReport, submitReport } from '../writing/life.ts'
import { selectFile } from '../writing/reports.sql.ts'
import { selectVersions } from '../writing/versions.sql.ts'
import { consolidationOf } from './consolidation.ts'
import { figureChain } from './figure-chain.ts'
import { gatherReports, passagesOf, settleConsolidated, takePassages } from './gathering.ts'
import { chief, consolidatedReport, handedInAs, reportDay } from './rollup.fixtures.ts'

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

describe('gathering the reports of units', () => {
  it('takes reports that are not accepted yet only when asked to', () =>
    inRolledBack(db, async (tx) => {
      const { parent } = await consolidatedReport(tx, world)
      expect(await gatherReports(tx, chief(world), parent, 'submitted', reportDay)).toBe(2)
      expect(await value(tx, parent, 'people')).toBe(357)
      expect(await gatherReports(tx, chief(world), parent, 'accepted', reportDay)).toBe(1)
      expect(await value(tx, parent, 'people')).toBe(157)
    }))

  it('shows what a unit corrected since, and takes it only when the officer does', () =>
    inRolledBack(db, async (tx) => {
      const { parent, first } = await consolidatedReport(tx, world)
      const minh = actorOf(world.minh)
      await correctReport(tx, minh, first, { reason: 'Bổ sung hoạt động còn sót' }, reportDay)
      await did(tx, world, world.units.binhMinh, '2026-05-20', { figures: { people: 50 } })
      await submitReport(tx, minh, first, handedInAs, reportDay)
      const seen = () => consolidationOf(tx, chief(world), parent, 'vi', reportDay)
      // Handed in anew and not accepted yet: the accepted one stays.
      await gatherReports(tx, chief(world), parent, 'accepted', reportDay)
      expect(await value(tx, parent, 'people')).toBe(157)
      await acceptReport(tx, actorOf(world.lan), first, { note: null }, reportDay)
      const { coverage, parts } = await seen()
      expect(coverage).toMatchObject({ expected: 2, received: 2, taken: 1, changed: 1 })
      const moved = parts.flatMap((p) => p.moved).filter((m) => m.figureCode === 'people')
      expect(moved).toMatchObject([{ before: 150, now: 200 }])
      await gatherReports(tx, chief(world), parent, 'accepted', reportDay)
      expect(await value(tx, parent, 'people')).toBe(207)
      expect((await seen()).coverage.changed).toBe(0)
    }))

  it('merges words by unit, keeps what the officer wrote, and proposes what a unit rewrote', () =>
    inRolledBack(db, async (tx) => {
      const { parent, first } = await consolidatedReport(tx, world)
      const minh = actorOf(world.minh)
      const boss = chief(world)
      const words = async () => {
        const { content } = await consolidationOf(tx, boss, parent, 'vi', reportDay)
        return content.sections.find((s) => s.definition.code === 'next')?.narrative
      }
      await correctReport(tx, minh, first, { reason: 'Viết lại phương hướng kỳ sau' }, reportDay)
      await say(tx, minh, first, 'next', 'Mở thêm 5 điểm niêm yết tại nhà văn hóa thôn.')
      await submitReport(tx, minh, first, handedInAs, reportDay)
      await acceptReport(tx, actorOf(world.lan), first, { note: null }, reportDay)
      await gatherReports(tx, boss, parent, 'accepted', reportDay)
      await takeAll(tx, boss, parent, 'next', 'anew')
      expect((await words())?.text).toBe('- UBND xã Bình Minh: Mở thêm 5 điểm niêm yết tại nhà văn hóa thôn.')
      await say(tx, boss, parent, 'next', `Trọng tâm:\n${(await words())?.text}`)
      await correctReport(tx, minh, first, { reason: 'Sửa lại số điểm niêm yết' }, reportDay)
      await say(tx, minh, first, 'next', 'Mở thêm 7 điểm niêm yết tại nhà văn hóa thôn.')
      await submitReport(tx, minh, first, handedInAs, reportDay)
      await acceptReport(tx, actorOf(world.lan), first, { note: null }, reportDay)
      await gatherReports(tx, boss, parent, 'accepted', reportDay)
      expect((await words())?.text).toContain('Trọng tâm:\n- UBND xã Bình Minh: Mở thêm 5 điểm')
      const { sections } = await consolidationOf(tx, boss, parent, 'vi', reportDay)
      expect(sections.find((s) => s.code === 'next')).toMatchObject({ told: 1, edited: 1 })
      await takeAll(tx, boss, parent, 'next', 'add')
      expect((await words())?.text).toBe(
        'Trọng tâm:\n- UBND xã Bình Minh: Mở thêm 7 điểm niêm yết tại nhà văn hóa thôn.',
      )
    }))

  it('makes accepted reports consolidated once the report above is handed in', () =>
    inRolledBack(db, async (tx) => {
      const { parent, first, second } = await consolidatedReport(tx, world)
      await submitReport(tx, chief(world), parent, handedInAs, reportDay)
      const [version] = await selectVersions(tx, 1, parent)
      await settleConsolidated(tx, 1, version?.id ?? 0, reportDay)
      await settleConsolidated(tx, 1, version?.id ?? 0, reportDay)
      const state = async (id: number) => (await selectFile(tx, 1, id))?.report.state
      expect([await state(first), await state(second)]).toEqual(['consolidated', 'submitted'])
    }))
})

async function say(tx: Tx, actor: Actor, reportId: number, sectionCode: string, text: string) {
  const [version] = await selectVersions(tx, 1, reportId)
  const before = (await selectNarratives(tx, 1, version?.id ?? 0)).find((n) => n.sectionCode === sectionCode)
  await saveSection(tx, actor, reportId, sectionCode, { text, revision: before?.revision ?? 0 }, reportDay)
}

async function takeAll(tx: Tx, actor: Actor, reportId: number, sectionCode: string, how: 'anew' | 'add') {
  const { file, content } = await consolidationOf(tx, actor, reportId, 'vi', reportDay)
  const passages = await passagesOf(tx, file, content.version.id, sectionCode)
  const revision = content.sections.find((s) => s.definition.code === sectionCode)?.narrative?.revision ?? 0
  const childVersionIds = passages.map((p) => p.childVersionId)
  await takePassages(tx, actor, reportId, { sectionCode, childVersionIds, how, revision }, reportDay)
}

describe('the chain behind a figure', () => {
  it('opens to units, their versions, activities and evidence, and adds up on every level', () =>
    inRolledBack(db, async (tx) => {
      const { parent, first } = await consolidatedReport(tx, world)
      const asked = { code: 'people', rowCode: '', number: null }
      const top = await figureChain(tx, chief(world), parent, asked, reportDay)
      expect(top.own).toBe(7)
      const units = top.parts.map((p) => [p.unit, p.value, p.takenNumber])
      expect(units).toEqual([
        ['UBND phường Tân Lập', null, null],
        ['UBND xã Bình Minh', 150, 1],
      ])
      expect(top.value.computed).toBe(157)
      const leaf = await figureChain(tx, actorOf(world.minh), first, asked, reportDay)
      expect(leaf.activities.map((a) => a.amount)).toEqual([120, 30])
      expect(leaf.own).toBe(leaf.value.computed)
      expect(leaf.activities[0]?.evidence[0]?.url).toContain('https://')
      expect(leaf.above.map((r) => r.unit)).toEqual(['UBND tỉnh An Hòa'])
      const row = { code: 'form_people', rowCode: 'leaflet', number: null }
      const cell = await figureChain(tx, chief(world), parent, row, reportDay)
      expect([cell.own, cell.value.computed]).toEqual([0, 30])
    }))
})

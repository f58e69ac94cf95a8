import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { Refusal } from '../../../lib/errors.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { figureValue } from '../report.ts'
import { did, owes, reportDuty } from '../reporting.fixtures.ts'
import { writeNarrative } from './content.sql.ts'
import { versionContent } from './content.ts'
import { acceptReport, correctReport, returnReport, submitReport } from './life.ts'
import { fileOf, openReport, refreshOpen } from './opening.ts'
import { selectVersions } from './versions.sql.ts'

const now = new Date('2026-06-03T02:00:00Z')
let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

/** A report that UBND xã Bình Minh owes for the second quarter. */
function withDuty(body: (tx: Tx, obligationId: number, dutyId: number) => Promise<void>): Promise<void> {
  return inRolledBack(db, async (tx) => {
    const { dutyId } = await reportDuty(tx, world)
    await body(tx, await owes(tx, world, dutyId, world.units.binhMinh), dutyId)
  })
}

async function figuresOf(tx: Tx, reportId: number): Promise<Record<string, number | null>> {
  const [version] = await selectVersions(tx, 1, reportId)
  const content = await versionContent(tx, 1, version?.id ?? 0)
  const all = content.sections.flatMap((s) => [...s.figures, ...s.rows.flatMap((r) => r.values)])
  return Object.fromEntries(
    all.map((f) => [`${f.figureCode}${f.rowCode && `.${f.rowCode}`}`, figureValue(f)]),
  )
}

const nothing = { note: null, nilReason: null }

describe('opening a report', () => {
  test('it is filled from the activities between the first day and the cut-off, each counted once', () =>
    withDuty(async (tx, obligationId) => {
      const unit = world.units.binhMinh
      await did(tx, world, unit, '2026-03-14')
      await did(tx, world, unit, '2026-03-15', { figures: { people: 120, quantity: 3 }, evidence: 2 })
      await did(tx, world, unit, '2026-06-14', { form: 'social_media', figures: { views: 900 }, evidence: 1 })
      await did(tx, world, unit, '2026-06-15')
      await did(tx, world, world.units.tanLap, '2026-05-01')
      const id = await openReport(tx, actorOf(world.minh), obligationId, now)
      const figures = await figuresOf(tx, id)
      expect(figures).toMatchObject({ activities: 2, people: 120, views: 900 })
      expect(figures).toMatchObject({ 'form_activities.loudspeaker': 1, 'form_evidence.loudspeaker': 2 })
      expect(figures).toMatchObject({ 'form_views.social_media': 900, 'theme_activities.procedures': 2 })
      expect(figures['form_activities.visual']).toBeUndefined()
    }))

  test('units below that do not report themselves are part of it, and so is a unit that is gone', () =>
    withDuty(async (tx, obligationId, dutyId) => {
      await did(tx, world, world.units.binhMinhVanHoa, '2026-05-01')
      const gone = await owes(tx, world, dutyId, world.units.tanLap, { state: 'ended' })
      await did(tx, world, world.units.tanLap, '2026-04-01')
      const link = { province_id: 1, obligation_id: obligationId, origin_id: gone }
      await tx.insertInto('reporting.obligation_origin').values(link).execute()
      const id = await openReport(tx, actorOf(world.minh, [world.units.binhMinhVanHoa]), obligationId, now)
      expect(await figuresOf(tx, id)).toMatchObject({ activities: 2 })
      await owes(tx, world, dutyId, world.units.binhMinhVanHoa)
      await refreshOpen(tx, actorOf(world.minh), id, now)
      expect(await figuresOf(tx, id)).toMatchObject({ activities: 1 })
    }))

  test('opened twice it is one report; strangers open none', () =>
    withDuty(async (tx, obligationId) => {
      const id = await openReport(tx, actorOf(world.minh), obligationId, now)
      expect(await openReport(tx, actorOf(world.binh), obligationId, now)).toBe(id)
      const other = await owes(tx, world, (await fileOf(tx, 1, id)).duty.id, world.units.vanHoa)
      await expect(openReport(tx, actorOf(world.minh), other, now)).rejects.toThrow(Refusal)
    }))
})

describe('the life of a report', () => {
  const long =
    'Ủy ban nhân dân xã đã ban hành kế hoạch tuyên truyền và phân công công chức văn hóa phụ trách từng thôn.'

  test('handed in, returned with reasons, handed in again, accepted, corrected: every version is kept', () =>
    withDuty(async (tx, obligationId) => {
      await did(tx, world, world.units.binhMinh, '2026-05-01', { evidence: 1 })
      const minh = actorOf(world.minh)
      const lan = actorOf(world.lan)
      const id = await openReport(tx, minh, obligationId, now)
      await submitReport(tx, minh, id, nothing, now)
      const first = await fileOf(tx, 1, id)
      expect(first.report).toMatchObject({ state: 'submitted', submittedDay: '2026-06-03', isEmpty: false })
      await expect(acceptReport(tx, minh, id, { note: null }, now)).rejects.toThrow('Only the unit')
      const reasons = {
        reasons: 'Bổ sung nguyên nhân của tồn tại, hạn chế.',
        remarks: { shortcomings: 'Thiếu' },
      }
      await returnReport(tx, lan, id, reasons, now)
      const [working] = await selectVersions(tx, 1, id)
      expect(working).toMatchObject({ number: 2, state: 'working' })
      const change = { text: long, drafted: false, proposed: false, at: now, by: null, byName: 'x' }
      await writeNarrative(tx, 1, working?.id ?? 0, 'budget', 0, change)
      await submitReport(tx, minh, id, nothing, new Date('2026-06-10T02:00:00Z'))
      expect((await fileOf(tx, 1, id)).report.submittedDay).toBe('2026-06-03')
      await acceptReport(tx, lan, id, { note: null }, now)
      await correctReport(tx, minh, id, { reason: 'Số lượt người đã cộng trùng hai lần.' }, now)
      const versions = await selectVersions(tx, 1, id)
      expect(versions.map((v) => v.state)).toEqual(['working', 'submitted', 'superseded'])
      expect(versions[1]?.digest).not.toBe(versions[2]?.digest)
      expect((await fileOf(tx, 1, id)).report).toMatchObject({ state: 'draft', submittedDay: '2026-06-03' })
    }))

  test('on time but empty is named so, and its return begins the count of days anew', () =>
    withDuty(async (tx, obligationId) => {
      const minh = actorOf(world.minh)
      const id = await openReport(tx, minh, obligationId, now)
      const result = await submitReport(tx, minh, id, nothing, now)
      expect(result).toMatchObject({ isEmpty: true, isNil: false })
      await returnReport(
        tx,
        actorOf(world.lan),
        id,
        { reasons: 'Báo cáo không có nội dung.', remarks: {} },
        now,
      )
      await did(tx, world, world.units.binhMinh, '2026-05-01')
      await submitReport(tx, minh, id, nothing, new Date('2026-06-12T02:00:00Z'))
      expect((await fileOf(tx, 1, id)).report).toMatchObject({ submittedDay: '2026-06-12', isEmpty: false })
    }))

  test('"nothing happened" needs a reason and an empty record', () =>
    withDuty(async (tx, obligationId) => {
      const minh = actorOf(world.minh)
      const id = await openReport(tx, minh, obligationId, now)
      const nil = (nilReason: string) => submitReport(tx, minh, id, { note: null, nilReason }, now)
      await expect(nil('Không có')).rejects.toMatchObject({ kind: 'invalid' })
      const reason = 'Trong kỳ xã tập trung khắc phục hậu quả bão số 3 nên chưa tổ chức hoạt động nào.'
      await did(tx, world, world.units.binhMinh, '2026-05-01')
      await expect(nil(reason)).rejects.toMatchObject({ kind: 'invalid' })
      await tx.updateTable('assignments.activity').set({ withdrawn_at: now }).execute()
      expect(await nil(reason)).toMatchObject({ isNil: true, isEmpty: false, score: null })
      expect((await fileOf(tx, 1, id)).report).toMatchObject({
        isNil: true,
        isEmpty: false,
        completeness: null,
      })
    }))
})

describe('what was handed in is sealed by the database', () => {
  async function submitted(tx: Tx, obligationId: number): Promise<number> {
    const minh = actorOf(world.minh)
    await did(tx, world, world.units.binhMinh, '2026-05-01')
    const id = await openReport(tx, minh, obligationId, now)
    await submitReport(tx, minh, id, nothing, now)
    const [version] = await selectVersions(tx, 1, id)
    return version?.id ?? 0
  }

  test('figures cannot be changed', () =>
    withDuty(async (tx, obligationId) => {
      const versionId = await submitted(tx, obligationId)
      const change = tx
        .updateTable('reporting.figure')
        .set({ computed: '99' })
        .where('version_id', '=', versionId)
      await expect(change.execute()).rejects.toThrow('handed in')
    }))

  test('words cannot be added', () =>
    withDuty(async (tx, obligationId) => {
      const versionId = await submitted(tx, obligationId)
      const change = { text: 'x', drafted: false, proposed: false, at: now, by: null, byName: 'x' }
      await expect(writeNarrative(tx, 1, versionId, 'budget', 0, change)).rejects.toThrow('handed in')
    }))

  test('its digest and its sources cannot be changed', () =>
    withDuty(async (tx, obligationId) => {
      const versionId = await submitted(tx, obligationId)
      const change = tx
        .updateTable('reporting.report_version')
        .set({ digest: 'x' })
        .where('id', '=', versionId)
      await expect(change.execute()).rejects.toThrow('handed in')
    }))
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { did, owes, reportDuty } from '../reporting.fixtures.ts'
import { versionContent } from './content.ts'
import { acceptWords, draftAnew, refreshNow, saveSection, settle } from './editing.ts'
import { submitReport } from './life.ts'
import { openReport } from './opening.ts'
import { setFigures } from './overriding.ts'
import { selectCopies } from './remarks.sql.ts'
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

const text = 'Ủy ban nhân dân xã đã ban hành Kế hoạch số 12/KH-UBND và họp triển khai đến 9 thôn.'

function withReport(body: (tx: Tx, reportId: number) => Promise<void>): Promise<void> {
  return inRolledBack(db, async (tx) => {
    const { dutyId } = await reportDuty(tx, world)
    const obligationId = await owes(tx, world, dutyId, world.units.binhMinh)
    await did(tx, world, world.units.binhMinh, '2026-05-01', { figures: { people: 120 }, evidence: 1 })
    await body(tx, await openReport(tx, actorOf(world.minh), obligationId, now))
  })
}

async function contentOf(tx: Tx, reportId: number) {
  const [version] = await selectVersions(tx, 1, reportId)
  const content = await versionContent(tx, 1, version?.id ?? 0)
  return {
    narrative: (code: string) => content.sections.find((s) => s.definition.code === code)?.narrative ?? null,
    figure: (code: string) =>
      content.sections.flatMap((s) => s.figures).find((f) => f.figureCode === code) ?? null,
  }
}

describe('two people write one section', () => {
  test('the second is told, and both texts are kept until somebody merges them', () =>
    withReport(async (tx, id) => {
      const [minh, binh] = [actorOf(world.minh), actorOf(world.binh)]
      const first = await saveSection(tx, minh, id, 'direction', { text, revision: 0 }, now)
      expect(first).toEqual({ outcome: 'saved', revision: 1 })
      const other = 'Xã đã họp giao ban quán triệt văn bản của tỉnh đến toàn thể cán bộ.'
      const second = await saveSection(tx, binh, id, 'direction', { text: other, revision: 0 }, now)
      expect(second).toMatchObject({ outcome: 'both', theirs: { text, changedByName: 'Phạm Văn Minh' } })
      await saveSection(tx, binh, id, 'direction', { text: other, revision: 0 }, now)
      const copies = await selectCopies(tx, 1, id)
      expect(copies.map((c) => [c.text, c.byName])).toEqual([[other, 'Võ Thanh Bình']])
      const merged = { text: `${text} ${other}`, revision: 1 }
      expect(await saveSection(tx, binh, id, 'direction', merged, now)).toEqual({
        outcome: 'saved',
        revision: 2,
      })
      await settle(tx, binh, id, copies[0]?.id ?? 0, now)
      expect(await selectCopies(tx, 1, id)).toEqual([])
    }))

  test('the same text sent twice over a bad line is saved once', () =>
    withReport(async (tx, id) => {
      const minh = actorOf(world.minh)
      await saveSection(tx, minh, id, 'direction', { text, revision: 0 }, now)
      const again = await saveSection(tx, minh, id, 'direction', { text, revision: 0 }, now)
      expect(again).toEqual({ outcome: 'saved', revision: 1 })
    }))

  test('in two transactions at once nothing is lost', async () => {
    const reportId = await db.transaction().execute(async (tx) => {
      const { dutyId } = await reportDuty(tx, world)
      const obligationId = await owes(tx, world, dutyId, world.units.tanLap, { period: '2026-Q3' })
      return openReport(tx, actorOf(world.tam), obligationId, now)
    })
    const tam = actorOf(world.tam)
    const texts = Array.from({ length: 8 }, (_, i) => `Đoạn thứ ${i + 1} do một người khác viết cùng lúc.`)
    await Promise.all(
      texts.map((t) =>
        db
          .transaction()
          .execute((tx) => saveSection(tx, tam, reportId, 'next', { text: t, revision: 0 }, now)),
      ),
    )
    const [version] = await selectVersions(db, 1, reportId)
    const content = await versionContent(db, 1, version?.id ?? 0)
    const stands = content.sections.find((s) => s.definition.code === 'next')?.narrative?.text
    const kept = (await selectCopies(db, 1, reportId)).map((c) => c.text)
    expect([stands, ...kept].toSorted()).toEqual(texts.toSorted())
  })
})

test('a tab left open: what comes after the report was handed in is kept beside it', () =>
  withReport(async (tx, id) => {
    const minh = actorOf(world.minh)
    await submitReport(tx, minh, id, { note: null, nilReason: null }, now)
    const late = await saveSection(tx, minh, id, 'direction', { text, revision: 0 }, now)
    expect(late).toEqual({ outcome: 'late' })
    expect((await selectCopies(tx, 1, id)).map((c) => c.text)).toEqual([text])
  }))

describe('words that the program composed', () => {
  test('follow the activities until somebody accepts them', () =>
    withReport(async (tx, id) => {
      const minh = actorOf(world.minh)
      expect((await contentOf(tx, id)).narrative('themes')).toMatchObject({ proposed: true, drafted: true })
      await did(tx, world, world.units.binhMinh, '2026-05-09')
      await refreshNow(tx, minh, id, now)
      expect((await contentOf(tx, id)).narrative('themes')?.text).toContain('02 hoạt động')
      await acceptWords(tx, minh, id, 'themes', now)
      await did(tx, world, world.units.binhMinh, '2026-05-10')
      await refreshNow(tx, minh, id, now)
      const accepted = (await contentOf(tx, id)).narrative('themes')
      expect(accepted).toMatchObject({ proposed: false, drafted: true, changedByName: 'Phạm Văn Minh' })
      expect(accepted?.text).toContain('02 hoạt động')
    }))

  test('give way to what a person writes, and come back when asked, with the old text kept', () =>
    withReport(async (tx, id) => {
      const minh = actorOf(world.minh)
      await saveSection(tx, minh, id, 'themes', { text, revision: 1 }, now)
      await refreshNow(tx, minh, id, now)
      expect((await contentOf(tx, id)).narrative('themes')).toMatchObject({ text, drafted: false })
      await draftAnew(tx, minh, id, 'themes', now)
      expect((await contentOf(tx, id)).narrative('themes')).toMatchObject({ proposed: true })
      expect((await selectCopies(tx, 1, id)).map((c) => c.text)).toEqual([text])
    }))
})

describe('a figure that somebody knows better', () => {
  const set = (value: number | null, reason: string | null, revision = 1) => [
    { figureCode: 'people', rowCode: '', value, reason, revision },
  ]

  test('needs a reason, stays through every refresh, and can be taken away again', () =>
    withReport(async (tx, id) => {
      const minh = actorOf(world.minh)
      await expect(setFigures(tx, minh, id, set(200, null), now)).rejects.toMatchObject({ kind: 'invalid' })
      await setFigures(tx, minh, id, set(200, 'Cộng thêm 80 người dự họp thôn chưa ghi.'), now)
      await did(tx, world, world.units.binhMinh, '2026-05-09', { figures: { people: 10 } })
      await refreshNow(tx, minh, id, now)
      expect((await contentOf(tx, id)).figure('people')).toMatchObject({ computed: 130, manual: 200 })
      await setFigures(tx, minh, id, set(null, null, 2), now)
      expect((await contentOf(tx, id)).figure('people')).toMatchObject({ computed: 130, manual: null })
    }))

  test('is not overwritten by somebody who saw an older one', () =>
    withReport(async (tx, id) => {
      const reason = 'Cộng thêm 80 người dự họp thôn chưa ghi.'
      await setFigures(tx, actorOf(world.minh), id, set(200, reason), now)
      const older = setFigures(tx, actorOf(world.binh), id, set(300, reason, 1), now)
      await expect(older).rejects.toMatchObject({ kind: 'conflict' })
    }))

  test('formulas count with it', () =>
    withReport(async (tx, id) => {
      const minh = actorOf(world.minh)
      const input = (figureCode: string, value: number) => ({
        ...{ figureCode, value, rowCode: '', revision: 1, reason: 'Đã đối chiếu với sổ theo dõi của xã.' },
      })
      await setFigures(tx, minh, id, [input('planned', 8), input('done', 6)], now)
      expect((await contentOf(tx, id)).figure('done_share')).toMatchObject({ computed: 75 })
      await expect(setFigures(tx, minh, id, [input('done_share', 99)], now)).rejects.toThrow('computed from')
    }))
})

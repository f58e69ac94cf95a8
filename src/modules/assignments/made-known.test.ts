import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { citeDocument } from '../legal/legal.ts'
import { openCatalogue } from '../plans/catalogue.ts'
import { emptyText } from '../plans/plan-draft.ts'
import { openDraft } from '../plans/plans.drafting.ts'
import { programmesOf } from '../plans/plans.ts'
import { actorOf } from './assignments.fixtures.ts'

let db: Db
let close: () => Promise<void>
let world: World
let planId: number
const now = new Date('2026-11-22T02:00:00Z')
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  planId = await db.transaction().execute(async (tx) => {
    await openCatalogue(tx, 1)
    const plan = {
      programmeId: (await programmesOf(tx, 1))[0]?.id ?? 0,
      unitId: world.units.ubnd,
      kind: 'ANNUAL',
      year: 2026,
      yearTo: 2026,
      title: 'Kế hoạch năm 2026',
    } as const
    const id = await openDraft(tx, actorOf(world.lan), plan, emptyText, now)
    for (const [position, number] of ['76/NQ-CP', '1149/QĐ-TTg'].entries()) {
      const cited = { type: 'Nghị quyết', number, issued: null, issuer: null, title: null }
      const document_id = await citeDocument(tx, 1, cited)
      const row = {
        province_id: 1,
        plan_id: id,
        document_id,
        position,
        as_printed: number,
        role: 'COMMUNICATE',
      }
      await tx.insertInto('plans.citation').values(row).execute()
    }
    return id
  })
  const { vanHoa, binhMinh } = world.units
  await activity(vanHoa, 'Phổ biến Nghị quyết số 76/NQ-CP tại hội nghị', '2026-03-01')
  await activity(binhMinh, 'Phát thanh nội dung nghị quyết 76/nq-cp', '2026-04-01')
  await activity(binhMinh, 'Tuyên truyền Nghị quyết 176/NQ-CP', '2026-05-01')
  await activity(vanHoa, 'Quán triệt 1149/QĐ-TTg', '2025-12-01')
})
afterAll(() => close())

async function activity(unit_id: number, what: string, day: string): Promise<void> {
  const when = { from_day: day, to_day: day, recorded_at: now, recorded_by_name: 'Thu' }
  const row = { province_id: 1, unit_id, what, form_code: 'radio', ...when }
  await db.insertInto('assignments.activity').values(row).execute()
}

test('the board says how many documents have been made known, and each figure opens to its activities', async () => {
  const lan = await testWeb(db).signedIn(world.lan)
  const board = await lan.get(`/plans/${planId}/board`)
  expect(board.text).toContain('1 / 2 văn bản')
  expect(board.text).toMatch(/Nghị quyết số 76\/NQ-CP\D+2\D+2/)
  const href = /href="(\/activities\?cites=[^"]+)"/.exec(board.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const rows = await lan.get(href)
  expect(rows.text).toContain('Phát thanh nội dung')
  expect(rows.text).toContain('Phổ biến Nghị quyết')
  expect(rows.text).not.toContain('176/NQ-CP')
})

test('an officer counts the activities of the own unit', async () => {
  const minh = await testWeb(db).signedIn(world.minh)
  expect((await minh.get(`/plans/${planId}/board`)).text).toMatch(/Nghị quyết số 76\/NQ-CP\D+1\D+1/)
})

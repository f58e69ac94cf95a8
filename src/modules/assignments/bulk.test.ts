import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { matchColumns } from '../../lib/sheets/match-columns.ts'
import { readSheet } from '../../lib/sheets/read-sheet.ts'
import { writeSheet } from '../../lib/sheets/write-sheet.ts'
import { makePreview } from './assignments.bulk.ts'
import { applyPreview } from './assignments.bulk-apply.ts'
import { issuedPlan, type PlanOfTest } from './assignments.fixtures.ts'
import { giveTasks } from './assignments.giving.ts'
import { selectAssignment } from './assignments.sql.ts'
import { selectBulk } from './bulk.sql.ts'
import { bulkColumns, pathTo } from './bulk.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let plan: PlanOfTest
const now = new Date('2026-11-22T02:00:00Z')
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  plan = await db.transaction().execute(async (tx) => {
    const made = await issuedPlan(tx, world)
    await giveTasks(tx, { provinceId: 1, accountId: null, name: 'Chung Tay' }, made.planId, now)
    return made
  })
})
afterAll(() => close())

type SheetRow = Record<string, string | number | null>

async function downloaded(person: World['lan']): Promise<SheetRow[]> {
  const browser = await web.signedIn(person)
  const file = await browser.get(`/plans/${plan.planId}/assignments.xlsx`)
  const read = await readSheet(file.bytes, { name: 'việc.xlsx' })
  if (!read.ok) throw new Error(read.fault.en)
  const matched = matchColumns(read.sheet, bulkColumns)
  if (!matched.ok) throw new Error(matched.fault.en)
  return matched.rows.map((r) => r.values)
}

/** Sends a sheet, lets the job read it, and gives back the address of its preview. */
async function sent(person: World['lan'], rows: SheetRow[]): Promise<{ id: number; text: string }> {
  const browser = await web.signedIn(person)
  const bytes = await writeSheet({ sheets: [{ name: 'Nhiệm vụ', columns: bulkColumns, rows }] })
  const file = new File([Uint8Array.from(bytes)], 'việc.xlsx')
  const answer = await browser.upload(`/plans/${plan.planId}/bulk-updates`, { sheet: file })
  const id = Number(/\d+$/.exec(answer.location)?.[0])
  await makePreview(db, web.config, 1, id, now)
  return { id, text: (await browser.get(`/bulk-updates/${id}`)).text }
}

async function confirmed(person: World['lan'], id: number): Promise<string> {
  const browser = await web.signedIn(person)
  await browser.post(`/bulk-updates/${id}/confirmation`)
  await applyPreview(db, 1, id, async () => {}, now)
  return (await browser.get(`/bulk-updates/${id}`)).text
}

describe('a sheet goes out and comes back', () => {
  test('unchanged, it changes nothing', async () => {
    const { text } = await sent(world.lan, await downloaded(world.lan))
    expect(text).toContain('Không có thay đổi nào')
  })

  test('an officer moves the own work on; the preview says so before anything is changed', async () => {
    const rows = await downloaded(world.minh)
    const row = rows[0] ?? {}
    const changed = { ...row, state: 'Báo cáo', progress: 30 }
    expect((await sent(world.minh, [changed])).text).toContain('Trạng thái “Báo cáo” không có')
    const { id, text } = await sent(world.minh, [{ ...row, state: 'Đang thực hiện', progress: 30 }])
    expect(text).toContain('Mới giao → Đang thực hiện')
    expect((await selectAssignment(db, 1, Number(row['id'])))?.state).toBe('assigned')
    expect(await confirmed(world.minh, id)).toContain('Đã áp dụng 1 thay đổi')
    expect(await selectAssignment(db, 1, Number(row['id']))).toMatchObject({
      state: 'in_progress',
      progress: 30,
    })
  })

  test('rows of others, twice the same code and bad figures are told line by line', async () => {
    const all = await downloaded(world.lan)
    const own = await downloaded(world.tam)
    const foreign = all.find((r) => !own.some((o) => o['id'] === r['id']))
    const { id } = await sent(world.tam, [
      { ...foreign, state: 'Đã tiếp nhận' },
      { ...own[0], progress: 140 },
      { ...own[0], progress: 10 },
      { ...own[0], id: 999999 },
    ])
    const bulk = await selectBulk(db, 1, id)
    expect(bulk?.preview?.faults.map((f) => f.line)).toEqual([2, 3, 4, 5])
    expect(bulk?.preview?.changes).toEqual([])
  })
})

test('when a row cannot go its way any more, nothing of the sheet is applied', async () => {
  const rows = await downloaded(world.lan)
  const own = rows.filter((r) => r['unit'] === 'Sở Nội vụ')
  const { id } = await sent(
    world.lan,
    own.map((r) => ({ ...r, state: 'Đã tiếp nhận' })),
  )
  const lan = await web.signedIn(world.lan)
  const last = Number(own.at(-1)?.['id'])
  await lan.post(`/assignments/${last}/acknowledgement`)
  await lan.post(`/assignments/${last}/progress`, { progress: 20 })
  const text = await confirmed(world.lan, id)
  expect(text).toContain('Chưa có dòng nào được thay đổi')
  expect((await selectAssignment(db, 1, Number(own[0]?.['id'])))?.state).toBe('assigned')
})

test('nobody sees the sheet of another', async () => {
  const { id } = await sent(world.minh, await downloaded(world.minh))
  const tam = await web.signedIn(world.tam)
  expect((await tam.get(`/bulk-updates/${id}`)).status).toBe(404)
})

test('a way through the states goes without detours', () => {
  expect(pathTo('assigned', 'reported_done')).toEqual(['acknowledged', 'reported_done'])
  expect(pathTo('verified', 'in_progress')).toBeNull()
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { runProgram } from '../../../test/program.ts'
import { type Browser, type TestWeb, testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db } from '../../lib/db/db.ts'
import { projectPath } from '../../lib/paths.ts'
import { matchColumns } from '../../lib/sheets/match-columns.ts'
import { readSheet } from '../../lib/sheets/read-sheet.ts'
import { writeSheet } from '../../lib/sheets/write-sheet.ts'
import { makePreview } from './assignments.bulk.ts'
import { selectBulk, selectBulkProgress } from './bulk.sql.ts'
import { bulkColumns } from './bulk.ts'
import { tellBulkApplied } from './bulk-news.ts'
import { planOfMany } from './many.fixtures.ts'

/** A sheet as large as a province's year: 40 tasks × 130 units. bench/bulk.ts times the same through the program. */
const size = { tasks: 40, units: 130 }
const total = size.tasks * size.units
const now = new Date('2026-11-22T02:00:00Z')
type Row = Record<string, string | number | null>

let db: Db
let url: string
let close: () => Promise<void>
let world: World
let web: TestWeb
let thu: Browser
let planId: number
let rows: Row[]
beforeAll(async () => {
  ;({ db, url, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  planId = await db.transaction().execute((tx) => planOfMany(tx, world, size))
  thu = await web.signedIn(world.thu)
  const sheet = await thu.get(`/plans/${planId}/assignments.xlsx`)
  const read = await readSheet(sheet.bytes, { name: 'việc.xlsx' })
  const matched = read.ok ? matchColumns(read.sheet, bulkColumns) : read
  if (!matched.ok) throw new Error(matched.fault.en)
  rows = matched.rows.map((r) => r.values)
})
afterAll(() => close())

async function sent(changed: readonly Row[], format: 'xlsx' | 'csv'): Promise<number> {
  const bytes = await writeSheet({
    format,
    sheets: [{ name: 'Nhiệm vụ', columns: bulkColumns, rows: changed }],
  })
  const file = new File([Uint8Array.from(bytes)], `việc.${format}`)
  const answer = await thu.upload(`/plans/${planId}/bulk-updates`, { sheet: file })
  const id = Number(/\d+$/.exec(answer.location)?.[0])
  await makePreview(db, web.config, 1, id, now)
  return id
}

async function inState(state: string): Promise<number> {
  const { n } = await db
    .selectFrom('assignments.assignment')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('plan_id', '=', planId)
    .where('state', '=', state)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** One row in ten is spoiled, each in its own way; the line of the sheet tells which. */
const spoils: ((row: Row, first: Row) => Row)[] = [
  (row) => ({ ...row, state: 'Xong rồi' }),
  (row) => ({ ...row, progress: 140 }),
  (row) => ({ ...row, due: '31/02/2026' }),
  (row) => ({ ...row, id: 9_999_999 }),
  (row, first) => ({ ...row, id: first['id'] ?? null }),
  (row) => ({ ...row, state: 'Chờ kiểm tra', note: 'xong' }),
  (row) => ({ ...row, state: 'Đã xác nhận' }),
]

test('of 5,200 rows each bad one is told by its line and reason, the rest can be applied', async () => {
  expect(rows.length).toBe(total)
  const first = rows[0] ?? {}
  const bad = (i: number) => i > 0 && i % 10 === 0
  const changed = rows.map((row, i) => {
    const spoil = spoils[(i / 10) % spoils.length]
    return bad(i) && spoil ? spoil(row, first) : { ...row, state: 'Đã tiếp nhận' }
  })
  const id = await sent(changed, 'csv')
  const preview = (await selectBulk(db, 1, id))?.preview
  const lines = rows.flatMap((_, i) => (bad(i) ? [i + 2] : []))
  expect(preview?.faults.map((f) => f.line)).toEqual(lines)
  expect(preview?.changes.length).toBe(total - lines.length)
  const kinds = new Set(preview?.faults.map((f) => f.en.replace(/[“”"].*?[“”"]|\d+/g, '…')))
  expect(kinds.size).toBeGreaterThanOrEqual(spoils.length - 1)
  const page = await thu.get(`/bulk-updates/${id}`)
  expect(page.text).toContain(`Áp dụng ${total - lines.length} thay đổi`)
  const told = await readSheet((await thu.get(`/bulk-updates/${id}/faults.xlsx`)).bytes, { name: 'lỗi.xlsx' })
  expect(told.ok && told.sheet.rows.slice(1).map((r) => r.cells[0])).toEqual(lines)
})

test('a program killed in the middle leaves nothing behind; the next one applies all of it, once', async () => {
  const note = 'Đã thực hiện xong theo kế hoạch, sản phẩm gửi kèm báo cáo quý.'
  const id = await sent(
    rows.map((row) => ({ ...row, state: 'Chờ kiểm tra', note })),
    'xlsx',
  )
  await thu.post(`/bulk-updates/${id}/confirmation`)
  const program = projectPath('test/programs/apply-sheet.ts')
  const lost = runProgram(program, [url, String(id)])
  while (Number(await lost.line()) < 1000);
  lost.child.kill('SIGKILL')
  await lost.ended
  expect(await inState('assigned')).toBe(total)
  expect(await selectBulkProgress(db, 1, id)).toMatchObject({ state: 'applying', rowsTotal: total })
  const progress = (await thu.get(`/bulk-updates/${id}/progress`)).text
  expect(JSON.parse(progress)).toMatchObject({ max: total, value: expect.any(Number) })

  const next = runProgram(program, [url, String(id)])
  expect(await next.finish()).toBe(0)
  expect(await inState('reported_done')).toBe(total)
  const again = runProgram(program, [url, String(id)])
  expect(await again.finish()).toBe(0)
  const { n } = await db
    .selectFrom('assignments.step')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  expect(Number(n)).toBe(2 * total)
  expect((await thu.get(`/bulk-updates/${id}`)).text).toContain(`Đã áp dụng ${total} thay đổi`)
})

test('those who check hear of it once, with the number', async () => {
  const { id } = await db
    .selectFrom('assignments.bulk_update')
    .select('id')
    .where('state', '=', 'applied')
    .executeTakeFirstOrThrow()
  await db.transaction().execute((tx) => tellBulkApplied(tx, 1, id, now))
  const notices = await db.selectFrom('assignments.notice').select(['account_id', 'text_vi']).execute()
  const lan = notices.filter((n) => n.account_id === world.lan.accountId)
  expect(lan.length).toBe(1)
  expect(lan[0]?.text_vi).toMatch(/Chờ kiểm tra: \d{4} nhiệm vụ/)
})

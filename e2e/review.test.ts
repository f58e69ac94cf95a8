import { mkdtempSync, rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Serving, serve } from '../src/app/serve.ts'
import { type Config, readConfig } from '../src/lib/config.ts'
import type { Db } from '../src/lib/db/db.ts'
import { openLog } from '../src/lib/log.ts'
import { openSession } from '../src/modules/accounts/sessions.ts'
import { openCatalogue } from '../src/modules/plans/catalogue.ts'
import { selectCorrections, selectFlags, selectReading } from '../src/modules/plans/review/review.sql.ts'
import { freshDatabase } from '../test/database.ts'
import { makeWorld, type World } from '../test/world.ts'
import { axeFaults, closeBrowser, openPage, sideways, tabTo, type Visit } from './browser.ts'

/** The review of a reading as an official meets it: pasted text in, corrections by hand, a draft plan out. */
let db: Db
let close: () => Promise<void>
let world: World
let serving: Serving
const dataDir = mkdtempSync('/tmp/chungtay-review-')
beforeAll(async () => {
  const made = await freshDatabase()
  ;({ db, close } = made)
  world = await makeWorld(db)
  await db.transaction().execute((tx) => openCatalogue(tx, world.provinceId))
  const config: Config = { ...readConfig({}), port: 0, dataDir, databaseUrl: made.url }
  serving = await serve(config, db, openLog({ logLevel: 'silent' }))
})
afterAll(async () => {
  await closeBrowser()
  await serving?.stop()
  await close?.()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A cell with two lists in it, a task without its agency, two tasks that are one, and one that is two. */
const text = `ỦY BAN NHÂN DÂN TỈNH AN HÒA
Số: 25/KH-UBND
KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2026

Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
Nâng cao nhận thức của cán bộ, công chức và người dân về cải cách hành chính trên địa bàn tỉnh.

Nơi nhận:
- Bộ Nội vụ;
- Lưu: VT, NV.

DANH MỤC NHIỆM VỤ

| STT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian thực hiện |
| 1 | Đăng tải tin, bài về cải cách thủ tục hành chính | - Sở Nội vụ. - Sở Tài chính | | Thường xuyên |
| 2 | Tổ chức hội thi tìm hiểu; Biên soạn sổ tay hỏi đáp | Sở Nội vụ | | Trước ngày 05/6 |
| 3 | Dàn dựng tiểu phẩm tuyên truyền | Sở Văn hóa, Thể thao và Du lịch | | Quý III |
| 4 | và lưu diễn tại các xã | Sở Văn hóa, Thể thao và Du lịch | | Quý III |
| 5 | Treo băng rôn tại trụ sở | | | Tháng 9 |
`

async function asLan(width: number): Promise<Visit> {
  const { lan } = world
  const from = { address: null, agent: null }
  const token = await db
    .transaction()
    .execute((tx) => openSession(tx, 1, lan.accountId, new Date(), { stage: 'full', hours: 1, from }))
  const visit = await openPage(`${serving.address}/accessibility`, { width })
  visit.page.setDefaultTimeout(8_000)
  await visit.context.addCookies([{ name: 'session', value: token, url: serving.address }])
  return visit
}

/** Pastes the text instead of choosing a file; answers the id of the reading. */
async function pasted(page: Page): Promise<number> {
  await page.goto(`${serving.address}/plan-readings/new`)
  await page.getByLabel('Hoặc dán nội dung văn bản').fill(text)
  await page.getByRole('button', { name: 'Đọc văn bản' }).click()
  await page.waitForURL(/\/plan-readings\/\d+$/)
  return Number(/\d+$/.exec(page.url())?.[0])
}

/** The part of the page about the task that holds these words. */
function about(page: Page, words: string) {
  return page.locator('section[id^="task-"]').filter({ hasText: words })
}

/** The same, its form opened. */
async function opened(page: Page, words: string) {
  const one = about(page, words)
  await one.locator('summary', { hasText: 'Sửa, tách, gộp, xóa' }).click()
  return one
}

async function tasksOf(id: number) {
  return (await selectReading(db, 1, id))?.found?.tasks ?? []
}

async function openFlags(id: number, code: string) {
  return (await selectFlags(db, 1, id)).filter((f) => f.code === code && f.resolution === null)
}

test.each([390, 1440])(
  'a pasted plan is corrected in every way at %d px, and becomes a draft',
  async (width) => {
    const { page, end } = await asLan(width)
    const id = await pasted(page)
    expect(await tasksOf(id)).toHaveLength(5)
    expect(await axeFaults(page)).toEqual([])
    expect(await sideways(page)).toEqual([])

    // Two lists in one cell: the second line belongs to those who coordinate.
    expect(await openFlags(id, 'two-lists')).toHaveLength(1)
    const first = await opened(page, 'Đăng tải tin, bài')
    await first.getByLabel('Chủ trì', { exact: false }).first().fill('Sở Nội vụ')
    await first.getByLabel('Phối hợp', { exact: false }).first().fill('Sở Tài chính')
    await first.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText('Đã lưu sửa đổi.').waitFor()
    expect((await tasksOf(id))[0]).toMatchObject({ lead: ['Sở Nội vụ'], coordinating: ['Sở Tài chính'] })
    expect(await openFlags(id, 'two-lists')).toEqual([])

    const two = await opened(page, 'Tổ chức hội thi')
    await two
      .getByLabel('Tách thành nhiều nhiệm vụ')
      .fill('Tổ chức hội thi tìm hiểu\nBiên soạn sổ tay hỏi đáp')
    await two.getByRole('button', { name: 'Tách', exact: true }).click()
    await page.getByText('Đã lưu sửa đổi.').waitFor()
    const parted = await opened(page, 'Dàn dựng tiểu phẩm')
    await parted.getByRole('button', { name: 'Gộp với nhiệm vụ sau' }).click()
    await page.getByText('Đã lưu sửa đổi.').waitFor()
    expect((await tasksOf(id)).map((t) => t.content)).toEqual([
      'Đăng tải tin, bài về cải cách thủ tục hành chính',
      'Tổ chức hội thi tìm hiểu',
      'Biên soạn sổ tay hỏi đáp',
      'Dàn dựng tiểu phẩm tuyên truyền và lưu diễn tại các xã',
      'Treo băng rôn tại trụ sở',
    ])

    // A doubt that may stand: nobody leads the banners.
    expect(await openFlags(id, 'missing-lead')).toHaveLength(1)
    const banners = about(page, 'Treo băng rôn')
    await banners.getByRole('button', { name: 'Chấp nhận' }).click()
    await page.getByText('Đã lưu sửa đổi.').waitFor()
    expect(await openFlags(id, 'missing-lead')).toEqual([])

    const signer = page.getByLabel(/^\s*Người ký/)
    if (!(await signer.isVisible())) await page.locator('summary', { hasText: 'Sửa' }).first().click()
    await signer.fill('Nguyễn Văn An')
    await page.locator('form', { has: signer }).getByRole('button', { name: 'Lưu' }).click()
    await page.getByText('Đã lưu sửa đổi.').waitFor()
    expect((await selectReading(db, 1, id))?.found?.head.signer.value).toBe('Nguyễn Văn An')
    expect(await sideways(page)).toEqual([])
    expect((await selectCorrections(db, 1, id)).length).toBeGreaterThanOrEqual(4)

    await page.getByRole('button', { name: 'Tạo kế hoạch' }).click()
    await page.waitForURL(/\/plans\/\d+$/)
    expect(await page.locator('main').textContent()).toContain('Biên soạn sổ tay hỏi đáp')
    await end()
  },
)

test('a correction with the keyboard alone', async () => {
  const { page, end } = await asLan(1440)
  const id = await pasted(page)
  await tabTo(page, /^\s*Sửa, tách, gộp, xóa/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^\s*Chủ trì/)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Sở Tài chính')
  await tabTo(page, /^\s*Lưu/)
  await page.keyboard.press('Enter')
  await page.getByText('Đã lưu sửa đổi.').waitFor()
  expect((await tasksOf(id))[0]?.lead).toEqual(['Sở Tài chính'])
  await end()
})

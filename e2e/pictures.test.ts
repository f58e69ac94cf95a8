import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectPath } from '../src/lib/paths.ts'
import { closeBrowser, openPage } from './browser.ts'
import { type Demonstration, enterAs, runDemonstration } from './demonstration.ts'
import { type PageToSee, pagesToSee } from './pages.ts'

/** The pictures of the guide, taken anew from the demonstration: npm run pictures */
const asked = process.env['npm_lifecycle_event'] === 'pictures'
const folder = projectPath('docs/guide/pictures')
const largest = 150_000

let demo: Demonstration
beforeAll(async () => {
  if (!asked) return
  mkdirSync(folder, { recursive: true })
  demo = await runDemonstration()
})
afterAll(async () => {
  await closeBrowser()
  await demo?.close()
})

async function take(page: Page, name: string): Promise<void> {
  const png = await page.screenshot()
  const small = await sharp(png).png({ palette: true, quality: 80, effort: 8 }).toBuffer()
  expect([name, small.length < largest]).toEqual([name, true])
  await writeFile(join(folder, `${name}.png`), small)
}

/** name of the picture | who | width | the page, its ids by the samples of pages.ts */
const wide = [
  ['viec-cua-toi', 'Vũ Thu Hương', '/my-work'],
  ['dua-ke-hoach', 'Nguyễn Minh Tâm', '/plan-readings/new'],
  ['ra-soat', 'Nguyễn Minh Tâm', '/plan-readings/'],
  ['ke-hoach', 'Nguyễn Minh Tâm', '/plans/'],
  ['trang-lanh-dao', 'Nguyễn Minh Tâm', '/leader'],
  ['cong-van', 'Nguyễn Minh Tâm', '/letters/'],
  ['co-quan', 'Nguyễn Minh Tâm', '/organisations'],
  ['theo-doi-bao-cao', 'Nguyễn Minh Tâm', '/reporting'],
  ['che-do-bao-cao', 'Nguyễn Minh Tâm', '/reporting/duties'],
  ['bao-cao-dot-xuat', 'Nguyễn Minh Tâm', '/reporting/duties/one-off'],
  ['don-doc-bao-cao', 'Nguyễn Minh Tâm', '/reporting/duties/:id/reminders'],
  ['tong-hop', 'Nguyễn Minh Tâm', '/reports/:id/consolidation'],
  ['bang-cham-diem', 'Nguyễn Minh Tâm', '/scoring/campaigns/'],
  ['diem-con-gianh-duoc', 'Nguyễn Minh Tâm', '/scoring/campaigns/:id/risks'],
  ['phieu-cham-diem', 'Nguyễn Minh Tâm', '/score-sheets/'],
  ['chia-se', 'Nguyễn Minh Tâm', '/reporting/sharing'],
  ['khoa-truy-cap', 'Nguyễn Minh Tâm', '/administration/tokens'],
  ['toa-soan', 'Nguyễn Minh Tâm', '/desk'],
  ['kenh-cua-bai', 'Nguyễn Minh Tâm', '/desk/items/:id/channels'],
  ['chuyen-muc', 'Nguyễn Minh Tâm', '/desk/columns'],
  ['so-mo-hinh', 'Nguyễn Minh Tâm', '/desk/models'],
  ['kenh-phat-hanh', 'Nguyễn Minh Tâm', '/channels'],
  ['tin-qua-kenh', 'Nguyễn Minh Tâm', '/messages'],
  ['an-pham', 'Nguyễn Minh Tâm', '/printed'],
  ['goi-truyen-thanh', 'Nguyễn Minh Tâm', '/broadcast/packages/'],
  ['tiep-can', 'Nguyễn Minh Tâm', '/reach'],
  ['chua-den-ai', 'Nguyễn Minh Tâm', '/reach/nobody'],
  ['cong-thong-tin', 'Nguyễn Minh Tâm', '/portal'],
  ['van-ban-chi-dao', 'Nguyễn Minh Tâm', '/directing-documents'],
  ['toan-quoc', 'Hà Thu Vân', '/nation'],
  ['tai-khoan', 'Đỗ Anh Tuấn', '/accounts'],
] as const

const narrow = [
  ['viec-cua-toi-dien-thoai', '/my-work'],
  ['ghi-hoat-dong', '/activities/new'],
  ['nhiem-vu-dien-thoai', '/assignments/'],
  ['cong-dien-thoai', '/portal'],
  ['bao-cao-cua-toi-dien-thoai', '/my-reports'],
] as const

/** The address with an id of the walk in it: at its end, or in the place of ':id'. */
function exactly(pages: readonly PageToSee[], start: string): string | undefined {
  const pattern = RegExp(`^${start.replace(':id', '\\d+')}${start.endsWith('/') ? '\\d+' : ''}$`)
  return /\/$|:id/.test(start) ? pages.find((p) => pattern.test(p.path))?.path : start
}

describe.runIf(asked)('the pictures of the guide', () => {
  test('on a desk', async () => {
    const { pages } = await pagesToSee(demo.db)
    const { page, end } = await openPage(`${demo.address}/sign-in`, { width: 1280 })
    await take(page, 'dang-nhap')
    let who = ''
    for (const [name, person, start] of wide) {
      if (who !== person) await enterAs(page, demo.address, person)
      who = person
      await page.goto(`${demo.address}${exactly(pages, start)}`)
      await take(page, name)
    }
    await page.goto(`${demo.address}${pages.find((p) => /^\/plans\/\d+\/board$/.test(p.path))?.path}`)
    await take(page, 'bang-theo-doi')
    await end()
  }, 300_000)

  test('on a phone', async () => {
    const { pages } = await pagesToSee(demo.db)
    const { page, end } = await openPage(`${demo.address}/sign-in`, { width: 390 })
    await enterAs(page, demo.address, 'Trần Hữu Phúc')
    for (const [name, start] of narrow) {
      await page.goto(`${demo.address}${exactly(pages, start)}`)
      await take(page, name)
    }
    // The report that the last page leads to, where something is still missing.
    await page
      .getByRole('link', { name: /Soạn tiếp/ })
      .first()
      .click()
    await page.locator('.overview').scrollIntoViewIfNeeded()
    await page.evaluate("document.querySelector('.overview').scrollIntoView()")
    await take(page, 'soan-bao-cao-dien-thoai')
    await end()
  }, 300_000)
})

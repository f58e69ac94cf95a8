import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFaults, closeBrowser, openPage, sideways } from './browser.ts'
import { type Demonstration, enterAs, runDemonstration } from './demonstration.ts'

/** A commune's report by phone, two minutes of somebody's day: counted in touches and in how far a thumb scrolls. */
let demo: Demonstration
beforeAll(async () => {
  demo = await runDemonstration()
})
afterAll(async () => {
  await closeBrowser()
  await demo?.close()
})

const writer = 'Trần Hữu Phúc'

test('a commune opens its report, takes what is composed, writes what is missing and hands in, in few touches', async () => {
  const { page, context, end } = await openPage(`${demo.address}/accessibility`, { width: 390 })
  await enterAs(page, demo.address, writer)
  await page.goto(`${demo.address}/my-reports`)
  let touches = 0
  const tap = async (name: RegExp, role: 'link' | 'button' = 'button') => {
    touches += 1
    await page.getByRole(role, { name }).first().tap()
  }
  expect(await heightOf(page)).toBeLessThan(3_000)
  await tap(/Soạn tiếp/, 'link')
  await page.waitForURL(/\/reports\/\d+/)
  const { pathname } = new URL(page.url())
  // Nine screens of a phone, of which the folded sections take one each two; it was 9,000 px.
  expect(await heightOf(page)).toBeLessThan(4_500)
  expect(await page.locator('details.report-section[open]').count()).toBeLessThanOrEqual(3)
  expect(await axeFaults(page)).toEqual([])
  expect(await sideways(page)).toEqual([])

  await tap(/Nhận cả \d+ đoạn soạn sẵn/)
  await page.getByText(/Đã nhận \d+ đoạn soạn sẵn/).waitFor()
  for (const link of await page.locator('.overview-list a').all()) {
    touches += 1
    await link.tap()
    const code = new URL(page.url()).hash.slice(3)
    const area = page.locator(`#text-${code}`)
    const told = page.locator(`#s-${code} [data-told]`)
    const text = await area.inputValue()
    touches += 1
    await area.fill(
      text.includes('…')
        ? text.replaceAll('…', 'do nhân sự đầu mối thay đổi trong tháng 10')
        : 'Phường ban hành kế hoạch tuyên truyền, họp giao ban hằng tháng với 12 tổ dân phố và phân công đầu mối.',
    )
    await told.filter({ hasText: 'Đã lưu lúc' }).waitFor()
  }
  const bar = page.locator('.submit-bar')
  expect(await bar.evaluate((el) => el.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
  touches += 1
  await bar.getByRole('link').tap()
  await tap(/^Gửi báo cáo$/)
  await page.getByText('Đã gửi báo cáo.').waitFor()
  expect(new URL(page.url()).pathname).toBe(pathname)
  // Open, take, two sections with two touches each, down to the end, hand in.
  expect(touches).toBeLessThanOrEqual(8)
  await context.clearCookies()
  await end()
}, 300_000)

function heightOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollHeight')
}

import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addChannel } from '../src/modules/publishing/channels/channels.fixtures.ts'
import { fakeServices } from '../src/modules/publishing/channels/fake-services.fixtures.ts'
import { axeFaults, closeBrowser, openPage, sideways } from './browser.ts'
import { type Demonstration, enterAs, runDemonstration } from './demonstration.ts'

/** The desk's day: written, given a text for each channel, approved by a second person, public, and on the channels. */
let demo: Demonstration
let fake: Awaited<ReturnType<typeof fakeServices>>
beforeAll(async () => {
  fake = await fakeServices()
  demo = await runDemonstration({
    channels: { ...fake.bases, callSeconds: 20 },
    privateHosts: ['127.0.0.1'],
  })
  const { id } = await demo.db
    .selectFrom('organisations.unit')
    .select('id')
    .where('code', '=', 'CTTDT')
    .executeTakeFirstOrThrow()
  await addChannel(demo, fake, 'zalo', id)
  await addChannel(demo, fake, 'facebook', id)
})
afterAll(async () => {
  await closeBrowser()
  await demo?.close()
  await fake?.close()
})

const title = 'Phường Chung An trả kết quả chứng thực ngay trong buổi sáng'

test('an item is written, given texts for channels, approved, read by the public and sent once a channel', async () => {
  const { page, context, end } = await openPage(`${demo.address}/accessibility`, { width: 390 })
  await enterAs(page, demo.address, 'Mai Thị Hồng')
  await write(page)
  const item = new URL(page.url()).pathname
  await chooseAndWrite(page, item)
  await page.goto(`${demo.address}${item}`)
  await page.getByRole('button', { name: 'Trình duyệt' }).click()
  await page.getByText('Chờ duyệt').first().waitFor()
  expect(await page.getByRole('button', { name: /^Duyệt/ }).count()).toBe(0)

  await page.setViewportSize({ width: 1440, height: 900 })
  await enterAs(page, demo.address, 'Nguyễn Minh Tâm')
  await page.goto(`${demo.address}${item}`)
  await page.getByText('Bà con ơi, nay chứng thực lấy ngay!').first().waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Duyệt và đăng ngay' }).click()
  await page.getByRole('link', { name: 'Xem trên chuyên trang' }).waitFor()
  await sentByBoth(page, item)
  expect(fake.ledger.map((p) => p.service).sort()).toEqual(['facebook', 'zalo'])
  const post = fake.ledger.find((p) => p.service === 'facebook')
  expect(post?.words).toContain('Bà con ơi, nay chứng thực lấy ngay!')
  const link = /https?:\/\/\S+\/s\/\w{7}/.exec(post?.words ?? '')?.[0] ?? ''
  expect(await axeFaults(page)).toEqual([])

  await context.clearCookies()
  // The program was told its address before it had a port: the way on is taken from the answer.
  const led = await page.request.get(`${demo.address}${new URL(link).pathname}`, { maxRedirects: 0 })
  await page.goto(`${demo.address}${new URL(led.headers()['location'] ?? '', demo.address).pathname}`)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title)
  await page.getByText('Người dân nộp từ 7 giờ 30').waitFor()
  await end()
}, 300_000)

async function write(page: Page): Promise<void> {
  await page.goto(`${demo.address}/desk/items/new`)
  await page.getByRole('textbox', { name: 'Tiêu đề' }).fill(title)
  await page
    .getByRole('button', { name: /Viết|Lập|Tạo|Bắt đầu/ })
    .last()
    .click()
  await page.waitForURL(/\/desk\/items\/\d+\/edit/)
  const bytes = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#1b6638' } })
    .jpeg()
    .toBuffer()
  await page.locator('#image').setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: bytes })
  await page.locator('textarea[name=alt]').fill('Người dân nhận kết quả tại quầy chứng thực')
  await page.locator('form[action$="/images"] button[type=submit]').click()
  await page.getByRole('radio', { name: /quầy chứng thực/ }).check()
  await page.locator('textarea[name=lead]').fill('Hồ sơ chứng thực nộp trước 9 giờ có kết quả trước 11 giờ.')
  await page.locator('.rich-text').first().click()
  await page.keyboard.type('Người dân nộp từ 7 giờ 30, chờ tại chỗ và nhận kết quả trong buổi sáng.')
  await page.locator('[data-told]').filter({ hasText: 'Đã tự lưu' }).waitFor()
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.waitForURL(/\/desk\/items\/\d+$/)
}

/** On a phone: two channels, and a post of its own for one of them, counted while it is typed. */
async function chooseAndWrite(page: Page, item: string): Promise<void> {
  await page.getByRole('link', { name: 'Chọn kênh, sửa bản cho kênh' }).click()
  await page.getByRole('checkbox', { name: 'Kênh zalo' }).check()
  await page.getByRole('checkbox', { name: 'Kênh facebook' }).check()
  await page.getByRole('button', { name: 'Lưu lựa chọn' }).click()
  await page.getByText('Đã lưu các kênh').waitFor()
  expect([await axeFaults(page), await sideways(page)]).toEqual([[], []])
  const cards = page.locator('.channel-card')
  await cards.filter({ hasText: 'Kênh zalo' }).getByRole('link', { name: 'Sửa bản cho kênh này' }).click()
  await page.locator('textarea[name=title]').fill('D'.repeat(150))
  await page.getByText('150 / 149 ký tự').waitFor()
  await page
    .getByText(/kênh chỉ nhận 149: cần bớt 1/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.locator('[data-error-summary]').waitFor()
  expect(await page.locator('textarea[name=title]').inputValue()).toBe('D'.repeat(150))
  expect([await axeFaults(page), await sideways(page)]).toEqual([[], []])
  await page.locator('textarea[name=title]').fill(title)
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.waitForURL(/\/channels(#.*)?$/)
  await page.goto(`${demo.address}${item}/channels`)
  await cards.filter({ hasText: 'Kênh facebook' }).getByRole('link', { name: 'Sửa bản cho kênh này' }).click()
  await page.locator('textarea[name=text]').fill('Bà con ơi, nay chứng thực lấy ngay!')
  await page.locator('.seen-text', { hasText: 'Bà con ơi' }).waitFor()
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByText('Viết riêng').first().waitFor()
}

/** The program sends in its own time: the page is opened again until it tells. */
async function sentByBoth(page: Page, item: string): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    await page.goto(`${demo.address}${item}`)
    if ((await page.locator('#channels').getByText('Đã gửi').count()) === 2) return
    await page.waitForTimeout(1_000)
  }
  throw new Error(`not sent: ${await page.locator('#channels').innerText()}`)
}

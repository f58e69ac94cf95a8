import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, openPage } from './browser.ts'
import { type Demonstration, enterAs, runDemonstration } from './demonstration.ts'

/** Words of a report, typed on a phone with a bad line, by two people. */
let demo: Demonstration
beforeAll(async () => {
  demo = await runDemonstration()
})
afterAll(async () => {
  await closeBrowser()
  await demo?.close()
})

const writer = 'Trần Hữu Phúc'
const own = 'Phường đã ban hành kế hoạch và họp giao ban với 12 tổ dân phố về tuyên truyền.'

test('words are saved while they are typed, survive a lost line, and meet those of somebody else', async () => {
  const { page, faults } = await openPage(`${demo.address}/accessibility`, { width: 390 })
  await enterAs(page, demo.address, writer)
  await page.goto(`${demo.address}/my-reports`)
  await page
    .getByRole('link', { name: /Soạn tiếp/ })
    .first()
    .click()
  const address = `${page.url()}?section=direction`
  const area = page.locator('#text-direction')
  const told = page.locator('#s-direction [data-told]')
  await area.fill(own)
  await told.filter({ hasText: 'Đã lưu lúc' }).waitFor()
  expect(await page.locator('#s-direction [data-state]').innerText()).toBe('Đủ')
  await page.reload()
  expect(await area.inputValue()).toBe(own)

  const context = page.context()
  await context.setOffline(true)
  await area.fill(`${own} Câu viết khi mất mạng.`)
  await told.filter({ hasText: 'Nội dung được giữ trên máy này' }).waitFor()
  await context.setOffline(false)
  await told.filter({ hasText: 'Đã lưu lúc' }).waitFor()

  const closed = await context.newPage()
  await closed.goto(address)
  await context.setOffline(true)
  await closed.locator('#text-direction').fill(`${own} Thẻ bị đóng khi mất mạng.`)
  await closed.locator('#s-direction [data-told]').filter({ hasText: 'được giữ' }).waitFor()
  await closed.close()
  await context.setOffline(false)
  await page.goto(address)
  expect(await area.inputValue()).toContain('Thẻ bị đóng khi mất mạng.')
  const onServer = async () => (await context.request.get(address)).text()
  await expect.poll(onServer, { timeout: 60_000 }).toContain('Thẻ bị đóng khi mất mạng.')

  const second = await context.newPage()
  await second.goto(address)
  await second.locator('#text-direction').fill(`${own} Bản của thẻ thứ hai.`)
  await second.locator('#s-direction [data-told]').filter({ hasText: 'Đã lưu lúc' }).waitFor()
  page.on('dialog', (d) => d.accept())
  await area.fill(`${own} Bản của thẻ thứ nhất.`)
  await told.filter({ hasText: 'Cả hai bản đều được giữ' }).waitFor()
  await page.goto(address)
  const merge = page.locator('#s-direction .two-texts')
  expect(await merge.innerText()).toContain('Bản của thẻ thứ nhất.')
  expect(await area.inputValue()).toContain('Bản của thẻ thứ hai.')
  // The lost line is in the browser's own console; nothing else may be.
  expect(faults.filter((f) => !/ERR_INTERNET_DISCONNECTED|Failed to load/.test(f))).toEqual([])
  await context.close()
}, 300_000)

test('at the desk a picture is sent from the editor, and of two who write at once nobody loses a word', async () => {
  const { page, faults } = await openPage(`${demo.address}/accessibility`)
  await enterAs(page, demo.address, 'Nguyễn Minh Tâm')
  const { id } = await demo.db
    .selectFrom('editorial.item')
    .select('id')
    .where('state', '=', 'draft')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const address = `${demo.address}/desk/items/${id}/edit`
  await page.goto(address)
  const text = page.getByRole('textbox', { name: 'Nội dung' })
  const told = page.locator('[data-told]').first()
  await text.click()
  await page.keyboard.press('Control+End')
  await page.getByRole('toolbar').getByRole('button', { name: 'Ảnh', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const buffer = await sharp({ create: { width: 640, height: 360, channels: 3, background: '#0f766e' } })
    .png()
    .toBuffer()
  await dialog
    .getByLabel('Tải ảnh mới lên')
    .setInputFiles({ name: 'quay-mot-cua.png', mimeType: 'image/png', buffer })
  await dialog.getByText('quay-mot-cua.png').waitFor()
  await dialog.getByRole('button', { name: 'Đồng ý' }).click()
  await dialog.getByText('Hãy viết mô tả ảnh').waitFor()
  await dialog.getByLabel(/Mô tả ảnh/).fill('Quầy Một cửa của phường')
  await dialog.getByRole('button', { name: 'Đồng ý' }).click()
  await told.filter({ hasText: 'Đã tự lưu lúc' }).waitFor()
  await page.reload()
  await page.getByRole('img', { name: 'Quầy Một cửa của phường' }).first().waitFor()

  const second = await page.context().newPage()
  await second.goto(address)
  const write = async (on: typeof page, words: string) => {
    await on.getByRole('textbox', { name: 'Nội dung' }).click()
    await on.keyboard.press('Control+Home')
    await on.keyboard.type(`${words} `)
  }
  await write(second, 'Câu của người thứ hai.')
  await second.locator('[data-told]').first().filter({ hasText: 'Đã tự lưu lúc' }).waitFor()
  page.on('dialog', (d) => d.accept())
  await write(page, 'Câu của người thứ nhất.')
  await told.filter({ hasText: 'Người khác vừa sửa bài này' }).waitFor()
  await page.goto(address)
  const kept = await page.locator('main').innerText()
  expect(kept).toContain('Câu của người thứ hai.')
  expect(kept).toContain('Câu của người thứ nhất.')
  expect(faults).toEqual([])
  await page.context().close()
}, 300_000)

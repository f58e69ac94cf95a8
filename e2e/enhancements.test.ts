import { afterAll, expect, test } from 'vitest'
import { samplePages } from '../src/ui/gallery/sample-pages.tsx'
import { renderPage } from '../src/ui/render.ts'
import { axeFaults, closeBrowser, openPage } from './browser.ts'

afterAll(closeBrowser)

const gallery = renderPage(samplePages.gallery('vi'))

test('the error summary takes the focus and leads into the faulty field', async () => {
  const { page, end } = await openPage(gallery)
  await page.locator('[data-error-summary]:focus').waitFor()
  await page.getByRole('link', { name: 'Hạn hoàn thành phải là một ngày có thật' }).click()
  expect(await page.evaluate<string>('document.activeElement.id')).toBe('faulty-due')
  await end()
})

test('letters without accents thin out a long list', async () => {
  const { page, end } = await openPage(gallery)
  await page.getByRole('searchbox', { name: 'Gõ để lọc danh sách' }).fill('dac khu ly son')
  expect(await page.locator('#lead').inputValue()).toBe('7')
  await end()
})

test('a password can be looked at and is hidden again', async () => {
  const { page, end } = await openPage(renderPage(samplePages.signIn('vi')))
  await page.getByLabel('Mật khẩu', { exact: true }).fill('bí mật')
  await page.getByRole('button', { name: 'Hiện mật khẩu' }).click()
  expect(await page.locator('#password').getAttribute('type')).toBe('text')
  await page.getByRole('button', { name: 'Ẩn mật khẩu' }).click()
  expect(await page.locator('#password').getAttribute('type')).toBe('password')
  await end()
})

test('a field lights up its place in the source, and the place leads to the field', async () => {
  const { page, end } = await openPage(gallery)
  await page.locator('#issued').focus()
  expect(await page.locator('.mark-on').textContent()).toBe('ngày 15 tháng 02 năm 2023')
  await page.locator('[data-mark="due-1"]').click()
  expect(await page.evaluate<string>('document.activeElement.id')).toBe('due-1')
  await end()
})

test('source and reading lead to each other without a script', async () => {
  const { page, end } = await openPage(gallery, { javascript: false })
  await page.getByRole('link', { name: 'Xem trong văn bản' }).nth(1).click()
  expect(new URL(page.url()).hash).toBe('#source-issued')
  await page.locator('#source-issued').click()
  expect(new URL(page.url()).hash).toBe('#issued')
  await end()
})

test('an unsent draft is offered again', async () => {
  const { page, end } = await openPage(gallery)
  await page.locator('#title').fill('Phát thanh lưu động tại chợ phiên')
  await page.getByText('Đã lưu nháp lúc').waitFor()
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  await page.getByRole('button', { name: 'Lấy lại bản nháp' }).click()
  expect(await page.locator('#title').inputValue()).toBe('Phát thanh lưu động tại chợ phiên')
  await end()
})

test('shortcuts reach search and the list of keys, and can be switched off', async () => {
  const { page, end } = await openPage(gallery)
  await page.locator('h1').click()
  await page.keyboard.press('/')
  expect(await page.evaluate<string>('document.activeElement.name')).toBe('q')
  await page.locator('h1').click()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByLabel('Dùng phím tắt trên trình duyệt này').uncheck()
  await page.getByRole('button', { name: 'Đóng' }).click()
  await page.locator('h1').click()
  await page.keyboard.press('/')
  expect(await page.evaluate<string>('document.activeElement.name ?? ""')).toBe('')
  await end()
})

test('chosen files are listed and can be taken out again', async () => {
  const { page, end } = await openPage(gallery)
  await page.locator('#evidence').setInputFiles([
    { name: 'ảnh băng rôn.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(300_000) },
    { name: 'biên bản.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(10) },
  ])
  await page.getByRole('button', { name: 'Bỏ: ảnh băng rôn.jpg' }).click()
  expect(await page.locator('.drop-list li').allTextContents()).toEqual(['biên bản.pdf (0,1 MB)Bỏ'])
  await end()
})

test('the account menu opens by keyboard, is accessible, and closes on Escape', async () => {
  const { page, end } = await openPage(renderPage(samplePages.confirm('vi')), { width: 320 })
  await page.locator('.menu summary').press('Enter')
  await page.getByRole('button', { name: 'Đăng xuất' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(await page.getByRole('button', { name: 'Đăng xuất' }).isVisible()).toBe(false)
  await end()
})

test('a form with files is sent with a bar, and its answer takes the place of the page', async () => {
  const { page, end } = await openPage(gallery)
  let sent = ''
  await page.route('**/components', async (route) => {
    sent = route.request().postDataBuffer()?.toString('utf8') ?? ''
    await route.fulfill({ status: 422, contentType: 'text/html; charset=utf-8', body: gallery })
  })
  await page
    .locator('#evidence')
    .setInputFiles([{ name: 'biên bản.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') }])
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await page.waitForURL('**/components')
  await page.locator('[data-error-summary]:focus').waitFor()
  expect(sent.indexOf('name="_csrf"')).toBeGreaterThan(0)
  expect(sent.indexOf('name="_csrf"')).toBeLessThan(sent.indexOf('name="title"'))
  expect(sent).toContain('biên bản.pdf')
  expect(await page.locator('[data-day] + .button').count()).toBe(3)
  expect(await axeFaults(page)).toEqual([])
  await end()
})

test('a running job moves its bar and leads on when it is done', async () => {
  const { page, end } = await openPage(gallery)
  let asked = 0
  await page.route('**/components/progress', (route) => {
    asked++
    const now = asked < 2 ? { value: 30, max: 40, text: 'Trang 30 / 40' } : { done: '/#tags' }
    return route.fulfill({ json: now })
  })
  await page.getByText('Trang 30 / 40').first().waitFor()
  await page.waitForURL('**/#tags')
  await end()
})

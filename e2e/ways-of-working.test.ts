import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, openPage, tabTo } from './browser.ts'
import { type Demonstration, enterAs, runDemonstration } from './demonstration.ts'

/** The same work for those who have no mouse, and for those whose browser runs no script. */
let demo: Demonstration
beforeAll(async () => {
  demo = await runDemonstration()
})
afterAll(async () => {
  await closeBrowser()
  await demo?.close()
})

test('from sign-in to a recorded activity with the keyboard alone', async () => {
  const { page, end } = await openPage(`${demo.address}/sign-in`)
  const focusOn = (wanted: RegExp) => tabTo(page, wanted)
  await focusOn(/Trần Hữu Phúc/)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.goto(`${demo.address}/my-work`)
  await focusOn(/Ghi hoạt động/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/activities\/new/)
  await focusOn(/Đã làm gì/)
  await page.keyboard.type('Nói chuyện về dịch vụ công ở khu phố 2')
  await focusOn(/^\s*Hình thức/)
  await page.keyboard.press('ArrowDown')
  await focusOn(/Lưu hoạt động/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/activities\/\d+$/)
  expect(await page.locator('main').innerText()).toContain('Nói chuyện về dịch vụ công ở khu phố 2')
  await end()
}, 300_000)

test('without a script: sign in, take on a task, report it with a written result', async () => {
  const { page, end } = await openPage(`${demo.address}/sign-in`, { javascript: false, width: 390 })
  await enterAs(page, demo.address, 'Đặng Văn Lợi')
  const { id } = await demo.db
    .selectFrom('assignments.assignment as a')
    .innerJoin('accounts.role_grant as g', 'g.unit_id', 'a.unit_id')
    .innerJoin('accounts.account as p', 'p.id', 'g.account_id')
    .select('a.id')
    .where('p.name', '=', 'Đặng Văn Lợi')
    .where('a.state', '=', 'assigned')
    .executeTakeFirstOrThrow()
  await page.goto(`${demo.address}/assignments/${id}`)
  await page.getByRole('button', { name: 'Tiếp nhận' }).click()
  await page.locator('summary', { hasText: 'Báo cáo hoàn thành' }).click()
  await page
    .locator('textarea[name=note]')
    .first()
    .fill('Đã nói chuyện tại hai thôn, chưa kịp chụp ảnh minh chứng.')
  await page.getByRole('button', { name: 'Báo cáo hoàn thành' }).click()
  await page.waitForLoadState()
  const { state } = await demo.db
    .selectFrom('assignments.assignment')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(state).toBe('reported_done')
  await end()
}, 300_000)

import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectPath } from '../src/lib/paths.ts'
import { closeBrowser, openPage } from './browser.ts'
import { type Demonstration, enterAs, runDemonstration } from './demonstration.ts'
import { pagesToSee } from './pages.ts'

/** The pictures of the guide, taken anew from the demonstration: npm run pictures */
const asked = process.env['npm_lifecycle_event'] === 'pictures'
const folder = projectPath('docs/guide/pictures')
const largest = 150_000

let demo: Demonstration
beforeAll(async () => {
  if (!asked) return
  mkdirSync(folder, { recursive: true })
  demo = await runDemonstration()
}, 180_000)
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
  ['tai-khoan', 'Đỗ Anh Tuấn', '/accounts'],
] as const

const narrow = [
  ['viec-cua-toi-dien-thoai', '/my-work'],
  ['ghi-hoat-dong', '/activities/new'],
  ['nhiem-vu-dien-thoai', '/assignments/'],
] as const

describe.runIf(asked)('the pictures of the guide', () => {
  test('on a desk', async () => {
    const { pages } = await pagesToSee(demo.db)
    const { page, end } = await openPage(`${demo.address}/sign-in`, { width: 1280 })
    await take(page, 'dang-nhap')
    let who = ''
    for (const [name, person, start] of wide) {
      if (who !== person) await enterAs(page, demo.address, person)
      who = person
      const exact = start.endsWith('/')
        ? pages.find((p) => RegExp(`^${start}\\d+$`).test(p.path))?.path
        : start
      await page.goto(`${demo.address}${exact}`)
      await take(page, name)
    }
    await page.goto(`${demo.address}${pages.find((p) => /^\/plans\/\d+\/board$/.test(p.path))?.path}`)
    await take(page, 'bang-theo-doi')
    await end()
  }, 180_000)

  test('on a phone', async () => {
    const { pages } = await pagesToSee(demo.db)
    const { page, end } = await openPage(`${demo.address}/sign-in`, { width: 390 })
    await enterAs(page, demo.address, 'Trần Hữu Phúc')
    for (const [name, start] of narrow) {
      const exact = start.endsWith('/')
        ? pages.find((p) => RegExp(`^${start}\\d+$`).test(p.path))?.path
        : start
      await page.goto(`${demo.address}${exact}`)
      await take(page, name)
    }
    await end()
  }, 120_000)
})

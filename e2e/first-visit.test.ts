import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFaults, closeBrowser, openPage } from './browser.ts'
import { type Demonstration, runDemonstration } from './demonstration.ts'

/** What somebody meets who opens the portal for the first time, with nothing kept in the browser. */
let demo: Demonstration
let paths: string[]
beforeAll(async () => {
  demo = await runDemonstration()
  const article = await demo.db
    .selectFrom('publishing.publication')
    .select('slug')
    .where('state', '=', 'live')
    .where('kind', '=', 'article')
    .where('lead_image_id', 'is', null)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  paths = ['/portal', '/articles', `/articles/${article.slug}`, '/find?words=thu+tuc']
})
afterAll(async () => {
  await closeBrowser()
  await demo?.close()
})

interface Visit {
  path: string
  width: number
  /** Everything that came over the wire until the page was quiet, heads included; pictures below it are not asked for. */
  bytes: number
  /** Cumulative layout shift, one screen down and back. */
  shift: number
}

const watchShifts = `window.shifted = 0
  new PerformanceObserver((list) => { for (const s of list.getEntries()) window.shifted += s.value })
    .observe({ type: 'layout-shift', buffered: true })`

async function visit(path: string, width: number): Promise<Visit> {
  const { page, context, end } = await openPage(`${demo.address}/robots.txt`, { width })
  await context.addInitScript(watchShifts)
  const wire = await context.newCDPSession(page)
  let bytes = 0
  await wire.send('Network.enable')
  wire.on('Network.loadingFinished', (e) => {
    bytes += e.encodedDataLength
  })
  await page.goto(`${demo.address}${path}`, { waitUntil: 'networkidle' })
  const first = bytes
  await page.mouse.wheel(0, 900)
  await page.waitForTimeout(300)
  const shift = await page.evaluate<number>('window.shifted')
  await end()
  return { path, width, bytes: first, shift }
}

test('a first visit weighs less than 100 kB, fonts included, and nothing on it jumps', async () => {
  const visits: Visit[] = []
  for (const path of paths) for (const width of [390, 1440]) visits.push(await visit(path, width))
  expect(visits.filter((v) => v.bytes > 100_000 || v.bytes < 20_000)).toEqual([])
  // A face that comes late on a busy machine moves a line a little (0.0006 to 0.026 were seen before it had a stand-in of
  // its own measure); what a reader notices begins at 0.1.
  expect(visits.filter((v) => v.shift > 0.02)).toEqual([])
}, 300_000)

/** The words a reader has before them, in their order; an empty place for what a script will say is no word. */
async function wordsOf(page: Page): Promise<string> {
  return (await page.locator('body').innerText()).replace(/\s*\n\s*/g, '\n')
}

test('without a script every page says the same, and is accessible either way', async () => {
  for (const path of paths) {
    const address = `${demo.address}${path}`
    const without = await openPage(address, { width: 390, javascript: false })
    const said = await wordsOf(without.page)
    await without.end()
    const scripted = await openPage(address, { width: 390 })
    expect([path, await wordsOf(scripted.page)]).toEqual([path, said])
    expect(said.length).toBeGreaterThan(400)
    expect([path, await axeFaults(scripted.page)]).toEqual([path, []])
    await scripted.end()
  }
}, 300_000)

test('large print is a quarter larger, and nothing leaves a narrow phone', async () => {
  const { page, end } = await openPage(`${demo.address}/portal`, { width: 320 })
  const size = () => page.evaluate<string>('getComputedStyle(document.querySelector("h2")).fontSize')
  const usual = Number.parseFloat(await size())
  await page.goto(`${demo.address}/display?print=large&back=%2Fportal`)
  expect(Number.parseFloat(await size()) / usual).toBeCloseTo(1.25, 2)
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await end()
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, testWeb } from '../test/web.ts'
import { axeFaults, closeBrowser, openPage, sideways } from './browser.ts'
import { type Demonstration, enterAs, runDemonstration } from './demonstration.ts'
import { type PageToSee, pagesToSee } from './pages.ts'

/** Every page with the work of a province in it, at both ends of the widths people have, and in English. */
let demo: Demonstration
let pages: PageToSee[]
let missing: string[]
beforeAll(async () => {
  demo = await runDemonstration()
  ;({ pages, missing } = await pagesToSee(demo.db))
})
afterAll(async () => {
  await closeBrowser()
  await demo?.close()
})

const people = () => new Set(pages.map((p) => p.name))
const pagesOf = (name: string) => pages.filter((p) => p.name === name)

test('every page is walked, or left out for a reason', () => {
  expect(missing, 'give samples.ts a thing for these, or pages.ts a reason to leave them out').toEqual([])
  expect(pages.length).toBeGreaterThan(60)
})

test('every page is accessible and keeps inside its width, at 320 and at 1440 px', async () => {
  const faults: string[] = []
  for (const name of people()) {
    const { page, end } = await openPage(`${demo.address}/accessibility`, { width: 320 })
    if (name) await enterAs(page, demo.address, name)
    for (const [at, { path }] of pagesOf(name).entries()) {
      const answer = await page.goto(`${demo.address}${path}`)
      expect([path, answer?.status()]).toEqual([path, 200])
      for (const width of [320, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        // The wide frame has the same colours around every page of a person: seen on the first of them.
        const contrast = width === 320 || at === 0
        for (const fault of await axeFaults(page, { contrast })) faults.push(`${path} at ${width}: ${fault}`)
        for (const wide of await sideways(page)) faults.push(`${path} at ${width} sticks out: ${wide}`)
      }
    }
    await end()
  }
  expect(faults).toEqual([])
}, 1_500_000)

/** Letters that only Vietnamese has. What people wrote stays as they wrote it; buttons are furniture. */
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu

test('every page has its furniture in English', async () => {
  const left: string[] = []
  for (const name of people()) {
    const browser = await browserOf(name)
    browser.cookies.set('lang', 'en')
    // The gallery of components shows samples, as people here would write them.
    for (const { path } of pagesOf(name).filter((p) => p.path !== '/components')) {
      const page = await browser.get(path)
      expect([path, page.status]).toEqual([path, 200])
      expect(page.html).toContain('lang="en"')
      for (const words of furniture(page.html)) {
        // The name of whoever is signed in, and of units, stand on buttons too.
        if (name && vietnamese.test(words.replace(/Tiếng Việt/g, '')) && !words.includes(name))
          left.push(`${path}: ${words}`)
      }
    }
  }
  expect(left).toEqual([])
}, 300_000)

/** Buttons, headings of columns and of groups of fields; without the hidden part that names what a button is about. */
function furniture(html: string): string[] {
  const found = html.matchAll(
    /<(button|legend|th(?= [^>]*scope="col"))\b[^>]*>(.*?)<\/(?:button|legend|th)>/gs,
  )
  // What is quoted from a document says so.
  const own = [...found].filter((m) => !/^<[^>]*lang="vi"/.test(m[0]))
  return own.map((m) =>
    (m[2] ?? '')
      .replace(/<span class="visually-hidden">.*?<\/span>/gs, '')
      .replace(/<[^>]*>/g, ' ')
      .trim(),
  )
}

async function browserOf(name: string): Promise<Browser> {
  const web = testWeb(demo.db, { dataDir: demo.config.dataDir })
  web.clock.now = new Date()
  if (!name) return web.visitor()
  const account = await demo.db
    .selectFrom('accounts.account as a')
    .innerJoin('accounts.role_grant as g', 'g.account_id', 'a.id')
    .select(['a.id', 'a.email', 'a.province_id', 'g.unit_id'])
    .where('a.name', '=', name)
    .executeTakeFirstOrThrow()
  const person = {
    provinceId: account.province_id,
    accountId: account.id,
    name,
    email: account.email,
  } as const
  return web.signedIn({ ...person, role: 'province_lead', unitId: account.unit_id })
}

import { afterAll, describe, expect, test } from 'vitest'
import { samplePages } from '../src/ui/gallery/sample-pages.tsx'
import { renderPage } from '../src/ui/render.ts'
import { axeFaults, closeBrowser, openPage, sideways } from './browser.ts'

afterAll(closeBrowser)

const screens = [
  { width: 320, dark: false },
  { width: 1440, dark: false },
  { width: 1440, dark: true },
]

describe.each(Object.keys(samplePages) as (keyof typeof samplePages)[])('the page "%s"', (name) => {
  test.each(screens)('is accessible and keeps inside its width: $width px, dark $dark', async (screen) => {
    const visit = await openPage(renderPage(samplePages[name]('vi')), screen)
    expect(await axeFaults(visit.page)).toEqual([])
    expect(await sideways(visit.page)).toEqual([])
    await visit.end()
  })

  test('speaks English and needs no script', async () => {
    const visit = await openPage(renderPage(samplePages[name]('en')), { javascript: false, width: 390 })
    expect(await visit.page.getAttribute('html', 'lang')).toBe('en')
    expect(await visit.page.locator('main').count()).toBe(1)
    await visit.end()
  })
})

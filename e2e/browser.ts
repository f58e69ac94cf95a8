import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { contentPolicy } from '../src/lib/http/headers.ts'
import { projectPath } from '../src/lib/paths.ts'

/** Where pages given as text pretend to live. Nothing is asked of the network: files come from public/. */
const HERE = 'http://chungtay.test'

let browser: Promise<Browser> | undefined

/** One browser for the whole test file, started on first use. End it with {@link closeBrowser} in `afterAll`. */
function theBrowser(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  })
  return browser
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}

type Options = {
  /** CSS pixels; the height follows. Default 1440. */
  width?: number
  javascript?: boolean
  dark?: boolean
}

export type Visit = {
  page: Page
  context: BrowserContext
  /** Console errors, uncaught exceptions and requests to other hosts so far. */
  faults: string[]
  /** Ends the visit; throws when something went wrong that no assertion looked at. */
  end: () => Promise<void>
}

/**
 * Opens an address (`http://127.0.0.1:…`) or a whole page as text. Every console error and every request to
 * another host is a fault, and `end()` fails on them.
 */
export async function openPage(place: string, options: Options = {}): Promise<Visit> {
  const width = options.width ?? 1440
  const context = await (await theBrowser()).newContext({
    viewport: { width, height: width < 700 ? 740 : 900 },
    javaScriptEnabled: options.javascript ?? true,
    colorScheme: options.dark ? 'dark' : 'light',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    hasTouch: width < 700,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const isText = !/^https?:/.test(place)
  const faults = watch(page, isText ? HERE : new URL(place).origin)
  if (isText)
    await page.route(`${HERE}/**`, (route) =>
      answer(route.request().url(), place).then((r) => route.fulfill(r)),
    )
  await page.goto(isText ? `${HERE}/` : place)
  return { page, context, faults, end: () => end(context, faults) }
}

async function end(context: BrowserContext, faults: readonly string[]): Promise<void> {
  await context.close()
  if (faults.length > 0) throw new Error(`The page was not quiet:\n${faults.join('\n')}`)
}

/** A 4xx answer to a form is part of a journey and no fault, although Chromium logs it as one. */
function watch(page: Page, origin: string): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    const expected = /Failed to load resource.*status of 4(03|04|09|22)/.test(message.text())
    if (message.type() === 'error' && !expected) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin) faults.push(`went out to ${request.url()}`)
  })
  return faults
}

const kinds: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

async function answer(address: string, html: string) {
  const { pathname } = new URL(address)
  if (pathname === '/') {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentPolicy }
    return { status: 200, headers, body: html }
  }
  const contentType = kinds[extname(pathname)]
  if (contentType === undefined) return { status: 404, body: '' }
  const bundled = pathname === '/js/rich-editor.js' ? 'dist/public' : 'public'
  return { status: 200, contentType, body: await readFile(projectPath(bundled, pathname)) }
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/**
 * Accessibility faults by WCAG 2.2 A and AA, each as one readable line; empty when all is well. Contrast takes most of
 * the time and does not hang on the width: a second look at the same page may do without.
 */
export async function axeFaults(page: Page, { contrast = true } = {}): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(await readFile(axePath, 'utf8'))
  type Found = { id: string; help: string; nodes: { html: string; failureSummary: string }[] }
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const asked = { runOnly: tags, rules: { 'color-contrast': { enabled: contrast } } }
  const run = `axe.run(document, ${JSON.stringify(asked)})`
  const found = await page.evaluate<Found[]>(`${run}.then((result) => result.violations)`)
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${help}\n   ${node.html.slice(0, 160)}\n   ${node.failureSummary.replace(/\s+/g, ' ')}`,
    ),
  )
}

/** What sticks out to the right, as short descriptions; empty when the page does not scroll sideways. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > room + 1)
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 120))
  })()`)
}

/** Presses Tab until the control with these words, its own or its label's, has the focus. */
export async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let tabs = 0; tabs < 160; tabs++) {
    const words = await page.evaluate<string>(
      "(document.activeElement?.labels?.[0] ?? document.activeElement)?.textContent?.replace(/\\s+/g, ' ') ?? ''",
    )
    const isControl = await page.evaluate<boolean>('document.activeElement !== document.body')
    if (isControl && wanted.test(words)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard never reached ${wanted}`)
}

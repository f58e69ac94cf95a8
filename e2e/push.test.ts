import { mkdtempSync, rmSync } from 'node:fs'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Serving, serve } from '../src/app/serve.ts'
import { type Config, readConfig } from '../src/lib/config.ts'
import type { Db } from '../src/lib/db/db.ts'
import { openLog } from '../src/lib/log.ts'
import { openPortal } from '../src/modules/publishing/publishing.columns.ts'
import { addPublication } from '../src/modules/publishing/publishing.fixtures.ts'
import { pushPublication } from '../src/modules/publishing/push/making.ts'
import { type FakePushService, fakePushService } from '../src/modules/publishing/push/push.fixtures.ts'
import { pushPair } from '../src/modules/publishing/push/push.ts'
import { sendPush } from '../src/modules/publishing/push/sending-pushes.ts'
import { freshDatabase } from '../test/database.ts'
import { makeWorld, type World } from '../test/world.ts'
import { axeFaults, closeBrowser, openPage } from './browser.ts'

let db: Db
let close: () => Promise<void>
let world: World
let config: Config
let serving: Serving
let service: FakePushService
let publicKey = ''
const folder = mkdtempSync('/tmp/chungtay-push-')

beforeAll(async () => {
  let url: string
  ;({ db, url, close } = await freshDatabase())
  world = await makeWorld(db)
  await db.transaction().execute((tx) => openPortal(tx, 1))
  config = { ...readConfig({}), port: 0, databaseUrl: url, privateHosts: ['127.0.0.1'] }
  serving = await serve(config, db, openLog({ logLevel: 'silent' }))
  service = await fakePushService(() => publicKey)
  const pair = await db.transaction().execute((tx) => pushPair(tx, config.secret, 1, new Date()))
  publicKey = pair.publicKey.toString('base64url')
})
afterAll(async () => {
  await closeBrowser()
  await service.close()
  await serving.stop()
  await close()
  rmSync(folder, { recursive: true, force: true })
})

/** Notifications live in a profile of their own, not in a private window. */
function openProfile(): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    viewport: { width: 390, height: 800 },
    locale: 'vi-VN',
  })
}

/** The maker of the browser hands out endpoints; here the service of the test does. */
function subscribeAt(target: { endpoint: string; p256dh: string; auth: string }): string {
  const { endpoint, ...keys } = target
  return `(() => {
    const mine = {
      endpoint: ${JSON.stringify(endpoint)}, options: {},
      toJSON: () => (${JSON.stringify({ endpoint, keys })}),
      unsubscribe: async () => localStorage.removeItem('mine'),
    }
    PushManager.prototype.getSubscription = async () => localStorage.getItem('mine') ? mine : null
    PushManager.prototype.subscribe = async () => { localStorage.setItem('mine', '1'); return mine }
  })()`
}

async function deliver(context: BrowserContext, page: Page, text: string): Promise<void> {
  const client = await context.newCDPSession(page)
  const origin = new URL(page.url()).origin
  const registered = new Promise<string>((found) =>
    client.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const one of registrations) if (one.scopeURL === `${origin}/`) found(one.registrationId)
    }),
  )
  await client.send('ServiceWorker.enable')
  await client.send('ServiceWorker.deliverPushMessage', {
    origin,
    registrationId: await registered,
    data: text,
  })
}

test('without a script the page names the ways that need none', async () => {
  const { page, end } = await openPage(`${serving.address}/subscriptions/push`, {
    width: 390,
    javascript: false,
  })
  expect(await page.getByRole('main').innerText()).toContain('Trình duyệt này chưa hiện được thông báo')
  expect(await page.getByRole('link', { name: 'Bản tin qua thư điện tử' }).isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: 'Bật thông báo' }).isVisible()).toBe(false)
  await end()
})

test('switched on, a notification is decrypted, shown and leads on; switched off, nothing is kept', async () => {
  const context = await openProfile()
  const { origin } = new URL(serving.address)
  await context.grantPermissions(['notifications'], { origin })
  await context.addInitScript(subscribeAt(service.subscribe('telephone')))
  const page = await context.newPage()
  await page.goto(`${serving.address}/subscriptions/push`)
  await page.getByLabel('Cải cách thủ tục hành chính', { exact: true }).check()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Bật thông báo' }).click()
  await page.getByText('Máy này đang nhận thông báo').waitFor()
  expect(await page.getByLabel('Cải cách thủ tục hành chính', { exact: true }).isChecked()).toBe(true)
  expect(await axeFaults(page)).toEqual([])

  const now = new Date()
  const more = { topics: ['procedures'], first_published_at: now }
  const { id } = await addPublication(db, world.units.noiVu, more)
  const push = await db.transaction().execute((tx) => pushPublication(tx, config, 1, id, now))
  await sendPush({ db, config, clock: () => now }, 1, push ?? 0)
  expect(service.unproven).toEqual([])
  await deliver(context, page, service.shown[0]?.text ?? '')
  const shown = await page.waitForFunction<{ title: string; body: string; leads: string } | false>(
    `navigator.serviceWorker.ready.then((r) => r.getNotifications()).then(([one]) =>
      one ? { title: one.title, body: one.body, leads: one.data.navigate } : false)`,
  )
  expect(await shown.jsonValue()).toMatchObject({
    title: 'Nộp hồ sơ trực tuyến: năm bước, làm ở nhà',
    body: 'Nộp hồ sơ trực tuyến ở nhà, không phải đi lại.',
    leads: expect.stringMatching(/\/s\/[a-z0-9]{7}$/),
  })

  await page.getByRole('button', { name: 'Ngừng nhận trên máy này' }).click()
  await page.getByText('Đã ngừng.').waitFor()
  expect(await db.selectFrom('publishing.push_subscription').selectAll().execute()).toEqual([])
  await context.close()
})

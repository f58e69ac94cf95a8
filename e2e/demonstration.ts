import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { seedDemonstration } from '../src/app/demonstration.ts'
import { serve } from '../src/app/serve.ts'
import { startWorker } from '../src/app/worker.ts'
import { type Config, readConfig } from '../src/lib/config.ts'
import type { Db } from '../src/lib/db/db.ts'
import { openLog } from '../src/lib/log.ts'
import { filledTemplate, freshDatabase } from '../test/database.ts'

export interface Demonstration {
  address: string
  config: Config
  db: Db
  close: () => Promise<void>
}

/** The whole program, pages and jobs, on a database of its own with the demonstration province in it. */
export async function runDemonstration(settings: Partial<Config> = {}): Promise<Demonstration> {
  const seeded = await filledTemplate('demonstration', (db, dataDir) =>
    seedDemonstration(db, { ...readConfig({}), dataDir }, new Date()),
  )
  const { db, url, close } = await freshDatabase(seeded.url)
  const dataDir = mkdtempSync('/tmp/chungtay-e2e-')
  cpSync(seeded.folder, dataDir, { recursive: true })
  const config: Config = { ...readConfig({}), port: 0, dataDir, databaseUrl: url, ...settings }
  const log = openLog({ logLevel: 'silent' })
  const serving = await serve(config, db, log)
  const store = { db, url, died: new Promise<string>(() => {}), close: async () => {} }
  const jobs = startWorker(store, config, log)
  return {
    address: serving.address,
    config,
    db,
    close: async () => {
      await jobs.stop()
      await serving.stop()
      await close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** One click on the sign-in page: 'Lê Bảo Khánh' and whoever else stands there by name. */
export async function enterAs(page: Page, address: string, name: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`${address}/sign-in`)
  await page.getByRole('button', { name }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

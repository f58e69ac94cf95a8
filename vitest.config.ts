import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const browser = process.env['CHROMIUM'] ?? browsers.find((path) => existsSync(path))
if (browser) process.env['CHROMIUM'] = browser
else if (process.env['CI'])
  throw new Error('The journeys need Chromium: apt-get install chromium, or set CHROMIUM.')
else {
  process.stderr.write(
    'Không thấy Chromium nên bỏ qua các hành trình trên trình duyệt (e2e); đặt CHROMIUM=/đường/dẫn để chạy. / No Chromium, so the browser journeys (e2e) are left out; set CHROMIUM=/path to run them.\n',
  )
}

const database = { globalSetup: ['test/database-server.ts'] }

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
          ...database,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: browser ? ['e2e/**/*.test.{ts,tsx}'] : [],
          globalSetup: [...database.globalSetup, 'test/browser-scripts.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
    maxWorkers: 2,
  },
})

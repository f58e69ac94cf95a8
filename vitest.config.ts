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

/**
 * These put something in the place of a package, or count what a process remembers: they share their modules with
 * nobody. All others do.
 */
const alone = [
  'src/lib/db/prepared.test.ts',
  'src/lib/documents/out/pdf-missing.test.ts',
  'src/modules/plans/plans.printing.test.ts',
]
/** Far beyond what any of them takes: a machine that does much else must not fail them. */
const unit = { testTimeout: 120_000, hookTimeout: 600_000 }

export default defineConfig({
  test: {
    // One server and one template for all of them.
    globalSetup: ['test/database-server.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          // Not `exclude`: that would take the place of what a call excludes.
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', ...alone.map((path) => `!${path}`)],
          // Modules are loaded once for each worker, not for each file: a third of the time of all tests.
          isolate: false,
          ...unit,
        },
      },
      { test: { name: 'alone', include: alone, ...unit } },
      {
        test: {
          name: 'e2e',
          include: browser ? ['e2e/**/*.test.{ts,tsx}'] : [],
          globalSetup: ['test/browser-scripts.ts'],
          isolate: false,
          testTimeout: 300_000,
          // The first file fills the demonstration for all; a machine that does much else takes minutes for it.
          hookTimeout: 600_000,
        },
      },
    ],
    maxWorkers: 2,
  },
})

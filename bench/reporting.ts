// A nation's reporting under load: real provinces with all their communes, two years, 60 tasks a province and year,
// 1.5 million activities, every report that fell due with realistic lateness.
// Run: DATABASE_URL=… node bench/reporting.ts  (a server whose user may set session_replication_role; without
// DATABASE_URL the embedded PostgreSQL on a throw-away folder). PROVINCES, ACTIVITIES, READERS, SECONDS change the size;
// FILL=1 only fills; KEEP=1 measures a database that was filled before; PAGES=board,leader takes some pages; CHANGES
// (1) a second are made to reports and activities of the province that is looked at.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { openDb } from '../src/lib/db/db.ts'
import { migrate } from '../src/lib/db/migrate.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'
import { postmasterOf } from './processes.ts'
import { byHandAndOurs, madeAnew, spentBy } from './reporting/by-hand.ts'
import { fill, filled, nextYearOf, sizesOf } from './reporting/fill.ts'
import { measurePages } from './reporting/pages.ts'

const provinces = Number(process.env['PROVINCES'] ?? 34)
const activities = Number(process.env['ACTIVITIES'] ?? Math.round((1_500_000 * provinces) / 34))
const keeps = process.env['KEEP'] === '1'

const folder = mkdtempSync('/tmp/chungtay-bench-reporting-')
chmodSync(folder, 0o711)
const server = process.env['DATABASE_URL'] ? null : await startPostgres(folder)
const url = process.env['DATABASE_URL'] ?? server?.url ?? ''
await migrate(url)
const db = openDb(url, 4)
try {
  const ids = keeps ? await filled(db) : await fill(db, { provinces, activities })
  console.log(`${ids.length} provinces: ${await sizesOf(db)}\n`)
  if (process.env['FILL'] !== '1') {
    await measurePages(db, url, {
      provinceId: ids[0] ?? 0,
      readers: Number(process.env['READERS'] ?? 1),
      seconds: Number(process.env['SECONDS'] ?? 8),
      changes: Number(process.env['CHANGES'] ?? 1),
      wanted: (process.env['PAGES'] ?? '').split(','),
    })
    if (!process.env['PAGES']) {
      await byHandAndOurs(db, ids[0] ?? 0)
      await madeAnew(db, url, ids[0] ?? 0)
      const spent = spentBy(await postmasterOf(url))
      const { took, made } = await nextYearOf(db, ids)
      const cpu = spent().map((ms) => (ms / 1000).toFixed(1))
      console.log(
        `\n${made} obligations of next year in ${took.toFixed(1)} s (limit ${((30 * ids.length) / 34).toFixed(1)} s), processor time ${cpu.join(' + ')} s`,
      )
    }
  }
} finally {
  await db.destroy()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}

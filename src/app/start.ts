import { setTimeout as sleep } from 'node:timers/promises'
import { dayOf } from '../lib/calendar/day.ts'
import type { Config } from '../lib/config.ts'
import type { Db } from '../lib/db/db.ts'
import { migrate } from '../lib/db/migrate.ts'
import { CannotStart } from '../lib/errors.ts'
import { type Log, openLog } from '../lib/log.ts'
import { assertProductionSafe } from '../modules/accounts/demonstration.ts'
import { allProvinceIds } from '../modules/organisations/organisations.ts'
import { flushReach } from '../modules/publishing/reach/counting.ts'
import { warmSearch } from '../modules/publishing/search/warming.ts'
import { seedDemonstration } from './demonstration.ts'
import { needMigrated, needServer } from './needs.ts'
import { type Serving, serve } from './serve.ts'
import { askedToStop } from './stop.ts'
import { openStore, type Store } from './store.ts'
import { startWorker } from './worker.ts'

/** Everything in one process: database, migrations, demonstration, pages, jobs. What `npm start` runs. */
export async function start(config: Config): Promise<number> {
  const stop = askedToStop(config)
  const log = openLog(config)
  const store = await openStore(config)
  const gone = store.died.then(databaseGone)
  gone.catch(() => {})
  try {
    await migrate(store.url)
    await assertProductionSafe(store.db, config)
    const serving = await serve(config, store.db, log)
    process.stdout.write(welcome(serving.address, config))
    if (config.mode === 'demonstration') await seedWhileServing(store, config, serving, stop)
    const jobs = startWorker(store, config, log)
    warmUp(store.db, log, stop)
    await Promise.race([stop, gone])
    process.stdout.write('Đang dừng… / Stopping…\n')
    await Promise.all([serving.stop(), jobs.stop()])
    await flushReach(store.db)
  } catch (fault) {
    // A statement may fail a moment before the end of the database itself is known, which says more.
    await Promise.race([gone, sleep(1_000)])
    throw fault
  } finally {
    await store.close()
  }
  return 0
}

/** Whoever started the program looks at once; if nobody does, the demonstration is made all the same. */
const firstLook = 3_000

/**
 * The first page is there before the demonstration province is: it says so, and looks again. Making the province
 * keeps the processor busy for some seconds, so it begins once that page has been answered.
 */
async function seedWhileServing(
  store: Store,
  config: Config,
  serving: Serving,
  stop: Promise<unknown>,
): Promise<void> {
  const leaving = new AbortController()
  void stop.then(() => leaving.abort())
  await Promise.race([serving.answered, stop, sleep(firstLook, undefined, { ref: false })])
  try {
    await seedDemonstration(store.db, config, new Date(), leaving.signal)
  } catch (fault) {
    if (!leaving.signal.aborted) throw fault
  }
}

/** Only the pages; several may stand side by side on one database. */
export async function web(config: Config): Promise<number> {
  const stop = askedToStop(config)
  needServer(config, 'web')
  const log = openLog(config)
  const store = await openStore(config)
  try {
    await needMigrated(store.url)
    await assertProductionSafe(store.db, config)
    const serving = await serve(config, store.db, log)
    process.stdout.write(welcome(serving.address, config))
    warmUp(store.db, log, stop)
    await stop
    await serving.stop()
    await flushReach(store.db)
  } finally {
    await store.close()
  }
  return 0
}

/** The first who searches should not wait for it; if it fails, they do, and nothing else. */
function warmUp(db: Db, log: Log, stop: Promise<unknown>): void {
  const leaving = new AbortController()
  void stop.then(() => leaving.abort())
  allProvinceIds(db)
    .then((provinceIds) => warmSearch(db, provinceIds, dayOf(new Date()), leaving.signal))
    .catch((fault: unknown) => {
      if (!leaving.signal.aborted) log.warn({ fault: String(fault) }, 'the search could not be tried')
    })
}

function databaseGone(lastWords: string): never {
  throw new CannotStart(
    `Cơ sở dữ liệu đã dừng bất ngờ nên chương trình dừng theo; dữ liệu đã ghi vẫn còn. Hãy chạy lại npm start. Nhật ký: ${lastWords}`,
    'The database ended unexpectedly and the program with it; what was saved is kept. Run npm start again.',
  )
}

function welcome(address: string, config: Config): string {
  const vi =
    config.mode === 'demonstration'
      ? 'Mở địa chỉ trên, chọn một vai để vào tỉnh minh họa, rồi thả một kế hoạch (.docx, .pdf) vào trang "Kế hoạch".'
      : 'Mở địa chỉ trên và đăng nhập.'
  const en =
    config.mode === 'demonstration'
      ? 'Open the address, choose a role to enter the demonstration province, then drop a plan (.docx, .pdf) on the page "Plans".'
      : 'Open the address and sign in.'
  return `\n  Chung Tay: ${address}\n\n  ${vi}\n  ${en}\n  Dừng / Stop: Ctrl+C\n\n`
}

import type { Config } from '../lib/config.ts'
import { openLog } from '../lib/log.ts'
import { assertProductionSafe } from '../modules/accounts/demonstration.ts'
import { needMigrated, needServer } from './needs.ts'
import { askedToStop } from './stop.ts'
import { openStore } from './store.ts'
import { startWorker } from './worker.ts'

/** Only the jobs; several may stand side by side on one database. */
export async function worker(config: Config): Promise<number> {
  const stop = askedToStop(config)
  needServer(config, 'worker')
  const log = openLog(config)
  const store = await openStore(config)
  try {
    await needMigrated(store.url)
    await assertProductionSafe(store.db, config)
    const jobs = startWorker(store, config, log)
    log.info('worker started')
    await stop
    await jobs.stop()
  } finally {
    await store.close()
  }
  return 0
}

import type { TestWeb } from '../../../test/web.ts'
import type { Db } from '../../lib/db/db.ts'
import { finishJob, takeJobs } from '../../lib/jobs/ledger.ts'
import { assignmentsWorker } from '../assignments/assignments.worker.ts'
import { unitsTold } from './feedback.jobs.ts'

/** Brings what this room has raised to the people, as the worker does. */
export async function runWaiting(web: TestWeb, db: Db): Promise<void> {
  const handler = assignmentsWorker.find((h) => h.kind.name === unitsTold.name)
  for (const job of await takeJobs(db, [unitsTold.name], 100)) {
    const context = {
      ...{ db, now: web.clock.now, config: web.config, progress: async () => {} },
      signal: AbortSignal.timeout(60_000),
    }
    await handler?.handle(context, job.payload, job.provinceId)
    await finishJob(db, job)
  }
}

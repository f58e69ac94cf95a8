import { z } from 'zod'
import { type JobHandler, jobHandler, type Schedule } from '../jobs/handler.ts'
import { jobKind } from '../jobs/jobs.ts'
import { sweepFiles } from './sweep.ts'

const sweepTheFiles = jobKind('files.sweep', z.object({}))

export const filesSchedules: readonly Schedule[] = [
  { name: 'files.sweep', at: '40 2 * * *', kind: sweepTheFiles },
]

export const filesWorker: readonly JobHandler[] = [
  jobHandler(sweepTheFiles, async ({ db, config, now }, _, provinceId) => {
    await sweepFiles(db, config.dataDir, provinceId, now)
  }),
]

import { jobHandler } from '../../lib/jobs/handler.ts'
import { publishDue } from './editorial.jobs.ts'
import { publishScheduled } from './items/life.ts'

const program = (provinceId: number) => ({ provinceId, accountId: null, name: 'Chung Tay' }) as const

export const editorialWorker = [
  jobHandler(publishDue, ({ db, now }, { itemId, number }, provinceId) =>
    db.transaction().execute((tx) => publishScheduled(tx, program(provinceId), itemId, number, now)),
  ),
]

import { jobHandler } from '../../lib/jobs/handler.ts'
import { planIssued, planWithdrawn } from '../plans/plans.jobs.ts'
import { giveTasks, withdrawTasks } from './assignments.giving.ts'
import { extensionAsked, tasksGiven, workReported, workReturned } from './assignments.jobs.ts'
import { tellExtensionAsked, tellTasksGiven, tellWorkReported, tellWorkReturned } from './notices.ts'

const program = (provinceId: number) => ({ provinceId, accountId: null, name: 'Chung Tay' }) as const

export const assignmentsWorker = [
  jobHandler(planIssued, ({ db, now }, { planId }, provinceId) =>
    db.transaction().execute(async (tx) => {
      await giveTasks(tx, program(provinceId), planId, now)
    }),
  ),
  jobHandler(planWithdrawn, ({ db, now }, { planId }, provinceId) =>
    db.transaction().execute(async (tx) => {
      await withdrawTasks(tx, program(provinceId), planId, now)
    }),
  ),
  jobHandler(tasksGiven, ({ db, now }, payload, provinceId) =>
    db.transaction().execute((tx) => tellTasksGiven(tx, provinceId, payload, now)),
  ),
  jobHandler(workReported, ({ db, now }, { assignmentId }, provinceId) =>
    db.transaction().execute((tx) => tellWorkReported(tx, provinceId, assignmentId, now)),
  ),
  jobHandler(workReturned, ({ db, now }, { assignmentId }, provinceId) =>
    db.transaction().execute((tx) => tellWorkReturned(tx, provinceId, assignmentId, now)),
  ),
  jobHandler(extensionAsked, ({ db, now }, { assignmentId }, provinceId) =>
    db.transaction().execute((tx) => tellExtensionAsked(tx, provinceId, assignmentId, now)),
  ),
]

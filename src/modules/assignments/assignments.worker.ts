import type { Db } from '../../lib/db/db.ts'
import { jobHandler, type Schedule } from '../../lib/jobs/handler.ts'
import { unitsTold } from '../feedback/feedback.jobs.ts'
import { initiativeNews } from '../initiatives/initiatives.jobs.ts'
import { unitsChanged } from '../organisations/organisations.jobs.ts'
import { opinionWanted, planIssued, planWithdrawn } from '../plans/plans.jobs.ts'
import { postersTold, postingMoved, remindOfPostings } from '../procedures/procedures.jobs.ts'
import { channelTrouble, messageForHand } from '../publishing/publishing.jobs.ts'
import { makePreview } from './assignments.bulk.ts'
import { applyPreview } from './assignments.bulk-apply.ts'
import { giveTasks, withdrawTasks } from './assignments.giving.ts'
import { followHeirs } from './assignments.heirs.ts'
import {
  applyBulk,
  bulkApplied,
  climbTheLadder,
  extensionAsked,
  followTheHeirs,
  obstacleMoved,
  readBulk,
  tasksGiven,
  workReported,
  workReturned,
} from './assignments.jobs.ts'
import { climbLadder } from './assignments.reminding.ts'
import { tellUnits } from './assignments.ts'
import { tellBulkApplied } from './bulk-news.ts'
import { tellChannelTrouble, tellMessageForHand } from './channel-news.ts'
import { tellInitiativeNews } from './initiative-news.ts'
import { tellExtensionAsked, tellTasksGiven, tellWorkReported, tellWorkReturned } from './notices.ts'
import { tellObstacleMoved } from './obstacles.ts'
import { tellOpinionWanted } from './opinion-news.ts'
import { countPosting, remindPosters } from './postings.ts'
import { deleteMarks } from './tallies.sql.ts'

const program = (provinceId: number) => ({ provinceId, accountId: null, name: 'Chung Tay' }) as const

async function heirs(db: Db, provinceId: number, now: Date): Promise<void> {
  await db.transaction().execute((tx) => followHeirs(tx, program(provinceId), now))
}

/** Heirs are looked for just after midnight; reminders leave at seven in the morning of working days. */
export const assignmentsSchedules: readonly Schedule[] = [
  { name: 'assignments.heirs', at: '10 0 * * *', kind: followTheHeirs },
  { name: 'assignments.reminders', at: '0 7 * * 1-5', kind: climbTheLadder },
  { name: 'procedures.reminders', at: '35 7 * * *', kind: remindOfPostings },
]

export const assignmentsWorker = [
  jobHandler(climbTheLadder, ({ db, now, config }, _, provinceId) =>
    db.transaction().execute(async (tx) => {
      await climbLadder(tx, provinceId, config.baseUrl, now)
    }),
  ),
  jobHandler(unitsChanged, ({ db, now }, _, provinceId) => heirs(db, provinceId, now)),
  jobHandler(followTheHeirs, async ({ db, now }, _, provinceId) => {
    await heirs(db, provinceId, now)
    const yesterday = new Date(now.getTime() - 86_400_000)
    await db.transaction().execute((tx) => deleteMarks(tx, provinceId, yesterday))
  }),
  jobHandler(readBulk, ({ db, config, now }, { bulkId }, provinceId) =>
    makePreview(db, config, provinceId, bulkId, now),
  ),
  jobHandler(applyBulk, ({ db, now, progress }, { bulkId }, provinceId) =>
    applyPreview(db, provinceId, bulkId, progress, now),
  ),
  jobHandler(channelTrouble, ({ db, now }, news, provinceId) =>
    db.transaction().execute((tx) => tellChannelTrouble(tx, provinceId, news, now)),
  ),
  jobHandler(
    messageForHand,
    ({ db, now }, { messageId }, provinceId) =>
      db.transaction().execute((tx) => tellMessageForHand(tx, provinceId, messageId, now)),
    { promised: true },
  ),
  jobHandler(bulkApplied, ({ db, now }, { bulkId }, provinceId) =>
    db.transaction().execute((tx) => tellBulkApplied(tx, provinceId, bulkId, now)),
  ),
  jobHandler(obstacleMoved, ({ db, now }, { obstacleId }, provinceId) =>
    db.transaction().execute((tx) => tellObstacleMoved(tx, provinceId, obstacleId, now)),
  ),
  jobHandler(initiativeNews, ({ db, now }, news, provinceId) =>
    db.transaction().execute((tx) => tellInitiativeNews(tx, provinceId, news, now)),
  ),
  jobHandler(opinionWanted, ({ db, now, config }, news, provinceId) =>
    db.transaction().execute((tx) => tellOpinionWanted(tx, provinceId, news, config.baseUrl, now)),
  ),
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
  ...[unitsTold, postersTold].map((news) =>
    jobHandler(news, ({ db, now }, { unitIds, ...told }, provinceId) =>
      db.transaction().execute(async (tx) => {
        await tellUnits(tx, provinceId, unitIds, ['agency_officer', 'agency_head'], told, now)
      }),
    ),
  ),
  jobHandler(postingMoved, ({ db, now }, { postingId }, provinceId) =>
    db.transaction().execute((tx) => countPosting(tx, provinceId, postingId, now)),
  ),
  jobHandler(remindOfPostings, ({ db, now }, _, provinceId) =>
    db.transaction().execute(async (tx) => {
      await remindPosters(tx, provinceId, now)
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

import type { Db } from '../../lib/db/db.ts'
import { jobHandler, type Schedule } from '../../lib/jobs/handler.ts'
import { unitsChanged } from '../organisations/organisations.jobs.ts'
import { planIssued, planWithdrawn } from '../plans/plans.jobs.ts'
import { deleteBoardMarks } from './boards/marks.sql.ts'
import { makeObligations } from './obligations/making.ts'
import { endDutiesOfPlan, proposeDuties } from './obligations/proposing.ts'
import { remindOfReports } from './obligations/reminding.ts'
import {
  compareReports,
  makeWhatIsOwed,
  remindOfReportsDue,
  reportAccepted,
  reportReturned,
  reportSubmitted,
} from './reporting.jobs.ts'
import { settleConsolidated } from './rollup/gathering.ts'
import { compareRecent } from './rollup/likenesses.ts'
import { tellAccepted, tellReturned, tellSubmitted } from './writing/telling.ts'

const program = (provinceId: number) => ({ provinceId, accountId: null, name: 'Chung Tay' }) as const

/** What is owed is made after midnight, when units may have changed. */
export const reportingSchedules: readonly Schedule[] = [
  { name: 'reporting.obligations', at: '20 0 * * *', kind: makeWhatIsOwed },
  { name: 'reporting.likeness', at: '40 1 * * *', kind: compareReports },
  { name: 'reporting.reminders', at: '5 7 * * 1-6', kind: remindOfReportsDue },
]

export const reportingWorker = [
  jobHandler(makeWhatIsOwed, ({ db, now }, _, provinceId) => make(db, provinceId, now)),
  jobHandler(
    compareReports,
    async ({ db, now }, _, provinceId) => {
      await db.transaction().execute((tx) => compareRecent(tx, provinceId, now))
    },
    { atOnce: 1 },
  ),
  jobHandler(remindOfReportsDue, ({ db, now, config }, _, provinceId) =>
    db.transaction().execute(async (tx) => {
      await remindOfReports(tx, provinceId, config.baseUrl, now)
    }),
  ),
  jobHandler(unitsChanged, ({ db, now }, _, provinceId) => make(db, provinceId, now)),
  jobHandler(planIssued, ({ db, now }, { planId }, provinceId) =>
    db.transaction().execute(async (tx) => {
      await proposeDuties(tx, program(provinceId), planId, now)
    }),
  ),
  jobHandler(planWithdrawn, ({ db, now }, { planId }, provinceId) =>
    db.transaction().execute(async (tx) => {
      await endDutiesOfPlan(tx, program(provinceId), planId, now)
    }),
  ),
  jobHandler(reportSubmitted, ({ db, now }, { reportId }, provinceId) =>
    db.transaction().execute((tx) => tellSubmitted(tx, provinceId, reportId, now)),
  ),
  jobHandler(reportSubmitted, ({ db, now }, { versionId }, provinceId) =>
    db.transaction().execute((tx) => settleConsolidated(tx, provinceId, versionId, now)),
  ),
  jobHandler(reportReturned, ({ db, now }, { reportId }, provinceId) =>
    db.transaction().execute((tx) => tellReturned(tx, provinceId, reportId, now)),
  ),
  jobHandler(reportAccepted, ({ db, now }, { reportId }, provinceId) =>
    db.transaction().execute((tx) => tellAccepted(tx, provinceId, reportId, now)),
  ),
]

async function make(db: Db, provinceId: number, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - 86_400_000)
  await db.transaction().execute(async (tx) => {
    await makeObligations(tx, program(provinceId), now)
    await deleteBoardMarks(tx, provinceId, yesterday)
  })
}

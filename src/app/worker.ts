import type { Config } from '../lib/config.ts'
import { filesSchedules, filesWorker } from '../lib/files/files.worker.ts'
import type { JobHandler, Schedule } from '../lib/jobs/handler.ts'
import { JobRunner } from '../lib/jobs/runner.ts'
import type { Log } from '../lib/log.ts'
import { mailWorker } from '../lib/mail/mail.worker.ts'
import { accountsSchedules, accountsWorker } from '../modules/accounts/accounts.worker.ts'
import { assignmentsSchedules, assignmentsWorker } from '../modules/assignments/assignments.worker.ts'
import { editorialSchedules, editorialWorker } from '../modules/editorial/editorial.worker.ts'
import { feedbackSchedules, feedbackWorker } from '../modules/feedback/feedback.worker.ts'
import { initiativesSchedules, initiativesWorker } from '../modules/initiatives/initiatives.worker.ts'
import { allProvinceIds } from '../modules/organisations/organisations.ts'
import { plansSchedules, plansWorker } from '../modules/plans/plans.worker.ts'
import { channelsSchedules, channelsWorker } from '../modules/publishing/channels/channels.worker.ts'
import {
  conversationsSchedules,
  conversationsWorker,
} from '../modules/publishing/conversations/conversations.worker.ts'
import { pushWorker } from '../modules/publishing/push/push.worker.ts'
import { reachSchedules, reachWorker } from '../modules/publishing/reach/reach.worker.ts'
import { queueIndexing } from '../modules/publishing/search/indexing.ts'
import { searchSchedules, searchWorker } from '../modules/publishing/search/search.worker.ts'
import {
  subscriptionsSchedules,
  subscriptionsWorker,
} from '../modules/publishing/subscriptions/subscriptions.worker.ts'
import { reportingSchedules, reportingWorker } from '../modules/reporting/reporting.worker.ts'
import { scoringSchedules, scoringWorker } from '../modules/scoring/scoring.worker.ts'
import type { Store } from './store.ts'

/** Every handler, room by room: `...plansWorker`. */
const handlers: readonly JobHandler[] = [
  ...mailWorker,
  ...filesWorker,
  ...accountsWorker,
  ...plansWorker,
  ...feedbackWorker,
  ...assignmentsWorker,
  ...initiativesWorker,
  ...editorialWorker,
  ...scoringWorker,
  ...channelsWorker,
  ...conversationsWorker,
  ...reportingWorker,
  ...reachWorker,
  ...searchWorker,
  ...subscriptionsWorker,
  ...pushWorker,
]

/** What comes back by itself, for each province. */
const schedules: readonly Schedule[] = [
  ...filesSchedules,
  ...accountsSchedules,
  ...plansSchedules,
  ...feedbackSchedules,
  ...assignmentsSchedules,
  ...initiativesSchedules,
  ...reportingSchedules,
  ...scoringSchedules,
  ...editorialSchedules,
  ...reachSchedules,
  ...subscriptionsSchedules,
  ...channelsSchedules,
  ...conversationsSchedules,
  ...searchSchedules,
]

/** Begins to take jobs from the database of `store`. Stop it before the store is closed. */
export function startWorker({ db, url }: Store, config: Config, log: Log): JobRunner {
  const runner = new JobRunner({ db, url, config, log, handlers, schedules, provinces: allProvinceIds })
  runner.start()
  // A search of an older version, or of before there was one, puts itself right while the portal is already open.
  void allProvinceIds(db)
    .then((provinceIds) => queueIndexing(db, provinceIds))
    .catch((fault: unknown) => log.warn({ fault: String(fault) }, 'the search could not be looked after'))
  return runner
}

import { type Actor, hasRole } from '../../lib/actor.ts'
import type { Bilingual } from '../../lib/http/route.ts'
import type { WatchedJob } from '../../lib/jobs/watch.ts'

export function canMindJobs(actor: Actor): boolean {
  return hasRole(actor, 'administrator')
}

/** A running job is in a worker's hands, a done one has nothing left to do. */
export function whyNotTouchJob(job: Pick<WatchedJob, 'state'>): Bilingual | null {
  if (job.state === 'running') {
    return {
      vi: 'Việc đang chạy; hãy chờ nó xong hoặc hỏng.',
      en: 'The job is running; wait for it to end or fail.',
    }
  }
  if (job.state === 'done') return { vi: 'Việc đã xong.', en: 'The job is done.' }
  return null
}

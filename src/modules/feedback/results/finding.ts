import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { unitAsOf } from '../../organisations/organisations.ts'
import { showInSearch } from '../../publishing/publishing.ts'
import { publicResultAddress, type Result } from './result.ts'

/** The search of the portal finds a result by what was reported and what came of it. */
export async function findResult(tx: Tx, provinceId: number, r: Result, now: Date): Promise<void> {
  const unit = await unitAsOf(tx, provinceId, r.unitId, dayOf(now))
  const entry = {
    ...{ kind: 'feedback_result' as const, id: r.id, address: publicResultAddress(r.id) },
    ...{
      title: r.content.slice(0, 200),
      lead: '',
      body: [r.content, r.outcome, r.documentNumber].join('\n'),
    },
    ...{ topic: r.topic, issuer: unit?.name ?? null, day: r.answeredDay },
  }
  await showInSearch(tx, provinceId, entry, now)
}

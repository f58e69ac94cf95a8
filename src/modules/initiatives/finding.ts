import { dayOf } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { hideFromSearch, showInSearch } from '../publishing/publishing.ts'
import { initiativesAddress } from './initiative.ts'
import { selectInitiative } from './initiatives.sql.ts'
import { selectSteps } from './steps.sql.ts'

/** The search of the portal finds an idea by its public words and answers while it is public, and not otherwise. */
export async function findInitiative(tx: Tx, provinceId: number, id: number, now: Date): Promise<void> {
  const i = await selectInitiative(tx, provinceId, id)
  if (!i?.publishedAt) return hideFromSearch(tx, provinceId, 'initiative', id)
  const answers = (await selectSteps(tx, provinceId, id)).filter((s) => s.isPublic).map((s) => s.words)
  const entry = {
    ...{ kind: 'initiative' as const, id, address: `${initiativesAddress}/${id}` },
    ...{ title: i.publicTitle, lead: '', body: [i.publicText, ...answers].join('\n') },
    ...{ topic: i.topic, issuer: null, day: dayOf(i.publishedAt) },
  }
  await showInSearch(tx, provinceId, entry, now)
}

import type { Tx } from '../../lib/db/db.ts'
import type { Bilingual } from '../../lib/http/route.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import { unitsTold } from './feedback.jobs.ts'

/** Raises news for the people of units; whoever brings it to them stands above. */
export async function tell(
  tx: Tx,
  provinceId: number,
  unitIds: readonly number[],
  kind: string,
  said: Bilingual,
  href: string,
): Promise<void> {
  await queueJob(tx, provinceId, unitsTold, { unitIds: [...unitIds], kind, ...said, href })
}

/** As much of a question as a line of news holds. */
export function shortOf(text: string, most = 90): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most - 2).trimEnd()}…` : line
}

import { dayOf } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { holders, type NewNotice, tellPeople, wasTold, whoHasUnread } from './notices.sql.ts'

/**
 * Tells the leads of the programme, or the people of a unit, of an idea that waits for them; once. That ideas came in
 * is told whoever has read that the last time: a call that brings hundreds makes no hundreds of notices.
 */
export async function tellInitiativeNews(
  tx: Tx,
  provinceId: number,
  { unitId, isRepeated, ...news }: NewNotice & { unitId: number | null; isRepeated: boolean },
  now: Date,
): Promise<void> {
  if (!isRepeated && (await wasTold(tx, provinceId, news))) return
  const people =
    unitId === null
      ? await holders(tx, provinceId, null, ['province_lead'], dayOf(now))
      : await holders(tx, provinceId, [unitId], ['agency_head', 'agency_officer'], dayOf(now))
  const waiting = await whoHasUnread(tx, provinceId, news)
  const ids = people.map((p) => p.accountId).filter((id) => !waiting.has(id))
  await tellPeople(tx, provinceId, ids, news, now)
}

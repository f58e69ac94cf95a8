import type { Db } from '../../../lib/db/db.ts'
import { catalogueOf, offered } from '../../plans/plans.ts'
import type { ActivityFilter } from '../template.ts'

/** What a filter may be made of: what the catalogue offers, and what this one names already though it is retired. */
export async function offeredLists(db: Db, provinceId: number, chosen: ActivityFilter | undefined) {
  const { forms, themes, audiences } = await catalogueOf(db, provinceId)
  return {
    forms: offered(forms, chosen?.forms ?? []),
    themes: offered(themes, chosen?.themes ?? []),
    audiences: offered(audiences, chosen?.audiences ?? []),
  }
}

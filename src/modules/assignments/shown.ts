import type { Actor } from '../../lib/actor.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import { catalogueOf } from '../plans/plans.ts'
import { figuresOf } from './activities.sql.ts'
import type { Activity } from './activity.ts'
import { evidenceOf } from './evidence.sql.ts'
import type { ShownActivity } from './pages/activity-list.tsx'

/** Activities with their figures, evidence and the name of their form, for lists: three statements for any number. */
export async function dressed(
  db: DbOrTx,
  actor: Actor,
  activities: readonly Activity[],
  unitNames?: ReadonlyMap<number, string>,
): Promise<ShownActivity[]> {
  const ids = activities.map((a) => a.id)
  const figures = await figuresOf(db, actor.provinceId, ids)
  const evidence = await evidenceOf(db, actor.provinceId, ids)
  const { forms } = await catalogueOf(db, actor.provinceId)
  const nameOf = new Map(forms.map((f) => [f.code, f[actor.locale]]))
  return activities.map((activity) => ({
    activity,
    formName: nameOf.get(activity.formCode) ?? activity.formCode,
    ...(unitNames ? { unitName: unitNames.get(activity.unitId) ?? '' } : {}),
    figures: figures.get(activity.id) ?? {},
    evidence: evidence.get(activity.id) ?? [],
  }))
}

import type { Actor } from '../../../lib/actor.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { canApprove, type WhyNot } from '../editorial.policy.ts'
import type { Item, Version } from '../item.ts'
import { mayPass, stagesFor, type Way, wayOf } from './stage.ts'
import { selectPasses, selectStages } from './stages.sql.ts'

/** How far a version has come. */
export async function wayOfVersion(
  db: DbOrTx,
  item: Pick<Item, 'id' | 'columnId'> & { provinceId: number },
  version: Pick<Version, 'number' | 'digest'>,
): Promise<Way> {
  const stages = stagesFor(await selectStages(db, item.provinceId), item.columnId)
  if (stages.length === 0) return wayOf([], [], version)
  return wayOf(stages, await selectPasses(db, item.provinceId, [item.id]), version)
}

/** The same of many items under review, by what they were submitted with; a page of work asks once. */
export async function waysOf(
  db: DbOrTx,
  provinceId: number,
  items: readonly Pick<Item, 'id' | 'columnId' | 'currentVersion'>[],
): Promise<(item: Pick<Item, 'id' | 'columnId' | 'currentVersion'>) => Way> {
  const all = await selectStages(db, provinceId)
  const ids = items.map((i) => i.id)
  const passes = all.length > 0 ? await selectPasses(db, provinceId, ids) : []
  return ({ id, columnId, currentVersion: number }) => {
    const own = passes.filter((p) => p.itemId === id && p.number === number)
    // A sealed version does not change, so that its newest pass tells its digest.
    return wayOf(stagesFor(all, columnId), own, { number, digest: own.at(-1)?.digest ?? '' })
  }
}

/** Whether the actor stands at some stage of an item that they would not see otherwise. */
export async function standsAtStage(
  db: DbOrTx,
  actor: Actor,
  item: Pick<Item, 'unitId' | 'columnId'>,
): Promise<boolean> {
  const stages = stagesFor(await selectStages(db, actor.provinceId), item.columnId)
  return stages.some((s) => mayPass(actor, s, item))
}

/** Who passes the next stage, or approves where there are no stages. */
export function canDecide(actor: Actor, item: Pick<Item, 'unitId'>, way: Way): boolean {
  return way.next ? mayPass(actor, way.next, item) : canApprove(actor, item)
}

/** Every stage is another person's: whoever passed one passes no second. */
export function whyNotNext(accountId: number, way: Way): WhyNot {
  const own = way.passes.find((p) => p.byAccount === accountId)
  const stage = way.stages.find((s) => s.id === own?.stageId)
  if (!stage) return null
  return {
    vi: `Anh/chị đã duyệt ở khâu “${stage.vi}”; khâu tiếp theo cần một người khác.`,
    en: `You passed it at “${stage.en}”; the next stage is for somebody else.`,
  }
}

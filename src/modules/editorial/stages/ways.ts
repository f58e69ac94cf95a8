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

/**
 * Whether the actor may read an item for its stages' sake, where it is none of their unit's: it waits for the stage at
 * which they stand, or they have passed one of it. No draft, and nothing before its turn.
 */
export async function readsForStage(
  db: DbOrTx,
  actor: Actor,
  item: Pick<Item, 'id' | 'unitId' | 'columnId' | 'currentVersion' | 'state'>,
): Promise<boolean> {
  const stages = stagesFor(await selectStages(db, actor.provinceId), item.columnId)
  if (!stages.some((s) => mayPass(actor, s, item))) return false
  const passes = await selectPasses(db, actor.provinceId, [item.id])
  if (passes.some((p) => p.byAccount === actor.accountId)) return true
  const { next } = (await waysOf(db, actor.provinceId, [item]))(item)
  return item.state === 'submitted' && next !== null && mayPass(actor, next, item)
}

/** Whether the actor stands at a stage at all: at one that names a unit, texts of every unit may wait for them. */
export async function standsSomewhere(
  db: DbOrTx,
  actor: Actor,
  { ofUnits }: { ofUnits: boolean },
): Promise<boolean> {
  const stages = (await selectStages(db, actor.provinceId)).filter((s) => !ofUnits || s.unitId !== null)
  return stages.some((s) => actor.grants.some((g) => mayPass(actor, s, g)))
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

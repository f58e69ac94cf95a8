import type { Tx } from '../../../lib/db/db.ts'
import { countActivity, uncountActivity } from '../../assignments/assignments.ts'
import {
  airedSlot,
  airingDeed,
  type FieldDeed,
  printDeed,
  slotDeed,
  standingDeed,
} from '../../publishing/publishing.ts'
import { noteAired } from '../coverage/coverage.ts'
import { broadcastKinds } from '../coverage/event.ts'
import type { Item } from '../item.ts'
import { masterOf, type Program } from './counting.ts'

const gone = 'Dòng trong sổ đã gạch bỏ'

/** Copies that a unit brought to people: one activity for each product, however often it handed out. */
export async function countPrint(
  tx: Tx,
  by: Program,
  { productId, unitId }: { productId: number; unitId: number },
  baseUrl: string,
  now: Date,
): Promise<void> {
  const deed = await printDeed(tx, by.provinceId, productId, unitId, baseUrl)
  await count(tx, by, `print:${productId}:${unitId}`, deed, now)
}

export async function countStanding(tx: Tx, by: Program, id: number, now: Date): Promise<void> {
  await count(tx, by, `standing:${id}`, await standingDeed(tx, by.provinceId, id), now)
}

export async function countAiring(
  tx: Tx,
  by: Program,
  { packageId, unitId }: { packageId: number; unitId: number },
  now: Date,
): Promise<void> {
  const deed = await airingDeed(tx, by.provinceId, packageId, unitId)
  await count(tx, by, `handover:${packageId}:${unitId}`, deed, now)
}

/** A broadcast is an activity, and the last step of its item's production. */
export async function countSlot(tx: Tx, by: Program, id: number, now: Date): Promise<void> {
  await count(tx, by, `slot:${id}`, await slotDeed(tx, by.provinceId, id), now)
  const slot = await airedSlot(tx, by.provinceId, id)
  const item = slot && (await masterOf(tx, by.provinceId, slot.publicationId))
  if (item && broadcastKinds.includes(item.kind))
    await noteAired(tx, { ...item, provinceId: by.provinceId }, slot, now)
}

/**
 * A deed is the one activity of its source, with the tasks, themes and audiences of the items behind its texts; a text
 * that another room published brings none.
 */
async function count(tx: Tx, by: Program, source: string, deed: FieldDeed | null, now: Date): Promise<void> {
  if (!deed) return uncountActivity(tx, by, source, gone, now)
  const items: Item[] = []
  for (const id of deed.publicationIds) {
    const item = await masterOf(tx, by.provinceId, id)
    if (item) items.push(item)
  }
  const all = <T>(of: (item: Item) => readonly T[]) => [...new Set(items.flatMap((item) => of(item)))]
  const audienceCodes = all((i) => i.audienceCodes)
  const { publicationIds: _, ...facts } = deed
  await countActivity(
    tx,
    by,
    {
      ...facts,
      source,
      taskIds: all((i) => (i.taskId === null ? [] : [i.taskId])),
      themeCodes: all((i) => i.themeCodes),
      audienceCodes: audienceCodes.length > 0 ? audienceCodes : ['citizens'],
    },
    now,
  )
}

import type { Tx } from '../../../lib/db/db.ts'
import { countActivity, uncountActivity } from '../../assignments/assignments.ts'
import { selectItem } from '../items/items.sql.ts'
import type { Outlet, PressEntry } from '../outlet.ts'
import { selectOutlets } from '../press/outlets.sql.ts'
import { selectEntries } from '../press/press.sql.ts'
import { countsElsewhere, selectPressOfItem } from './press.sql.ts'

interface Program {
  provinceId: number
  accountId: null
  name: string
}

const gone = 'Bài báo chí không còn được tính: đã rút, sửa hoặc đã tính như bài của tòa soạn'

/** What a piece of an outlet counts as, by the kind of the outlet; a broadcaster's radio edition says so itself. */
export function formOfPress({ kind }: Pick<Outlet, 'kind'>, edition: string): string {
  if (kind === 'portal') return 'portal'
  if (kind !== 'broadcaster') return 'news'
  return /phát thanh|radio|\bfm\b/i.test(edition) ? 'radio' : 'television'
}

/**
 * A positive piece that the outlet of a unit published is one activity of that unit (YB-15, QNG-12), with its address as
 * evidence; unless it counts already as the desk's own text. Without an address nothing shows it: it counts not yet.
 */
export async function countPress(tx: Tx, by: Program, entryId: number, now: Date): Promise<void> {
  const { provinceId } = by
  const source = `press:${entryId}`
  const [entry] = (await selectEntries(tx, provinceId, { id: entryId }, 1)).entries
  const outlet = (await selectOutlets(tx, provinceId)).find((o) => o.id === entry?.outletId)
  if (!entry || !outlet) return
  const unitId = await countingUnit(tx, provinceId, entry, outlet)
  if (unitId === null) return uncountActivity(tx, by, source, gone, now)
  const item = entry.itemId === null ? null : await selectItem(tx, provinceId, entry.itemId)
  await countActivity(
    tx,
    by,
    {
      ...{ source, unitId, fromDay: entry.day, toDay: entry.day, link: entry.address },
      what: `${entry.outletName}${entry.edition ? ` (${entry.edition})` : ''}: ${entry.title}`,
      formCode: formOfPress(outlet, entry.edition),
      themeCodes: item?.themeCodes ?? [],
      audienceCodes: item && item.audienceCodes.length > 0 ? item.audienceCodes : ['citizens'],
      taskIds: item?.taskId ? [item.taskId] : [],
      figures: { quantity: 1 },
    },
    now,
  )
}

async function countingUnit(
  tx: Tx,
  provinceId: number,
  entry: PressEntry,
  outlet: Outlet,
): Promise<number | null> {
  const tells = entry.withdrawnAt === null && entry.stance === 'positive' && entry.address !== null
  if (!tells || outlet.unitId === null) return null
  return (await countsElsewhere(tx, provinceId, entry, outlet.unitId)) ? null : outlet.unitId
}

/** The desk's own text counts now, or counts no more: pieces of the press that are the same text follow. */
export async function countPressOfItem(
  tx: Tx,
  by: Program,
  itemId: number,
  publicAddress: string,
  now: Date,
): Promise<void> {
  for (const id of await selectPressOfItem(tx, by.provinceId, itemId, publicAddress))
    await countPress(tx, by, id, now)
}

import { sql } from 'kysely'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { holdsWords } from '../../../lib/db/words.sql.ts'
import type { Item, ItemState } from '../item.ts'
import { asItem, itemColumns } from './items.sql.ts'

/** An item as lists show it. */
export interface ItemRow extends Item {
  changedAt: Date
  changedByName: string
}

export interface ItemFilter {
  /** Undefined: every unit of the province. */
  unitIds?: readonly number[] | undefined
  unitId?: number | undefined
  states?: readonly ItemState[] | undefined
  kind?: string | undefined
  columnId?: number | undefined
  taskId?: number | undefined
  orientationId?: number | undefined
  words?: string | undefined
  ids?: readonly number[] | undefined
  /** Only items of which a version is public. */
  isPublic?: boolean | undefined
  /** Only what is no translation. */
  isMaster?: boolean | undefined
}

function filtered(db: DbOrTx, provinceId: number, filter: ItemFilter) {
  let query = db.selectFrom('editorial.item as i').where('i.province_id', '=', provinceId)
  const { unitIds, unitId, states, kind, columnId, taskId, words, ids, isPublic, isMaster } = filter
  if (unitIds) query = query.where('i.unit_id', 'in', unitIds.length ? unitIds : [-1])
  if (unitId) query = query.where('i.unit_id', '=', unitId)
  if (states) query = query.where('i.state', 'in', states)
  if (kind) query = query.where('i.kind', '=', kind)
  if (columnId) query = query.where('i.column_id', '=', columnId)
  if (taskId) query = query.where('i.task_id', '=', taskId)
  if (filter.orientationId) query = query.where('i.orientation_id', '=', filter.orientationId)
  if (words) query = query.where(holdsWords('i.title', words))
  if (ids) query = query.where('i.id', 'in', ids.length ? ids : [-1])
  if (isPublic)
    query = query
      .where('i.published_version', 'is not', null)
      .where('i.state', 'not in', ['withdrawn', 'merged'])
  if (isMaster) query = query.where('i.translation_of', 'is', null)
  return query
}

/** Items that pass the filter, those touched last first, with the number of all that pass. */
export async function selectItems(
  db: DbOrTx,
  provinceId: number,
  filter: ItemFilter,
  limit = 50,
  offset = 0,
): Promise<{ items: ItemRow[]; total: number }> {
  const { total } = await filtered(db, provinceId, filter)
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await filtered(db, provinceId, filter)
    .innerJoin(
      (e) =>
        e
          .selectFrom('editorial.step as s')
          .distinctOn(['s.item_id'])
          .select(['s.item_id', 's.at', 's.by_name'])
          .where('s.province_id', '=', provinceId)
          .orderBy('s.item_id')
          .orderBy('s.id', 'desc')
          .as('last'),
      (j) => j.onRef('last.item_id', '=', 'i.id'),
    )
    .select([...itemColumns, 'last.at as changedAt', 'last.by_name as changedByName'])
    .orderBy('last.at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const items = rows.map(({ changedAt, changedByName, ...row }) => ({
    ...asItem(row),
    changedAt,
    changedByName,
  }))
  return { items, total: Number(total) }
}

/** How many items stand in each state. */
export async function countByState(
  db: DbOrTx,
  provinceId: number,
  filter: ItemFilter,
): Promise<Map<ItemState, number>> {
  const rows = await filtered(db, provinceId, filter)
    .select(['i.state', sql<number>`count(*)::int`.as('n')])
    .groupBy('i.state')
    .execute()
  return new Map(rows.map((r) => [r.state as ItemState, r.n]))
}

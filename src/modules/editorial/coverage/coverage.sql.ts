import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { ItemState } from '../item.ts'
import type { Coverage, DeskEvent, Medium, Produced, ProductionStep } from './event.ts'

const eventColumns = [
  'id',
  'title',
  'about',
  'place',
  'starts',
  'ends',
  'unit_id as unitId',
  'task_id as taskId',
  'theme_codes as themeCodes',
  'audience_codes as audienceCodes',
  'made_by_name as madeByName',
] as const

export async function insertEvent(
  tx: Tx,
  provinceId: number,
  event: Omit<DeskEvent, 'id'>,
  now: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('editorial.event')
    .values({
      province_id: provinceId,
      title: event.title,
      about: event.about,
      place: event.place,
      starts: event.starts,
      ends: event.ends,
      unit_id: event.unitId,
      task_id: event.taskId,
      theme_codes: event.themeCodes,
      audience_codes: event.audienceCodes,
      made_at: now,
      made_by_name: event.madeByName,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateEvent(
  tx: Tx,
  provinceId: number,
  id: number,
  event: Omit<DeskEvent, 'id' | 'madeByName'>,
): Promise<void> {
  await tx
    .updateTable('editorial.event')
    .set({
      ...{
        title: event.title,
        about: event.about,
        place: event.place,
        starts: event.starts,
        ends: event.ends,
      },
      ...{ unit_id: event.unitId, task_id: event.taskId },
      ...{ theme_codes: event.themeCodes, audience_codes: event.audienceCodes },
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** Not held: it leaves the agenda, and stays known. */
export async function dropEventRow(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx
    .updateTable('editorial.event')
    .set({ state: 'dropped' })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function selectEvent(db: DbOrTx, provinceId: number, id: number): Promise<DeskEvent | null> {
  const row = await db
    .selectFrom('editorial.event')
    .select(eventColumns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Events that begin from `from` on and before `until` (days or moments), in order. */
export async function selectEvents(
  db: DbOrTx,
  provinceId: number,
  filter: { from: string; until: string; unitIds: readonly number[] | undefined },
): Promise<DeskEvent[]> {
  let query = db
    .selectFrom('editorial.event')
    .select(eventColumns)
    .where('province_id', '=', provinceId)
    .where('starts', '>=', filter.from)
    .where('starts', '<', filter.until)
    .where('state', '<>', 'dropped')
  if (filter.unitIds) query = query.where('unit_id', 'in', filter.unitIds.length ? filter.unitIds : [-1])
  return query.orderBy('starts').orderBy('id').execute()
}

function coverages(db: DbOrTx, provinceId: number) {
  return db
    .selectFrom('editorial.coverage as c')
    .leftJoin('editorial.item as i', (j) =>
      j.onRef('i.province_id', '=', 'c.province_id').onRef('i.id', '=', 'c.item_id'),
    )
    .select([
      'c.id',
      'c.event_id as eventId',
      'c.medium',
      'c.person_name as personName',
      'c.unit_id as unitId',
      'c.note',
      'c.due_day as dueDay',
      'c.item_id as itemId',
      'i.title as itemTitle',
      'i.state as itemState',
      'c.dropped',
    ])
    .where('c.province_id', '=', provinceId)
}

type CoverageRow = Omit<Coverage, 'medium' | 'itemState'> & { medium: string; itemState: string | null }

function asCoverage(row: CoverageRow): Coverage {
  return { ...row, medium: row.medium as Medium, itemState: row.itemState as ItemState | null }
}

export async function selectCoverages(
  db: DbOrTx,
  provinceId: number,
  eventIds: readonly number[],
): Promise<Coverage[]> {
  if (eventIds.length === 0) return []
  const rows = await coverages(db, provinceId).where('c.event_id', 'in', eventIds).orderBy('c.id').execute()
  return rows.map(asCoverage)
}

export async function selectCoverage(db: DbOrTx, provinceId: number, id: number): Promise<Coverage | null> {
  const row = await coverages(db, provinceId).where('c.id', '=', id).executeTakeFirst()
  return row ? asCoverage(row) : null
}

export async function insertCoverage(
  tx: Tx,
  provinceId: number,
  c: Omit<Coverage, 'id' | 'itemId' | 'itemTitle' | 'itemState' | 'dropped'>,
): Promise<number> {
  const { id } = await tx
    .insertInto('editorial.coverage')
    .values({
      province_id: provinceId,
      event_id: c.eventId,
      medium: c.medium,
      person_name: c.personName,
      unit_id: c.unitId,
      note: c.note,
      due_day: c.dueDay,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateCoverage(
  tx: Tx,
  provinceId: number,
  id: number,
  change: { itemId: number } | { dropped: boolean },
): Promise<void> {
  await tx
    .updateTable('editorial.coverage')
    .set('itemId' in change ? { item_id: change.itemId } : change)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function writeProduced(tx: Tx, provinceId: number, itemId: number, p: Produced): Promise<void> {
  const set = {
    done_day: p.doneDay,
    by_name: p.byName,
    note: p.note,
    address: p.address,
    no_address_why: p.noAddressWhy,
  }
  await tx
    .insertInto('editorial.production')
    .values({ province_id: provinceId, item_id: itemId, step: p.step, ...set })
    .onConflict((c) => c.columns(['province_id', 'item_id', 'step']).doUpdateSet(set))
    .execute()
}

export async function selectProduced(db: DbOrTx, provinceId: number, itemId: number): Promise<Produced[]> {
  const rows = await db
    .selectFrom('editorial.production')
    .select([
      'step',
      'done_day as doneDay',
      'by_name as byName',
      'note',
      'address',
      'no_address_why as noAddressWhy',
    ])
    .where('province_id', '=', provinceId)
    .where('item_id', '=', itemId)
    .execute()
  return rows.map((r) => ({ ...r, step: r.step as ProductionStep }))
}

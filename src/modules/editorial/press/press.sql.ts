import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { holdsWords } from '../../../lib/db/words.sql.ts'
import type { FollowUp, PressEntry, Stance } from '../outlet.ts'

export type NewEntry = Omit<PressEntry, 'id' | 'outletName' | 'followUp' | 'notedByName' | 'withdrawnAt'>

/** Writes an entry; null when the same piece is registered already. */
export async function insertEntry(
  tx: Tx,
  provinceId: number,
  entry: NewEntry,
  by: { name: string; at: Date },
): Promise<number | null> {
  const row = await tx
    .insertInto('editorial.press_entry')
    .values({ province_id: provinceId, ...columnsOf(entry), noted_at: by.at, noted_by_name: by.name })
    .onConflict((c) =>
      c.columns(['province_id', 'outlet_id', 'day', 'title']).where('withdrawn_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

function columnsOf(entry: NewEntry) {
  const { day, edition, title, address, stance, summary } = entry
  return {
    ...{ day, edition, title, address, stance, summary },
    ...{ outlet_id: entry.outletId, unit_id: entry.unitId, item_id: entry.itemId },
    orientation_id: entry.orientationId,
  }
}

export async function updateEntry(tx: Tx, provinceId: number, id: number, entry: NewEntry): Promise<void> {
  await tx
    .updateTable('editorial.press_entry')
    .set(columnsOf(entry))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function withdrawEntryRow(tx: Tx, provinceId: number, id: number, at: Date): Promise<void> {
  await tx
    .updateTable('editorial.press_entry')
    .set({ withdrawn_at: at })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** Another entry that stands and is the same piece; null: none. */
export async function selectSamePiece(
  tx: Tx,
  provinceId: number,
  id: number,
  { outletId, day, title }: Pick<NewEntry, 'outletId' | 'day' | 'title'>,
): Promise<number | null> {
  const row = await tx
    .selectFrom('editorial.press_entry')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('outlet_id', '=', outletId)
    .where('day', '=', day)
    .where('title', '=', title)
    .where('withdrawn_at', 'is', null)
    .where('id', '!=', id)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Holds an entry for a change, so that two people change it one after the other. */
export async function lockEntry(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx
    .selectFrom('editorial.press_entry')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

export interface PressFilter {
  id?: number | undefined
  stance?: string | undefined
  outletId?: number | undefined
  /** Only what follows this orientation. */
  orientationId?: number | undefined
  itemId?: number | undefined
  from?: Day | undefined
  to?: Day | undefined
  words?: string | undefined
  /** Only with a follow-up that is not done. */
  openOnly?: boolean | undefined
  /** Only with a follow-up that is open and was due before this day, of these units (undefined: of all). */
  late?: { before: Day; unitIds: readonly number[] | undefined } | undefined
  /** Those that were withdrawn, instead of those that stand. */
  withdrawn?: boolean | undefined
}

function filtered(db: DbOrTx, provinceId: number, f: PressFilter) {
  let query = db
    .selectFrom('editorial.press_entry as e')
    .innerJoin('editorial.outlet as o', (j) =>
      j.onRef('o.province_id', '=', 'e.province_id').onRef('o.id', '=', 'e.outlet_id'),
    )
    .leftJoin('editorial.follow_up as f', (j) =>
      j.onRef('f.province_id', '=', 'e.province_id').onRef('f.entry_id', '=', 'e.id'),
    )
    .where('e.province_id', '=', provinceId)
  if (f.id !== undefined) query = query.where('e.id', '=', f.id)
  else query = query.where('e.withdrawn_at', f.withdrawn ? 'is not' : 'is', null)
  if (f.stance) query = query.where('e.stance', '=', f.stance)
  if (f.outletId) query = query.where('e.outlet_id', '=', f.outletId)
  if (f.itemId) query = query.where('e.item_id', '=', f.itemId)
  if (f.orientationId) query = query.where('e.orientation_id', '=', f.orientationId)
  if (f.from) query = query.where('e.day', '>=', f.from)
  if (f.to) query = query.where('e.day', '<=', f.to)
  if (f.words) query = query.where(holdsWords('e.title', f.words))
  if (f.openOnly) query = query.where('f.entry_id', 'is not', null).where('f.done_day', 'is', null)
  if (f.late) {
    query = query.where('f.done_day', 'is', null).where('f.due_day', '<', f.late.before)
    const { unitIds } = f.late
    if (unitIds) query = query.where('f.unit_id', 'in', unitIds.length ? unitIds : [-1])
  }
  return query
}

/** Entries that pass the filter, the newest first, with the number of all. */
export async function selectEntries(
  db: DbOrTx,
  provinceId: number,
  filter: PressFilter,
  limit = 50,
  offset = 0,
): Promise<{ entries: PressEntry[]; total: number }> {
  const { total } = await filtered(db, provinceId, filter)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  const rows = await filtered(db, provinceId, filter)
    .select([
      'e.id',
      'e.day',
      'e.outlet_id as outletId',
      'o.name as outletName',
      'e.edition',
      'e.title',
      'e.address',
      'e.stance',
      'e.summary',
      'e.unit_id as unitId',
      'e.noted_by_name as notedByName',
      'e.item_id as itemId',
      'e.orientation_id as orientationId',
      'e.withdrawn_at as withdrawnAt',
      'f.unit_id as fUnit',
      'f.person_name as fPerson',
      'f.wanted as fWanted',
      'f.due_day as fDue',
      'f.done_day as fDone',
      'f.done_what as fWhat',
      'f.done_by_name as fBy',
    ])
    .orderBy('e.day', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const entries = rows.map(({ fUnit, fPerson, fWanted, fDue, fDone, fWhat, fBy, ...row }): PressEntry => {
    const followUp: FollowUp | null =
      fUnit === null || fDue === null
        ? null
        : {
            ...{ unitId: fUnit, personName: fPerson ?? '', wanted: fWanted ?? '', dueDay: fDue },
            ...{ doneDay: fDone, doneWhat: fWhat, doneByName: fBy },
          }
    return { ...row, stance: row.stance as Stance, followUp }
  })
  return { entries, total }
}

export async function countStances(db: DbOrTx, provinceId: number, from: Day): Promise<Map<Stance, number>> {
  const rows = await db
    .selectFrom('editorial.press_entry')
    .select(['stance', sql<number>`count(*)::int`.as('n')])
    .where('province_id', '=', provinceId)
    .where('day', '>=', from)
    .where('withdrawn_at', 'is', null)
    .groupBy('stance')
    .execute()
  return new Map(rows.map((r) => [r.stance as Stance, r.n]))
}

export async function writeFollowUp(
  tx: Tx,
  provinceId: number,
  entryId: number,
  f: Pick<FollowUp, 'unitId' | 'personName' | 'wanted' | 'dueDay'>,
  by: { name: string; at: Date },
): Promise<void> {
  const set = { unit_id: f.unitId, person_name: f.personName, wanted: f.wanted, due_day: f.dueDay }
  await tx
    .insertInto('editorial.follow_up')
    .values({ province_id: provinceId, entry_id: entryId, ...set, set_at: by.at, set_by_name: by.name })
    .onConflict((c) => c.columns(['province_id', 'entry_id']).doUpdateSet(set))
    .execute()
}

export async function completeFollowUp(
  tx: Tx,
  provinceId: number,
  entryId: number,
  done: { day: Day; what: string; byName: string },
): Promise<void> {
  await tx
    .updateTable('editorial.follow_up')
    .set({ done_day: done.day, done_what: done.what, done_by_name: done.byName })
    .where('province_id', '=', provinceId)
    .where('entry_id', '=', entryId)
    .execute()
}

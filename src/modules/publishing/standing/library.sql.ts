import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

export interface SetFacts {
  name: string
  volumes: number
  unitId: number
  publicationId: number | null
  note: string
}

export interface LibrarySet extends SetFacts {
  id: number
}

export interface Stop {
  id: number
  setId: number
  place: string
  placeUnitId: number | null
  fromDay: Day
  toDay: Day
}

export function selectSets(db: DbOrTx, provinceId: number, id?: number): Promise<LibrarySet[]> {
  return db
    .selectFrom('publishing.library_set')
    .where('province_id', '=', provinceId)
    .$if(id !== undefined, (q) => q.where('id', '=', id ?? 0))
    .select(['id', 'name', 'volumes', 'unit_id as unitId', 'publication_id as publicationId', 'note'])
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export async function insertSet(
  tx: Tx,
  by: { provinceId: number; name: string },
  s: SetFacts,
  now: Date,
): Promise<number> {
  const made = await tx
    .insertInto('publishing.library_set')
    .values({
      province_id: by.provinceId,
      name: s.name,
      volumes: s.volumes,
      unit_id: s.unitId,
      publication_id: s.publicationId,
      note: s.note,
      by_name: by.name,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

/** Whoever moves a set waits here for whoever does so beside. */
export async function lockSet(tx: Tx, provinceId: number, id: number): Promise<LibrarySet | undefined> {
  await tx
    .selectFrom('publishing.library_set')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return (await selectSets(tx, provinceId, id))[0]
}

/** Stops to come, the next one first. */
export function selectStops(db: DbOrTx, provinceId: number, setId?: number): Promise<Stop[]> {
  return db
    .selectFrom('publishing.library_stop')
    .where('province_id', '=', provinceId)
    .$if(setId !== undefined, (q) => q.where('set_id', '=', setId ?? 0))
    .select([
      'id',
      'set_id as setId',
      'place',
      'place_unit_id as placeUnitId',
      'from_day as fromDay',
      'to_day as toDay',
    ])
    .orderBy('from_day')
    .orderBy('id')
    .execute()
}

export async function insertStop(
  tx: Tx,
  by: { provinceId: number; name: string },
  s: Omit<Stop, 'id'>,
): Promise<void> {
  await tx
    .insertInto('publishing.library_stop')
    .values({
      province_id: by.provinceId,
      set_id: s.setId,
      place: s.place,
      place_unit_id: s.placeUnitId,
      from_day: s.fromDay,
      to_day: s.toDay,
      by_name: by.name,
    })
    .execute()
}

export async function deleteStop(
  tx: Tx,
  provinceId: number,
  setId: number,
  id: number,
): Promise<Stop | undefined> {
  return tx
    .deleteFrom('publishing.library_stop')
    .where('province_id', '=', provinceId)
    .where('set_id', '=', setId)
    .where('id', '=', id)
    .returning([
      'id',
      'set_id as setId',
      'place',
      'place_unit_id as placeUnitId',
      'from_day as fromDay',
      'to_day as toDay',
    ])
    .executeTakeFirst()
}

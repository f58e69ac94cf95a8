import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

/** What is written of something that stands somewhere; the rest of {@link Standing} comes with time. */
export interface StandingFacts {
  kind: string
  what: string
  publicationId: number | null
  place: string
  /** The commune where it stands; null: only the words of `place` tell. */
  placeUnitId: number | null
  /** Who answers for it. */
  unitId: number
  quantity: number
  fromDay: Day
  toDay: Day | null
  visitors: number | null
  photoId: number | null
  note: string
}

export interface Standing extends StandingFacts {
  id: number
  takenDown: Day | null
  downPhotoId: number | null
  /** The travelling set of books that stops here. */
  setId: number | null
  byName: string
}

const columns = [
  'id',
  'kind',
  'what',
  'publication_id as publicationId',
  'place',
  'place_unit_id as placeUnitId',
  'unit_id as unitId',
  'quantity',
  'from_day as fromDay',
  'to_day as toDay',
  'taken_down as takenDown',
  'visitors',
  'photo_id as photoId',
  'down_photo_id as downPhotoId',
  'set_id as setId',
  'note',
  'by_name as byName',
] as const

/** Undefined also where the line was struck. */
export function selectStandingById(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<Standing | undefined> {
  return db
    .selectFrom('publishing.standing')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('struck_at', 'is', null)
    .select(columns)
    .executeTakeFirst()
}

/** Newest first; of one set where asked. */
export function selectStanding(db: DbOrTx, provinceId: number, setId?: number): Promise<Standing[]> {
  return db
    .selectFrom('publishing.standing')
    .where('province_id', '=', provinceId)
    .where('struck_at', 'is', null)
    .$if(setId !== undefined, (q) => q.where('set_id', '=', setId ?? 0))
    .select(columns)
    .orderBy('from_day', 'desc')
    .orderBy('id', 'desc')
    .limit(5000)
    .execute()
}

function row(s: StandingFacts) {
  return {
    kind: s.kind,
    what: s.what,
    publication_id: s.publicationId,
    place: s.place,
    place_unit_id: s.placeUnitId,
    unit_id: s.unitId,
    quantity: s.quantity,
    from_day: s.fromDay,
    to_day: s.toDay,
    visitors: s.visitors,
    photo_id: s.photoId,
    note: s.note,
  }
}

export async function insertStanding(
  tx: Tx,
  by: { provinceId: number; name: string },
  s: StandingFacts,
  setId: number | null,
  now: Date,
): Promise<number> {
  const made = await tx
    .insertInto('publishing.standing')
    .values({ province_id: by.provinceId, ...row(s), set_id: setId, by_name: by.name, at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

export async function updateStanding(
  tx: Tx,
  provinceId: number,
  id: number,
  change: StandingFacts,
): Promise<void> {
  await tx
    .updateTable('publishing.standing')
    .set(row(change))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function updateTakenDown(
  tx: Tx,
  provinceId: number,
  id: number,
  down: { day: Day; visitors: number | null; photoId: number | null },
): Promise<void> {
  await tx
    .updateTable('publishing.standing')
    .set({
      taken_down: down.day,
      down_photo_id: down.photoId,
      ...(down.visitors === null ? {} : { visitors: down.visitors }),
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function strikeStandingRow(tx: Tx, provinceId: number, id: number, now: Date): Promise<void> {
  await tx
    .updateTable('publishing.standing')
    .set({ struck_at: now })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export interface Visit {
  id: number
  day: Day
  note: string
  photoId: number | null
  byName: string
}

export function selectVisits(db: DbOrTx, provinceId: number, standingId: number): Promise<Visit[]> {
  return db
    .selectFrom('publishing.standing_visit')
    .where('province_id', '=', provinceId)
    .where('standing_id', '=', standingId)
    .select(['id', 'day', 'note', 'photo_id as photoId', 'by_name as byName'])
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertVisit(
  tx: Tx,
  by: { provinceId: number; name: string },
  standingId: number,
  v: { day: Day; note: string; photoId: number | null },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('publishing.standing_visit')
    .values({
      province_id: by.provinceId,
      standing_id: standingId,
      day: v.day,
      note: v.note,
      photo_id: v.photoId,
      by_name: by.name,
      at: now,
    })
    .execute()
}

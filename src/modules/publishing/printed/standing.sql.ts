import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

export interface Standing {
  id: number
  kind: string
  what: string
  publicationId: number | null
  place: string
  unitId: number
  quantity: number
  fromDay: Day
  toDay: Day | null
  takenDown: Day | null
  visitors: number | null
  photoId: number | null
  note: string
  byName: string
}

const columns = [
  'id',
  'kind',
  'what',
  'publication_id as publicationId',
  'place',
  'unit_id as unitId',
  'quantity',
  'from_day as fromDay',
  'to_day as toDay',
  'taken_down as takenDown',
  'visitors',
  'photo_id as photoId',
  'note',
  'by_name as byName',
] as const

export function selectStandingById(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<Standing | undefined> {
  return db
    .selectFrom('publishing.standing')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .select(columns)
    .executeTakeFirst()
}

export function selectStanding(db: DbOrTx, provinceId: number): Promise<Standing[]> {
  return db
    .selectFrom('publishing.standing')
    .where('province_id', '=', provinceId)
    .select(columns)
    .orderBy('from_day', 'desc')
    .orderBy('id', 'desc')
    .limit(5000)
    .execute()
}

export async function insertStanding(
  tx: Tx,
  provinceId: number,
  s: Omit<Standing, 'id' | 'byName'>,
  byName: string,
  now: Date,
): Promise<number> {
  const row = await tx
    .insertInto('publishing.standing')
    .values({
      province_id: provinceId,
      kind: s.kind,
      what: s.what,
      publication_id: s.publicationId,
      place: s.place,
      unit_id: s.unitId,
      quantity: s.quantity,
      from_day: s.fromDay,
      to_day: s.toDay,
      taken_down: s.takenDown,
      visitors: s.visitors,
      photo_id: s.photoId,
      note: s.note,
      by_name: byName,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateTakenDown(
  tx: Tx,
  provinceId: number,
  id: number,
  day: Day,
  visitors: number | null,
): Promise<void> {
  await tx
    .updateTable('publishing.standing')
    .set({ taken_down: day, ...(visitors === null ? {} : { visitors }) })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

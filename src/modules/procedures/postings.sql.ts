import { sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { AnnouncementKind, Posting, PostingState } from './procedure.ts'

const columns = [
  'p.id',
  'p.announcement_id as announcementId',
  'p.unit_id as unitId',
  'p.state',
  'p.photo_file_id as photoFileId',
  'p.web_link as webLink',
  'p.posted_day as postedDay',
  'p.posted_by as postedBy',
  'p.returned_reason as returnedReason',
] as const

type Row = Omit<Posting, 'state'> & { state: string }
function toPosting<R extends Row>(row: R): R & Posting {
  return { ...row, state: row.state as PostingState }
}

/** Gives every unit its posting in one statement, however many they are. */
export async function insertPostings(
  tx: Tx,
  provinceId: number,
  announcementId: number,
  unitIds: readonly number[],
): Promise<void> {
  await sql`insert into procedures.posting (province_id, announcement_id, unit_id)
    select ${provinceId}, ${announcementId}, unnest(${[...unitIds]}::bigint[])`.execute(tx)
}

export async function selectPosting(db: DbOrTx, provinceId: number, id: number): Promise<Posting | null> {
  const row = await db
    .selectFrom('procedures.posting as p')
    .select(columns)
    .where('p.province_id', '=', provinceId)
    .where('p.id', '=', id)
    .executeTakeFirst()
  return row ? toPosting(row) : null
}

export async function lockPosting(tx: Tx, provinceId: number, id: number): Promise<Posting | null> {
  const row = await tx
    .selectFrom('procedures.posting as p')
    .select(columns)
    .where('p.province_id', '=', provinceId)
    .where('p.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? toPosting(row) : null
}

export async function selectPostingsOf(
  db: DbOrTx,
  provinceId: number,
  announcementId: number,
): Promise<Posting[]> {
  const rows = await db
    .selectFrom('procedures.posting as p')
    .select(columns)
    .where('p.province_id', '=', provinceId)
    .where('p.announcement_id', '=', announcementId)
    .execute()
  return rows.map(toPosting)
}

/** A posting with the decision that it posts. */
export interface OwnPosting extends Posting {
  number: string
  issued: Day
  field: string
  kind: AnnouncementKind
  procedures: number
  dueDay: Day
}

/** What units have to post, or have posted; what is due first stands first. */
export async function selectPostingsOfUnits(
  db: DbOrTx,
  provinceId: number,
  unitIds: readonly number[] | 'all',
  states: readonly PostingState[],
  limit: number,
): Promise<OwnPosting[]> {
  let query = db
    .selectFrom('procedures.posting as p')
    .innerJoin('procedures.announcement as a', (j) =>
      j.onRef('a.province_id', '=', 'p.province_id').onRef('a.id', '=', 'p.announcement_id'),
    )
    .select(columns)
    .select(['a.number', 'a.issued', 'a.field', 'a.kind', 'a.procedures', 'a.due_day as dueDay'])
    .where('p.province_id', '=', provinceId)
    .where('p.state', 'in', states)
  if (unitIds !== 'all') query = query.where((e) => e('p.unit_id', '=', e.fn.any(e.val([...unitIds]))))
  const rows = await query.orderBy('a.due_day').orderBy('p.id').limit(limit).execute()
  return rows.map((r) => ({ ...toPosting(r), kind: r.kind as AnnouncementKind }))
}

export async function updatePosting(
  tx: Tx,
  provinceId: number,
  id: number,
  set: Partial<Omit<Posting, 'id' | 'announcementId' | 'unitId'>>,
): Promise<void> {
  const { photoFileId, webLink, postedDay, postedBy, returnedReason, state } = set
  await tx
    .updateTable('procedures.posting')
    .set({
      ...(state === undefined ? {} : { state }),
      ...(photoFileId === undefined ? {} : { photo_file_id: photoFileId }),
      ...(webLink === undefined ? {} : { web_link: webLink }),
      ...(postedDay === undefined ? {} : { posted_day: postedDay }),
      ...(postedBy === undefined ? {} : { posted_by: postedBy }),
      ...(returnedReason === undefined ? {} : { returned_reason: returnedReason }),
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** Ends what is still open of a decision; returns the units. */
export async function endOpenPostings(tx: Tx, provinceId: number, announcementId: number): Promise<number[]> {
  const rows = await tx
    .updateTable('procedures.posting')
    .set({ state: 'ended' })
    .where('province_id', '=', provinceId)
    .where('announcement_id', '=', announcementId)
    .where('state', 'in', ['open', 'returned'])
    .returning('unit_id')
    .execute()
  return rows.map((r) => r.unit_id)
}

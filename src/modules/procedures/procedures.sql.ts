import { sql } from 'kysely'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { Announcement, AnnouncementKind, PostingScope } from './procedure.ts'

const columns = [
  'a.id',
  'a.number',
  'a.issued',
  'a.issuer',
  'a.field',
  'a.kind',
  'a.procedures',
  'a.document_id as documentId',
  'a.link',
  'a.scope',
  'a.due_day as dueDay',
  'a.replaces_id as replacesId',
  'a.withdrawn_at as withdrawnAt',
  'a.withdrawn_reason as withdrawnReason',
  'a.entered_by as enteredBy',
] as const

type Row = Omit<Announcement, 'kind' | 'scope'> & { kind: string; scope: string[] }

function toAnnouncement(row: Row): Announcement {
  return { ...row, kind: row.kind as AnnouncementKind, scope: row.scope as PostingScope[] }
}

export async function selectAnnouncement(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<Announcement | null> {
  const row = await db
    .selectFrom('procedures.announcement as a')
    .select(columns)
    .where('a.province_id', '=', provinceId)
    .where('a.id', '=', id)
    .executeTakeFirst()
  return row ? toAnnouncement(row) : null
}

/** A live decision of this number and day. */
export async function selectSame(
  db: DbOrTx,
  provinceId: number,
  number: string,
  issued: Day,
): Promise<number | null> {
  const row = await db
    .selectFrom('procedures.announcement')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('number', '=', number)
    .where('issued', '=', issued)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

/** A decision with how far its posting has come. */
export interface AnnouncementRow extends Announcement {
  units: number
  posted: number
  late: number
}

/** Decisions, the latest first. Counts leave out postings that ended. */
export async function selectAnnouncements(
  db: DbOrTx,
  provinceId: number,
  today: Day,
  limit: number,
  offset: number,
): Promise<AnnouncementRow[]> {
  const count = (where: string) => sql<number>`count(p.id) filter (where ${sql.raw(where)})::int`
  const rows = await db
    .selectFrom('procedures.announcement as a')
    .leftJoin('procedures.posting as p', (j) =>
      j
        .onRef('p.province_id', '=', 'a.province_id')
        .onRef('p.announcement_id', '=', 'a.id')
        .on('p.state', '<>', 'ended'),
    )
    .select(columns)
    .select([count('true').as('units'), count(`p.state = 'posted'`).as('posted')])
    .select(
      sql<number>`count(p.id) filter (where p.state <> 'posted' and a.due_day < ${today})::int`.as('late'),
    )
    .where('a.province_id', '=', provinceId)
    .groupBy(['a.province_id', 'a.id'])
    .orderBy('a.issued', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((r) => ({ ...toAnnouncement(r), units: r.units, posted: r.posted, late: r.late }))
}

export async function countAnnouncements(db: DbOrTx, provinceId: number): Promise<number> {
  const row = await db
    .selectFrom('procedures.announcement')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('province_id', '=', provinceId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function insertAnnouncement(
  tx: Tx,
  provinceId: number,
  a: Omit<Announcement, 'id' | 'withdrawnAt' | 'withdrawnReason'>,
  now: Date,
): Promise<number> {
  const row = await tx
    .insertInto('procedures.announcement')
    .values({
      ...{ province_id: provinceId, number: a.number, issued: a.issued, issuer: a.issuer, field: a.field },
      ...{ kind: a.kind, procedures: a.procedures, document_id: a.documentId, link: a.link, scope: a.scope },
      ...{ due_day: a.dueDay, replaces_id: a.replacesId, entered_at: now, entered_by: a.enteredBy },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateWithdrawn(
  tx: Tx,
  provinceId: number,
  id: number,
  reason: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('procedures.announcement')
    .set({ withdrawn_at: now, withdrawn_reason: reason })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** Working days in which to post; null: the province has set none. */
export async function selectDueDays(db: DbOrTx, provinceId: number): Promise<number | null> {
  const row = await db
    .selectFrom('procedures.setting')
    .select('due_days')
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
  return row?.due_days ?? null
}

export async function saveDueDays(tx: Tx, provinceId: number, days: number): Promise<void> {
  await tx
    .insertInto('procedures.setting')
    .values({ province_id: provinceId, due_days: days })
    .onConflict((c) => c.column('province_id').doUpdateSet({ due_days: days }))
    .execute()
}

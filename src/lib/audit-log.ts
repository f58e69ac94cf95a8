import { sql } from 'kysely'
import { addDays, type Day } from './calendar/day.ts'
import type { DbOrTx } from './db/db.ts'

/** One line of the audit log, as {@link recordChange} wrote it. */
export interface Entry {
  id: number
  at: Date
  accountId: number | null
  actorName: string
  verb: string
  subjectKind: string
  subjectId: string
  before: unknown
  after: unknown
}

export interface EntryFilter {
  /** Part of the name of who did it, without regard to case and accents. */
  who?: string
  verb?: string
  subjectKind?: string
  subjectId?: string
  /** Days in Việt Nam, both included. */
  from?: Day
  to?: Day
  /** Only entries older than this one: the next page. */
  olderThan?: number
}

/** The newest entries of a province that fit. Pages follow by `olderThan`: a log of millions answers as fast as a new one. */
export async function readEntries(
  db: DbOrTx,
  provinceId: number,
  filter: EntryFilter,
  limit: number,
): Promise<Entry[]> {
  let query = db
    .selectFrom('audit.entry')
    .select([
      'id',
      'at',
      'account_id as accountId',
      'actor_name as actorName',
      'verb',
      'subject_kind as subjectKind',
      'subject_id as subjectId',
      'before',
      'after',
    ])
    .where('province_id', '=', provinceId)
  if (filter.who) {
    query = query.where(
      sql<boolean>`unaccent(lower(actor_name)) like '%' || unaccent(lower(${filter.who})) || '%'`,
    )
  }
  if (filter.verb) query = query.where('verb', '=', filter.verb)
  if (filter.subjectKind) query = query.where('subject_kind', '=', filter.subjectKind)
  if (filter.subjectId) query = query.where('subject_id', '=', filter.subjectId)
  if (filter.from) query = query.where('at', '>=', startOf(filter.from))
  if (filter.to) query = query.where('at', '<', startOf(addDays(filter.to, 1)))
  if (filter.olderThan) query = query.where('id', '<', filter.olderThan)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

/** The verbs and kinds of subjects that occur in a province's log, for its filters. Skips from value to value along an index. */
export async function entryKinds(
  db: DbOrTx,
  provinceId: number,
): Promise<{ verbs: string[]; subjects: string[] }> {
  const rows = await sql<{ verb: string; subject_kind: string }>`
    with recursive kinds (verb, subject_kind) as (
      (select verb, subject_kind from audit.entry where province_id = ${provinceId}
        order by verb, subject_kind limit 1)
      union all
      select n.verb, n.subject_kind from kinds k cross join lateral (
        select e.verb, e.subject_kind from audit.entry e
        where e.province_id = ${provinceId} and (e.verb, e.subject_kind) > (k.verb, k.subject_kind)
        order by e.verb, e.subject_kind limit 1
      ) n
    )
    select verb, subject_kind from kinds`.execute(db)
  const verbs = [...new Set(rows.rows.map((r) => r.verb))]
  const subjects = [...new Set(rows.rows.map((r) => r.subject_kind))].sort()
  return { verbs, subjects }
}

function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00+07:00`)
}

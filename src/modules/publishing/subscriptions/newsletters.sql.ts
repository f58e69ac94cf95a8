import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { PublicationKind } from '../publication.ts'

export type IssueState = 'draft' | 'sending' | 'sent' | 'dropped'
export type IssueRhythm = 'at_once' | 'weekly' | 'monthly' | 'message'

export interface Issue {
  id: number
  rhythm: IssueRhythm
  messageId: number | null
  since: Date
  until: Date
  publicationIds: number[]
  subject: string
  intro: string
  state: IssueState
  writtenBy: number | null
  writtenByName: string | null
  approvedByName: string | null
  sentAt: Date | null
}

const columns = [
  'id',
  'rhythm',
  'message_id as messageId',
  'since',
  'until',
  'publication_ids as publicationIds',
  'subject',
  'intro',
  'state',
  'written_by as writtenBy',
  'written_by_name as writtenByName',
  'approved_by_name as approvedByName',
  'sent_at as sentAt',
] as const

function shaped(row: object): Issue {
  const issue = row as Issue
  return { ...issue, publicationIds: issue.publicationIds.map(Number) }
}

export async function issueById(
  db: DbOrTx,
  provinceId: number,
  id: number,
  hold = false,
): Promise<Issue | null> {
  const row = await db
    .selectFrom('publishing.newsletter')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .$if(hold, (q) => q.forUpdate())
    .executeTakeFirst()
  return row ? shaped(row) : null
}

const mostShown = 60

export async function newestIssues(db: DbOrTx, provinceId: number): Promise<Issue[]> {
  const rows = await db
    .selectFrom('publishing.newsletter')
    .select(columns)
    .where('province_id', '=', provinceId)
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map(shaped)
}

/** Until when the last issue of a rhythm reached. */
export async function lastUntil(db: DbOrTx, provinceId: number, rhythm: IssueRhythm): Promise<Date | null> {
  const row = await db
    .selectFrom('publishing.newsletter')
    .select('until')
    .where('province_id', '=', provinceId)
    .where('rhythm', '=', rhythm)
    .orderBy('until', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.until ?? null
}

export interface NewIssue {
  rhythm: IssueRhythm
  messageId: number | null
  since: Date
  until: Date
  publicationIds: number[]
  subject: string
  intro: string
  state: IssueState
}

/** Null where the same issue has been made already. */
export async function insertIssue(
  tx: Tx,
  provinceId: number,
  issue: NewIssue,
  now: Date,
): Promise<number | null> {
  const row = await tx
    .insertInto('publishing.newsletter')
    .values({
      province_id: provinceId,
      rhythm: issue.rhythm,
      message_id: issue.messageId,
      since: issue.since,
      until: issue.until,
      publication_ids: issue.publicationIds,
      subject: issue.subject,
      intro: issue.intro,
      state: issue.state,
      made_at: now,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function updateIssue(
  tx: Tx,
  provinceId: number,
  id: number,
  change: {
    subject?: string
    intro?: string
    state?: IssueState
    writtenBy?: number
    writtenByName?: string
    approvedByName?: string
    sentAt?: Date
  },
): Promise<void> {
  await tx
    .updateTable('publishing.newsletter')
    .set((e) => ({
      version: e('version', '+', 1),
      ...(change.subject === undefined ? {} : { subject: change.subject }),
      ...(change.intro === undefined ? {} : { intro: change.intro }),
      ...(change.state ? { state: change.state } : {}),
      ...(change.writtenBy ? { written_by: change.writtenBy } : {}),
      ...(change.writtenByName ? { written_by_name: change.writtenByName } : {}),
      ...(change.approvedByName ? { approved_by_name: change.approvedByName } : {}),
      ...(change.sentAt ? { sent_at: change.sentAt } : {}),
    }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export interface LetterEntry {
  id: number
  kind: PublicationKind
  slug: string
  title: string
  lead: string
  topics: string[]
  columnId: number | null
}

const entryColumns = ['id', 'kind', 'slug', 'title', 'lead', 'topics', 'column_id as columnId'] as const

/** What became public for the first time in a span, in Vietnamese, the newest first; at most 40. */
export async function publishedBetween(
  db: DbOrTx,
  provinceId: number,
  since: Date,
  until: Date,
): Promise<LetterEntry[]> {
  const rows = await db
    .selectFrom('publishing.publication')
    .select(entryColumns)
    .where('province_id', '=', provinceId)
    .where('state', '=', 'live')
    .where('language', '=', 'vi')
    .where('first_published_at', '>', since)
    .where('first_published_at', '<=', until)
    .orderBy('first_published_at', 'desc')
    .limit(40)
    .execute()
  return rows as LetterEntry[]
}

/** Those that readers still see, in the order of the ids. */
export async function entriesOf(
  db: DbOrTx,
  provinceId: number,
  ids: readonly number[],
): Promise<LetterEntry[]> {
  if (ids.length === 0) return []
  const rows = (await db
    .selectFrom('publishing.publication')
    .select(entryColumns)
    .where('province_id', '=', provinceId)
    .where('state', '=', 'live')
    .where('id', 'in', [...ids])
    .execute()) as LetterEntry[]
  return ids.flatMap((id) => rows.find((r) => r.id === id) ?? [])
}

export async function siteNames(
  db: DbOrTx,
  provinceId: number,
): Promise<{ vi: string; en: string; host: string | null } | null> {
  const row = await db
    .selectFrom('publishing.portal')
    .select(['name_vi as vi', 'name_en as en', 'hosts'])
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
  return row ? { vi: row.vi, en: row.en, host: row.hosts[0] ?? null } : null
}

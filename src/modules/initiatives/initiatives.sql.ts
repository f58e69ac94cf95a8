import { sql } from 'kysely'
import { addDays, type Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { holdsWords } from '../../lib/db/words.sql.ts'
import type { Initiative, InitiativeState } from './initiative.ts'

/** An idea with what only verbs may hold: its sealed sender. */
export type KeptInitiative = Initiative & { codeHash: Buffer; personSealed: Buffer | null }

const columns = [
  'i.id',
  'i.call_id as callId',
  'i.state',
  'i.title',
  'i.trouble',
  'i.proposal',
  'i.topic',
  'i.sender_kind as senderKind',
  'i.has_contact as hasContact',
  'i.forgotten_at as forgottenAt',
  'i.may_publish as mayPublish',
  'i.received_at as receivedAt',
  'i.moved_at as movedAt',
  'i.ended_at as endedAt',
  'i.screened_by as screenedBy',
  'i.screened_by_name as screenedByName',
  'i.unit_id as unitId',
  'i.due_day as dueDay',
  'i.merged_into as mergedInto',
  'i.public_title as publicTitle',
  'i.public_text as publicText',
  'i.worded_by as wordedBy',
  'i.worded_by_name as wordedByName',
  'i.published_at as publishedAt',
  'i.published_by_name as publishedByName',
] as const
const keptColumns = [...columns, 'i.code_hash as codeHash', 'i.person_sealed as personSealed'] as const

type NewInitiative = Pick<
  KeptInitiative,
  | 'callId'
  | 'title'
  | 'trouble'
  | 'proposal'
  | 'topic'
  | 'senderKind'
  | 'hasContact'
  | 'mayPublish'
  | 'codeHash'
  | 'personSealed'
>

export async function insertInitiative(
  tx: Tx,
  provinceId: number,
  i: NewInitiative,
  now: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('initiatives.initiative')
    .values({
      ...{ province_id: provinceId, call_id: i.callId, state: 'received', topic: i.topic },
      ...{ title: i.title, trouble: i.trouble, proposal: i.proposal, sender_kind: i.senderKind },
      ...{ person_sealed: i.personSealed, has_contact: i.hasContact, may_publish: i.mayPublish },
      ...{ code_hash: i.codeHash, received_at: now, moved_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface Change {
  state?: InitiativeState
  movedAt?: Date
  endedAt?: Date | null
  screened?: { by: number; name: string }
  unitId?: number | null
  dueDay?: Day | null
  mergedInto?: number
  words?: { title: string; text: string; by: number | null; name: string | null }
  published?: { at: Date; name: string } | null
  /** The sender is forgotten; with `words` what they wrote as well. */
  forgotten?: { at: Date; words: boolean }
}

export async function updateInitiative(tx: Tx, provinceId: number, id: number, c: Change): Promise<void> {
  await tx
    .updateTable('initiatives.initiative')
    .set({
      ...(c.state === undefined ? {} : { state: c.state, reminded_day: null }),
      ...(c.movedAt === undefined ? {} : { moved_at: c.movedAt }),
      ...(c.endedAt === undefined ? {} : { ended_at: c.endedAt }),
      ...(c.screened === undefined ? {} : { screened_by: c.screened.by, screened_by_name: c.screened.name }),
      ...(c.unitId === undefined ? {} : { unit_id: c.unitId }),
      ...(c.dueDay === undefined ? {} : { due_day: c.dueDay }),
      ...(c.mergedInto === undefined ? {} : { merged_into: c.mergedInto }),
      ...(c.words === undefined
        ? {}
        : {
            ...{ public_title: c.words.title, public_text: c.words.text },
            ...{ worded_by: c.words.by, worded_by_name: c.words.name },
          }),
      ...(c.published === undefined
        ? {}
        : { published_at: c.published?.at ?? null, published_by_name: c.published?.name ?? null }),
      ...(c.forgotten === undefined
        ? {}
        : {
            ...{ person_sealed: null, has_contact: false, forgotten_at: c.forgotten.at },
            ...(c.forgotten.words ? { title: '', trouble: '', proposal: '' } : {}),
          }),
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export interface InitiativeFilter {
  states?: readonly InitiativeState[] | undefined
  topic?: string | undefined
  callId?: number | undefined
  unitId?: number | undefined
  /** Undefined: every unit, and what is assigned to none. */
  unitIds?: readonly number[] | undefined
  words?: string | undefined
  isPublic?: boolean | undefined
  dueBy?: Day | undefined
  /** Only what is late as of this day, with so many days to decide in. */
  late?: { today: Day; waitDays: number } | undefined
}

function isLate({ today, waitDays }: { today: Day; waitDays: number }) {
  const since = addDays(today, -waitDays)
  return sql<boolean>`((i.state in ('received', 'screening')
      and (i.received_at at time zone 'Asia/Ho_Chi_Minh')::date < ${since})
    or (i.state in ('assigned', 'trial') and i.due_day < ${today}))`
}

export function filtered(db: DbOrTx, provinceId: number, f: InitiativeFilter) {
  let query = db.selectFrom('initiatives.initiative as i').where('i.province_id', '=', provinceId)
  if (f.states) query = query.where('i.state', 'in', [...f.states])
  if (f.topic) query = query.where('i.topic', '=', f.topic)
  if (f.callId) query = query.where('i.call_id', '=', f.callId)
  if (f.unitId) query = query.where('i.unit_id', '=', f.unitId)
  if (f.unitIds) query = query.where('i.unit_id', 'in', f.unitIds.length ? [...f.unitIds] : [-1])
  if (f.dueBy) query = query.where('i.due_day', '<=', f.dueBy)
  const { words, late } = f
  if (words) query = query.where((e) => e.or([holdsWords('i.title', words), holdsWords('i.proposal', words)]))
  if (f.isPublic) query = query.where('i.published_at', 'is not', null)
  if (late) query = query.where(isLate(late))
  return query
}

/** What passes the filter, the newest first; with the number of all. */
export async function selectInitiatives(
  db: DbOrTx,
  provinceId: number,
  filter: InitiativeFilter,
  limit: number,
  offset = 0,
): Promise<{ initiatives: Initiative[]; total: number }> {
  const { total } = await filtered(db, provinceId, filter)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  const rows = await filtered(db, provinceId, filter)
    .select(columns)
    .$if(filter.isPublic === true, (q) => q.orderBy('i.published_at', 'desc'))
    .$if(filter.isPublic !== true, (q) => q.orderBy('i.received_at', 'desc'))
    .orderBy('i.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { initiatives: rows as Initiative[], total }
}

export async function selectInitiative(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<Initiative | null> {
  const row = await db
    .selectFrom('initiatives.initiative as i')
    .select(columns)
    .where('i.province_id', '=', provinceId)
    .where('i.id', '=', id)
    .executeTakeFirst()
  return (row as Initiative | undefined) ?? null
}

/** For a change: whoever comes second waits, and sees what the first made of it. */
export async function selectForChange(
  tx: Tx,
  provinceId: number,
  by: { id: number } | { codeHash: Buffer },
): Promise<KeptInitiative | null> {
  const query = tx
    .selectFrom('initiatives.initiative as i')
    .select(keptColumns)
    .where('i.province_id', '=', provinceId)
    .forUpdate()
  const row = await ('id' in by
    ? query.where('i.id', '=', by.id)
    : query.where('i.code_hash', '=', by.codeHash)
  ).executeTakeFirst()
  return (row as KeptInitiative | undefined) ?? null
}

export async function selectKept(
  db: DbOrTx,
  provinceId: number,
  by: { id: number } | { codeHash: Buffer },
): Promise<KeptInitiative | null> {
  const query = db
    .selectFrom('initiatives.initiative as i')
    .select(keptColumns)
    .where('i.province_id', '=', provinceId)
  const row = await ('id' in by
    ? query.where('i.id', '=', by.id)
    : query.where('i.code_hash', '=', by.codeHash)
  ).executeTakeFirst()
  return (row as KeptInitiative | undefined) ?? null
}

export async function countByState(
  db: DbOrTx,
  provinceId: number,
  filter: InitiativeFilter = {},
): Promise<Map<InitiativeState, number>> {
  const rows = await filtered(db, provinceId, filter)
    .select(['i.state', sql<number>`count(*)::int`.as('n')])
    .groupBy('i.state')
    .execute()
  return new Map(rows.map((r) => [r.state as InitiativeState, r.n]))
}

export async function countOf(db: DbOrTx, provinceId: number, filter: InitiativeFilter): Promise<number> {
  const { n } = await filtered(db, provinceId, filter)
    .select(sql<number>`count(*)::int`.as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** Ideas whose title or proposal is much like this one's, the likest first: what may have been sent twice. */
export async function selectLike(
  db: DbOrTx,
  provinceId: number,
  { id, title, proposal }: Pick<Initiative, 'id' | 'title' | 'proposal'>,
): Promise<Pick<Initiative, 'id' | 'title' | 'state'>[]> {
  const likeness = sql<number>`greatest(similarity(i.title, ${title}), similarity(i.proposal, ${proposal}))`
  const rows = await db
    .selectFrom('initiatives.initiative as i')
    .select(['i.id', 'i.title', 'i.state'])
    .where('i.province_id', '=', provinceId)
    .where('i.id', '<>', id)
    .where('i.state', 'not in', ['spam', 'withdrawn', 'merged'])
    .where(sql<boolean>`${likeness} > 0.4`)
    .orderBy(likeness, 'desc')
    .orderBy('i.id')
    .limit(5)
    .execute()
  return rows as Pick<Initiative, 'id' | 'title' | 'state'>[]
}

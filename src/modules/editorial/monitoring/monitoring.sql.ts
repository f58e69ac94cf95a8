import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { holdsWords } from '../../../lib/db/words.sql.ts'
import type { Finding, LookedAt, Note, NoteFacts, NoteState } from './note.ts'

function columnsOf(n: NoteFacts) {
  const { day, finding, title, about, address } = n
  const of = { author_unit_id: n.authorUnitId, unit_id: n.unitId, outlet_id: n.outletId }
  return { day, finding, title, about, address, ...of, looked_at: n.lookedAt, due_day: n.dueDay }
}

export async function insertNote(
  tx: Tx,
  provinceId: number,
  note: NoteFacts & { fileId: number | null },
  by: { name: string; at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('editorial.monitoring_note')
    .values({
      ...{ province_id: provinceId, ...columnsOf(note), file_id: note.fileId },
      ...{ noted_at: by.at, noted_by_name: by.name },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes over the revision that the writer saw; false: somebody was there before. */
export async function updateNote(
  tx: Tx,
  provinceId: number,
  id: number,
  revision: number,
  note: NoteFacts & { fileId: number | null },
): Promise<boolean> {
  const done = await tx
    .updateTable('editorial.monitoring_note')
    .set({ ...columnsOf(note), file_id: note.fileId, revision: revision + 1 })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function lockNote(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx
    .selectFrom('editorial.monitoring_note')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

type Move = Partial<Pick<Note, 'answer' | 'returnedWhy' | 'closed' | 'withdrawn'>>

export async function moveNote(tx: Tx, provinceId: number, id: number, move: Move): Promise<void> {
  const { answer, returnedWhy, closed, withdrawn } = move
  await tx
    .updateTable('editorial.monitoring_note')
    .set((e) => ({
      revision: e('revision', '+', 1),
      ...(answer === undefined
        ? {}
        : {
            answer: answer?.text ?? null,
            answer_day: answer?.day ?? null,
            answer_by_name: answer?.byName ?? null,
          }),
      ...(returnedWhy === undefined ? {} : { returned_why: returnedWhy }),
      ...(closed ? { closed_day: closed.day, closed_by_name: closed.byName } : {}),
      ...(withdrawn
        ? {
            withdrawn_at: withdrawn.at,
            withdrawn_by_name: withdrawn.byName,
            withdrawn_why: withdrawn.why,
          }
        : {}),
    }))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export interface NoteFilter {
  id?: number | undefined
  /** Of these units, or written by one of them; undefined: of the whole province. */
  unitIds?: readonly number[] | undefined
  unitId?: number | undefined
  outletId?: number | undefined
  authorUnitId?: number | undefined
  lookedAt?: string | undefined
  state?: NoteState | undefined
  words?: string | undefined
}

function filtered(db: DbOrTx, provinceId: number, f: NoteFilter, today: Day) {
  let query = db
    .selectFrom('editorial.monitoring_note as n')
    .leftJoin('editorial.outlet as o', (j) =>
      j.onRef('o.province_id', '=', 'n.province_id').onRef('o.id', '=', 'n.outlet_id'),
    )
    .where('n.province_id', '=', provinceId)
  const { unitIds, words, state } = f
  if (f.id !== undefined) query = query.where('n.id', '=', f.id)
  else query = query.where('n.withdrawn_at', state === 'withdrawn' ? 'is not' : 'is', null)
  if (unitIds) {
    const own = unitIds.length ? [...unitIds] : [-1]
    query = query.where((e) => e.or([e('n.unit_id', 'in', own), e('n.author_unit_id', 'in', own)]))
  }
  if (f.unitId) query = query.where('n.unit_id', '=', f.unitId)
  if (f.outletId) query = query.where('n.outlet_id', '=', f.outletId)
  if (f.authorUnitId) query = query.where('n.author_unit_id', '=', f.authorUnitId)
  if (f.lookedAt) query = query.where('n.looked_at', '=', f.lookedAt)
  if (words) query = query.where((e) => e.or([holdsWords('n.title', words), holdsWords('n.about', words)]))
  if (state === 'good') query = query.where('n.finding', '=', 'good')
  if (state === 'closed') query = query.where('n.closed_day', 'is not', null)
  if (state === 'open' || state === 'overdue' || state === 'answered')
    query = query
      .where('n.finding', '=', 'mend')
      .where('n.closed_day', 'is', null)
      .where('n.answer_day', state === 'answered' ? 'is not' : 'is', null)
  if (state === 'overdue') query = query.where('n.due_day', '<', today)
  if (state === 'open') query = query.where('n.due_day', '>=', today)
  return query
}

/** Notes that pass the filter: what waits first, the most pressing before; then the newest. With the number of all. */
export async function selectNotes(
  db: DbOrTx,
  provinceId: number,
  filter: NoteFilter,
  today: Day,
  limit = 40,
  offset = 0,
): Promise<{ notes: Note[]; total: number }> {
  const { total } = await filtered(db, provinceId, filter, today)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  const rows = await filtered(db, provinceId, filter, today)
    .select(['n.id', 'n.day', 'n.title', 'n.about', 'n.address', 'n.revision', 'o.name as outletName'])
    .select(['n.author_unit_id as authorUnitId', 'n.unit_id as unitId', 'n.outlet_id as outletId'])
    .select(['n.looked_at', 'n.finding', 'n.due_day as dueDay', 'n.file_id as fileId'])
    .select(['n.answer as said', 'n.answer_day', 'n.answer_by_name', 'n.returned_why as returnedWhy'])
    .select(['n.closed_day', 'n.closed_by_name', 'n.withdrawn_at', 'n.withdrawn_by_name', 'n.withdrawn_why'])
    .select(['n.noted_at as notedAt', 'n.noted_by_name as notedByName'])
    .orderBy(sql`n.closed_day is not null or n.finding = 'good'`)
    .orderBy(sql`case when n.closed_day is null then n.due_day end`)
    .orderBy('n.day', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { notes: rows.map(asNote), total }
}

interface Row extends Omit<Note, 'lookedAt' | 'finding' | 'answer' | 'closed' | 'withdrawn'> {
  looked_at: string
  finding: string
  said: string | null
  answer_day: Day | null
  answer_by_name: string | null
  closed_day: Day | null
  closed_by_name: string | null
  withdrawn_at: Date | null
  withdrawn_by_name: string | null
  withdrawn_why: string | null
}

function asNote({ looked_at, finding, said, answer_day, answer_by_name, ...rest }: Row): Note {
  const { closed_day, closed_by_name, withdrawn_at, withdrawn_by_name, withdrawn_why, ...row } = rest
  return {
    ...row,
    lookedAt: looked_at as LookedAt,
    finding: finding as Finding,
    answer: answer_day === null ? null : { text: said ?? '', day: answer_day, byName: answer_by_name ?? '' },
    closed: closed_day === null ? null : { day: closed_day, byName: closed_by_name ?? '' },
    withdrawn: withdrawn_at && {
      at: withdrawn_at,
      ...{ byName: withdrawn_by_name ?? '', why: withdrawn_why ?? '' },
    },
  }
}

import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'

/** What a drafted letter of reminder says; kept as it was when drafted. */
export interface LetterContent {
  plan: string
  asOf: Day
  answerBy: Day
  tasks: { content: string; lead: string; time: string; daysLate: number; state: string }[]
}

export interface Letter {
  id: number
  planId: number | null
  fromUnitId: number
  toUnitId: number
  draftedAt: Date
  draftedByName: string
  state: 'draft' | 'sent' | 'dropped'
  symbol: string | null
  issuedDay: Day | null
  subject: string
  content: LetterContent
}

const columns = [
  'id',
  'plan_id as planId',
  'from_unit_id as fromUnitId',
  'to_unit_id as toUnitId',
  'drafted_at as draftedAt',
  'drafted_by_name as draftedByName',
  'state',
  'symbol',
  'issued_day as issuedDay',
  'subject',
  'content',
] as const

type Row = Omit<Letter, 'state' | 'content'> & { state: string; content: unknown }

function asLetter(row: Row): Letter {
  return { ...row, state: row.state as Letter['state'], content: row.content as LetterContent }
}

export async function insertLetter(
  tx: Tx,
  provinceId: number,
  letter: Pick<Letter, 'planId' | 'fromUnitId' | 'toUnitId' | 'draftedByName' | 'subject' | 'content'>,
  now: Date,
): Promise<number> {
  const row = await tx
    .insertInto('assignments.letter')
    .values({
      province_id: provinceId,
      plan_id: letter.planId,
      from_unit_id: letter.fromUnitId,
      to_unit_id: letter.toUnitId,
      drafted_at: now,
      drafted_by_name: letter.draftedByName,
      subject: letter.subject,
      content: JSON.stringify(letter.content),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function selectLetter(db: DbOrTx, provinceId: number, id: number): Promise<Letter | null> {
  const row = await db
    .selectFrom('assignments.letter')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? asLetter(row) : null
}

/** Letters, newest first; `toUnitIds` null: of the whole province. */
export async function selectLetters(
  db: DbOrTx,
  provinceId: number,
  toUnitIds: readonly number[] | null,
  limit: number,
): Promise<Letter[]> {
  const rows = await db
    .selectFrom('assignments.letter')
    .select(columns)
    .where('province_id', '=', provinceId)
    .$if(toUnitIds !== null, (q) =>
      q.where('to_unit_id', 'in', toUnitIds?.length ? toUnitIds : [-1]).where('state', '=', 'sent'),
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(asLetter)
}

/** Marks a draft as sent (with the number the clerk gave) or dropped; false when it is no draft any more. */
export async function closeLetter(
  tx: Tx,
  provinceId: number,
  id: number,
  closed: { state: 'sent' | 'dropped'; symbol: string | null; issuedDay: Day | null },
): Promise<boolean> {
  const result = await tx
    .updateTable('assignments.letter')
    .set({ state: closed.state, symbol: closed.symbol, issued_day: closed.issuedDay })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

/** What a drafted letter says; kept as it was when drafted. */
export interface ChasingContent {
  report: string
  periodName: string
  source: string
  asOf: Day
  answerBy: Day
  units: { obligationId: number; name: string; dueDay: Day; daysLate: number; state: string }[]
}

export interface ChasingLetter {
  id: number
  dutyId: number
  period: string
  fromUnitId: number
  draftedAt: Date
  draftedByName: string
  state: 'draft' | 'sent' | 'dropped'
  symbol: string | null
  issuedDay: Day | null
  content: ChasingContent
}

const columns = [
  'id',
  'duty_id as dutyId',
  'period',
  'from_unit_id as fromUnitId',
  'drafted_at as draftedAt',
  'drafted_by_name as draftedByName',
  'state',
  'symbol',
  'issued_day as issuedDay',
  'content',
] as const

type Row = Omit<ChasingLetter, 'state' | 'content'> & { state: string; content: unknown }

function asLetter(row: Row): ChasingLetter {
  return { ...row, state: row.state as ChasingLetter['state'], content: row.content as ChasingContent }
}

/** Letters that units of `fromUnitIds` draft (null: of every unit), newest first. */
export async function selectChasing(
  db: DbOrTx,
  provinceId: number,
  fromUnitIds: readonly number[] | null,
  limit = 200,
): Promise<ChasingLetter[]> {
  const rows = await db
    .selectFrom('reporting.chasing_letter')
    .select(columns)
    .where('province_id', '=', provinceId)
    .$if(fromUnitIds !== null, (q) => q.where('from_unit_id', 'in', fromUnitIds?.length ? fromUnitIds : [-1]))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(asLetter)
}

export async function selectChasingLetter(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<ChasingLetter | null> {
  const row = await db
    .selectFrom('reporting.chasing_letter')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? asLetter(row) : null
}

/** The draft for a report and period: brought up to date where one waits, else a new one. Returns its id. */
export async function keepDraft(
  tx: Tx,
  provinceId: number,
  letter: Pick<ChasingLetter, 'dutyId' | 'period' | 'fromUnitId' | 'draftedByName' | 'content'>,
  now: Date,
): Promise<number> {
  const waiting = await tx
    .updateTable('reporting.chasing_letter')
    .set({ content: JSON.stringify(letter.content), drafted_at: now })
    .where('province_id', '=', provinceId)
    .where('duty_id', '=', letter.dutyId)
    .where('period', '=', letter.period)
    .where('state', '=', 'draft')
    .returning('id')
    .executeTakeFirst()
  if (waiting) return waiting.id
  const row = await tx
    .insertInto('reporting.chasing_letter')
    .values({
      province_id: provinceId,
      duty_id: letter.dutyId,
      period: letter.period,
      from_unit_id: letter.fromUnitId,
      drafted_at: now,
      drafted_by_name: letter.draftedByName,
      content: JSON.stringify(letter.content),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** True when the letter was still a draft. */
export async function closeChasing(
  tx: Tx,
  provinceId: number,
  id: number,
  closed: { state: 'sent' | 'dropped'; symbol: string | null; issuedDay: Day | null },
): Promise<boolean> {
  const done = await tx
    .updateTable('reporting.chasing_letter')
    .set({ state: closed.state, symbol: closed.symbol, issued_day: closed.issuedDay })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

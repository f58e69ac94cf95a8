import type { DbOrTx } from '../../../lib/db/db.ts'
import type { SendFault } from '../channel.ts'

export type AttemptOutcome = 'done' | 'refused' | 'unsure' | 'lost' | 'found' | 'absent'

/** Before the service is called: that it is about to be. */
export async function beginAttempt(
  db: DbOrTx,
  provinceId: number,
  messageId: number,
  number: number,
  step: string,
  at: Date,
): Promise<void> {
  await db
    .insertInto('publishing.message_attempt')
    .values({ province_id: provinceId, message_id: messageId, number, step, begun_at: at })
    .onConflict((c) => c.columns(['province_id', 'message_id', 'number', 'step']).doNothing())
    .execute()
}

export async function endAttempt(
  db: DbOrTx,
  provinceId: number,
  messageId: number,
  number: number,
  step: string,
  end: { at: Date; outcome: AttemptOutcome; fault?: SendFault | null },
): Promise<void> {
  await db
    .updateTable('publishing.message_attempt')
    .set({
      ended_at: end.at,
      outcome: end.outcome,
      // What was known first stays: that it was lost, when it is found later.
      ...(end.fault ? { fault: JSON.stringify(end.fault) } : {}),
    })
    .where('province_id', '=', provinceId)
    .where('message_id', '=', messageId)
    .where('number', '=', number)
    .where('step', '=', step)
    .execute()
}

export interface Attempt {
  number: number
  step: string
  begunAt: Date
  endedAt: Date | null
  outcome: AttemptOutcome | null
  fault: SendFault | null
}

export async function attemptsOf(db: DbOrTx, provinceId: number, messageId: number): Promise<Attempt[]> {
  const rows = await db
    .selectFrom('publishing.message_attempt')
    .select(['number', 'step', 'begun_at as begunAt', 'ended_at as endedAt', 'outcome', 'fault'])
    .where('province_id', '=', provinceId)
    .where('message_id', '=', messageId)
    .orderBy('begun_at')
    .orderBy('number')
    .execute()
  return rows as unknown as Attempt[]
}

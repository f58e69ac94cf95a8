import type { DbOrTx } from '../../../lib/db/db.ts'

export interface SentReminder {
  id: number
  rung: 'before' | 'due' | 'after' | 'head' | 'letter' | 'by_hand'
  channel: 'in_app' | 'email' | 'letter'
  toName: string | null
  toAddress: string | null
  sentAt: Date
  byName: string
  note: string | null
}

/** The reminders that one obligation got, newest first. */
export async function remindersOf(
  db: DbOrTx,
  provinceId: number,
  obligationId: number,
): Promise<SentReminder[]> {
  const rows = await db
    .selectFrom('reporting.reminder as r')
    .leftJoin('accounts.account as account', (j) =>
      j.onRef('account.province_id', '=', 'r.province_id').onRef('account.id', '=', 'r.to_account_id'),
    )
    .select([
      'r.id',
      'r.rung',
      'r.channel',
      'account.name as toName',
      'r.to_address as toAddress',
      'r.sent_at as sentAt',
      'r.by_name as byName',
      'r.note',
    ])
    .where('r.province_id', '=', provinceId)
    .where('r.obligation_id', '=', obligationId)
    .orderBy('r.id', 'desc')
    .limit(100)
    .execute()
  return rows.map((r) => ({
    ...r,
    rung: r.rung as SentReminder['rung'],
    channel: r.channel as SentReminder['channel'],
  }))
}

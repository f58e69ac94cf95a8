import { type AuditedBy, recordChange } from '../../../lib/audit.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { channelKinds, type MessageState } from '../channel.ts'
import { type ShownMessage, selectMessages } from './message-lists.sql.ts'
import { updateMessage } from './messages.sql.ts'

/** What became of the messages of a source: `cancelled` will not leave; `left` has left, or may have. */
export interface TakenBack {
  cancelled: ShownMessage[]
  left: ShownMessage[]
}

/** People have it in their hands: it may be there already, without a proof so far. */
export function isHanded(m: Pick<ShownMessage, 'state' | 'channelKind'>): boolean {
  return m.state === 'sending' && channelKinds[m.channelKind].way === 'manual'
}

/**
 * Takes back what a source has not sent: its text was withdrawn, or a newer one takes its place. What people were to
 * take there by hand is theirs no more where its channel is among `handedOf`, and counts as left: they may have done it.
 */
export async function cancelMessagesOf(
  tx: Tx,
  by: AuditedBy,
  source: string,
  now: Date,
  { handedOf = [] }: { handedOf?: 'all' | readonly number[] } = {},
): Promise<TakenBack> {
  const all = await selectMessages(tx, by.provinceId, { source }, { offset: 0, limit: 500 })
  const taken: TakenBack = { cancelled: [], left: [] }
  for (const message of all) {
    if (message.state === 'cancelled') continue
    const isTheirs = isHanded(message) && (handedOf === 'all' || handedOf.includes(message.channelId))
    const states: MessageState[] = isTheirs ? ['sending'] : ['waiting', 'failed', 'dead']
    const change = { state: 'cancelled' as const, lookAt: null, nextTryAt: null }
    const cancelled = await updateMessage(tx, by.provinceId, message.id, change, { states })
    if (cancelled) await note(tx, by, message, now)
    if (cancelled && !isTheirs) taken.cancelled.push(message)
    else taken.left.push(message)
  }
  return taken
}

/** Something corrected takes the place of a message that was refused or given up: nothing else is cancelled. */
export async function supersedeRefused(tx: Tx, by: AuditedBy, id: number, now: Date): Promise<boolean> {
  const [message] = await selectMessages(tx, by.provinceId, { id }, { offset: 0, limit: 1 })
  const change = { state: 'cancelled' as const, lookAt: null, nextTryAt: null }
  const states: MessageState[] = ['failed', 'dead']
  const isDone = message ? await updateMessage(tx, by.provinceId, id, change, { states }) : false
  if (message && isDone) await note(tx, by, message, now)
  return isDone
}

function note(tx: Tx, by: AuditedBy, { id, state }: ShownMessage, now: Date): Promise<void> {
  return recordChange(tx, by, now, {
    verb: 'message.cancel',
    subject: { kind: 'message', id },
    before: { state },
    after: { state: 'cancelled' },
  })
}

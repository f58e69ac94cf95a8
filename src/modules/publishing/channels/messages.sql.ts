import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { MessageState, SendFault } from '../channel.ts'
import type { Variant } from './variant.ts'

/** What is known of the way of a message through its steps. */
export interface MessageProgress {
  /** The step that was begun last. */
  step?: string
  /** Steps the service has surely done. */
  steps?: string[]
  kept?: Record<string, unknown>
  /** The token was exchanged for this message already. */
  refreshed?: boolean
  /** When the first attempt of the step that is unsure began. */
  since?: string
  /** How often the service could not say whether it has the message. */
  unknown?: number
  /** Of a large sending: how many of how many recipients. */
  done?: number
  total?: number
}

export interface Message {
  id: number
  channelId: number
  publicationId: number | null
  source: string
  sendKey: string
  variant: Variant
  digest: string
  publicationDigest: string | null
  dueAt: Date
  state: MessageState
  attempts: number
  lastError: SendFault | null
  remoteId: string | null
  remoteUrl: string | null
  sentAt: Date | null
  queuedAt: Date
  queuedByName: string
  nextTryAt: Date | null
  leaseUntil: Date | null
  lookAt: Date | null
  looks: number
  triesGranted: number
  progress: MessageProgress
  settledByName: string | null
  proof: { day: string; link: string; words: string } | null
  proofFileId: number | null
}

export const messageColumns = [
  'm.id',
  'm.channel_id as channelId',
  'm.publication_id as publicationId',
  'm.source',
  'm.send_key as sendKey',
  'm.variant',
  'm.digest',
  'm.publication_digest as publicationDigest',
  'm.due_at as dueAt',
  'm.state',
  'm.attempts',
  'm.last_error as lastError',
  'm.remote_id as remoteId',
  'm.remote_url as remoteUrl',
  'm.sent_at as sentAt',
  'm.queued_at as queuedAt',
  'm.queued_by_name as queuedByName',
  'm.next_try_at as nextTryAt',
  'm.lease_until as leaseUntil',
  'm.look_at as lookAt',
  'm.looks',
  'm.tries_granted as triesGranted',
  'm.progress',
  'm.settled_by_name as settledByName',
  'm.proof',
  'm.proof_file_id as proofFileId',
] as const

/** The id, and whether it is new: the same key twice is one message. */
export async function insertMessage(
  tx: Tx,
  provinceId: number,
  m: Pick<
    Message,
    | 'channelId'
    | 'publicationId'
    | 'source'
    | 'sendKey'
    | 'variant'
    | 'digest'
    | 'publicationDigest'
    | 'dueAt'
    | 'queuedAt'
    | 'queuedByName'
  >,
): Promise<{ id: number; isNew: boolean }> {
  const made = await tx
    .insertInto('publishing.message')
    .values({
      province_id: provinceId,
      channel_id: m.channelId,
      publication_id: m.publicationId,
      source: m.source,
      send_key: m.sendKey,
      variant: JSON.stringify(m.variant),
      digest: m.digest,
      publication_digest: m.publicationDigest,
      due_at: m.dueAt,
      state: 'waiting',
      queued_at: m.queuedAt,
      queued_by_name: m.queuedByName,
    })
    .onConflict((c) => c.columns(['province_id', 'send_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return { id: made.id, isNew: true }
  const { id } = await tx
    .selectFrom('publishing.message')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('send_key', '=', m.sendKey)
    .executeTakeFirstOrThrow()
  return { id, isNew: false }
}

/** The message, held until the transaction ends. */
export async function holdMessage(tx: Tx, provinceId: number, id: number): Promise<Message | null> {
  const row = await tx
    .selectFrom('publishing.message as m')
    .select(messageColumns)
    .where('m.province_id', '=', provinceId)
    .where('m.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? (row as unknown as Message) : null
}

/**
 * The first message of a channel that is not over: nothing behind it goes before it. What a person must settle, and
 * what was handed to people or to the mail queue (no lease), holds nothing up.
 */
export async function headOfChannel(tx: Tx, provinceId: number, channelId: number): Promise<Message | null> {
  const row = await tx
    .selectFrom('publishing.message as m')
    .select(messageColumns)
    .where('m.province_id', '=', provinceId)
    .where('m.channel_id', '=', channelId)
    .where((e) =>
      e.or([
        e('m.state', '=', 'waiting'),
        e.and([e('m.state', '=', 'sending'), e('m.lease_until', 'is not', null)]),
        e.and([e('m.state', '=', 'unsure'), e('m.look_at', 'is not', null)]),
      ]),
    )
    .orderBy('m.due_at')
    .orderBy('m.id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  return row ? (row as unknown as Message) : null
}

export interface MessageChange {
  state?: MessageState
  attempts?: number
  dueAt?: Date
  nextTryAt?: Date | null
  leaseUntil?: Date | null
  lookAt?: Date | null
  looks?: number
  triesGranted?: number
  progress?: MessageProgress
  lastError?: SendFault | null
  remoteId?: string
  remoteUrl?: string
  sentAt?: Date | null
  settledByName?: string | null
  proof?: Message['proof']
  proofFileId?: number | null
}

/** True when the message still was in one of these states, at this attempt where one is given. */
export async function updateMessage(
  db: DbOrTx,
  provinceId: number,
  id: number,
  c: MessageChange,
  only: { states?: readonly MessageState[]; attempt?: number } = {},
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('publishing.message')
    .set({
      ...(c.state === undefined ? {} : { state: c.state }),
      ...(c.attempts === undefined ? {} : { attempts: c.attempts }),
      ...(c.dueAt === undefined ? {} : { due_at: c.dueAt }),
      ...(c.nextTryAt === undefined ? {} : { next_try_at: c.nextTryAt }),
      ...(c.leaseUntil === undefined ? {} : { lease_until: c.leaseUntil }),
      ...(c.lookAt === undefined ? {} : { look_at: c.lookAt }),
      ...(c.looks === undefined ? {} : { looks: c.looks }),
      ...(c.triesGranted === undefined ? {} : { tries_granted: c.triesGranted }),
      ...(c.progress === undefined ? {} : { progress: JSON.stringify(c.progress) }),
      ...(c.lastError === undefined
        ? {}
        : { last_error: c.lastError === null ? null : JSON.stringify(c.lastError) }),
      ...(c.remoteId === undefined ? {} : { remote_id: c.remoteId }),
      ...(c.remoteUrl === undefined ? {} : { remote_url: c.remoteUrl }),
      ...(c.sentAt === undefined ? {} : { sent_at: c.sentAt }),
      ...(c.settledByName === undefined ? {} : { settled_by_name: c.settledByName }),
      ...(c.proof === undefined ? {} : { proof: c.proof === null ? null : JSON.stringify(c.proof) }),
      ...(c.proofFileId === undefined ? {} : { proof_file_id: c.proofFileId }),
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .$if(only.states !== undefined, (q) => q.where('state', 'in', only.states ?? []))
    .$if(only.attempt !== undefined, (q) => q.where('attempts', '=', only.attempt ?? 0))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Config } from '../config.ts'
import type { DbOrTx, Tx } from '../db/db.ts'
import { jobKind, queueJob } from '../jobs/jobs.ts'

export interface Letter {
  to: string
  subject: string
  /** Plain text; lines end with '\n'. */
  body: string
}

export const mailToSend = jobKind('mail.send', z.object({ letterId: z.number() }))

/** Writes a letter into the outbox in the caller's transaction; a job takes it to the mail server. Returns its id. */
export async function sendMail(tx: Tx, provinceId: number, now: Date, letter: Letter): Promise<number> {
  const { id } = await tx
    .insertInto('mail.letter')
    .values({
      province_id: provinceId,
      to_address: letter.to,
      subject: letter.subject.replace(/\s+/g, ' '),
      body: letter.body,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await queueJob(tx, provinceId, mailToSend, { letterId: id })
  return id
}

/** Takes letters out of the outbox, with the addresses they went to; one that still waits is not sent. */
export async function forgetLetters(tx: Tx, provinceId: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('mail.letter')
    .where('province_id', '=', provinceId)
    .where('id', 'in', [...ids])
    .execute()
}

/** Takes a letter to the mail server, or holds it where none is set. Done twice, it is sent once. */
export async function deliver(
  db: DbOrTx,
  config: Config,
  provinceId: number,
  id: number,
  now: Date,
): Promise<void> {
  const letter = await db
    .selectFrom('mail.letter')
    .select(['to_address', 'subject', 'body', 'state'])
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!letter || letter.state === 'sent') return
  const sent = config.smtpUrl !== null
  if (config.smtpUrl !== null) {
    const transport = createTransport(config.smtpUrl)
    await transport.sendMail({
      from: config.mailFrom,
      to: letter.to_address,
      subject: letter.subject,
      text: letter.body ?? '',
      messageId: `<letter.${provinceId}.${id}@${new URL(config.baseUrl).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    transport.close()
  }
  await db
    .updateTable('mail.letter')
    .set(sent ? { state: 'sent', sent_at: now, body: null } : { state: 'held' })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export interface OutboxLetter {
  id: number
  to: string
  subject: string
  body: string | null
  state: 'waiting' | 'sent' | 'held'
  createdAt: Date
  sentAt: Date | null
}

/** The newest letters of a province. */
export async function outbox(db: DbOrTx, provinceId: number, limit: number): Promise<OutboxLetter[]> {
  const rows = await db
    .selectFrom('mail.letter')
    .select([
      'id',
      'to_address as to',
      'subject',
      'body',
      'state',
      'created_at as createdAt',
      'sent_at as sentAt',
    ])
    .where('province_id', '=', provinceId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((r) => ({ ...r, state: r.state as OutboxLetter['state'] }))
}

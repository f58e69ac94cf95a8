import type { Config } from '../../../lib/config.ts'
import type { Db } from '../../../lib/db/db.ts'
import { sendMail } from '../../../lib/mail/mail.ts'
import { type OpenTransport, openTransport } from '../../../lib/mail/transport.ts'
import { endHouseMessage, noteProgress } from '../channels/messages.ts'
import { linkKey, openAddress } from './addresses.ts'
import * as deliveries from './deliveries.sql.ts'
import { type LetterFacts, letterHtml, letterText } from './letter.tsx'
import * as issues from './newsletters.sql.ts'
import { type LetterOf, returnAddress } from './return-address.ts'
import { countReturn, forgiveReturns } from './returned.sql.ts'
import { type Subscriber, subscriberById } from './subscriptions.sql.ts'
import { texts } from './subscriptions.texts.ts'

interface Tools {
  db: Db
  config: Config
  clock: () => Date
  signal?: AbortSignal
}

/** A worker that has had a letter for so long and said nothing has crashed. */
const silentAfter = 10 * 60_000
const progressEvery = 50

/** The first letter: whoever asked opens its link. Done twice, it is sent twice at most, within its two days. */
export async function sendConfirmation(
  { db, config, clock }: Tools,
  provinceId: number,
  asked: { subscriberId: number; askedAt: number },
): Promise<void> {
  const subscriber = await subscriberById(db, provinceId, asked.subscriberId)
  if (subscriber?.state !== 'asked' || subscriber.askedAt.getTime() !== asked.askedAt) return
  const site = await siteOf(db, config, provinceId)
  const to = openAddress(config.secret, provinceId, subscriber.sealed)
  if (!site || !to) return
  const name = site[subscriber.locale]
  const key = linkKey(config.secret, 'confirm', {
    provinceId,
    subscriberId: subscriber.id,
    askedAt: subscriber.askedAt,
  })
  const subject = texts.askSubject[subscriber.locale](name)
  const text = texts.askBody[subscriber.locale](name, `${site.origin}/subscriptions/confirmation?key=${key}`)
  if (config.smtpUrl === null && config.mode === 'demonstration') {
    // Whoever tries the program out reads the letter on the page of outgoing mail.
    await db.transaction().execute((tx) => sendMail(tx, provinceId, clock(), { to, subject, body: text }))
    return
  }
  const transport = openTransport(config)
  try {
    const messageId = `confirm.${provinceId}.${subscriber.id}.${asked.askedAt}`
    const of = { provinceId, subscriberId: subscriber.id, newsletterId: 0 }
    await transport.send({ to, subject, text, messageId, returnTo: returnTo(config, of) })
  } finally {
    transport.close()
  }
}

/**
 * Sends an issue to everybody it is still for. A letter is taken, and that is committed, before it is sent: whatever
 * crashes when, nobody gets it twice; a letter that was in a worker's hands as it fell is shown as unsure. Where the
 * mail server cannot be reached the letter is put back and the job fails, to be tried again.
 */
export async function sendIssue(tools: Tools, provinceId: number, newsletterId: number): Promise<void> {
  const { db, config, clock } = tools
  const issue = await issues.issueById(db, provinceId, newsletterId)
  const site = await siteOf(db, config, provinceId)
  if (issue?.state !== 'sending' || !site) return
  await deliveries.giveUpSilent(db, provinceId, newsletterId, new Date(clock().getTime() - silentAfter))
  const entries = await issues.entriesOf(db, provinceId, issue.publicationIds)
  const transport = openTransport(config)
  try {
    for (let sent = 0; !tools.signal?.aborted; sent += 1) {
      const taken = await deliveries.takeDelivery(db, provinceId, newsletterId, clock())
      if (!taken) break
      const subscriber = await subscriberById(db, provinceId, taken.subscriberId)
      if (subscriber?.state === 'confirmed')
        await sendOne(tools, transport, { provinceId, issue, site, entries, subscriber })
      if (issue.messageId !== null && sent % progressEvery === 0) await tellProgress(db, provinceId, issue)
    }
  } finally {
    transport.close()
  }
  if (!tools.signal?.aborted) await finish(db, provinceId, issue, clock())
}

interface OneLetter {
  provinceId: number
  issue: issues.Issue
  site: Site
  entries: readonly issues.LetterEntry[]
  subscriber: Subscriber
}

async function sendOne(
  { db, config, clock }: Tools,
  transport: OpenTransport,
  one: OneLetter,
): Promise<void> {
  const { provinceId, issue, subscriber } = one
  const end = (state: 'sent' | 'failed' | 'waiting') =>
    deliveries.endDelivery(db, provinceId, issue.id, subscriber.id, state)
  const to = openAddress(config.secret, provinceId, subscriber.sealed)
  if (!to) return end('failed')
  const facts = letterFor(config.secret, one)
  try {
    await transport.send({
      to,
      subject: issue.subject,
      text: letterText(facts),
      html: letterHtml(facts),
      messageId: `issue.${provinceId}.${issue.id}.${subscriber.id}`,
      returnTo: returnTo(config, { provinceId, subscriberId: subscriber.id, newsletterId: issue.id }),
      headers: {
        'List-Unsubscribe': `<${facts.unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'List-Id': `<newsletter.${new URL(facts.origin).hostname}>`,
        Precedence: 'bulk',
      },
    })
  } catch (fault) {
    const code = (fault as { responseCode?: number }).responseCode ?? 0
    if (code >= 500) {
      await end('failed')
      await countReturn(db, provinceId, subscriber.id, clock())
      return
    }
    // Otherwise the connection broke in the middle: nobody knows, and the letter stays in hand until it is given up.
    if (isBeforeData(fault)) await end('waiting')
    throw fault
  }
  await end('sent')
  await forgiveReturns(db, provinceId, subscriber.id, clock())
}

function returnTo({ secret, mailReturn }: Config, of: LetterOf): string | undefined {
  return mailReturn === null ? undefined : returnAddress(secret, mailReturn, of)
}

/**
 * Refused for now, or never connected: the server has said that it does not have the letter. ECONNECTION is not among
 * these: nodemailer says it as well where the server falls after it has taken the letter.
 */
function isBeforeData(fault: unknown): boolean {
  const {
    responseCode = 0,
    code = '',
    syscall = '',
  } = fault as {
    responseCode?: number
    code?: string
    syscall?: string
  }
  return (
    (responseCode >= 400 && responseCode < 500) || ['EDNS', 'EAUTH'].includes(code) || syscall === 'connect'
  )
}

/** What one reader gets: the texts of their choice. */
export function letterFor(
  secret: string,
  { provinceId, issue, site, entries, subscriber }: OneLetter,
): LetterFacts {
  const all = subscriber.topics.length === 0 && subscriber.columnIds.length === 0
  const chosen = entries.filter(
    (e) =>
      all ||
      e.topics.some((topic) => subscriber.topics.includes(topic)) ||
      (e.columnId !== null && subscriber.columnIds.includes(e.columnId)),
  )
  const key = linkKey(secret, 'own', { provinceId, subscriberId: subscriber.id, askedAt: subscriber.askedAt })
  return {
    locale: subscriber.locale,
    site: site[subscriber.locale],
    origin: site.origin,
    subject: issue.subject,
    intro: issue.intro,
    entries: chosen,
    preferences: `${site.origin}/subscriptions/preferences?key=${key}`,
    unsubscribe: `${site.origin}/subscriptions/ending?key=${key}`,
  }
}

interface Site {
  vi: string
  en: string
  origin: string
}

async function siteOf(db: Db, config: Config, provinceId: number): Promise<Site | null> {
  const names = await issues.siteNames(db, provinceId)
  const { protocol } = new URL(config.baseUrl)
  return (
    names && {
      ...names,
      origin: names.host ? `${protocol}//${names.host}` : config.baseUrl.replace(/\/+$/, ''),
    }
  )
}

async function tallyOf(db: Db, provinceId: number, id: number) {
  const tally = (await deliveries.talliesOf(db, provinceId, [id])).get(id)
  const { waiting = 0, sending = 0, sent = 0, failed = 0, unsure = 0, returned = 0 } = tally ?? {}
  const total = waiting + sending + sent + failed + unsure + returned
  return { left: waiting + sending, done: sent, total }
}

async function tellProgress(db: Db, provinceId: number, issue: issues.Issue): Promise<void> {
  const { done, total } = await tallyOf(db, provinceId, issue.id)
  if (issue.messageId !== null) await noteProgress(db, provinceId, issue.messageId, done, total)
}

/** While another worker has a letter in hand, the issue is not at its end: this job comes back. */
async function finish(db: Db, provinceId: number, issue: issues.Issue, now: Date): Promise<void> {
  const { left, done, total } = await tallyOf(db, provinceId, issue.id)
  if (left > 0) throw new Error(`${left} letters of issue ${issue.id} are still in other hands`)
  await db.transaction().execute(async (tx) => {
    await issues.updateIssue(tx, provinceId, issue.id, { state: 'sent', sentAt: now })
    if (issue.messageId !== null)
      await endHouseMessage(tx, provinceId, issue.messageId, { done, total, fault: null }, now)
  })
}

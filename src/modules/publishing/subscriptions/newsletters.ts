import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Db, DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { newestJob } from '../../../lib/jobs/watch.ts'
import * as deliveries from './deliveries.sql.ts'
import * as sql from './newsletters.sql.ts'
import { newsletterToSend } from './subscriptions.jobs.ts'
import { texts } from './subscriptions.texts.ts'

const firstSpan: Record<string, number> = { at_once: 1, weekly: 7, monthly: 31 }
const day = 86_400_000

/**
 * Gathers what was published since the last issue of a rhythm. Nothing new: no issue. `at_once` leaves by itself, as
 * each of its texts was approved by two people; a week's or a month's waits for its opening and for somebody to let it
 * go. Made twice for one moment, it is one issue.
 */
export async function makeIssue(
  tx: Tx,
  provinceId: number,
  rhythm: 'at_once' | 'weekly' | 'monthly',
  now: Date,
): Promise<number | null> {
  const site = await sql.siteNames(tx, provinceId)
  if (!site) return null
  const since =
    (await sql.lastUntil(tx, provinceId, rhythm)) ?? new Date(now.getTime() - (firstSpan[rhythm] ?? 7) * day)
  const entries = await sql.publishedBetween(tx, provinceId, since, now)
  if (entries.length === 0 || (await deliveries.countWanting(tx, provinceId, rhythm, entries)) === 0)
    return null
  const isAtOnce = rhythm === 'at_once'
  const id = await sql.insertIssue(
    tx,
    provinceId,
    {
      rhythm,
      messageId: null,
      since,
      until: now,
      publicationIds: entries.map((e) => e.id),
      subject:
        isAtOnce && entries.length === 1
          ? (entries[0]?.title ?? '')
          : texts.subjectOf.vi(site.vi, entries.length),
      intro: '',
      state: isAtOnce ? 'sending' : 'draft',
    },
    now,
  )
  if (id !== null && isAtOnce) await begin(tx, provinceId, id, rhythm, entries)
  return id
}

/** An issue of one text that a channel's approved message asks for: to every reader whose choice holds it. */
export async function issueOfMessage(
  tx: Tx,
  provinceId: number,
  message: { id: number; publicationId: number | null; title: string; text: string },
  now: Date,
): Promise<void> {
  const publicationIds = message.publicationId === null ? [] : [message.publicationId]
  const entries = await sql.entriesOf(tx, provinceId, publicationIds)
  const id = await sql.insertIssue(
    tx,
    provinceId,
    {
      rhythm: 'message',
      messageId: message.id,
      since: now,
      until: now,
      publicationIds,
      subject: message.title || (entries[0]?.title ?? ''),
      intro: message.text,
      state: 'sending',
    },
    now,
  )
  if (id !== null) await begin(tx, provinceId, id, null, entries)
}

async function begin(
  tx: Tx,
  provinceId: number,
  id: number,
  rhythm: string | null,
  entries: readonly sql.LetterEntry[],
): Promise<void> {
  await deliveries.addDeliveries(tx, provinceId, id, rhythm, entries)
  await queueJob(tx, provinceId, newsletterToSend, { newsletterId: id })
}

const longestSubject = 150
const longestIntro = 3_000

/** Writes the words above the list. Whoever writes them does not let the issue go. */
export async function writeOpening(
  tx: Tx,
  actor: Actor,
  id: number,
  { subject, intro }: { subject: string; intro: string },
  now: Date,
): Promise<void> {
  const issue = await draft(tx, actor.provinceId, id)
  if (subject === '' || subject.length > longestSubject || intro.length > longestIntro)
    throw invalid([
      {
        field: intro.length > longestIntro ? 'intro' : 'subject',
        vi: `Tiêu đề từ 1 đến ${longestSubject} ký tự, lời mở đầu không quá ${longestIntro} ký tự.`,
        en: `A subject of 1 to ${longestSubject} characters, an opening of at most ${longestIntro}.`,
      },
    ])
  if (subject === issue.subject && intro === issue.intro) return
  const by = { writtenBy: actor.accountId, writtenByName: actor.name }
  await sql.updateIssue(tx, actor.provinceId, id, { subject, intro, ...by })
  await note(
    tx,
    actor,
    id,
    'newsletter.write',
    { subject: issue.subject, intro: issue.intro },
    { subject, intro },
    now,
  )
}

/** Lets an issue go; not the one who wrote its opening. */
export async function letGo(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const issue = await draft(tx, actor.provinceId, id)
  if (issue.writtenBy === actor.accountId) throw forbidden(texts.ownWords.vi, texts.ownWords.en)
  const entries = await sql.entriesOf(tx, actor.provinceId, issue.publicationIds)
  await sql.updateIssue(tx, actor.provinceId, id, { state: 'sending', approvedByName: actor.name })
  await begin(tx, actor.provinceId, id, issue.rhythm, entries)
  await note(tx, actor, id, 'newsletter.send', { state: 'draft' }, { state: 'sending' }, now)
}

export async function dropIssue(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  await draft(tx, actor.provinceId, id)
  await sql.updateIssue(tx, actor.provinceId, id, { state: 'dropped' })
  await note(tx, actor, id, 'newsletter.drop', { state: 'draft' }, { state: 'dropped' }, now)
}

export interface ShownIssue extends sql.Issue {
  entries: sql.LetterEntry[]
  tally: deliveries.Tally
  /** How many it would go to. */
  wanting: number
  /** Letters wait because the last try failed: when the next one comes, null while it is not known. */
  heldUp: { next: Date | null } | null
}

export async function shownIssue(db: Db, provinceId: number, id: number): Promise<ShownIssue> {
  const issue = await sql.issueById(db, provinceId, id)
  if (!issue) throw notFound()
  const entries = await sql.entriesOf(db, provinceId, issue.publicationIds)
  const tally = (await deliveries.talliesOf(db, provinceId, [id])).get(id)
  const rhythm = issue.rhythm === 'message' ? null : issue.rhythm
  const wanting = await deliveries.countWanting(db, provinceId, rhythm, entries)
  const heldUp = issue.state === 'sending' ? await heldUpBy(db, provinceId, id) : null
  return { ...issue, entries, wanting, tally: tally ?? deliveries.noTally, heldUp }
}

async function heldUpBy(db: Db, provinceId: number, newsletterId: number): Promise<ShownIssue['heldUp']> {
  const job = await newestJob(db, provinceId, newsletterToSend, { newsletterId })
  if (!job?.lastError || job.state === 'running' || job.state === 'done') return null
  return { next: job.state === 'waiting' ? job.startAfter : null }
}

export async function shownIssues(
  db: DbOrTx,
  provinceId: number,
): Promise<(sql.Issue & { tally: deliveries.Tally })[]> {
  const issues = await sql.newestIssues(db, provinceId)
  const tallies = await deliveries.talliesOf(
    db,
    provinceId,
    issues.map((i) => i.id),
  )
  return issues.map((issue) => ({ ...issue, tally: tallies.get(issue.id) ?? deliveries.noTally }))
}

async function draft(tx: Tx, provinceId: number, id: number): Promise<sql.Issue> {
  const issue = await sql.issueById(tx, provinceId, id, true)
  if (!issue) throw notFound()
  if (issue.state !== 'draft') throw conflict(texts.moved.vi, texts.moved.en)
  return issue
}

async function note(
  tx: Tx,
  actor: Actor,
  id: number,
  verb: string,
  before: unknown,
  after: unknown,
  now: Date,
): Promise<void> {
  await recordChange(tx, actor, now, { verb, subject: { kind: 'newsletter', id }, before, after })
}

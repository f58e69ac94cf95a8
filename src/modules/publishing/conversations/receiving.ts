import { createHash } from 'node:crypto'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { hide } from '../../../lib/http/seal.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { selectChannel } from '../channels/channels.sql.ts'
import { personWrote } from '../publishing.jobs.ts'
import { keptText, meaningOf, windowUntil, type ZaloEvent } from './conversation.ts'
import {
  countDay,
  eraseWords,
  insertWord,
  markAnswered,
  noteEvent,
  noteFollowing,
  selectPerson,
  selectWords,
  writePerson,
} from './conversations.sql.ts'
import { markOf, sealUser } from './persons.ts'

/** Where the words of a person lie sealed. */
export const wordsOf = (provinceId: number, personId: number) =>
  ({ purpose: 'zalo words', of: `${provinceId}.${personId}` }) as const

/**
 * Takes what Zalo delivers for a channel, once however often it is delivered. Its signature has been checked. A moment
 * in the event counts, so that a late delivery opens no window; one that is still to come counts as now.
 */
export async function receiveEvent(
  tx: Tx,
  key: string,
  of: { provinceId: number; channelId: number },
  event: ZaloEvent,
  now: Date,
): Promise<'taken' | 'known' | 'ignored'> {
  const means = meaningOf(event)
  if (!means) return 'ignored'
  const { provinceId, channelId } = of
  if (!(await noteEvent(tx, provinceId, channelId, keyOf(event, means.user), now))) return 'known'
  const at = new Date(Math.min(momentOf(event.timestamp), now.getTime()))
  const mark = markOf(key, channelId, means.user)
  if (means.is === 'wrote') {
    const sealed = sealUser(key, mark, means.user)
    await forgetBefore(tx, of, mark, at)
    const personId = await writePerson(tx, provinceId, { channelId, mark, sealed }, at)
    await countDay(tx, provinceId, channelId, dayOf(at), 'words')
    await keepWord(tx, key, { provinceId, channelId, personId }, { event, kind: means.kind, at })
    return 'taken'
  }
  if (means.is === 'answered') {
    const person = await selectPerson(tx, provinceId, { channelId, mark })
    const done = { until: at, at, byName: 'Zalo OA' }
    if (person) await markAnswered(tx, provinceId, person.id, done)
    return 'taken'
  }
  await countDay(tx, provinceId, channelId, dayOf(at), means.is === 'follow' ? 'follows' : 'unfollows')
  await noteFollowing(tx, provinceId, channelId, mark, means.is === 'follow')
  return 'taken'
}

/** A new word opens a new window: what was said in one that had closed does not come back with it. */
async function forgetBefore(
  tx: Tx,
  { provinceId, channelId }: { provinceId: number; channelId: number },
  mark: Buffer,
  at: Date,
): Promise<void> {
  const person = await selectPerson(tx, provinceId, { channelId, mark })
  if (!person) return
  const channel = await selectChannel(tx, provinceId, channelId)
  if (windowUntil(person.lastWroteAt, channel?.settings ?? {}) <= at)
    await eraseWords(tx, provinceId, person.id)
}

/** The people of the channel hear of the first word that waits, not of each. */
async function keepWord(
  tx: Tx,
  key: string,
  { provinceId, channelId, personId }: { provinceId: number; channelId: number; personId: number },
  { event, kind, at }: { event: ZaloEvent; kind: string; at: Date },
): Promise<void> {
  const waits = (await selectWords(tx, provinceId, [personId])).some((w) => w.answeredAt === null)
  const text = kind === 'text' ? keptText(event.message?.text) : null
  const words = text === null ? null : hide(key, wordsOf(provinceId, personId), text)
  await insertWord(tx, provinceId, { personId, kind, words, wroteAt: at })
  if (!waits) await queueJob(tx, provinceId, personWrote, { channelId, personId })
}

/** Of a message its number at Zalo; else the person and the moment. */
function keyOf(event: ZaloEvent, user: string): Buffer {
  const named = event.message?.msg_id ?? `${user}.${event.timestamp}`
  return createHash('sha256').update(`${event.event_name}.${named}`).digest()
}

/** Milliseconds; ten digits are seconds. */
function momentOf(timestamp: string): number {
  const n = Number(timestamp)
  return timestamp.length <= 10 ? n * 1000 : n
}

import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { selectTopics } from '../columns.sql.ts'
import type { Topic } from '../publication.ts'
import { bumpRevision } from '../publishing.sql.ts'
import { findPlaces } from '../search/places.ts'
import { freeSlug, slugOf } from '../slug.ts'
import { mayKeepTopics } from './site.policy.ts'
import {
  followSuccessor,
  insertTopic,
  placeTopics,
  retireTopicRow,
  type TopicFacts,
  updateTopic,
} from './topics.sql.ts'

/** A new topic at the end of the order; its code comes from the Vietnamese name and stays. Returns the code. */
export async function openTopic(tx: Tx, actor: Actor, topic: TopicFacts, now: Date): Promise<string> {
  const all = await begun(tx, actor)
  const code = freeSlug(slugOf(topic.vi), new Set(all.map((t) => t.code)))
  await insertTopic(tx, actor.provinceId, code, topic)
  await settle(tx, actor, now, 'topic.open', code, null, topic)
  return code
}

/** Other words, another picture; what is filed under it stays. Without a new picture the old one stays. */
export async function changeTopic(
  tx: Tx,
  actor: Actor,
  code: string,
  topic: TopicFacts,
  now: Date,
): Promise<void> {
  const was = found(await begun(tx, actor), code)
  await updateTopic(tx, actor.provinceId, code, topic)
  await settle(tx, actor, now, 'topic.change', code, was, topic)
}

/** One place up or down in the order of the portal. */
export async function moveTopic(
  tx: Tx,
  actor: Actor,
  code: string,
  way: 'up' | 'down',
  now: Date,
): Promise<void> {
  const codes = (await begun(tx, actor)).map((t) => t.code)
  const from = codes.indexOf(code)
  if (from < 0) throw notFound()
  const to = Math.min(codes.length - 1, Math.max(0, from + (way === 'up' ? -1 : 1)))
  codes.splice(to, 0, ...codes.splice(from, 1))
  await placeTopics(tx, actor.provinceId, codes)
  await settle(tx, actor, now, 'topic.move', code, { place: from + 1 }, { place: to + 1 })
}

/**
 * Ends a topic: nothing new is filed under it, what is there stays to be read, and who follows it follows the
 * successor too. Refuses a successor that is retired itself.
 */
export async function retireTopic(
  tx: Tx,
  actor: Actor,
  code: string,
  successor: string | null,
  now: Date,
): Promise<void> {
  const all = await begun(tx, actor)
  const was = found(all, code)
  if (was.retired) throw conflict('Lĩnh vực này đã thôi dùng.', 'This topic is retired already.')
  const next = successor === null ? null : all.find((t) => t.code === successor)
  if (next === undefined || next?.retired || next?.code === code)
    throw invalid([
      { field: 'successor', vi: 'Chọn một lĩnh vực đang dùng.', en: 'Choose a topic that is in use.' },
    ])
  await retireTopicRow(tx, actor.provinceId, code, { retired: true, successor })
  if (successor !== null) await followSuccessor(tx, actor.provinceId, code, successor)
  await settle(tx, actor, now, 'topic.retire', code, { retired: false }, { retired: true, successor })
}

export async function reopenTopic(tx: Tx, actor: Actor, code: string, now: Date): Promise<void> {
  const was = found(await begun(tx, actor), code)
  await retireTopicRow(tx, actor.provinceId, code, { retired: false, successor: null })
  const before = { retired: was.retired, successor: was.successor }
  await settle(tx, actor, now, 'topic.reopen', code, before, { retired: false })
}

async function begun(tx: Tx, actor: Actor): Promise<Topic[]> {
  if (!mayKeepTopics(actor))
    throw forbidden(
      'Chỉ người phụ trách truyền thông của tỉnh được sửa lĩnh vực.',
      'Only those who keep the province’s communication may change topics.',
    )
  await bumpRevision(tx, actor.provinceId)
  return selectTopics(tx, actor.provinceId)
}

function found(all: readonly Topic[], code: string): Topic {
  const topic = all.find((t) => t.code === code)
  if (!topic) throw notFound()
  return topic
}

async function settle(
  tx: Tx,
  actor: Actor,
  now: Date,
  verb: string,
  code: string,
  before: unknown,
  after: unknown,
): Promise<void> {
  await findPlaces(tx, actor.provinceId)
  await recordChange(tx, actor, now, { verb, subject: { kind: 'topic', id: code }, before, after })
}

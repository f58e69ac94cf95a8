import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { countActivity, uncountActivity } from '../../assignments/assignments.ts'
import { type PublicationKind, publicationAddress, publicationKinds } from '../../publishing/publication.ts'
import { publicationById } from '../../publishing/publishing.ts'
import type { Item } from '../item.ts'
import { selectItem } from '../items/items.sql.ts'
import { sourceOf } from '../items/putting-out.ts'
import { handDownOfItem } from '../models/models.ts'
import { followMended } from '../shortcomings/mended.ts'
import { publicationOfMessage, reachOfSource, selectItemOfPublication, writeCounted } from './counting.sql.ts'
import { countPressOfItem } from './press.ts'

export type Program = { provinceId: number; accountId: null; name: string }

/** The form that a kind counts as where the desk has not said otherwise. */
const formOfKind: Record<PublicationKind, string> = {
  news: 'news',
  article: 'news',
  reportage: 'reportage',
  video: 'portal',
  audio: 'radio',
  infographic: 'digital_publication',
  question_answer: 'portal',
  directing_document: 'portal',
  exemplar: 'news',
  shortcoming: 'news',
  index_result: 'portal',
  event: 'portal',
  press_kit: 'portal',
}

/**
 * One published item is one activity of its unit, with its reach and its public address as evidence, however often
 * the news of it comes. A translation counts with what it translates.
 */
export async function countPublication(
  tx: Tx,
  by: Program,
  publicationId: number,
  baseUrl: string,
  now: Date,
): Promise<void> {
  const item = await masterOf(tx, by.provinceId, publicationId)
  const head = item?.publicationId ? await publicationById(tx, by.provinceId, item.publicationId) : null
  if (!item || !head) return
  const source = sourceOf(item)
  const link = new URL(publicationAddress(head), baseUrl).href
  if (head.state !== 'live') {
    await uncountActivity(tx, by, source, endings[head.state], now)
    return countPressOfItem(tx, by, item.id, link, now)
  }
  const { sums, last } = await reachOfSource(tx, by.provinceId, source)
  const fromDay = dayOf(head.firstPublishedAt)
  // A scan or a click leads to a view: added up, one reader would count twice.
  const metrics = [
    ['views', 'view'],
    ['copies', 'circulation'],
    ['people', 'audience'],
  ] as const
  const figures = Object.fromEntries(
    metrics.flatMap(([figure, metric]) => (sums.has(metric) ? [[figure, sums.get(metric)]] : [])),
  )
  const deed = {
    ...{ source, unitId: item.unitId, fromDay, taskIds: item.taskId === null ? [] : [item.taskId] },
    what: `${publicationKinds[item.kind].vi} trên chuyên trang: ${head.title}`,
    toDay: last && last > fromDay ? last : fromDay,
    formCode: item.formCode ?? formOfKind[item.kind],
    themeCodes: item.themeCodes,
    audienceCodes: item.audienceCodes,
    figures: { quantity: 1, ...figures },
    link,
  }
  const activityId = await countActivity(tx, by, deed, now)
  await writeCounted(tx, by.provinceId, item.id, activityId, now)
  if (item.kind === 'exemplar') await handDownOfItem(tx, by.provinceId, item.id, now)
  if (item.kind === 'shortcoming') await followMended(tx, by.provinceId, item)
  await countPressOfItem(tx, by, item.id, link, now)
}

const endings = {
  withdrawn: 'Bài đã được gỡ khỏi chuyên trang',
  in_error: 'Bài đăng nhầm, đã gỡ khỏi chuyên trang',
  merged: 'Bài đã gộp vào bài khác',
} as const

/** The item of a publication, in the language of the master; null where another room published it. */
export async function masterOf(tx: Tx, provinceId: number, publicationId: number): Promise<Item | null> {
  const item = await selectItemOfPublication(tx, provinceId, publicationId)
  return item?.translationOf ? selectItem(tx, provinceId, item.translationOf) : item
}

/** A message that left by a channel reaches people of its publication. */
export async function countMessage(
  tx: Tx,
  by: Program,
  messageId: number,
  baseUrl: string,
  now: Date,
): Promise<void> {
  const publicationId = await publicationOfMessage(tx, by.provinceId, messageId)
  if (publicationId !== null) await countPublication(tx, by, publicationId, baseUrl, now)
}

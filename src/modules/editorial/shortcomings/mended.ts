import { type Day, isDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { noteMended } from '../../publishing/publishing.ts'
import type { Item } from '../item.ts'
import { selectItem } from '../items/items.sql.ts'
import { selectVersions } from '../items/versions.sql.ts'
import type { Shortcoming } from './shortcoming.ts'
import { lockShortcoming, moveShortcoming, selectShortcomings } from './shortcomings.sql.ts'

/** Tells readers of the article when the shortcoming was mended, or that it is not: the register knows it first. */
export async function handDownMended(
  tx: Tx,
  provinceId: number,
  one: Pick<Shortcoming, 'itemId' | 'done' | 'withdrawn'>,
): Promise<void> {
  const item = one.itemId === null ? null : await selectItem(tx, provinceId, one.itemId)
  if (!item?.publicationId) return
  const mended = one.withdrawn ? null : { day: one.done?.day ?? null }
  await noteMended(tx, provinceId, item.publicationId, mended)
}

/**
 * The article about a shortcoming is public. A day that its text names, and the register did not know, goes into the
 * register, once for each version; what the register says then goes to the readers.
 */
export async function followMended(tx: Tx, provinceId: number, item: Item): Promise<void> {
  const found = await lineOf(tx, provinceId, item.id)
  if (!found) return
  await lockShortcoming(tx, provinceId, found.id)
  const line = await lineOf(tx, provinceId, item.id)
  if (!line) return
  const told = line.done ? null : await toldBy(tx, provinceId, item)
  if (told && told.number > (line.doneFromVersion ?? 0)) {
    const done = { day: told.day, what: `Theo bài đã đăng: ${told.title}`, byName: told.byName }
    await moveShortcoming(tx, provinceId, line.id, { done, doneFromVersion: told.number })
    return handDownMended(tx, provinceId, { ...line, done })
  }
  await handDownMended(tx, provinceId, line)
}

async function lineOf(tx: Tx, provinceId: number, itemId: number) {
  return (await selectShortcomings(tx, provinceId, { itemId }, '2000-01-01', 1)).shortcomings[0]
}

async function toldBy(tx: Tx, provinceId: number, item: Item) {
  const version = (await selectVersions(tx, provinceId, item.id)).find(
    (v) => v.number === item.publishedVersion,
  )
  const day = version?.facts['mended']
  if (!version || typeof day !== 'string' || !isDay(day)) return null
  return { day: day as Day, number: version.number, title: version.title, byName: version.savedByName }
}

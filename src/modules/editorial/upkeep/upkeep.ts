import { dayOf } from '../../../lib/calendar/day.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { linksOf } from '../../../lib/richtext/contents.ts'
import { selectItem } from '../items/items.sql.ts'
import { selectItems } from '../items/lists.sql.ts'
import { tellWriters } from '../items/telling.ts'
import { selectVersion } from '../items/versions.sql.ts'
import { askAddress, type LinkOutcome } from './asking-out.ts'
import { noteReminded, selectToRemind, writeCheck } from './upkeep.sql.ts'

/** Tells the writers of public items whose review day has come, once for each day that was set. */
export async function remindOfReviews(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const ids = await selectToRemind(tx, provinceId, dayOf(now))
  for (const id of ids) {
    const item = await selectItem(tx, provinceId, id)
    if (item) await tellWriters(tx, { ...item, provinceId }, 'review', null, now)
    await noteReminded(tx, provinceId, id)
  }
  return ids.length
}

/** A link that failed this often in a row is told to the writers: one bad night of a site is no news. */
const patience = 2
/** Addresses asked in one night at most. */
const most = 500

/** Asks every address that public items lead to, one after the other, outside of any transaction. */
export async function checkLinks(
  db: Db,
  provinceId: number,
  now: Date,
  ask: (address: string) => Promise<LinkOutcome> = askAddress,
): Promise<number> {
  const { items } = await selectItems(db, provinceId, { isPublic: true }, 2000)
  let asked = 0
  for (const item of items) {
    const version = await selectVersion(db, provinceId, item.id, item.publishedVersion ?? 0)
    const hrefs = version ? linksOf(version.body).map((l) => l.href) : []
    for (const address of new Set(hrefs.filter((h) => /^https?:/.test(h)))) {
      if (asked >= most) return asked
      asked += 1
      const answer = await ask(address)
      await db.transaction().execute(async (tx) => {
        const failures = await writeCheck(tx, provinceId, item.id, address, answer, now)
        if (failures === patience) await tellWriters(tx, { ...item, provinceId }, 'broken', address, now)
      })
    }
  }
  return asked
}

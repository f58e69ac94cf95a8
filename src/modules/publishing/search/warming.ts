import { setTimeout as pause } from 'node:timers/promises'
import type { Day } from '../../../lib/calendar/day.ts'
import type { Db } from '../../../lib/db/db.ts'
import { find } from './search.ts'
import { suggestionsFor } from './suggesting.ts'

/** As people type: with marks and without, slips, numbers of documents, words half typed. */
const typed = [
  'cải cách hành chính',
  'thu tuc hanh chinh cap xa',
  'tuyeen truyeenf cai cahc',
  'kế hoạch số 25/KH-UBND năm 2026',
  'bo phan mot cua phuong',
  'dichvu công trực tuyến',
  'ho so dat dai tre hen',
  'm0 hinh "chính quyền thân thiện"',
]
const rounds = 3
/** Words of so many provinces are kept at once. */
const mostProvinces = 8

/**
 * Searches a few times before the first reader does: the words are then in memory, and the code is compiled. Between
 * the questions others get their turn.
 */
export async function warmSearch(
  db: Db,
  provinceIds: readonly number[],
  today: Day,
  signal: AbortSignal,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1)
    for (const provinceId of provinceIds.slice(0, mostProvinces))
      for (const words of typed) {
        if (signal.aborted) return
        await find(db, provinceId, today, { words, facets: {}, page: 1, exactly: false })
        await suggestionsFor(db, provinceId, today, words.slice(0, -2))
        await pause(5, undefined, { ref: false })
      }
}

import { addDays, type Day, dayOf, daysBetween, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { tellUnitsOnce } from '../../assignments/assignments.ts'
import { modelAddress } from '../models/model.ts'
import { noteAddress } from '../monitoring/note.ts'
import { shortcomingAddress } from '../shortcomings/shortcoming.ts'
import { type Due, selectDue } from './due.sql.ts'

const workers = ['agency_officer', 'agency_head', 'editor', 'province_lead'] as const

/**
 * In the morning: units hear once of what is due in three days, and every week of what is late. Another day is told
 * anew. Returns how many things somebody was told of.
 */
export async function remindOfRegisters(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const today = dayOf(now)
  let told = 0
  for (const one of await selectDue(tx, provinceId, addDays(today, 3))) {
    const late = one.dueDay < today
    const [vi, en] = newsOf(one, late)
    const day = showDay(one.dueDay)
    const news = {
      kind: `editorial.due:${one.unitId}:${one.dueDay}:${turnOf(one.dueDay, today)}`,
      vi: late ? `Quá hạn ${day}: ${vi}` : `Đến hạn ${day}: ${vi}`,
      en: late ? `Overdue since ${day}: ${en}` : `Due on ${day}: ${en}`,
      href: hrefOf(one),
    }
    if ((await tellUnitsOnce(tx, provinceId, [one.unitId], workers, news, now)) > 0) told += 1
  }
  return told
}

/** Which of the reminders it is: before the day, or the week after it. */
function turnOf(due: Day, today: Day): string {
  return due < today ? `late-${Math.floor((daysBetween(due, today) - 1) / 7)}` : 'soon'
}

function newsOf({ what, title }: Due, late: boolean): [vi: string, en: string] {
  if (what === 'call')
    return [`cho biết đơn vị áp dụng mô hình “${title}” đến đâu`, `say how far you are with “${title}”`]
  if (what === 'answer') return [`xem trả lời giám sát “${title}”`, `look at the answer to “${title}”`]
  const done = late ? 'chưa báo khắc phục' : 'cần khắc phục'
  return [`${done} “${title}”`, `“${title}” is not mended`]
}

function hrefOf({ what, pageId }: Due): string {
  if (what === 'note' || what === 'answer') return noteAddress(pageId)
  return what === 'call' ? modelAddress(pageId) : shortcomingAddress(pageId)
}

import { addDays, type Day, dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { tellUnitsOnce } from '../../assignments/assignments.ts'
import { pressAddress } from '../outlet.ts'
import { remindOfOrientations } from '../press/silence.ts'
import { mediumWords } from './coverage.texts.ts'
import { selectDueCoverages, selectDueFollowUps } from './due.sql.ts'
import { eventAddress } from './event.ts'

/** How many days before its day something is told of. */
export const remindedBefore = 2

/**
 * In the morning: units hear two days before, and once more when the day is past, of events that they have not covered
 * (D5) and of press criticism that they have not answered (QN-05). Another unit or another day is told anew.
 * Outlets hear of orientations that they have published nothing of (YB-21).
 */
export async function remindDesk(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const today = dayOf(now)
  return (
    (await remindOfCoverage(tx, provinceId, today, now)) +
    (await remindOfPress(tx, provinceId, today, now)) +
    (await remindOfOrientations(tx, provinceId, now))
  )
}

async function remindOfCoverage(tx: Tx, provinceId: number, today: Day, now: Date): Promise<number> {
  let told = 0
  const due = { until: addDays(today, remindedBefore), unitIds: undefined }
  for (const c of await selectDueCoverages(tx, provinceId, due)) {
    const said = saidOf(c.dueDay, today)
    const what = `${c.eventTitle} – ${mediumWords[c.medium].vi}, ${c.personName}`
    const news = {
      kind: kindOf('coverage', c, today),
      vi: `${said.vi} đưa tin: ${what}`,
      en: `Coverage ${said.en}: ${c.eventTitle} – ${mediumWords[c.medium].en}, ${c.personName}`,
      href: `${eventAddress(c.eventId)}#coverage-${c.id}`,
    }
    told += await tellUnitsOnce(
      tx,
      provinceId,
      [c.unitId],
      ['agency_officer', 'agency_head', 'editor'],
      news,
      now,
    )
  }
  return told
}

async function remindOfPress(tx: Tx, provinceId: number, today: Day, now: Date): Promise<number> {
  let told = 0
  for (const f of await selectDueFollowUps(tx, provinceId, addDays(today, remindedBefore))) {
    const said = saidOf(f.dueDay, today)
    const news = {
      kind: kindOf('follow_up', f, today),
      vi: `${said.vi} xử lý phản ánh của báo chí: ${f.title}`,
      en: `Follow-up of the press ${said.en}: ${f.title}`,
      href: pressAddress(f.entryId),
    }
    told += await tellUnitsOnce(tx, provinceId, [f.unitId], ['agency_officer', 'agency_head'], news, now)
  }
  return told
}

function saidOf(due: Day, today: Day): { vi: string; en: string } {
  const day = showDay(due)
  if (due < today) return { vi: `Quá hạn (${day})`, en: `overdue since ${day}` }
  return { vi: `Sắp đến hạn (${day})`, en: `due on ${day}` }
}

/** What was told once is known by kind and address: the unit and the day belong to it. */
function kindOf(what: string, { unitId, dueDay }: { unitId: number; dueDay: Day }, today: Day): string {
  return `editorial.${what}_${dueDay < today ? 'late' : 'soon'}:${unitId}:${dueDay}`
}

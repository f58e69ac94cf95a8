import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { addDays, type Day, dayOf } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { tellUnitsOnce } from '../../assignments/assignments.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { refuseUnless } from '../items/loading.ts'
import type { WebCheck } from '../outlet.ts'
import { selectWebChecks } from './outlets.sql.ts'
import { keepsPress } from './press.policy.ts'

/** How a unit's column stands, the worst first. */
export const webColumnStates = ['none', 'stale', 'unchecked', 'fresh'] as const
export type WebColumnState = (typeof webColumnStates)[number]

export const webColumnsAddress = '/desk/web-columns'

/** A column without anything newer than this many days is left empty. */
const freshFor = 60

export interface WebColumn {
  unitId: number
  unitName: string
  state: WebColumnState
  check: WebCheck | null
}

export function webColumnState(check: WebCheck | undefined, today: Day): WebColumnState {
  if (!check) return 'unchecked'
  if (!check.hasColumn) return 'none'
  return check.newestDay && check.newestDay >= addDays(today, -freshFor) ? 'fresh' : 'stale'
}

/** Units that keep a website, each with its newest check (YB-16): the worst first, those fed longest ago before others. */
export async function webColumnsOf(db: DbOrTx, provinceId: number, today: Day): Promise<WebColumn[]> {
  const keeping = ['department', 'office', 'board', 'portal']
  const units = (await unitsAsOf(db, provinceId, today)).filter(
    (u) => keeping.includes(u.type) || (u.type === 'people_committee' && u.level === 'commune'),
  )
  const checks = await selectWebChecks(db, provinceId)
  const all = units.map((u): WebColumn => {
    const check = checks.get(u.id)
    const state = webColumnState(check, today)
    return { unitId: u.id, unitName: u.name, state, check: check ?? null }
  })
  const rank = (w: WebColumn) => webColumnStates.indexOf(w.state)
  return all.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.check?.newestDay ?? '').localeCompare(b.check?.newestDay ?? '') ||
      a.unitName.localeCompare(b.unitName, 'vi'),
  )
}

/** Tells every unit whose website has no column, once a day at most. Returns how many units were told. */
export async function remindWithoutColumn(tx: Tx, actor: Actor, now: Date): Promise<number> {
  refuseUnless(keepsPress(actor))
  const { provinceId } = actor
  const today = dayOf(now)
  const without = (await webColumnsOf(tx, provinceId, today)).filter((w) => w.state === 'none')
  const told: number[] = []
  for (const { unitId, unitName } of without) {
    const news = {
      kind: `editorial.web_column:${today}`,
      vi: `Trang thông tin điện tử của ${unitName} chưa có chuyên mục cải cách hành chính: mở chuyên mục rồi ghi lại kết quả.`,
      en: `The website of ${unitName} has no reform column: open one, then record it.`,
      href: `${webColumnsAddress}?state=none#unit-${unitId}`,
    }
    const people = await tellUnitsOnce(tx, provinceId, [unitId], ['agency_officer', 'agency_head'], news, now)
    if (people > 0) told.push(unitId)
  }
  if (told.length > 0)
    await recordChange(tx, actor, now, {
      verb: 'web_column.remind',
      subject: { kind: 'web_column', id: today },
      before: null,
      after: { units: told },
    })
  return told.length
}

import { dayOf } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { shownTitle } from '../plans/plan.ts'
import { planById } from '../plans/plans.ts'
import { selectAssignmentsOf, selectLeadUnitsOf } from './assignments.sql.ts'
import { selectBulk } from './bulk.sql.ts'
import { tellHolders } from './notices.sql.ts'

const workers = ['agency_officer', 'agency_head'] as const

/**
 * Tells those who check, and the units whose work came back, that a sheet moved much of it: one notice with a
 * number, where forms would have sent one for each piece of work.
 */
export async function tellBulkApplied(tx: Tx, provinceId: number, bulkId: number, now: Date): Promise<void> {
  const bulk = await selectBulk(tx, provinceId, bulkId)
  const moved = new Map((bulk?.preview?.changes ?? []).map((c) => [c.id, c.state]))
  if (!bulk || moved.size === 0) return
  const work = await selectAssignmentsOf(tx, provinceId, [...moved.keys()])
  const reported = work.filter((a) => moved.get(a.id) === 'reported_done')
  const leads = await selectLeadUnitsOf(tx, provinceId, [...new Set(reported.map((a) => a.taskId))])
  const toLead = reported.filter((a) => a.role === 'lead').length
  const byUnit = new Map<number, number>()
  for (const a of reported.filter((r) => r.role !== 'lead')) {
    for (const unitId of leads.get(a.taskId) ?? []) byUnit.set(unitId, (byUnit.get(unitId) ?? 0) + 1)
  }
  const plan = await planById(tx, provinceId, bulk.planId)
  const title = shownTitle(plan.title)
  const tell = (unitId: number, roles: Parameters<typeof tellHolders>[3], notice: Notice) =>
    tellHolders(tx, provinceId, [unitId], roles, notice, now, dayOf(now))
  if (toLead > 0) await tell(plan.unitId, ['province_lead'], toCheck(toLead, title))
  for (const [unitId, n] of byUnit) await tell(unitId, workers, toCheck(n, title))
  const returned = Map.groupBy(
    work.filter((a) => moved.get(a.id) === 'returned'),
    (a) => a.unitId,
  )
  for (const [unitId, list] of returned) await tell(unitId, workers, cameBack(list.length, title))
}

type Notice = Parameters<typeof tellHolders>[4]

function toCheck(n: number, title: string): Notice {
  return {
    kind: 'reported',
    vi: `Chờ kiểm tra: ${n} nhiệm vụ theo “${title}”, cập nhật bằng bảng tính.`,
    en: `To be checked: ${n} pieces of work of “${title}”, updated by a sheet.`,
    href: '/assignments?check=1&state=reported_done',
  }
}

function cameBack(n: number, title: string): Notice {
  return {
    kind: 'returned',
    vi: `Bị trả lại, cần bổ sung: ${n} nhiệm vụ theo “${title}”.`,
    en: `Returned, to be mended: ${n} pieces of work of “${title}”.`,
    href: '/assignments?mine=1&state=returned',
  }
}

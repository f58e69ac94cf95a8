import { dayOf, showDay } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { shownTitle } from '../plans/plan.ts'
import { planById, tasksOfPlan } from '../plans/plans.ts'
import { type Assignment, assignmentAddress } from './assignment.ts'
import { selectAssignment, selectLeadUnits } from './assignments.sql.ts'
import { tellHolders, unitsOfPlan } from './notices.sql.ts'

const workers = ['agency_officer', 'agency_head'] as const

/** Tells the units that a plan gave them work, and the lead when agencies of the plan are known to nobody. */
export async function tellTasksGiven(
  tx: Tx,
  provinceId: number,
  news: { planId: number; given: number; unresolved: number },
  now: Date,
): Promise<void> {
  const plan = await planById(tx, provinceId, news.planId)
  const today = dayOf(now)
  if (news.given > 0) {
    const units = await unitsOfPlan(tx, provinceId, plan.id)
    const given = {
      kind: 'given',
      vi: `Đơn vị có nhiệm vụ mới theo “${shownTitle(plan.title)}”.`,
      en: `Your unit has new tasks from “${shownTitle(plan.title)}”.`,
      href: '/my-work',
    }
    await tellHolders(tx, provinceId, units, [...workers, 'province_lead'], given, now, today)
  }
  if (news.unresolved === 0) return
  const lost = {
    kind: 'unresolved',
    vi: `Có ${news.unresolved} tên cơ quan trong “${shownTitle(plan.title)}” chưa khớp với đơn vị nào, nên chưa giao việc được.`,
    en: `${news.unresolved} agency names in “${shownTitle(plan.title)}” match no unit, so their work is not given yet.`,
    href: `/plans/${plan.id}/board`,
  }
  await tellHolders(tx, provinceId, [plan.unitId], ['province_lead'], lost, now, today)
}

/** Tells those who check: the unit that leads the task, and the lead of the programme for leading units. */
export async function tellWorkReported(
  tx: Tx,
  provinceId: number,
  assignmentId: number,
  now: Date,
): Promise<void> {
  const facts = await about(tx, provinceId, assignmentId)
  if (!facts) return
  const notice = {
    kind: 'reported',
    vi: `Chờ kiểm tra: ${facts.short}`,
    en: `To be checked: ${facts.short}`,
    href: assignmentAddress(assignmentId),
  }
  const leads = await selectLeadUnits(tx, provinceId, facts.assignment.taskId)
  if (facts.assignment.role === 'lead') {
    await tellHolders(tx, provinceId, [facts.planUnitId], ['province_lead'], notice, now, dayOf(now))
  } else {
    await tellHolders(tx, provinceId, leads, workers, notice, now, dayOf(now))
  }
}

export async function tellWorkReturned(
  tx: Tx,
  provinceId: number,
  assignmentId: number,
  now: Date,
): Promise<void> {
  const facts = await about(tx, provinceId, assignmentId)
  if (!facts) return
  const notice = {
    kind: 'returned',
    vi: `Bị trả lại, cần bổ sung: ${facts.short}`,
    en: `Returned, to be mended: ${facts.short}`,
    href: assignmentAddress(assignmentId),
  }
  await tellHolders(tx, provinceId, [facts.assignment.unitId], workers, notice, now, dayOf(now))
}

export async function tellExtensionAsked(
  tx: Tx,
  provinceId: number,
  assignmentId: number,
  now: Date,
): Promise<void> {
  const facts = await about(tx, provinceId, assignmentId)
  if (!facts) return
  const due = facts.assignment.dueDay ? showDay(facts.assignment.dueDay) : '–'
  const notice = {
    kind: 'extension',
    vi: `Đề nghị gia hạn (hạn hiện tại ${due}): ${facts.short}`,
    en: `Asks for more time (due ${due}): ${facts.short}`,
    href: assignmentAddress(assignmentId),
  }
  await tellHolders(tx, provinceId, [facts.planUnitId], ['province_lead'], notice, now, dayOf(now))
}

async function about(
  tx: Tx,
  provinceId: number,
  assignmentId: number,
): Promise<{ assignment: Assignment; planUnitId: number; short: string } | null> {
  const assignment = await selectAssignment(tx, provinceId, assignmentId)
  if (!assignment) return null
  const plan = await planById(tx, provinceId, assignment.planId)
  const { tasks } = await tasksOfPlan(tx, provinceId, assignment.planId)
  const content = tasks.find((t) => t.id === assignment.taskId)?.content ?? shownTitle(plan.title)
  const short = content.length > 90 ? `${content.slice(0, 88).trimEnd()}…` : content
  return { assignment, planUnitId: plan.unitId, short }
}

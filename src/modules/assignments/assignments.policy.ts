import { type Actor, hasRole, reaches } from '../../lib/actor.ts'
import { type Assignment, type AssignmentState, isOpen, mayFollow } from './assignment.ts'

/** A reason why not, for people. Null: nothing stands against it. */
export type WhyNot = { vi: string; en: string } | null

/** Officers and heads work for their unit and for what hangs below it; a lead only for the unit of the lead's own office. */
export function canWork(actor: Actor, a: Pick<Assignment, 'unitId'>): boolean {
  return actor.grants.some((g) => {
    if (g.role === 'agency_officer' || g.role === 'agency_head') {
      return g.unitId === a.unitId || (actor.reach !== 'province' && actor.reach.has(a.unitId))
    }
    return g.role === 'province_lead' && g.unitId === a.unitId
  })
}

/** Who sees an assignment: whoever reaches its unit, and the units that lead the same task. */
export function canSee(actor: Actor, a: Pick<Assignment, 'unitId'>, leadUnitIds: readonly number[]): boolean {
  return reaches(actor, a.unitId) || leadUnitIds.some((id) => actor.grants.some((g) => g.unitId === id))
}

/**
 * Who checks what was reported: the lead of the programme; and for a coordinating or invited unit also the
 * unit that leads the task. Nobody checks the work of the own unit but the programme's lead.
 */
export function canCheck(
  actor: Actor,
  a: Pick<Assignment, 'unitId' | 'role'>,
  leadUnitIds: readonly number[],
): boolean {
  if (hasRole(actor, 'province_lead')) return true
  if (a.role === 'lead' || canWork(actor, a)) return false
  return actor.grants.some(
    (g) => leadUnitIds.includes(g.unitId) && (g.role === 'agency_head' || g.role === 'agency_officer'),
  )
}

const stateNames: Record<AssignmentState, { vi: string; en: string }> = {
  assigned: { vi: 'mới giao', en: 'newly assigned' },
  acknowledged: { vi: 'đã tiếp nhận', en: 'acknowledged' },
  in_progress: { vi: 'đang thực hiện', en: 'in progress' },
  reported_done: { vi: 'chờ kiểm tra', en: 'waiting to be checked' },
  verified: { vi: 'đã xác nhận hoàn thành', en: 'verified' },
  returned: { vi: 'bị trả lại', en: 'returned' },
  withdrawn: { vi: 'đã thu hồi', en: 'withdrawn' },
}

export function whyNotMove(a: Pick<Assignment, 'state'>, to: AssignmentState): WhyNot {
  if (mayFollow(a.state, to)) return null
  return {
    vi: `Nhiệm vụ đang ở trạng thái “${stateNames[a.state].vi}” nên chưa chuyển sang “${stateNames[to].vi}” được. Tải lại trang để xem tình hình mới nhất.`,
    en: `The assignment is ${stateNames[a.state].en}; it cannot become ${stateNames[to].en}. Reload the page to see how it stands.`,
  }
}

/** Done needs something to show: an activity with evidence, or a written result that says why there is none. */
export function whyNotReportDone(
  shown: { activities: number; evidence: number },
  note: string | null,
): WhyNot {
  if (shown.activities > 0 && shown.evidence > 0) return null
  if (note !== null && note.length >= 30) return null
  return {
    vi: 'Chưa có hoạt động kèm minh chứng. Hãy ghi ít nhất một hoạt động có minh chứng, hoặc ghi rõ kết quả (từ 30 ký tự) và lý do chưa có minh chứng.',
    en: 'There is no activity with evidence yet. Record at least one, or write the result (30 characters or more) and why there is no evidence.',
  }
}

export function whyNotExtend(
  a: Pick<Assignment, 'state' | 'dueDay'>,
  wantedDay: string,
  openRequest: boolean,
): WhyNot {
  if (!isOpen(a.state))
    return {
      vi: 'Nhiệm vụ đã báo cáo hoặc đã kết thúc, không cần gia hạn.',
      en: 'The work is reported or ended; there is nothing to extend.',
    }
  if (a.dueDay === null)
    return {
      vi: 'Nhiệm vụ không có thời hạn cụ thể nên không cần gia hạn.',
      en: 'The work has no due day, so there is nothing to extend.',
    }
  if (openRequest)
    return {
      vi: 'Đã có một đề nghị gia hạn đang chờ quyết định.',
      en: 'A request for more time is already waiting for a decision.',
    }
  if (wantedDay <= a.dueDay)
    return {
      vi: 'Ngày đề nghị phải sau thời hạn hiện tại.',
      en: 'The day asked for must be after the present due day.',
    }
  return null
}

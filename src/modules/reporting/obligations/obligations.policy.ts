import { type Actor, hasRole, reaches } from '../../../lib/actor.ts'
import type { Day } from '../../../lib/calendar/day.ts'
import type { Obligation } from '../obligation.ts'
import type { ReportState } from '../report.ts'
import { canReceive, canWrite, type WhyNot } from '../writing/writing.policy.ts'

export interface Routed extends Pick<Obligation, 'unitId'> {
  toUnitId: number | null
  viaUnitId: number | null
}

function received(o: Routed) {
  return { obligation: { unitId: o.unitId }, duty: { toUnitId: o.toUnitId, viaUnitId: o.viaUnitId } }
}

/** Who sees what is owed: whoever reaches its unit, and whoever receives the report. */
export function canSee(actor: Actor, o: Routed, leadUnitId: number | null): boolean {
  return reaches(actor, o.unitId) || canReceive(actor, received(o), leadUnitId)
}

/** The unit itself asks for more time. */
export function canAsk(actor: Actor, o: Routed): boolean {
  return canWrite(actor, o.unitId)
}

/** Whoever receives a report decides about more time for it. */
export function canDecide(actor: Actor, o: Routed, leadUnitId: number | null): boolean {
  return canReceive(actor, received(o), leadUnitId)
}

/** A report is let off by a lead only, never for the lead's own office. */
export function canWaive(actor: Actor, o: Routed, leadUnitId: number | null): boolean {
  return hasRole(actor, 'province_lead') && canReceive(actor, received(o), leadUnitId)
}

/** Is a report still to come? A correction that is being written does not take back what was handed in. */
export function isOutstanding(o: Outstanding): boolean {
  return o.state === 'owed' && (o.submittedDay === null || o.reportState === 'returned')
}

export interface Outstanding {
  state: Obligation['state']
  reportState: ReportState | null
  submittedDay: Day | null
}

export function whyNotAsk(o: Outstanding & { dueDay: Day }, wantedDay: Day, waits: boolean): WhyNot {
  if (!isOutstanding(o))
    return {
      vi: 'Báo cáo đã gửi hoặc không còn phải nộp, không cần gia hạn.',
      en: 'The report is handed in or not owed any more; there is nothing to extend.',
    }
  if (waits)
    return {
      vi: 'Đã có một đề nghị gia hạn đang chờ quyết định.',
      en: 'A request for more time is already waiting for a decision.',
    }
  if (wantedDay <= o.dueDay)
    return {
      vi: 'Ngày đề nghị phải sau thời hạn hiện tại.',
      en: 'The day asked for must be after the present due day.',
    }
  return null
}

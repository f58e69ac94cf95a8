import { type Actor, reaches } from '../../../lib/actor.ts'
import { mayFollow, type ReportState } from '../report.ts'
import type { ReportFile } from './reports.sql.ts'

/** A reason why not, for people. Null: nothing stands against it. */
export type WhyNot = { vi: string; en: string } | null

/** Officers and heads write and hand in for their unit and what hangs below it; a lead for the lead's own office. */
export function canWrite(actor: Actor, unitId: number): boolean {
  return actor.grants.some((g) => {
    if (g.role === 'agency_officer' || g.role === 'agency_head')
      return g.unitId === unitId || (actor.reach !== 'province' && actor.reach.has(unitId))
    return g.role === 'province_lead' && g.unitId === unitId
  })
}

/** What of a report, or of one that nobody has opened yet, says who receives it. */
export interface Received {
  obligation: Pick<ReportFile['obligation'], 'unitId'>
  duty: Pick<ReportFile['duty'], 'toUnitId' | 'viaUnitId'>
}

/** The unit that a report goes to first: the one that gathers, else the addressee. Null: a body outside the province. */
export function receivingUnit(duty: Received['duty']): number | null {
  return duty.viaUnitId ?? duty.toUnitId
}

/**
 * Who accepts a report or gives it back: people of the unit that receives it, and the lead of its programme
 * (`leadUnitId`). Nobody receives the report of the own unit, except where it leaves the province: then its head
 * or lead answers for it.
 */
export function canReceive(actor: Actor, file: Received, leadUnitId: number | null): boolean {
  const { unitId } = file.obligation
  const receiver = receivingUnit(file.duty)
  return actor.grants.some((g) => {
    if (g.unitId === unitId)
      return receiver === null && (g.role === 'agency_head' || g.role === 'province_lead')
    if (g.role === 'province_lead')
      return leadUnitId === null || g.unitId === leadUnitId || g.unitId === receiver || leadUnitId === unitId
    return g.unitId === receiver && (g.role === 'agency_head' || g.role === 'agency_officer')
  })
}

/** Who sees a report: whoever reaches its unit, and whoever receives it. */
export function canSeeReport(actor: Actor, file: Received, leadUnitId: number | null): boolean {
  return reaches(actor, file.obligation.unitId) || canReceive(actor, file, leadUnitId)
}

const stateNames: Record<ReportState, { vi: string; en: string }> = {
  draft: { vi: 'đang soạn', en: 'being written' },
  submitted: { vi: 'đã gửi, chờ tiếp nhận', en: 'handed in' },
  returned: { vi: 'bị trả lại', en: 'returned' },
  accepted: { vi: 'đã tiếp nhận', en: 'accepted' },
  consolidated: { vi: 'đã tổng hợp', en: 'consolidated' },
  signed: { vi: 'đã ký', en: 'signed' },
  sent: { vi: 'đã gửi đi', en: 'sent' },
}

export function whyNotMove(from: ReportState, to: ReportState): WhyNot {
  if (mayFollow(from, to)) return null
  return {
    vi: `Báo cáo ${stateNames[from].vi} nên chưa chuyển sang “${stateNames[to].vi}” được. Tải lại trang để xem tình hình mới nhất.`,
    en: `The report is ${stateNames[from].en}; it cannot become ${stateNames[to].en}. Reload the page to see how it stands.`,
  }
}

/** Why a report cannot be handed in as it stands; what is missing does not stop anybody, but is named. */
export function whyNotSubmit(
  file: ReportFile,
  nil: { reason: string | null; possible: boolean; good: boolean },
): WhyNot {
  if (file.obligation.state !== 'owed')
    return {
      vi: 'Nghĩa vụ báo cáo này đã kết thúc hoặc được miễn, không cần gửi báo cáo.',
      en: 'This report is not owed any more.',
    }
  if (nil.reason === null) return null
  if (!nil.possible)
    return {
      vi: 'Đơn vị có hoạt động trong kỳ nên không thể báo cáo “không phát sinh”.',
      en: 'The unit has activities in the period, so it cannot report that nothing happened.',
    }
  if (!nil.good)
    return {
      vi: 'Nêu rõ lý do không phát sinh hoạt động trong kỳ (từ 8 tiếng trở lên).',
      en: 'Say why nothing happened in the period (eight words or more).',
    }
  return null
}

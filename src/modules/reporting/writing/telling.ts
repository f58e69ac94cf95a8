import { showDay } from '../../../lib/calendar/day.ts'
import { periodTitle } from '../../../lib/calendar/period.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { tellUnits } from '../../assignments/assignments.ts'
import { unitAsOf } from '../../organisations/organisations.ts'
import { reportAddress } from '../report.ts'
import { leadUnitOf } from './opening.ts'
import { type ReportFile, selectFile } from './reports.sql.ts'
import { receivingUnit } from './writing.policy.ts'

const workers = ['agency_officer', 'agency_head'] as const

/** Tells whoever receives the report that it came: people of the receiving unit, and the lead of the programme. */
export async function tellSubmitted(tx: Tx, provinceId: number, reportId: number, now: Date): Promise<void> {
  const file = await selectFile(tx, provinceId, reportId)
  if (file?.report.state !== 'submitted') return
  const unit = await unitAsOf(tx, provinceId, file.obligation.unitId, file.obligation.cutoffDay)
  const [vi, en] = [unit?.shortName ?? unit?.name ?? '', nameOf(file)]
  const about = file.report.isEmpty
    ? { vi: ' (không có nội dung)', en: ' (without content)' }
    : { vi: '', en: '' }
  const news = {
    kind: 'report_submitted',
    vi: `${vi} đã gửi báo cáo ${en.vi}${about.vi}.`,
    en: `${vi} handed in its report, ${en.en}${about.en}.`,
    href: reportAddress(reportId),
  }
  const receiver = receivingUnit(file.duty)
  const lead = await leadUnitOf(tx, file, now)
  const own = file.obligation.unitId
  if (receiver !== null && receiver !== own) await tellUnits(tx, provinceId, [receiver], workers, news, now)
  const leads = [...new Set([receiver, lead])].filter((id) => id !== null && id !== own)
  await tellUnits(tx, provinceId, leads as number[], ['province_lead'], news, now)
}

/** Tells the unit that its report came back, and until when it is due. */
export async function tellReturned(tx: Tx, provinceId: number, reportId: number, now: Date): Promise<void> {
  const file = await selectFile(tx, provinceId, reportId)
  if (file?.report.state !== 'returned') return
  const name = nameOf(file)
  const due = showDay(file.obligation.dueDay)
  const news = {
    kind: 'report_returned',
    vi: `Báo cáo ${name.vi} bị trả lại, cần bổ sung (hạn ${due}).`,
    en: `The report, ${name.en}, was returned and has to be mended (due ${due}).`,
    href: reportAddress(reportId),
  }
  await tellUnits(tx, provinceId, [file.obligation.unitId], workers, news, now)
}

export async function tellAccepted(tx: Tx, provinceId: number, reportId: number, now: Date): Promise<void> {
  const file = await selectFile(tx, provinceId, reportId)
  if (!file || file.report.acceptedAt === null) return
  const name = nameOf(file)
  const news = {
    kind: 'report_accepted',
    vi: `Báo cáo ${name.vi} đã được tiếp nhận.`,
    en: `The report, ${name.en}, was accepted.`,
    href: reportAddress(reportId),
  }
  await tellUnits(tx, provinceId, [file.obligation.unitId], workers, news, now)
}

/** 'quý II năm 2026', as it stands within a sentence. */
function nameOf(file: ReportFile): { vi: string; en: string } {
  const { vi, en } = periodTitle(file.obligation.period)
  return { vi: vi.charAt(0).toLowerCase() + vi.slice(1), en: en.charAt(0).toLowerCase() + en.slice(1) }
}

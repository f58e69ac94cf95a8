import type { PeriodKind } from '../../../lib/calendar/period.ts'

const kinds: Record<PeriodKind, string> = {
  month: 'tháng',
  quarter: 'quý',
  'half-year': '6 tháng',
  'nine-month': '9 tháng',
  year: 'năm',
}

const subjects: Record<string, string> = {
  PAR_COMMUNICATION: 'công tác thông tin, tuyên truyền cải cách hành chính',
  TTHC_CONTROL_COMMUNICATION: 'công tác truyền thông về kiểm soát thủ tục hành chính',
}

/** 'Báo cáo quý kết quả công tác thông tin, tuyên truyền cải cách hành chính'. */
export function dutyName(programme: string, kind: PeriodKind, consolidated: boolean): string {
  const what = subjects[programme] ?? 'công tác truyền thông'
  return `Báo cáo ${consolidated ? 'tổng hợp ' : ''}${kinds[kind]} kết quả ${what}`
}

const ministries: Record<string, string> = {
  PAR_COMMUNICATION: 'Bộ Nội vụ',
  TTHC_CONTROL_COMMUNICATION: 'Văn phòng Chính phủ',
}

/** To whom a province's consolidated report goes (YB-26, QNG-10). */
export function ministryOf(programme: string): string | null {
  return ministries[programme] ?? null
}

/** The day on which the ministry wants the province's report, as far as it is known (domain.md 3.2, unverified). */
export function nationalDue(programme: string): { printed: string; source: string } | null {
  if (programme !== 'PAR_COMMUNICATION') return null
  return {
    printed: 'chậm nhất ngày 20 tháng cuối của kỳ báo cáo',
    source: 'Văn bản số 581/BNV-CCHC của Bộ Nội vụ',
  }
}

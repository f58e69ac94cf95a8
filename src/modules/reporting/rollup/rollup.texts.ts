import type { Standing } from '../report.ts'

/** How a report stands, in documents and on the pages of consolidation. */
export const standingTexts: Record<Standing, { vi: string; en: string }> = {
  on_time: { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Chậm', en: 'Late' },
  nil: { vi: 'Không phát sinh', en: 'Nothing happened' },
  empty: { vi: 'Đã gửi, không có nội dung', en: 'Handed in empty' },
  returned: { vi: 'Bị trả lại', en: 'Returned' },
  waiting: { vi: 'Đang soạn', en: 'Being written' },
  overdue: { vi: 'Quá hạn, chưa gửi', en: 'Overdue' },
  not_due: { vi: 'Chưa đến hạn', en: 'Not due yet' },
}

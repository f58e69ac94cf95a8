import type { Bilingual } from '../../../lib/http/route.ts'
import type { DutyKind } from '../obligation.ts'
import type { Shown } from './looks.ts'

export const shownWords: Record<Shown, Bilingual> = {
  on_time: { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Nộp muộn', en: 'Handed in late' },
  nil: { vi: 'Không phát sinh', en: 'Nothing happened' },
  empty: { vi: 'Nộp nhưng trống', en: 'Handed in empty' },
  returned: { vi: 'Bị trả lại', en: 'Given back' },
  waiting: { vi: 'Đang soạn', en: 'Being written' },
  overdue: { vi: 'Quá hạn chưa nộp', en: 'Overdue' },
  not_due: { vi: 'Chưa đến hạn', en: 'Not due yet' },
  waived: { vi: 'Được miễn', en: 'Waived' },
  ended: { vi: 'Không còn phải nộp', en: 'Owed no more' },
}

export const kindWords: Record<DutyKind, Bilingual> = {
  month: { vi: 'Tháng', en: 'Month' },
  quarter: { vi: 'Quý', en: 'Quarter' },
  'half-year': { vi: '6 tháng', en: 'Half-year' },
  'nine-month': { vi: '9 tháng', en: 'Nine months' },
  year: { vi: 'Năm', en: 'Year' },
  once: { vi: 'Đột xuất', en: 'Once' },
}

export const texts = {
  owed: { vi: 'Báo cáo phải nộp', en: 'Owed report' },
  unit: { vi: 'Đơn vị báo cáo', en: 'Reporting unit' },
  period: { vi: 'Kỳ báo cáo', en: 'Period' },
  window: { vi: 'Số liệu', en: 'Figures' },
  fromTo: {
    vi: (from: string, to: string) => `từ ${from} đến hết ${to}`,
    en: (from: string, to: string) => `from ${from} to ${to}`,
  },
  cutoff: { vi: 'Chốt số liệu', en: 'Cut-off' },
  due: { vi: 'Hạn nộp', en: 'Due' },
  dueByRule: {
    vi: (day: string) => `theo quy định là ${day}`,
    en: (day: string) => `by the rule: ${day}`,
  },
  daysLeft: {
    vi: (n: number) => `còn ${n} ngày`,
    en: (n: number) => `${n} days left`,
  },
  dueToday: { vi: 'đến hạn hôm nay', en: 'due today' },
  daysLate: {
    vi: (n: number) => `quá hạn ${n} ngày`,
    en: (n: number) => `${n} days overdue`,
  },
  why: { vi: 'Vì sao là ngày này', en: 'Why this day' },
  to: { vi: 'Nơi nhận báo cáo', en: 'Goes to' },
  via: {
    vi: (name: string) => `qua ${name}`,
    en: (name: string) => `through ${name}`,
  },
  source: { vi: 'Căn cứ', en: 'Demanded by' },
  state: { vi: 'Tình trạng', en: 'State' },
  report: { vi: 'Báo cáo', en: 'Report' },
  parent: { vi: 'Được tổng hợp vào', en: 'Goes into' },
  children: { vi: 'Tổng hợp từ', en: 'Gathered from' },
  childrenCount: {
    vi: (n: number) => `${n} báo cáo của cấp dưới`,
    en: (n: number) => `${n} reports of units`,
  },
  invited: {
    vi: 'Đơn vị được đề nghị phối hợp: không tính nộp muộn.',
    en: 'A body that is asked, not ordered: never counted as late.',
  },
  inherited: { vi: 'Kế thừa từ', en: 'Inherited from' },
  handedTo: { vi: 'Đơn vị kế thừa', en: 'Handed to' },
  openReport: { vi: 'Mở báo cáo', en: 'Open the report' },
  writeReport: { vi: 'Soạn báo cáo', en: 'Write the report' },
  history: { vi: 'Quá trình', en: 'History' },
  made: { vi: 'Ghi vào danh mục báo cáo phải nộp', en: 'Became owed' },
  moved: {
    vi: (from: string, to: string) => `Hạn chuyển từ ${from} sang ${to}`,
    en: (from: string, to: string) => `Due day moved from ${from} to ${to}`,
  },
  asked: {
    vi: (day: string) => `Đề nghị gia hạn đến ${day}`,
    en: (day: string) => `Asked for more time until ${day}`,
  },
  granted: { vi: 'Đồng ý gia hạn', en: 'More time granted' },
  refused: { vi: 'Không đồng ý gia hạn', en: 'More time refused' },
  waived: { vi: 'Miễn nộp báo cáo', en: 'Waived' },
  ended: { vi: 'Không còn phải nộp', en: 'Owed no more' },
  reminded: { vi: 'Đôn đốc', en: 'Reminded' },
  extension: { vi: 'Đề nghị gia hạn', en: 'Ask for more time' },
  wantedDay: { vi: 'Gia hạn đến ngày', en: 'Until' },
  reason: { vi: 'Lý do', en: 'Reason' },
  send: { vi: 'Gửi đề nghị', en: 'Send the request' },
  sent: { vi: 'Đã gửi đề nghị gia hạn.', en: 'The request is sent.' },
  waiting: { vi: 'Đề nghị gia hạn chờ quyết định', en: 'A request for more time waits' },
  note: { vi: 'Ý kiến', en: 'Remark' },
  noteHint: { vi: 'Bắt buộc khi không đồng ý.', en: 'Needed when you refuse.' },
  grant: { vi: 'Đồng ý', en: 'Grant' },
  refuse: { vi: 'Không đồng ý', en: 'Refuse' },
  decided: { vi: 'Đã ghi quyết định.', en: 'The decision is recorded.' },
  waive: { vi: 'Miễn nộp báo cáo này', en: 'Waive this report' },
  waiveHint: {
    vi: 'Lý do đi cùng báo cáo và hiện trên bảng theo dõi.',
    en: 'The reason stays with it and is shown on boards.',
  },
  waiveDone: { vi: 'Đã miễn nộp báo cáo.', en: 'The report is waived.' },
  reinstate: { vi: 'Bỏ miễn, yêu cầu nộp lại', en: 'Take the waiver back' },
  reinstated: { vi: 'Báo cáo lại phải nộp.', en: 'The report is owed again.' },
  actions: { vi: 'Việc cần làm', en: 'Actions' },
  calendar: { vi: 'Lịch báo cáo', en: 'Reporting calendar' },
  outside: { vi: 'ngoài tỉnh', en: 'outside the province' },
} as const

import type { Bilingual } from '../../../lib/http/route.ts'
import type { ProgrammeCode } from '../../plans/plan.ts'
import type { DutyKind } from '../obligation.ts'
import type { Part } from './measure.ts'

/** What the figures of a board are called. */
export const partWords: Record<Part, Bilingual> = {
  expected: { vi: 'Phải báo cáo', en: 'Expected' },
  due: { vi: 'Đã đến hạn', en: 'Come due' },
  received: { vi: 'Đã nhận', en: 'Received' },
  on_time: { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Nộp muộn', en: 'Late' },
  nil: { vi: 'Không phát sinh', en: 'Nothing happened' },
  empty: { vi: 'Nộp nhưng trống', en: 'Handed in empty' },
  returned: { vi: 'Đang trả lại', en: 'Given back' },
  waiting: { vi: 'Đang soạn', en: 'Being written' },
  overdue: { vi: 'Quá hạn chưa nộp', en: 'Overdue' },
  not_due: { vi: 'Chưa đến hạn', en: 'Not due yet' },
  waived: { vi: 'Được miễn', en: 'Waived' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
}

/** The same in the narrow cells of the map of units and periods. */
export const cellWords: Record<Part, Bilingual> = {
  ...partWords,
  on_time: { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Muộn', en: 'Late' },
  nil: { vi: 'Không PS', en: 'Nothing' },
  empty: { vi: 'Trống', en: 'Empty' },
  returned: { vi: 'Trả lại', en: 'Given back' },
  waiting: { vi: 'Đang soạn', en: 'In work' },
  overdue: { vi: 'Nợ', en: 'Owes' },
  not_due: { vi: 'Chưa hạn', en: 'Not due' },
  waived: { vi: 'Miễn', en: 'Waived' },
  ended: { vi: 'Hết', en: 'Ended' },
}

export const programmeWords = {
  PAR_COMMUNICATION: { vi: 'Tuyên truyền cải cách hành chính', en: 'PAR communication' },
  TTHC_CONTROL_COMMUNICATION: {
    vi: 'Truyền thông kiểm soát thủ tục hành chính',
    en: 'Communication on procedure control',
  },
} as const satisfies Record<ProgrammeCode, Bilingual>

export const kindWords: Record<DutyKind, Bilingual> = {
  month: { vi: 'Tháng', en: 'Month' },
  quarter: { vi: 'Quý', en: 'Quarter' },
  'half-year': { vi: '6 tháng', en: 'Half-year' },
  'nine-month': { vi: '9 tháng', en: 'Nine months' },
  year: { vi: 'Năm', en: 'Year' },
  once: { vi: 'Đột xuất', en: 'Once' },
}

export const texts = {
  board: { vi: 'Bảng theo dõi báo cáo', en: 'Reporting board' },
  boardLead: {
    vi: 'Đơn vị nào đã báo cáo đúng hạn, muộn, trống; mỗi con số mở ra các báo cáo đứng sau nó.',
    en: 'Which units reported on time, late, or empty; every figure opens to the reports behind it.',
  },
  asOf: { vi: (day: string) => `Số liệu đến hết ngày ${day}`, en: (day: string) => `As known on ${day}` },
  onTimeShare: { vi: 'Tỷ lệ đúng hạn', en: 'On time' },
  onTimeOf: {
    vi: (n: number, due: number) => `${n} / ${due} đã đến hạn`,
    en: (n: number, due: number) => `${n} of ${due} come due`,
  },
  stillToCome: {
    vi: (n: number) => `phải báo cáo, ${n} chưa đến hạn`,
    en: (n: number) => `expected, ${n} not due yet`,
  },
  completeness: { vi: 'Độ đầy đủ', en: 'Completeness' },
  completenessNote: {
    vi: 'trung bình các báo cáo đã nhận, tính từ nội dung',
    en: 'mean of what was received, computed from content',
  },
  medianLate: { vi: 'Số ngày muộn (trung vị)', en: 'Days late (median)' },
  returns: { vi: 'Lượt trả lại', en: 'Times given back' },
  days: { vi: (n: number) => `${n} ngày`, en: (n: number) => (n === 1 ? '1 day' : `${n} days`) },
  emptyNote: { vi: 'không tính là đúng hạn', en: 'not counted as on time' },
  programme: { vi: 'Chương trình', en: 'Programme' },
  anyProgramme: { vi: 'Mọi chương trình', en: 'Every programme' },
  year: { vi: 'Năm', en: 'Year' },
  kind: { vi: 'Kỳ báo cáo', en: 'Period' },
  anyKind: { vi: 'Mọi kỳ', en: 'Every period' },
  asOfDay: { vi: 'Như đã biết đến hết ngày', en: 'As known on' },
  map: { vi: 'Theo bản đồ đơn vị', en: 'Units as they were' },
  mapThen: { vi: 'của ngày đó', en: 'on that day' },
  mapToday: { vi: 'của hôm nay', en: 'today' },
  mapNote: {
    vi: 'Báo cáo của đơn vị đã sáp nhập được tính cho đơn vị kế thừa.',
    en: 'Reports of merged units count for their heirs.',
  },
  under: { vi: 'Đơn vị và cấp dưới', en: 'Unit and all below' },
  heat: { vi: 'Đơn vị theo kỳ', en: 'Units by period' },
  heatHint: {
    vi: 'Số sau chữ là số ngày; ×2 là hai báo cáo cùng tình hình. Bấm vào ô để mở báo cáo.',
    en: 'The number after a word is in days; ×2 means two reports that stand alike. A cell opens its report.',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  period: { vi: 'Kỳ', en: 'Period' },
  duty: { vi: 'Chế độ báo cáo', en: 'Duty' },
  due: { vi: 'Hạn', en: 'Due' },
  handedIn: { vi: 'Ngày nộp', en: 'Handed in' },
  state: { vi: 'Tình hình', en: 'Standing' },
  lateBy: { vi: 'Số ngày', en: 'Days' },
  report: { vi: 'Báo cáo', en: 'Report' },
  trend: { vi: 'Diễn biến qua các kỳ', en: 'Over the periods' },
  trendSays: {
    vi: (period: string, share: string, received: string) =>
      `Kỳ gần nhất đã đến hạn, ${period}: ${share} đúng hạn, ${received} đã nộp.`,
    en: (period: string, share: string, received: string) =>
      `The last period that came due, ${period}: ${share} on time, ${received} handed in.`,
  },
  receivedShare: { vi: 'Đã nộp', en: 'Handed in' },
  owing: { vi: 'Đang quá hạn', en: 'Overdue now' },
  nobodyOwes: { vi: 'Không đơn vị nào quá hạn', en: 'Nobody is overdue' },
  nobodyOwesWhy: {
    vi: 'Mọi báo cáo đã đến hạn đều đã nộp.',
    en: 'Everything that has come due was handed in.',
  },
  all: { vi: 'Tổng số', en: 'All' },
  rest: { vi: 'Các đơn vị khác', en: 'Other units' },
  rowsOf: { vi: (what: string) => `Báo cáo: ${what}`, en: (what: string) => `Reports: ${what}` },
  everyRow: { vi: 'mọi nghĩa vụ', en: 'everything owed' },
  none: { vi: 'Chưa có nghĩa vụ báo cáo nào', en: 'Nothing is owed yet' },
  noneWhy: {
    vi: 'Chọn năm, chương trình khác, hoặc lập chế độ báo cáo để các đơn vị có hạn nộp.',
    en: 'Choose another year or programme, or set up duties so that units get due days.',
  },
  noRows: { vi: 'Không có báo cáo nào', en: 'No reports' },
  noRowsWhy: { vi: 'Không có báo cáo nào trong diện đã chọn.', en: 'None match what was chosen.' },
  csv: { vi: 'CSV', en: 'CSV' },
  xlsx: { vi: 'Excel', en: 'Excel' },
  seeAll: { vi: 'Xem tất cả', en: 'See all' },
  wrongDay: {
    vi: 'Nhập ngày có thật, ví dụ 05/06/2026',
    en: 'Enter a day that exists, for example 05/06/2026',
  },
  sheetUnits: { vi: 'Theo đơn vị', en: 'By unit' },
  sheetPeriods: { vi: 'Theo kỳ', en: 'By period' },
  sheetRows: { vi: 'Từng báo cáo', en: 'Reports' },
  onTimeColumn: { vi: 'Tỷ lệ đúng hạn (%)', en: 'On time (%)' },
  completenessColumn: { vi: 'Độ đầy đủ (%)', en: 'Completeness (%)' },
  owedBy: { vi: 'Đơn vị nợ báo cáo', en: 'Owed by' },
  code: { vi: 'Mã kỳ', en: 'Period code' },
} as const

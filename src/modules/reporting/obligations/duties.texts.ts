import type { Bilingual } from '../../../lib/http/route.ts'
import type { Duty, WorkingDayPolicy } from '../obligation.ts'

export const dutyStateWords: Record<Duty['state'], Bilingual> = {
  proposed: { vi: 'Chờ xác nhận', en: 'Waits for confirmation' },
  active: { vi: 'Đang áp dụng', en: 'In force' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
}

export const workingDayWords: Record<WorkingDayPolicy, Bilingual> = {
  as_printed: { vi: 'Giữ nguyên như văn bản', en: 'Keep the day as printed' },
  next: { vi: 'Chuyển sang ngày làm việc tiếp theo', en: 'Move to the next working day' },
  previous: { vi: 'Chuyển về ngày làm việc liền trước', en: 'Move to the working day before' },
}

export const newUnitWords: Record<Duty['newUnits'], Bilingual> = {
  next: { vi: 'Từ kỳ tiếp theo', en: 'From the next period on' },
  running: { vi: 'Ngay trong kỳ đang chạy', en: 'Already in the running period' },
}

export const dutyTexts = {
  duties: { vi: 'Chế độ báo cáo', en: 'Report duties' },
  dutiesLead: {
    vi: 'Ai phải báo cáo gì, kỳ nào, gửi ai, hạn nào. Hệ thống tự lập danh mục báo cáo phải nộp cho từng đơn vị.',
    en: 'Who reports what, when, to whom. What each unit owes is made from these by itself.',
  },
  none: { vi: 'Chưa có chế độ báo cáo nào', en: 'No report duties yet' },
  noneWhy: {
    vi: 'Khi một kế hoạch được ban hành, các báo cáo mà kế hoạch yêu cầu hiện ra ở đây để xác nhận.',
    en: 'When a plan is issued, the reports it asks for appear here to be confirmed.',
  },
  add: { vi: 'Thêm chế độ báo cáo', en: 'Add a duty' },
  rehearse: { vi: 'Diễn tập một năm', en: 'Rehearse a year' },
  calendar: { vi: 'Lịch báo cáo', en: 'Calendar' },
  letters: { vi: 'Công văn đôn đốc', en: 'Letters' },
  cutoffs: { vi: 'Mốc chốt số liệu', en: 'Cut-offs' },
  proposed: { vi: 'Chờ xác nhận', en: 'Waiting for confirmation' },
  active: { vi: 'Đang áp dụng', en: 'In force' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
  name: { vi: 'Tên báo cáo', en: 'Report' },
  programme: { vi: 'Chương trình', en: 'Programme' },
  period: { vi: 'Kỳ báo cáo', en: 'Period' },
  parts: { vi: 'Chỉ các kỳ', en: 'Only these' },
  partsHint: { vi: 'Để trống: mọi kỳ trong năm.', en: 'Empty: all of the year.' },
  quarter: { vi: (n: string) => `Quý ${n}`, en: (n: string) => `Quarter ${n}` },
  cutoffSet: { vi: 'Mốc chốt số liệu', en: 'Cut-offs' },
  byCalendar: { vi: 'Theo lịch (hết kỳ)', en: 'By the calendar' },
  due: { vi: 'Hạn nộp', en: 'Due' },
  dueHint: {
    vi: 'Viết như trong văn bản, ví dụ: “trước ngày 05 tháng cuối cùng của quý”, “trước 05/6”, “chậm nhất 02 ngày làm việc sau ngày chốt số liệu”, “chậm nhất 05 ngày làm việc sau hạn của cấp dưới”.',
    en: 'As the document words it, in Vietnamese: “trước ngày 05 tháng cuối cùng của quý”, “trước 05/6”.',
  },
  noDue: { vi: 'Chưa có hạn', en: 'No due day' },
  understoodAs: { vi: 'Hệ thống hiểu là', en: 'Understood as' },
  nextPeriods: { vi: 'Các kỳ tới', en: 'Next periods' },
  early: {
    vi: 'hạn nộp trước ngày chốt số liệu: báo cáo chỉ có số liệu đến ngày nộp',
    en: 'due before its data closes: the report holds what is known by then',
  },
  noNext: {
    vi: 'Hạn này tính theo báo cáo cấp trên hoặc cấp dưới; ngày cụ thể hiện trong lịch.',
    en: 'This counts from the level above or below; the days are in the calendar.',
  },
  check: { vi: 'Xem hệ thống hiểu thế nào', en: 'See how it is understood' },
  workingDays: { vi: 'Khi hạn rơi vào ngày nghỉ', en: 'When it falls on a day off' },
  source: { vi: 'Văn bản quy định', en: 'Demanded by' },
  sourceHint: {
    vi: 'Như khi viện dẫn: “Công văn số 812/SNV-CCHC ngày 05/7/2026 của Sở Nội vụ”.',
    en: 'As it is cited: “Công văn số 812/SNV-CCHC ngày 05/7/2026 của Sở Nội vụ”.',
  },
  to: { vi: 'Gửi đến', en: 'Goes to' },
  toName: { vi: 'Nơi nhận ngoài tỉnh', en: 'Addressee outside the province' },
  via: { vi: 'Qua cơ quan tổng hợp', en: 'Through' },
  consolidatedBy: { vi: 'Được tổng hợp vào báo cáo', en: 'Consolidated into' },
  newUnits: { vi: 'Đơn vị mới lập trong kỳ báo cáo', en: 'A unit that is new within a period reports' },
  template: { vi: 'Mẫu báo cáo', en: 'Template' },
  usual: { vi: 'Mẫu mặc định của chương trình', en: 'The programme’s own' },
  validFrom: { vi: 'Áp dụng từ ngày', en: 'From' },
  validTo: { vi: 'Đến trước ngày', en: 'Until (exclusive)' },
  valid: { vi: 'Thời gian áp dụng', en: 'In force' },
  fromTo: {
    vi: (from: string, to: string | null) => (to ? `${from} đến trước ${to}` : `từ ${from}`),
    en: (from: string, to: string | null) => (to ? `${from} until ${to}` : `from ${from}`),
  },
  scope: { vi: 'Đơn vị phải báo cáo', en: 'Who owes it' },
  groups: { vi: 'Nhóm đơn vị', en: 'Groups' },
  units: { vi: 'Thêm từng đơn vị', en: 'Single units' },
  exempt: { vi: 'Trừ các đơn vị', en: 'Except' },
  needScope: { vi: 'Chọn ít nhất một nhóm hoặc đơn vị.', en: 'Choose a group or a unit.' },
  needName: { vi: 'Nhập tên báo cáo.', en: 'Enter the name of the report.' },
  needSource: { vi: 'Nhập văn bản quy định.', en: 'Enter the document that demands it.' },
  needDay: { vi: 'Nhập ngày theo dạng 22/11/2026.', en: 'Enter the day like 22/11/2026.' },
  endBeforeBegin: { vi: 'Ngày kết thúc phải sau ngày bắt đầu.', en: 'It must end after it began.' },
  owers: {
    vi: (n: number) => `${n} đơn vị`,
    en: (n: number) => `${n} units`,
  },
  unitCount: { vi: 'Số đơn vị', en: 'Units' },
  owersToday: { vi: 'Tính theo hôm nay', en: 'As of today' },
  save: { vi: 'Lưu', en: 'Save' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  edit: { vi: 'Sửa', en: 'Edit' },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  confirmAll: {
    vi: (n: number) => `Xác nhận cả ${n} chế độ`,
    en: (n: number) => `Confirm all ${n}`,
  },
  confirmed: {
    vi: (n: number) => `Đã xác nhận; ${n} báo cáo được ghi vào danh mục phải nộp.`,
    en: (n: number) => `Confirmed; ${n} reports are owed.`,
  },
  saved: { vi: 'Đã lưu. Danh mục báo cáo phải nộp được cập nhật.', en: 'Saved, and what is owed follows.' },
  end: { vi: 'Kết thúc chế độ báo cáo', en: 'End this duty' },
  reject: { vi: 'Không áp dụng', en: 'Turn down' },
  endDay: { vi: 'Từ ngày', en: 'From' },
  endHint: {
    vi: 'Các kỳ chốt số liệu từ ngày này trở đi không còn phải nộp.',
    en: 'Periods whose data closes on this day or later are owed no more.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  endedDone: { vi: 'Đã kết thúc chế độ báo cáo.', en: 'The duty has ended.' },
  unverified: { vi: 'Chưa xác minh', en: 'Unverified' },
  unverifiedWhy: {
    vi: 'Hạn này lấy từ nguồn chưa đối chiếu với văn bản gốc; hãy kiểm tra trước khi xác nhận.',
    en: 'This day comes from a source that nobody has checked against the official text.',
  },
  verified: { vi: 'Đã đối chiếu với văn bản gốc', en: 'Checked against the official text' },
  history: { vi: 'Lịch sử thay đổi', en: 'History' },
  owedList: { vi: 'Báo cáo phải nộp theo chế độ này', en: 'Reports owed under this duty' },
  earlyTitle: {
    vi: 'Hạn nộp trước ngày chốt số liệu',
    en: 'Due before its data closes',
  },
  earlyWhy: {
    vi: 'Nếu văn bản quy định đúng như vậy, hãy ghi lý do để chấp nhận: báo cáo có số liệu đến ngày nộp, và buổi diễn tập không cảnh báo nữa.',
    en: 'Where the document really says so, accept it with the reason: the report holds what is known by then, and the rehearsal warns no more.',
  },
  earlyReasonHint: {
    vi: 'Ví dụ: “Kế hoạch số 25/KH-UBND quy định gửi báo cáo 6 tháng trước 05/6”.',
    en: 'For example: “Kế hoạch số 25/KH-UBND asks for the half-year’s report before 5 June”.',
  },
  earlyAccept: { vi: 'Chấp nhận hạn này', en: 'Accept this day' },
  earlyAccepted: {
    vi: (name: string, day: string) => `${name} chấp nhận ngày ${day}`,
    en: (name: string, day: string) => `Accepted by ${name} on ${day}`,
  },
  earlyTakeBack: { vi: 'Bỏ chấp nhận', en: 'Take it back' },
  earlySaved: { vi: 'Đã chấp nhận hạn này.', en: 'This day is accepted.' },
  earlyTaken: { vi: 'Đã bỏ chấp nhận; diễn tập lại cảnh báo.', en: 'Taken back; the rehearsal warns again.' },
  waitsDue: {
    vi: 'Văn bản không nêu hạn. Hãy sửa và nhập hạn trước khi xác nhận; chưa có hạn thì chưa đơn vị nào phải nộp.',
    en: 'The document gives no day. Enter one before you confirm; without one nothing falls due.',
  },
} as const

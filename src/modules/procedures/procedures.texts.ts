export const texts = {
  title: { vi: 'Công bố, niêm yết thủ tục', en: 'Announced procedures' },
  lead: {
    vi: 'Quyết định công bố thủ tục hành chính, và đơn vị nào đã niêm yết tại trụ sở và trên trang thông tin.',
    en: 'Decisions that announce procedures, and which unit has posted them at its office and on its website.',
  },
  enter: { vi: 'Nhập quyết định công bố', en: 'Enter a decision' },
  none: { vi: 'Chưa có quyết định công bố nào', en: 'No decision yet' },
  noneWhy: {
    vi: 'Khi Chủ tịch UBND tỉnh công bố thủ tục, nhập quyết định ở đây: các đơn vị nhận việc niêm yết ngay.',
    en: 'When the chairman announces procedures, enter the decision here; units get the duty to post at once.',
  },
  decision: { vi: 'Quyết định', en: 'Decision' },
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  numberHint: { vi: 'Ví dụ: 1234/QĐ-UBND', en: 'Such as 1234/QĐ-UBND' },
  issued: { vi: 'Ngày ký', en: 'Day' },
  issuer: { vi: 'Người, cơ quan ban hành', en: 'Issued by' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  fieldHint: { vi: 'Ví dụ: Đất đai; Hộ tịch; Chứng thực', en: 'Such as land or civil status' },
  kind: { vi: 'Loại công bố', en: 'Kind' },
  procedures: { vi: 'Số thủ tục', en: 'Procedures' },
  count: { vi: (n: number) => `${n} thủ tục`, en: (n: number) => `${n} procedures` },
  document: { vi: 'Lấy từ danh mục văn bản', en: 'From the register of documents' },
  documentHint: {
    vi: 'Có trong danh mục thì chọn: số, ngày, nơi ban hành để trống sẽ lấy từ đó.',
    en: 'If it is there: number, day and issuer left empty are taken from it.',
  },
  notThere: { vi: 'Không có, nhập dưới đây', en: 'Not there, entered below' },
  link: { vi: 'Địa chỉ văn bản và danh mục thủ tục', en: 'Where the text and its list are' },
  linkHint: {
    vi: 'Trang của Cơ sở dữ liệu quốc gia về TTHC hoặc cổng của tỉnh, để đơn vị tải về niêm yết.',
    en: 'In the national database of procedures or on the portal, for units to fetch.',
  },
  scope: { vi: 'Đơn vị phải niêm yết', en: 'Who has to post' },
  days: { vi: 'Hạn niêm yết, số ngày làm việc từ ngày ký', en: 'Working days in which to post' },
  unverified: {
    vi: 'Mặc định 5 ngày làm việc theo cách hiểu Thông tư 02/2017/TT-VPCP: CHƯA KIỂM CHỨNG, đối chiếu văn bản trước khi dùng.',
    en: 'Five working days are taken for the term of TT 02/2017/TT-VPCP: UNVERIFIED, check the text before use.',
  },
  ownDays: { vi: 'Số ngày do tỉnh đặt.', en: 'As the province has set.' },
  check: { vi: 'Xem trước', en: 'Preview' },
  confirm: { vi: 'Giao việc niêm yết', en: 'Give the duty to post' },
  change: { vi: 'Sửa lại', en: 'Change' },
  previewTitle: { vi: 'Giao việc niêm yết cho các đơn vị này?', en: 'Give these units the duty to post?' },
  given: { vi: 'Đã giao việc niêm yết cho các đơn vị.', en: 'The units have the duty to post.' },
  past: { vi: 'đã qua, đơn vị sẽ quá hạn ngay', en: 'past: units are late at once' },
  due: { vi: 'Hạn', en: 'Due' },
  posted: { vi: 'Đã niêm yết', en: 'Posted' },
  postedOf: {
    vi: (x: number, y: number) => `${x} / ${y} đơn vị`,
    en: (x: number, y: number) => `${x} of ${y}`,
  },
  left: { vi: 'Còn trong hạn', en: 'Still in time' },
  lateUnits: { vi: 'Quá hạn', en: 'Late' },
  total: { vi: 'Đơn vị phải niêm yết', en: 'Units that post' },
  chart: { vi: 'Tình hình niêm yết', en: 'How posting stands' },
  chartSaid: {
    vi: (x: number, y: number, late: number) => `${x} trong ${y} đơn vị đã niêm yết; ${late} đơn vị quá hạn.`,
    en: (x: number, y: number, late: number) => `${x} of ${y} units have posted; ${late} are late.`,
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  state: { vi: 'Tình trạng', en: 'State' },
  photo: { vi: 'Ảnh bảng niêm yết', en: 'Photo of the board' },
  hasPhoto: { vi: 'Đã có', en: 'There' },
  web: { vi: 'Trang đăng', en: 'Web page' },
  open: { vi: 'Mở', en: 'Open' },
  any: { vi: 'Tất cả', en: 'All' },
  excel: { vi: 'Tải Excel', en: 'Excel' },
  withdraw: { vi: 'Rút, thay quyết định', en: 'Withdraw or replace' },
  withdrawHint: {
    vi: 'Rút thì việc niêm yết còn mở kết thúc, đơn vị được báo; những gì đã niêm yết vẫn giữ.',
    en: 'What is still open ends and units hear of it; what was posted stays on record.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  withdrawVerb: { vi: 'Rút quyết định', en: 'Withdraw' },
  replaceVerb: { vi: 'Nhập quyết định thay thế', en: 'Enter what replaces it' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  wasWithdrawn: { vi: 'Đã rút quyết định.', en: 'Withdrawn.' },
  replaces: { vi: 'Thay quyết định', en: 'Replaces' },
  setting: { vi: 'Hạn niêm yết thường dùng', en: 'Usual term' },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu.', en: 'Saved.' },
  mine: { vi: 'Việc niêm yết của đơn vị', en: 'What we have to post' },
  mineLead: {
    vi: 'Mỗi quyết định công bố: chụp bảng niêm yết tại trụ sở và dán địa chỉ trang đã đăng.',
    en: 'For each decision: a photo of the board at the office, and the address of the page.',
  },
  nothing: { vi: 'Không còn thủ tục nào phải niêm yết', en: 'Nothing is left to post' },
  nothingWhy: {
    vi: 'Có quyết định công bố mới thì việc hiện ở đây và trong “Việc của tôi”.',
    en: 'A new decision appears here and in “My work”.',
  },
  done: { vi: 'Đã niêm yết gần đây', en: 'Posted lately' },
  todo: { vi: 'Phải niêm yết', en: 'To post' },
  postingTitle: {
    vi: (n: string) => `Niêm yết theo Quyết định số ${n}`,
    en: (n: string) => `Posting of decision ${n}`,
  },
  photoHint: {
    vi: 'Chụp rõ tên quyết định và danh mục trên bảng tại trụ sở, Bộ phận Một cửa.',
    en: 'The board at the office, with the name of the decision in sight.',
  },
  webHint: { vi: 'Trang của đơn vị đã đăng danh mục, nội dung thủ tục.', en: 'Your page that shows them.' },
  report: { vi: 'Báo đã niêm yết', en: 'We have posted' },
  reported: {
    vi: 'Đã ghi: niêm yết đủ tại trụ sở và trên trang. Việc này tự tính là hoạt động, không phải báo cáo lại.',
    en: 'Noted: posted at the office and online. It counts as an activity by itself.',
  },
  halfReported: {
    vi: 'Đã lưu. Còn thiếu ảnh bảng niêm yết hoặc địa chỉ trang thì việc mới xong.',
    en: 'Saved. Photo and address are both needed before it is done.',
  },
  returnVerb: { vi: 'Trả lại để sửa', en: 'Return' },
  returnTitle: { vi: 'Xem lại', en: 'Second look' },
  returned: { vi: 'Đã trả lại đơn vị.', en: 'Returned.' },
  mended: { vi: 'Điều cần sửa', en: 'What is to be mended' },
  noPhoto: { vi: 'Chưa có ảnh', en: 'No photo' },
  noWeb: { vi: 'Chưa có địa chỉ', en: 'No address' },
  by: { vi: 'Người báo', en: 'Reported by' },
  day: { vi: 'Ngày niêm yết', en: 'Posted on' },
  photoOf: { vi: (u: string) => `Bảng niêm yết của ${u}`, en: (u: string) => `The board of ${u}` },
  notMine: {
    vi: 'Chỉ cán bộ của đơn vị báo việc này.',
    en: 'Only people of the unit report this.',
  },
} as const

export const kindWords = {
  new: { vi: 'Mới ban hành', en: 'New' },
  amended: { vi: 'Sửa đổi, bổ sung', en: 'Amended' },
  abolished: { vi: 'Bãi bỏ', en: 'Abolished' },
} as const

export const scopeWords = {
  communes: { vi: 'UBND xã, phường, đặc khu', en: 'Communes and wards' },
  departments: { vi: 'Sở, ban, Văn phòng UBND tỉnh', en: 'Departments of the province' },
  service_centres: { vi: 'Trung tâm phục vụ hành chính công', en: 'Public service centres' },
  central: { vi: 'Cơ quan trung ương trên địa bàn', en: 'Central agencies in the province' },
} as const

export const standingWords = {
  late: { vi: 'Quá hạn', en: 'Late' },
  returned: { vi: 'Bị trả lại', en: 'Returned' },
  soon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  open: { vi: 'Chưa niêm yết', en: 'Not yet' },
  posted_late: { vi: 'Niêm yết muộn', en: 'Posted late' },
  posted: { vi: 'Đã niêm yết', en: 'Posted' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
} as const

export const rateWords = {
  online_filing: { vi: 'Tỷ lệ hồ sơ nộp trực tuyến', en: 'Files handed in online' },
  online_payment: { vi: 'Tỷ lệ thanh toán trực tuyến', en: 'Fees paid online' },
} as const

const percent = (n: number | null) => (n === null ? '–' : `${n.toFixed(1).replace('.', ',')}\u00a0%`)

/** What figures before and after say in a sentence; used wherever they are shown. */
export const rateSaid = {
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  target: { vi: 'Mục tiêu', en: 'Target' },
  rate: { vi: 'Tỷ lệ', en: 'Rate' },
  percent: { vi: percent, en: percent },
  said: {
    vi: (before: number | null, after: number | null, target: number | null) =>
      `Trước: ${percent(before)}; sau: ${percent(after)}${target === null ? '' : `; mục tiêu: ${percent(target)}`}.`,
    en: (before: number | null, after: number | null, target: number | null) =>
      `Before: ${percent(before)}; after: ${percent(after)}${target === null ? '' : `; target: ${percent(target)}`}.`,
  },
  from: {
    vi: (source: string, day: string) => `Nguồn: ${source}, ngày ${day}.`,
    en: (source: string, day: string) => `Source: ${source}, ${day}.`,
  },
} as const

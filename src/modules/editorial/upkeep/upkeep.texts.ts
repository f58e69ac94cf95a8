import type { Settling } from './upkeep.sql.ts'

export const settlingWords: Record<Settling, { vi: string; en: string }> = {
  archived: { vi: 'Có bản lưu', en: 'Archived' },
  ignored: { vi: 'Bỏ qua', en: 'Ignored' },
}

export const texts = {
  upkeep: { vi: 'Rà soát', en: 'Upkeep' },
  upkeepLead: {
    vi: 'Bài đã đăng cần đọc lại, liên kết không còn mở được và bản dịch đã lạc hậu so với bài gốc.',
    en: 'What is public and has to be read again, links that lead nowhere, and translations left behind.',
  },
  due: { vi: 'Cần đọc lại', en: 'To be read again' },
  dueLead: {
    vi: 'Bài có ngày rà soát trong 30 ngày tới hoặc đã qua. Đọc lại; nếu vẫn đúng thì đặt ngày đọc lại lần sau, nếu không thì sửa.',
    en: 'Texts whose review day has passed or comes within 30 days. Read them; set the next day, or mend them.',
  },
  nothingDue: { vi: 'Chưa có bài nào đến hạn đọc lại.', en: 'Nothing has to be read again yet.' },
  item: { vi: 'Bài', en: 'Item' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  reviewBy: { vi: 'Hạn đọc lại', en: 'Read again by' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  lastRead: { vi: (day: string) => `Đọc lại lần trước ${day}`, en: (day: string) => `Last read ${day}` },
  stillGood: { vi: 'Đã đọc lại, vẫn đúng', en: 'Read again, still good' },
  stillGoodFor: {
    vi: (day: string) => `Vẫn đúng, đọc lại ${day}`,
    en: (day: string) => `Still good, next ${day}`,
  },
  of: { vi: (title: string) => ` (${title})`, en: (title: string) => ` (${title})` },
  nextDay: { vi: 'Đọc lại lần sau trước ngày', en: 'Read again by' },
  nextDayHint: {
    vi: 'Người đọc thấy ngày này khi đã qua mà bài chưa được đọc lại.',
    en: 'Readers are told once this day has passed without another reading.',
  },
  reread: { vi: 'Đã ghi: bài vẫn đúng.', en: 'Recorded: the text is still good.' },
  links: { vi: 'Liên kết không mở được', en: 'Links that lead nowhere' },
  linksLead: {
    vi: 'Chương trình hỏi từng địa chỉ vào ban đêm. Sửa liên kết trong bài, hoặc ghi vì sao để nguyên.',
    en: 'The program asks every address at night. Mend the link in the text, or say why it stays.',
  },
  noBad: { vi: 'Mọi liên kết đã hỏi đều mở được.', en: 'Every link that was asked works.' },
  checkedAt: { vi: (when: string) => `Hỏi lần cuối ${when}.`, en: (when: string) => `Asked last ${when}.` },
  neverChecked: {
    vi: 'Các địa chỉ trong bài đã đăng chưa được hỏi lần nào; chương trình hỏi vào ban đêm.',
    en: 'The addresses in public texts were never asked yet; the program asks at night.',
  },
  address: { vi: 'Địa chỉ', en: 'Address' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  broken: {
    vi: (status: number | null) =>
      status === 310 ? 'Dẫn vòng quanh' : `Không còn trang này (${status ?? '?'})`,
    en: (status: number | null) =>
      status === 310 ? 'Leads round in a circle' : `Not there (${status ?? '?'})`,
  },
  silent: {
    vi: (status: number | null) => (status ? `Trang báo lỗi (${status})` : 'Không trả lời'),
    en: (status: number | null) => (status ? `The site fails (${status})` : 'No answer'),
  },
  since: { vi: 'Từ khi', en: 'Since' },
  times: { vi: (n: number) => `${n} lần liền`, en: (n: number) => `${n} times in a row` },
  recheck: { vi: 'Hỏi lại', en: 'Ask again' },
  recheckAll: { vi: 'Hỏi lại tất cả', en: 'Ask all again' },
  rechecking: {
    vi: 'Đang hỏi lại các địa chỉ; tải lại trang sau ít phút.',
    en: 'The addresses are being asked; reload this page in a few minutes.',
  },
  settle: { vi: 'Để nguyên liên kết', en: 'Leave the link' },
  settleAs: { vi: 'Vì', en: 'Because' },
  archivedChoice: { vi: 'Trang đã có bản lưu ở nơi khác', en: 'A copy is kept elsewhere' },
  ignoredChoice: { vi: 'Không ảnh hưởng người đọc', en: 'It does not matter to readers' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: { vi: 'Ghi địa chỉ bản lưu, nếu có.', en: 'The address of the copy, if there is one.' },
  save: { vi: 'Ghi lại', en: 'Record' },
  settledNotice: { vi: 'Đã ghi.', en: 'Recorded.' },
  settledLinks: {
    vi: (n: number) => `Để nguyên, đã có lý do (${n})`,
    en: (n: number) => `Left as they are (${n})`,
  },
  reopen: { vi: 'Xem xét lại', en: 'Open again' },
  outdated: { vi: 'Bản dịch lạc hậu so với bài gốc', en: 'Translations left behind' },
  noOutdated: {
    vi: 'Mọi bản dịch đang đăng đều theo kịp bài gốc.',
    en: 'Every public translation is up to date.',
  },
  says: {
    vi: (then: number, now: number) => `dịch theo bản ${then}, bài gốc nay là bản ${now}`,
    en: (then: number, now: number) => `follows version ${then}, the original is at version ${now}`,
  },
  masterGone: { vi: 'bài gốc đã gỡ', en: 'the original is gone' },
  original: { vi: 'Bài gốc', en: 'Original' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  standing: { vi: 'Tình trạng', en: 'Standing' },
  hasBad: {
    vi: (n: number) => `${n} liên kết trong bài đang đăng không mở được.`,
    en: (n: number) => `${n} links of the public text lead nowhere.`,
  },
  seeUpkeep: { vi: 'Xem và xử lý', en: 'See and settle' },
} as const

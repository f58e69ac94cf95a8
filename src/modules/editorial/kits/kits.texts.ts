import type { Way } from './kit.ts'

export const wayWords: Record<Way, { vi: string; en: string }> = {
  mail: { vi: 'Thư điện tử', en: 'E-mail' },
  paper: { vi: 'Bản giấy', en: 'On paper' },
  conference: { vi: 'Tại họp báo, hội nghị', en: 'At a press conference' },
  other: { vi: 'Cách khác', en: 'Otherwise' },
}

export const texts = {
  kits: { vi: 'Cung cấp thông tin cho báo chí', en: 'Press kits' },
  kitsLead: {
    vi: 'Tài liệu nào đã gửi cho báo, đài nào, ngày nào; báo chí đã viết gì từ đó.',
    en: 'Which press kit was handed to whom and when, and what the press wrote of it.',
  },
  kit: { vi: 'Tài liệu', en: 'Press kit' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  handovers: { vi: 'Lần cung cấp', en: 'Handed over' },
  last: { vi: 'Gần nhất', en: 'Last' },
  entries: { vi: 'Tin, bài sau đó', en: 'What followed' },
  new: { vi: 'Soạn tài liệu mới', en: 'Write a press kit' },
  nothing: { vi: 'Chưa có tài liệu nào', en: 'No press kit yet' },
  nothingWhy: {
    vi: 'Soạn một bài thể loại “Tài liệu cho báo chí”, rồi ghi ở đó đã gửi cho ai.',
    en: 'Write an item of the kind “Press kit”, and note there whom it was handed to.',
  },
  log: { vi: 'Đã cung cấp cho', en: 'Handed to' },
  logNone: { vi: 'Chưa gửi cho ai.', en: 'Nobody has it yet.' },
  add: { vi: 'Ghi một lần cung cấp', en: 'Note that it was handed over' },
  addButton: { vi: 'Ghi vào sổ', en: 'Note it' },
  noted: { vi: 'Đã ghi.', en: 'Noted.' },
  outlet: { vi: 'Cơ quan báo chí', en: 'Outlet' },
  noOutlet: { vi: 'Không phải báo, đài', en: 'No outlet' },
  recipient: { vi: 'Người, nơi nhận', en: 'Who got it' },
  recipientHint: {
    vi: 'Phóng viên, tổ chức; để trống khi đã chọn cơ quan báo chí',
    en: 'A journalist, an organisation; empty where an outlet is chosen',
  },
  day: { vi: 'Ngày', en: 'Day' },
  way: { vi: 'Cách gửi', en: 'How' },
  note: { vi: 'Ghi chú', en: 'Note' },
  strike: { vi: 'Gạch dòng', en: 'Strike' },
  struck: { vi: 'Đã gạch dòng.', en: 'Struck.' },
  isStruck: { vi: 'đã gạch', en: 'struck' },
  followed: { vi: 'Báo chí đã viết', en: 'What the press wrote' },
  followedNone: {
    vi: 'Chưa có. Khi ghi tin, bài báo chí, chọn tài liệu này ở “Là bài, tài liệu của tòa soạn”.',
    en: 'Nothing yet. Where a piece of the press is registered, choose this kit there.',
  },
  all: { vi: 'Tất cả tài liệu đã cung cấp', en: 'All press kits' },
} as const

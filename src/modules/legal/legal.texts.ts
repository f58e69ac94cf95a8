export const texts = {
  documents: { vi: 'Văn bản viện dẫn', en: 'Documents cited' },
  lead: {
    vi: 'Văn bản được các kế hoạch viện dẫn, mỗi văn bản ghi một lần. Hiệu lực chỉ hiện khi đã có người nhập.',
    en: 'Documents that plans cite, each kept once. Validity is shown only when somebody has entered it.',
  },
  words: { vi: 'Số, trích yếu, cơ quan', en: 'Number, title, issuer' },
  type: { vi: 'Loại', en: 'Type' },
  all: { vi: 'Tất cả', en: 'All' },
  name: { vi: 'Văn bản', en: 'Document' },
  issued: { vi: 'Ngày ban hành', en: 'Issued' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  title: { vi: 'Trích yếu', en: 'Title' },
  validity: { vi: 'Hiệu lực', en: 'Validity' },
  inForceFrom: { vi: 'Có hiệu lực từ', en: 'In force from' },
  inForceTo: { vi: 'Hết hiệu lực từ', en: 'No longer in force from' },
  replacedBy: { vi: 'Được thay thế bởi', en: 'Replaced by' },
  none: { vi: 'Chưa có', en: 'None' },
  describe: { vi: 'Cập nhật thông tin', en: 'Describe' },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu.', en: 'Saved.' },
  empty: { vi: 'Chưa có văn bản nào', en: 'No documents yet' },
  emptyWhy: {
    vi: 'Văn bản được ghi vào đây khi một kế hoạch viện dẫn nó.',
    en: 'A document is entered here when a plan cites it.',
  },
} as const

export const validityWords = {
  in_force: { vi: 'Đang có hiệu lực', en: 'In force' },
  not_yet: { vi: 'Chưa có hiệu lực', en: 'Not yet in force' },
  ended: { vi: 'Hết hiệu lực', en: 'No longer in force' },
  replaced: { vi: 'Đã được thay thế', en: 'Replaced' },
  unknown: { vi: 'Chưa xác minh', en: 'Not verified' },
} as const

/** States of a report as tags say them. */
export const reportStateWords = {
  draft: { vi: 'Đang soạn', en: 'Being written' },
  submitted: { vi: 'Đã gửi, chờ tiếp nhận', en: 'Handed in' },
  returned: { vi: 'Bị trả lại', en: 'Returned' },
  accepted: { vi: 'Đã tiếp nhận', en: 'Accepted' },
  consolidated: { vi: 'Đã tổng hợp', en: 'Consolidated' },
  signed: { vi: 'Đã ký', en: 'Signed' },
  sent: { vi: 'Đã gửi đi', en: 'Sent' },
} as const

/** How a report stands against its due day. */
export const standingWords = {
  on_time: { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Gửi chậm', en: 'Late' },
  nil: { vi: 'Không phát sinh', en: 'Nothing happened' },
  empty: { vi: 'Không có nội dung', en: 'Without content' },
  returned: { vi: 'Bị trả lại', en: 'Returned' },
  waiting: { vi: 'Đang soạn', en: 'Being written' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  not_due: { vi: 'Chưa đến hạn', en: 'Not due yet' },
} as const

/** What of an activity is added up. */
export const measureWords = {
  count: { vi: 'Số', en: 'Number' },
  quantity: { vi: 'Số lượng sản phẩm', en: 'Products' },
  copies: { vi: 'Số bản in', en: 'Copies' },
  people: { vi: 'Lượt người', en: 'People' },
  minutes: { vi: 'Số phút', en: 'Minutes' },
  views: { vi: 'Lượt xem', en: 'Views' },
  evidence: { vi: 'Số minh chứng', en: 'Pieces of evidence' },
} as const

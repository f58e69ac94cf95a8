import type { WebColumnState } from './web-columns.ts'

export const webColumnWords: Record<WebColumnState, { vi: string; en: string }> = {
  none: { vi: 'Không có', en: 'None' },
  stale: { vi: 'Bỏ trống lâu ngày', en: 'Stale' },
  unchecked: { vi: 'Chưa kiểm tra', en: 'Not checked' },
  fresh: { vi: 'Đang cập nhật', en: 'Alive' },
}

export const texts = {
  all: { vi: 'Xem tất cả đơn vị', en: 'All units' },
  remind: { vi: 'Nhắc các đơn vị chưa có', en: 'Remind units without a column' },
  reminded: {
    vi: (n: number) => `Đã nhắc ${n} đơn vị chưa có chuyên mục.`,
    en: (n: number) => `${n} units without a column were told.`,
  },
  nobody: {
    vi: 'Không còn đơn vị nào cần nhắc: các đơn vị chưa có chuyên mục đã được nhắc hôm nay, hoặc chưa có ai nhận tin.',
    en: 'Nobody was told: units without a column heard of it today, or nobody works there yet.',
  },
  addressHint: {
    vi: 'Bắt buộc khi có chuyên mục: địa chỉ mở thẳng chuyên mục.',
    en: 'Needed where there is a column: the address that opens it.',
  },
  nothing: { vi: 'Không có đơn vị nào ở tình trạng này', en: 'No unit stands like this' },
  nothingWhy: { vi: 'Chọn tình trạng khác ở trên.', en: 'Choose another state above.' },
} as const

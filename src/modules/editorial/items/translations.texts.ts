export const texts = {
  translations: { vi: 'Bản tiếng khác', en: 'In other languages' },
  none: {
    vi: 'Chưa có bản tiếng dân tộc hay tiếng nước ngoài nào.',
    en: 'There is no version in another language yet.',
  },
  add: { vi: 'Viết bản tiếng khác', en: 'Add a language' },
  outdated: { vi: 'Bản gốc đã đổi', en: 'Original has changed' },
  isPublic: { vi: 'đang đăng', en: 'public' },
  of: { vi: 'Là bản dịch của bài', en: 'Translation of' },
  ofHint: {
    vi: 'Để trống nếu là bài mới. Bản dịch nằm cùng địa chỉ với bài gốc; số liệu và ảnh đại diện được lấy sang, phần chữ viết lại bằng ngôn ngữ đã chọn.',
    en: 'Leave empty for something new. A translation stands beside its original; facts and lead image are taken over.',
  },
  original: { vi: 'Bài gốc', en: 'Original' },
  isTranslation: {
    vi: (language: string) => `Đây là bản ${language} của bài:`,
    en: (language: string) => `This is the ${language} version of:`,
  },
  changedSince: {
    vi: (then: number, now: number) =>
      `Bản này dịch theo bản ${then} của bài gốc; người đọc tiếng Việt nay đang xem bản ${now}. Cập nhật rồi trình lại.`,
    en: (then: number, now: number) =>
      `This follows version ${then} of the original; readers of the original see version ${now} by now. Bring it up to date and submit it again.`,
  },
  whatChanged: { vi: 'Xem bài gốc đổi những gì', en: 'See what changed in the original' },
  masterGone: {
    vi: 'Bài gốc không còn trên chuyên trang, bản dịch này vẫn đang hiện với người đọc. Gỡ bản dịch, hoặc đăng lại bài gốc.',
    en: 'The original is not public any more, and this translation still is. Withdraw it, or publish the original again.',
  },
  masterText: { vi: 'Nội dung bài gốc để đối chiếu', en: 'The original, to translate from' },
} as const

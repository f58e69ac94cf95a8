export const texts = {
  plainness: { vi: 'Dễ hiểu', en: 'Plainness' },
  title: { vi: 'Bài viết có dễ hiểu không', en: 'How plain our texts are' },
  lead: {
    vi: 'Điểm dễ hiểu (0–100) của bài khi trình và khi đăng. Đây là gợi ý để viết dễ hơn, không phải để chấm điểm hay xếp hạng cán bộ.',
    en: 'The score (0–100) of texts when handed in and when published. Advice for writing, not a mark for people.',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  everyUnit: { vi: 'Tất cả đơn vị được xem', en: 'All units' },
  show: { vi: 'Xem', en: 'Show' },
  course: { vi: 'Điểm theo tháng', en: 'Scores by month' },
  ownCourse: { vi: 'Bài của tôi', en: 'My own texts' },
  ownOnly: { vi: 'Chỉ anh/chị thấy phần này.', en: 'Only you can see this.' },
  submitted: { vi: 'Khi trình', en: 'As handed in' },
  published: { vi: 'Khi đăng', en: 'As published' },
  nothing: { vi: 'Chưa có bài nào trong 12 tháng qua', en: 'No texts in the last 12 months' },
  nothingWhy: {
    vi: 'Điểm được ghi khi bài được trình và khi đăng.',
    en: 'Scores are kept when a text is handed in and when it is published.',
  },
  sentence: {
    vi: (texts: number, latest: string, first: string) =>
      `${texts} bài đăng trong 12 tháng; tháng đầu có bài đạt ${first} điểm, tháng gần nhất ${latest} điểm.`,
    en: (texts: number, latest: string, first: string) =>
      `${texts} texts published in 12 months; ${first} in the first month with one, ${latest} in the latest.`,
  },
  byUnit: { vi: 'Theo đơn vị, 12 tháng qua', en: 'By unit, the last 12 months' },
  texts: { vi: 'Số bài', en: 'Texts' },
  score: { vi: 'Điểm trung bình', en: 'Mean score' },
  meanSentence: { vi: 'Tiếng mỗi câu', en: 'Syllables a sentence' },
  history: { vi: 'Điểm dễ hiểu của đơn vị theo thời gian', en: 'The unit’s scores over time' },
} as const

export const texts = {
  questions: { vi: 'Câu hỏi từ tổng đài', en: 'Questions from the hotline' },
  lead: {
    vi: 'Người dân hỏi gì nhiều thì viết bài trả lời chung, để người sau khỏi phải gọi. Không có tên hay số của ai ở đây.',
    en: 'What many people ask deserves an article, so that the next need not call. Nobody is named here.',
  },
  asked: { vi: 'Hỏi gì', en: 'Asked' },
  answer: { vi: 'Đã trả lời', en: 'Answered' },
  unit: { vi: 'Đơn vị trả lời', en: 'Answered by' },
  topic: { vi: 'Lĩnh vực', en: 'Topic' },
  words: { vi: 'Tìm trong câu hỏi', en: 'Words' },
  all: { vi: 'Tất cả', en: 'All' },
  article: { vi: 'Bài trả lời', en: 'Article' },
  only: { vi: 'Hiển thị', en: 'Show' },
  without: { vi: 'Chưa có bài trả lời', en: 'Without an article' },
  write: { vi: 'Viết bài', en: 'Write of it' },
  begun: { vi: 'Đã tạo bài hỏi – đáp từ câu hỏi này.', en: 'The article is begun.' },
  open: { vi: 'Mở bài', en: 'Open it' },
  nothing: { vi: 'Chưa có câu hỏi nào', en: 'No questions' },
  nothingWhy: {
    vi: 'Câu hỏi đã có trả lời trong nhật ký tổng đài sẽ hiện ở đây.',
    en: 'Answered questions of the hotline’s log appear here.',
  },
  withCount: {
    vi: (name: string, n: number) => `${name} (${n})`,
    en: (name: string, n: number) => `${name} (${n})`,
  },
} as const

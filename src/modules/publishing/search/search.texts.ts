export const texts = {
  title: { vi: 'Tìm trên cổng', en: 'Search this portal' },
  titleFor: { vi: (q: string) => `Kết quả tìm “${q}”`, en: (q: string) => `Results for “${q}”` },
  lead: {
    vi: 'Gõ có dấu hay không dấu, số văn bản hay vài chữ nhớ được đều tìm thấy.',
    en: 'Type with or without diacritics, the number of a document, or the few words you remember.',
  },
  words: { vi: 'Từ cần tìm', en: 'Words' },
  kind: { vi: 'Thể loại', en: 'Kind' },
  place: { vi: 'Mục của cổng', en: 'Part of this portal' },
  topic: { vi: 'Lĩnh vực', en: 'Topic' },
  column: { vi: 'Chuyên mục', en: 'Column' },
  year: { vi: 'Năm', en: 'Year' },
  issuer: { vi: 'Cơ quan', en: 'Issued by' },
  filters: { vi: 'Lọc theo thể loại, lĩnh vực, năm…', en: 'Filter by kind, topic, year…' },
  all: { vi: 'Tất cả', en: 'All' },
  amount: {
    vi: (n: number) => `${n} kết quả`,
    en: (n: number) => (n === 1 ? '1 result' : `${n} results`),
  },
  best: {
    vi: (n: number) => `${n} kết quả sát nhất`,
    en: (n: number) => `The ${n} closest results`,
  },
  bestWhy: {
    vi: 'Còn nhiều kết quả khác: thêm từ hoặc chọn bộ lọc để tìm gọn hơn.',
    en: 'There are many more: add words or choose a filter.',
  },
  meant: { vi: 'Đang tìm theo nghĩa:', en: 'Searched for:' },
  exactly: {
    vi: (q: string) => `Tìm đúng “${q}” như đã gõ`,
    en: (q: string) => `Search for “${q}” as typed`,
  },
  nothing: { vi: 'Không tìm thấy nội dung phù hợp', en: 'Nothing was found' },
  nothingBody: {
    vi: 'Thử bớt từ, bỏ bộ lọc, hoặc gõ không dấu. Với văn bản, chỉ cần gõ số, ví dụ 25/KH-UBND.',
    en: 'Try fewer words, no filter, or no diacritics. For a document its number is enough, such as 25/KH-UBND.',
  },
  search: { vi: 'Tìm', en: 'Search' },
  unfiltered: {
    vi: (q: string) => `Tìm “${q}” không dùng bộ lọc`,
    en: (q: string) => `Search for “${q}” without filters`,
  },
  ask: { vi: 'Nhập từ cần tìm', en: 'Type what you look for' },
  browse: { vi: 'Hoặc xem theo mục', en: 'Or browse' },
  number: { vi: 'Số', en: 'No.' },
  home: { vi: 'Trang chủ', en: 'Home' },
} as const

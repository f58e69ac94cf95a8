export const texts = {
  title: { vi: 'Đoạn báo cáo trùng lặp', en: 'Passages that stand in two reports' },
  lead: {
    vi: 'Đoạn văn giống nhau giữa các đơn vị hoặc với kỳ trước, không kể câu chữ hành chính thông dụng. Máy chỉ nêu ra; người đọc kết luận.',
    en: 'Passages alike between units or with the period before, common official wording left out. The program points; a person judges.',
  },
  period: { vi: 'Kỳ báo cáo', en: 'Period' },
  anyPeriod: { vi: 'Mọi kỳ', en: 'Any period' },
  open: { vi: 'Chưa kết luận', en: 'Not judged yet' },
  show: { vi: 'Hiện', en: 'Show' },
  all: { vi: 'Tất cả', en: 'All' },
  none: { vi: 'Không có đoạn nào trùng lặp', en: 'No passages alike' },
  noneWhy: {
    vi: 'Chương trình so sánh mỗi đêm các báo cáo đến hạn trong 60 ngày qua.',
    en: 'Reports due in the last 60 days are compared every night.',
  },
  compare: { vi: 'So sánh ngay', en: 'Compare now' },
  comparing: {
    vi: 'Đang so sánh; tải lại trang sau ít phút.',
    en: 'Comparing; reload the page in a few minutes.',
  },
  cluster: {
    vi: (n: number, heading: string) => `${n} báo cáo cùng một đoạn: ${heading}`,
    en: (n: number, heading: string) => `${n} reports share a passage: ${heading}`,
  },
  best: {
    vi: (share: string) => `Xem hai bản giống nhất (${share})`,
    en: (share: string) => `The two most alike (${share})`,
  },
  allJudged: { vi: 'đã kết luận cả', en: 'all judged' },
  pairsOpen: {
    vi: (open: number, all: number) => `còn ${open}/${all} cặp chưa kết luận`,
    en: (open: number, all: number) => `${open} of ${all} pairs not judged yet`,
  },
  pairsOf: {
    vi: (n: number, all: number) => (n === all ? `Xem cả ${n} cặp` : `Xem ${n}/${all} cặp giống nhau nhất`),
    en: (n: number, all: number) => (n === all ? `All ${n} pairs` : `The ${n} of ${all} pairs most alike`),
  },
  capped: {
    vi: (n: number) => `Chỉ hiện ${n} cặp giống nhau nhất; chọn một kỳ để xem đủ hơn.`,
    en: (n: number) => `Only the ${n} pairs most alike are shown; choose a period to see more.`,
  },
  pairs: { vi: 'Từng cặp', en: 'Pairs' },
  group: { vi: 'Nhóm', en: 'Group' },
  judgeAll: {
    vi: (n: number) => `Áp dụng cho cả ${n} cặp khác của nhóm chưa kết luận`,
    en: (n: number) => `For the ${n} other pairs of the group too`,
  },
  overlap: { vi: 'Trùng', en: 'Alike' },
  report: { vi: 'Báo cáo', en: 'Report' },
  with: { vi: 'Trùng với', en: 'Alike to' },
  judgement: { vi: 'Kết luận', en: 'Judgement' },
  same_source: { vi: 'Cùng nguồn, hợp lý', en: 'Same source, with reason' },
  copied: { vi: 'Sao chép', en: 'Copied' },
  chance: { vi: 'Ngẫu nhiên', en: 'By chance' },
  note: { vi: 'Ghi chú', en: 'Note' },
  noteHint: {
    vi: 'Ví dụ: cả hai dùng bản tin chung của tỉnh.',
    en: 'For example: both used the province’s own news.',
  },
  save: { vi: 'Lưu kết luận', en: 'Save' },
  saved: { vi: 'Đã lưu kết luận.', en: 'Saved.' },
  says: {
    vi: (percent: string, syllables: number) =>
      `${percent} đoạn ngắn hơn có trong đoạn kia: ${syllables} tiếng giống nhau, đánh dấu bên dưới.`,
    en: (percent: string, syllables: number) =>
      `${percent} of the shorter text stands in the other: ${syllables} syllables, marked below.`,
  },
  judgedBy: {
    vi: (name: string, at: string) => `${name} kết luận lúc ${at}.`,
    en: (name: string, at: string) => `Judged by ${name} at ${at}.`,
  },
  sameUnit: { vi: 'cùng đơn vị, kỳ trước', en: 'the same unit, the period before' },
} as const

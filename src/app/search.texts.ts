export const searchTexts = {
  search: { vi: 'Tìm kiếm', en: 'Search' },
  lead: { vi: (q: string) => `Kết quả cho “${q}”`, en: (q: string) => `Results for “${q}”` },
  plans: { vi: 'Kế hoạch', en: 'Plans' },
  work: { vi: 'Nhiệm vụ', en: 'Tasks' },
  activities: { vi: 'Hoạt động', en: 'Activities' },
  units: { vi: 'Cơ quan, đơn vị', en: 'Units' },
  nothing: { vi: 'Không tìm thấy kết quả nào', en: 'Nothing found' },
  nothingWhy: {
    vi: 'Thử từ khác, hoặc gõ không dấu: “niem yet” tìm được cả “niêm yết”.',
    en: 'Try other words. Words typed without diacritics find those with them.',
  },
  ask: { vi: 'Nhập từ cần tìm', en: 'Type what you look for' },
  seeAll: { vi: (n: number) => `Xem cả ${n}`, en: (n: number) => `See all ${n}` },
} as const

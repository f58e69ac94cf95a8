/** Words of the public page of printed matter. */
export const materialsTexts = {
  materials: { vi: 'Ấn phẩm tuyên truyền', en: 'Printed matter' },
  materialsLead: {
    vi: 'Tờ gấp, sổ tay, áp phích, bản chữ to: tải về đọc, in hoặc chia sẻ, miễn phí.',
    en: 'Leaflets, booklets, posters and large print, to read, print and pass on, free of charge.',
  },
  none: { vi: 'Chưa có ấn phẩm nào', en: 'No printed matter yet' },
  noneBody: {
    vi: 'Ấn phẩm làm từ bài đã đăng sẽ có ở đây để tải về.',
    en: 'What is printed from published articles can be downloaded here.',
  },
  paper: { vi: (paper: string) => `in trên giấy ${paper}`, en: (paper: string) => `to print on ${paper}` },
  pages: { vi: (n: number) => `${n} trang`, en: (n: number) => (n === 1 ? '1 page' : `${n} pages`) },
  article: { vi: 'Đọc bài trên cổng', en: 'Read it on the portal' },
} as const

export const figureTexts = {
  needDay: { vi: 'Nhập ngày có thật, ví dụ 05/06/2026.', en: 'Enter a day that exists, such as 05/06/2026.' },
  dayToCome: {
    vi: 'Ngày này chưa đến nên chưa có số liệu.',
    en: 'This day has not come yet and has no figures.',
  },
  needChannel: { vi: 'Chọn kênh.', en: 'Choose a channel.' },
  needMetric: { vi: 'Chọn loại số liệu.', en: 'Choose what the figure counts.' },
  needAmount: { vi: 'Nhập số nguyên, ví dụ 1.250.', en: 'Enter a whole number, such as 1250.' },
  needAudience: { vi: 'Chọn đối tượng trong danh sách.', en: 'Choose an audience of the list.' },
  notYours: {
    vi: 'Chỉ người làm công tác tuyên truyền (đầu mối, lãnh đạo đơn vị, biên tập viên, chủ trì) được nhập số liệu.',
    en: 'Only those who do the work of communication give figures.',
  },
  unknownItem: {
    vi: (line: number) =>
      `Dòng ${line}: không tìm thấy bài. Ghi mã bài, hoặc ghi đúng tên bài như trên trang.`,
    en: (line: number) => `Line ${line}: no such text. Give its number, or its title as on the portal.`,
  },
  sameTitle: {
    vi: (line: number) => `Dòng ${line}: có nhiều bài cùng tên này. Ghi thêm mã bài.`,
    en: (line: number) => `Line ${line}: several texts have this title. Give the number too.`,
  },
  atLine: {
    vi: (line: number, what: string) => `Dòng ${line}: ${what}`,
    en: (line: number, what: string) => `Line ${line}: ${what}`,
  },
  twice: {
    vi: (line: number, first: number) =>
      `Dòng ${line} trùng với dòng ${first} (cùng bài, ngày, kênh, nơi, loại số liệu). Hãy bỏ một dòng.`,
    en: (line: number, first: number) =>
      `Line ${line} repeats line ${first} (same text, day, channel, place, figure). Remove one of them.`,
  },
  noFile: { vi: 'Chọn tệp Excel hoặc CSV.', en: 'Choose an Excel or CSV file.' },
  noRows: { vi: 'Tệp không có dòng số liệu nào.', en: 'The file holds no figures.' },
  faultsFirst: {
    vi: 'Tệp còn lỗi nên chưa nhận. Hãy sửa các dòng đã nêu rồi tải lên lại.',
    en: 'The file has faults and was not taken. Mend the lines named and upload it again.',
  },
} as const

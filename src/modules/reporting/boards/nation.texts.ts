export const nationTexts = {
  nation: { vi: 'Tình hình báo cáo toàn quốc', en: 'Reporting across the nation' },
  lead: {
    vi: 'Số liệu tổng hợp của các tỉnh, thành phố đã bật chia sẻ. Không có báo cáo hay đơn vị nào của tỉnh hiện ở đây.',
    en: 'Sums of the provinces that share. No report and no unit of a province is shown here.',
  },
  province: { vi: 'Tỉnh, thành phố', en: 'Province' },
  sharing: { vi: 'Tỉnh chia sẻ', en: 'Provinces that share' },
  byProvince: { vi: 'Theo tỉnh, thành phố', en: 'By province' },
  trend: { vi: 'Diễn biến', en: 'Course' },
  course: {
    vi: (from: string, to: string) => `Đúng hạn qua các kỳ: từ ${from} đến ${to}`,
    en: (from: string, to: string) => `On time over the periods: from ${from} to ${to}`,
  },
  none: { vi: 'Chưa có tỉnh nào chia sẻ số liệu', en: 'No province shares yet' },
  noneWhy: {
    vi: 'Đầu mối của tỉnh bật chia sẻ tại trang “Chia sẻ với Trung ương”.',
    en: 'The lead of a province turns it on at the page “Sharing with the centre”.',
  },
  share: { vi: 'Chia sẻ với Trung ương', en: 'Sharing with the centre' },
  shareLead: {
    vi: 'Khi bật, cơ quan trung ương thấy các con số tổng hợp của tỉnh: số phải báo cáo, đã nhận, đúng hạn, trống, độ đầy đủ, theo từng kỳ. Không thấy đơn vị, báo cáo, nội dung hay tệp nào.',
    en: 'When on, central bodies see sums of the province: expected, received, on time, empty, completeness, period by period. They see no unit, report, content or file.',
  },
  shareNow: { vi: 'Số liệu tổng hợp của tỉnh', en: 'The province’s sums' },
  on: { vi: 'Chia sẻ với cơ quan trung ương', en: 'Share with central bodies' },
  off: { vi: 'Không chia sẻ', en: 'Do not share' },
  save: { vi: 'Lưu', en: 'Save' },
  turnedOn: { vi: 'Đã bật chia sẻ.', en: 'Sharing is on.' },
  turnedOff: { vi: 'Đã tắt chia sẻ.', en: 'Sharing is off.' },
  choose: { vi: 'Chọn có chia sẻ hay không', en: 'Choose whether to share' },
} as const

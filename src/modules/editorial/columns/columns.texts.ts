import type { Cadence, EpisodeState } from './column.ts'

export const cadenceWords: Record<Cadence, { vi: string; en: string }> = {
  weekly: { vi: 'Hằng tuần', en: 'Weekly' },
  fortnightly: { vi: 'Hai tuần một kỳ', en: 'Fortnightly' },
  monthly: { vi: 'Hằng tháng', en: 'Monthly' },
}

export const episodeWords: Record<EpisodeState, { vi: string; en: string }> = {
  out: { vi: 'Đã ra', en: 'Out' },
  ready: { vi: 'Đã có bài', en: 'Has an item' },
  planned: { vi: 'Chưa có bài', en: 'No item yet' },
  missed: { vi: 'Lỡ kỳ', en: 'Missed' },
  excused: { vi: 'Nghỉ, có lý do', en: 'Excused' },
}

export const texts = {
  outCount: { vi: 'Số đã ra, 90 ngày qua', en: 'Episodes out, 90 days' },
  withAddress: { vi: 'Có địa chỉ xem lại', en: 'With a web address' },
  withReason: { vi: 'Nêu lý do không có', en: 'With a reason for none' },
  withoutAddress: { vi: 'Thiếu địa chỉ', en: 'Address missing' },
  again: { vi: 'Xem lại', en: 'See it again' },
  columns: { vi: 'Chuyên mục', en: 'Columns' },
  columnsLead: {
    vi: 'Chuyên mục ra theo kỳ: kỳ nào có bài, kỳ nào lỡ.',
    en: 'Columns with their schedule: which episodes are out, and which were missed.',
  },
  newColumn: { vi: 'Mở chuyên mục', en: 'New column' },
  nameVi: { vi: 'Tên chuyên mục (tiếng Việt)', en: 'Name in Vietnamese' },
  nameEn: { vi: 'Tên chuyên mục (tiếng Anh)', en: 'Name in English' },
  aboutVi: { vi: 'Giới thiệu', en: 'About it' },
  unit: { vi: 'Đơn vị phụ trách', en: 'Run by' },
  outlet: { vi: 'Đăng, phát trên', en: 'Runs in' },
  onPortal: { vi: 'Chuyên trang của tỉnh', en: 'The province’s portal' },
  cadence: { vi: 'Chu kỳ', en: 'How often' },
  onDay: { vi: 'Ngày ra', en: 'On which day' },
  onDayHint: {
    vi: 'Hằng tuần: 2 là thứ Hai … 8 là Chủ nhật. Hằng tháng: ngày trong tháng.',
    en: 'Weekly: 2 Monday … 8 Sunday. Monthly: the day of the month.',
  },
  changeColumn: { vi: 'Sửa chuyên mục, lịch ra', en: 'Change column and schedule' },
  replanned: {
    vi: 'Đã lưu. Các kỳ chưa có gì từ hôm nay được xếp lại theo lịch mới.',
    en: 'Saved. Episodes from today on that were only planned follow the new schedule.',
  },
  ends: { vi: 'Kết thúc sau ngày', en: 'Last day' },
  endsHint: {
    vi: 'Để trống nếu còn ra. Ghi ngày đã qua để tạm dừng; xóa ngày để ra lại.',
    en: 'Empty while it runs. A past day pauses it; take the day out to go on.',
  },
  starts: { vi: 'Từ ngày', en: 'From' },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu.', en: 'Saved.' },
  opened: {
    vi: 'Đã mở chuyên mục và lập lịch các kỳ.',
    en: 'The column is open and its episodes are planned.',
  },
  episodes: { vi: 'Các kỳ', en: 'Episodes' },
  day: { vi: 'Ngày', en: 'Day' },
  topic: { vi: 'Đề tài', en: 'Topic' },
  item: { vi: 'Bài', en: 'Item' },
  state: { vi: 'Tình trạng', en: 'State' },
  next: { vi: 'Kỳ tới', en: 'Next' },
  kept: { vi: 'Ra đủ kỳ', en: 'Complete' },
  keptOf: {
    vi: (out: number, due: number) => `${out}/${due} kỳ`,
    en: (out: number, due: number) => `${out} of ${due}`,
  },
  missed: { vi: (n: number) => `${n} lỡ`, en: (n: number) => `${n} missed` },
  excused: { vi: (n: number) => `${n} nghỉ có lý do`, en: (n: number) => `${n} excused` },
  unaddressed: {
    vi: (n: number) => `${n} thiếu địa chỉ`,
    en: (n: number) => `${n} without address`,
  },
  notDue: { vi: 'Chưa có kỳ nào', en: 'None due' },
  previous: { vi: 'Quý trước', en: 'Quarter before' },
  later: { vi: 'Quý sau', en: 'Next quarter' },
  export: { vi: 'Tải bảng Excel', en: 'Excel table' },
  nothing: { vi: 'Chưa có chuyên mục nào', en: 'No columns yet' },
  nothingWhy: {
    vi: 'Mở chuyên mục để có lịch ra bài và thấy kỳ nào lỡ.',
    en: 'Open one to have its schedule.',
  },
  change: { vi: 'Cập nhật kỳ', en: 'Change the episode of' },
  changeOne: { vi: 'Cập nhật', en: 'Change' },
  itemId: { vi: 'Bài của kỳ này', en: 'Its item' },
  address: { vi: 'Địa chỉ bài đã ra', en: 'Where it is' },
  addressHint: {
    vi: 'Khi báo, đài tự đăng: địa chỉ trên trang của báo, đài.',
    en: 'Where an outlet ran it itself.',
  },
  excuse: { vi: 'Lý do không ra', en: 'Why it did not come' },
  none: { vi: 'Không có', en: 'None' },
  write: { vi: 'Viết bài cho kỳ này', en: 'Write for it' },
  noNext: { vi: 'Hết lịch', en: 'None planned' },
  publicPage: { vi: 'Xem chuyên mục', en: 'See the column' },
} as const

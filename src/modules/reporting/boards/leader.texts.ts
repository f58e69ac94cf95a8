export const leaderTexts = {
  leader: { vi: 'Báo cáo và kết quả: một lần nhìn', en: 'Reports and results at a glance' },
  lead: {
    vi: 'Tình hình báo cáo, đơn vị cần nhắc, hoạt động và số người được tuyên truyền.',
    en: 'How reporting stands, which units to remind, what was done and how many it reached.',
  },
  work: { vi: 'Tình hình thực hiện nhiệm vụ', en: 'How the work stands' },
  board: { vi: 'Bảng theo dõi báo cáo', en: 'Reporting board' },
  worst: { vi: 'Đơn vị cần nhắc', en: 'Units to remind' },
  noWorst: { vi: 'Không đơn vị nào quá hạn hay nộp trống', en: 'No unit is overdue or empty' },
  noWorstWhy: {
    vi: 'Mọi báo cáo đã đến hạn đều có nội dung.',
    en: 'Everything that came due was handed in with content.',
  },
  results: { vi: 'Kết quả tuyên truyền', en: 'Results of the programme' },
  byForm: { vi: 'Hoạt động theo hình thức', en: 'Activities by form' },
  byFormSays: {
    vi: (n: string, most: string) => `${n} hoạt động; nhiều nhất: ${most}.`,
    en: (n: string, most: string) => `${n} activities; most of them: ${most}.`,
  },
  reached: { vi: 'Lượt người được tuyên truyền theo tháng', en: 'People reached by month' },
  reachedSays: {
    vi: (n: string, activities: string) => `${n} lượt người qua ${activities} hoạt động trong năm.`,
    en: (n: string, activities: string) => `${n} people reached by ${activities} activities in the year.`,
  },
  activities: { vi: 'Hoạt động', en: 'Activities' },
  people: { vi: 'Lượt người', en: 'People reached' },
  units: { vi: 'Số đơn vị', en: 'Units' },
  form: { vi: 'Hình thức', en: 'Form' },
  formCode: { vi: 'Mã hình thức', en: 'Code of the form' },
  monthColumn: { vi: 'Tháng', en: 'Month' },
  views: { vi: 'Lượt xem, nghe', en: 'Views' },
  month: { vi: (m: number) => `T${m}`, en: (m: number) => String(m) },
  noDeeds: { vi: 'Chưa ghi hoạt động nào trong năm', en: 'No activities recorded this year' },
  noDeedsWhy: {
    vi: 'Hoạt động do các đơn vị ghi hiện ở đây.',
    en: 'What units record appears here.',
  },
} as const

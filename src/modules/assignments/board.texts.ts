import type { Part } from './board.ts'

export const partWords: Record<Part, { vi: string; en: string }> = {
  done: { vi: 'Hoàn thành', en: 'Done' },
  to_check: { vi: 'Chờ kiểm tra', en: 'To be checked' },
  on_time: { vi: 'Còn hạn', en: 'On schedule' },
  soon: { vi: 'Đến hạn, sắp đến hạn', en: 'Due or due soon' },
  late: { vi: 'Quá hạn', en: 'Overdue' },
}

export const boardTexts = {
  madeKnown: { vi: 'Văn bản phải tuyên truyền', en: 'Documents to be made known' },
  madeKnownShare: { vi: 'Đã có hoạt động tuyên truyền', en: 'Made known by some activity' },
  madeKnownOf: {
    vi: (n: number, all: number) => `${n} / ${all} văn bản`,
    en: (n: number, all: number) => `${n} of ${all} documents`,
  },
  madeKnownHow: {
    vi: 'Tính các hoạt động trong thời gian của kế hoạch có ghi số, ký hiệu văn bản ở phần “Đã làm gì”.',
    en: 'Counts activities within the years of the plan that name the document by its number.',
  },
  document: { vi: 'Văn bản', en: 'Document' },
  activities: { vi: 'Hoạt động', en: 'Activities' },
  unitsOf: { vi: 'Đơn vị', en: 'Units' },
  board: { vi: 'Bảng theo dõi', en: 'Board' },
  bySection: { vi: 'Theo nội dung', en: 'By section' },
  byUnit: { vi: 'Theo đơn vị', en: 'By unit' },
  byTask: { vi: 'Theo nhiệm vụ', en: 'By task' },
  timeline: { vi: 'Theo thời gian', en: 'Timeline' },
  all: { vi: 'Tổng số', en: 'All' },
  given: { vi: 'Phần việc đã giao', en: 'Assignments' },
  percent: { vi: 'Tỷ lệ hoàn thành', en: 'Done' },
  doneLate: { vi: 'trong đó muộn', en: 'of them late' },
  noSection: { vi: 'Ngoài danh mục', en: 'Outside the annex' },
  chartTitle: { vi: 'Tình hình thực hiện', en: 'How the work stands' },
  chartSays: {
    vi: (done: number, total: number, late: number) =>
      `${done} trong ${total} phần việc đã hoàn thành, ${late} phần việc quá hạn.`,
    en: (done: number, total: number, late: number) =>
      `${done} of ${total} assignments are done, ${late} are overdue.`,
  },
  timelineSays: {
    vi: 'Mỗi nhiệm vụ từ ngày bắt đầu đến thời hạn cuối; màu theo tình hình của các đơn vị.',
    en: 'Each task from its first day to its last due day, coloured by how the units stand.',
  },
  nobody: { vi: 'Chưa giao được việc', en: 'Not given yet' },
  nobodyWhy: {
    vi: (n: number) => `${n} tên cơ quan trong kế hoạch chưa khớp với đơn vị nào. Hãy khớp tên để giao việc.`,
    en: (n: number) =>
      `${n} agency names in the plan match no unit. Match them so that the work can be given.`,
  },
  giveAgain: { vi: 'Giao việc cho các cơ quan vừa khớp', en: 'Give the work to agencies matched since' },
  gaveAgain: { vi: 'Đã giao việc.', en: 'The work is given.' },
  notGiven: { vi: 'Kế hoạch chưa giao việc', en: 'No work given yet' },
  notGivenWhy: {
    vi: 'Khi kế hoạch được ban hành, nhiệm vụ được giao cho các cơ quan có tên trong kế hoạch và hiện ở đây.',
    en: 'Once the plan is issued, its tasks go to the agencies it names and appear here.',
  },
  unitBoard: { vi: 'Tình hình của đơn vị', en: 'How the unit stands' },
  leader: { vi: 'Trang lãnh đạo', en: 'Leader’s page' },
  leaderLead: { vi: 'Một lần nhìn: việc gì muộn, ở đâu, vì sao.', en: 'One look: what is late, where, why.' },
  leaderReports: { vi: 'Báo cáo và kết quả', en: 'Reports and results' },
  lateWhere: { vi: 'Muộn ở đâu', en: 'Where it is late' },
  lateWhat: { vi: 'Việc nào muộn nhất', en: 'What is most late' },
  lateWhy: {
    vi: 'Vì sao: khó khăn, vướng mắc đang chờ trả lời',
    en: 'Why: obstacles that wait for an answer',
  },
  nothingLate: { vi: 'Không có việc nào quá hạn', en: 'Nothing is overdue' },
  nothingLateWhy: { vi: 'Mọi đơn vị đang làm đúng thời hạn.', en: 'Every unit is on schedule.' },
  programmes: { vi: 'Các chương trình', en: 'Programmes' },
  noReason: { vi: 'Chưa có đơn vị nào nêu khó khăn, vướng mắc.', en: 'No unit has raised an obstacle.' },
  latest: { vi: 'Muộn nhất', en: 'Longest' },
  days: { vi: (n: number) => `${n} ngày`, en: (n: number) => `${n} days` },
  asOf: { vi: (day: string) => `Số liệu đến ngày ${day}`, en: (day: string) => `As of ${day}` },
  month: { vi: (m: number, y: number) => `Tháng ${m}/${y}`, en: (m: number, y: number) => `${m}/${y}` },
  whole: { vi: 'Toàn tỉnh', en: 'Whole province' },
} as const

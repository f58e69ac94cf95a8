import type { StageRole } from './stage.ts'

export const roleWords: Record<StageRole, { vi: string; en: string }> = {
  agency_officer: { vi: 'Cán bộ của đơn vị', en: 'Officers of the unit' },
  agency_head: { vi: 'Lãnh đạo đơn vị', en: 'Heads of the unit' },
  editor: { vi: 'Biên tập viên', en: 'Editors' },
  province_lead: { vi: 'Lãnh đạo chương trình', en: 'Leads of the programme' },
}

export const texts = {
  stages: { vi: 'Các khâu duyệt', en: 'Stages of review' },
  lead: {
    vi: 'Mặc định một lần duyệt là đủ. Có thể đặt thêm khâu (ví dụ: biên tập → thư ký tòa soạn → lãnh đạo duyệt); khâu cuối là khâu duyệt đăng. Mỗi khâu một người khác nhau, và không ai là người viết.',
    en: 'One approval is enough unless stages are set (for example: editing → secretary → head); the last one approves. Every stage is another person’s, and none of them wrote the text.',
  },
  ofProvince: { vi: 'Áp dụng cho mọi bài của tỉnh', en: 'For every item of the province' },
  ofColumn: {
    vi: (name: string) => `Riêng chuyên mục “${name}”`,
    en: (name: string) => `Of the column “${name}” alone`,
  },
  fallsBack: {
    vi: 'Để trống hết thì chuyên mục theo các khâu của tỉnh.',
    en: 'Left empty, the column follows the stages of the province.',
  },
  stage: { vi: (n: number) => `Khâu ${n}`, en: (n: number) => `Stage ${n}` },
  name: { vi: 'Tên khâu', en: 'Name' },
  nameHint: { vi: 'Để trống thì không có khâu này.', en: 'Empty: there is no such stage.' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'Name in English' },
  roles: { vi: 'Ai duyệt', en: 'Who passes it' },
  unit: { vi: 'Chỉ người của đơn vị', en: 'Only people of' },
  unitHint: {
    vi: 'Để trống: cán bộ, lãnh đạo là của đơn vị có bài; biên tập viên, lãnh đạo chương trình của cả tỉnh.',
    en: 'Empty: officers and heads of the item’s unit; editors and leads of the whole province.',
  },
  anyUnit: { vi: 'Không giới hạn', en: 'Any' },
  save: { vi: 'Lưu các khâu', en: 'Save the stages' },
  saved: { vi: 'Đã lưu các khâu duyệt.', en: 'The stages are saved.' },
  running: {
    vi: 'Bài đang chờ duyệt theo ngay các khâu mới: khâu giữ nguyên thì lần duyệt cũ còn tính, khâu đổi thì phải duyệt lại.',
    en: 'Items under review follow the new stages at once: what a stage passed counts while the stage stays as it was.',
  },
  passTo: {
    vi: (next: string) => `Duyệt, chuyển khâu “${next}”`,
    en: (next: string) => `Pass it on to “${next}”`,
  },
  passed: { vi: 'Đã duyệt khâu này; bài chuyển khâu tiếp theo.', en: 'Passed on to the next stage.' },
  waitsAt: {
    vi: (stage: string) => `Đang chờ khâu “${stage}”`,
    en: (stage: string) => `It waits at “${stage}”`,
  },
} as const

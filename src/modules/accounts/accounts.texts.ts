import type { Role } from '../../lib/actor.ts'

/** What a role is called on the screen. */
export const roleNames = {
  province_lead: { vi: 'Đầu mối cấp tỉnh', en: 'Province lead' },
  agency_head: { vi: 'Lãnh đạo đơn vị', en: 'Head of agency' },
  agency_officer: { vi: 'Cán bộ đầu mối đơn vị', en: 'Agency officer' },
  editor: { vi: 'Biên tập viên', en: 'Editor' },
  auditor: { vi: 'Kiểm tra, giám sát', en: 'Auditor' },
  administrator: { vi: 'Quản trị hệ thống', en: 'Administrator' },
} as const satisfies Record<Role, { vi: string; en: string }>

/** What a role may do, in one sentence. */
export const roleHints = {
  province_lead: {
    vi: 'Lập, ban hành kế hoạch; giao việc, đôn đốc toàn tỉnh.',
    en: 'Draws up and issues plans; gives and follows up work across the province.',
  },
  agency_head: {
    vi: 'Xem và duyệt công việc của đơn vị và các đơn vị trực thuộc.',
    en: 'Sees and approves the work of the unit and the units below it.',
  },
  agency_officer: {
    vi: 'Cập nhật nhiệm vụ, hoạt động, minh chứng của đơn vị.',
    en: 'Keeps the unit’s tasks, activities and evidence up to date.',
  },
  editor: { vi: 'Biên tập tin, bài và tài liệu truyền thông.', en: 'Edits news, articles and material.' },
  auditor: {
    vi: 'Xem toàn tỉnh và nhật ký thay đổi; không sửa.',
    en: 'Sees the whole province and the audit log; changes nothing.',
  },
  administrator: {
    vi: 'Quản lý tài khoản, đơn vị và tham số an toàn; không thay người làm nghiệp vụ.',
    en: 'Manages accounts, units and security settings; does no programme work.',
  },
} as const satisfies Record<Role, { vi: string; en: string }>

export const texts = {
  profile: { vi: 'Hồ sơ của tôi', en: 'My profile' },
  password: { vi: 'Đổi mật khẩu', en: 'Change password' },
  secondStep: { vi: 'Xác thực hai bước', en: 'Two-step sign-in' },
} as const

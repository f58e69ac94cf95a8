import type { Bilingual } from '../../lib/http/route.ts'

/** Common fields of changes. Others are shown as they were written. */
export const fieldNames: Record<string, Bilingual> = {
  state: { vi: 'Trạng thái', en: 'State' },
  name: { vi: 'Tên', en: 'Name' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  position: { vi: 'Chức vụ', en: 'Position' },
  role: { vi: 'Vai trò', en: 'Role' },
  unitId: { vi: 'Đơn vị (số)', en: 'Unit (number)' },
  validFrom: { vi: 'Từ ngày', en: 'From' },
  validTo: { vi: 'Trước ngày', en: 'Before' },
  locale: { vi: 'Ngôn ngữ', en: 'Language' },
  failures: { vi: 'Số lần sai', en: 'Failures' },
  until: { vi: 'Đến', en: 'Until' },
  address: { vi: 'Địa chỉ mạng', en: 'Network address' },
  title: { vi: 'Tên gọi', en: 'Title' },
  number: { vi: 'Số', en: 'Number' },
  issued: { vi: 'Ngày ban hành', en: 'Issued' },
  due: { vi: 'Hạn', en: 'Due' },
  content: { vi: 'Nội dung', en: 'Content' },
}

/** Values that are codes in the log: states and roles. Others are shown as they were written. */
export const valueNames: Record<string, Bilingual> = {
  invited: { vi: 'đã mời', en: 'invited' },
  active: { vi: 'đang dùng', en: 'active' },
  disabled: { vi: 'đã khóa', en: 'shut' },
  DRAFT: { vi: 'dự thảo', en: 'draft' },
  CONSULTING: { vi: 'đang lấy ý kiến', en: 'out for comments' },
  SUBMITTED: { vi: 'đã trình', en: 'submitted' },
  SIGNED: { vi: 'đã ký', en: 'signed' },
  ISSUED: { vi: 'đã ban hành', en: 'issued' },
  IN_PROGRESS: { vi: 'đang thực hiện', en: 'in progress' },
  REVIEWED: { vi: 'đã sơ kết, tổng kết', en: 'reviewed' },
  CLOSED: { vi: 'đã kết thúc', en: 'closed' },
  province_lead: { vi: 'đầu mối cấp tỉnh', en: 'province lead' },
  agency_head: { vi: 'lãnh đạo đơn vị', en: 'head of agency' },
  agency_officer: { vi: 'cán bộ đầu mối đơn vị', en: 'agency officer' },
  editor: { vi: 'biên tập viên', en: 'editor' },
  auditor: { vi: 'kiểm tra, giám sát', en: 'auditor' },
  administrator: { vi: 'quản trị hệ thống', en: 'administrator' },
  waiting: { vi: 'đang chờ', en: 'waiting' },
  dead: { vi: 'hỏng', en: 'failed' },
}

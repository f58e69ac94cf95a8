import type { Locale } from '../../lib/actor.ts'
import type { Fault } from '../../lib/errors.ts'
import type { Frame } from '../frame.ts'
import type { Mark } from '../source-split.ts'

/** Long words and stacked marks on purpose: what fits here fits anywhere. */
export const longName =
  'Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh, Sở Văn hóa, Thể thao và Du lịch, UBND các xã, phường, đặc khu'

export function sampleFrame(locale: Locale, path = '/components'): Frame {
  return {
    locale,
    path,
    csrf: 'sample',
    province: 'UBND tỉnh Quảng Ngãi',
    demonstration: true,
    user: {
      name: 'Nguyễn Thị Ngọc Ẩn',
      detail: 'Lãnh đạo đơn vị · Sở Văn hóa, Thể thao và Du lịch',
      links: [
        { href: '/account', label: 'Tài khoản và bảo mật', icon: 'shield' },
        { href: '/account/notices', label: 'Cách nhận thông báo', icon: 'bell' },
      ],
    },
    notices: [],
    menu: [
      { href: '/', label: 'Việc của tôi', icon: 'work', count: 7, key: 'v' },
      { href: '/plans', label: 'Kế hoạch', icon: 'plan', key: 'k', group: 'Điều hành' },
      { href: '/board', label: 'Bảng theo dõi', icon: 'chart', key: 'b', group: 'Điều hành' },
      {
        href: '/tasks',
        label: 'Nhiệm vụ được giao',
        icon: 'tasks',
        count: 128,
        key: 'n',
        group: 'Điều hành',
      },
      { href: '/activities', label: 'Hoạt động, minh chứng', icon: 'camera', key: 'h', group: 'Điều hành' },
      { href: '/organisations', label: 'Cơ quan, đơn vị', icon: 'building', group: 'Quản trị' },
      { href: '/accounts', label: 'Người dùng', icon: 'people', group: 'Quản trị' },
      { href: '/audit', label: 'Nhật ký thay đổi', icon: 'history', group: 'Quản trị' },
      { href: '/components', label: 'Thành phần giao diện', icon: 'grid', current: true, group: 'Quản trị' },
    ],
  }
}

export const faults: Fault[] = [
  { field: 'faulty-title', vi: 'Nhập tên nhiệm vụ', en: 'Enter the name of the task' },
  {
    field: 'faulty-due',
    vi: 'Hạn hoàn thành phải là một ngày có thật, ví dụ 05/12/2026',
    en: 'The due day must be a real day, for example 05/12/2026',
  },
  { field: 'faulty-lead', vi: 'Chọn ít nhất một cơ quan chủ trì', en: 'Choose at least one lead agency' },
  {
    field: null,
    vi: 'Kế hoạch này đã được ký nên không sửa được nữa',
    en: 'This plan has been signed already',
  },
]

export type SampleTask = {
  id: number
  ordinal: string
  title: string
  lead: string
  due: string
  state: 'done' | 'late' | 'soon' | 'doing' | 'waiting' | 'returned'
  done: string
}

export const tasks: SampleTask[] = [
  {
    id: 1,
    ordinal: 'I.1',
    title:
      'Xây dựng chuyên trang, chuyên mục, phóng sự tuyên truyền về cải cách hành chính trên Báo Quảng Ngãi và Đài Phát thanh – Truyền hình tỉnh',
    lead: 'Sở Văn hóa, Thể thao và Du lịch',
    due: '30/06/2026',
    state: 'late',
    done: '3 / 12',
  },
  {
    id: 2,
    ordinal: 'I.2',
    title: 'Tổ chức cuộc thi trực tuyến tìm hiểu về cải cách hành chính cho cán bộ, công chức, viên chức',
    lead: 'Sở Nội vụ',
    due: '15/09/2026',
    state: 'doing',
    done: '0 / 1',
  },
  {
    id: 3,
    ordinal: 'II.1',
    title: 'Niêm yết, công khai đầy đủ thủ tục hành chính tại Bộ phận Một cửa',
    lead: longName,
    due: 'Thường xuyên',
    state: 'done',
    done: '1.284 / 1.284',
  },
  {
    id: 4,
    ordinal: 'II.2',
    title: 'Tiểu phẩm phát thanh về dịch vụ công trực tuyến toàn trình (ít nhất 01 đến 02 tiểu phẩm)',
    lead: 'UBND xã Nghĩa Giang',
    due: '04/12/2026',
    state: 'returned',
    done: '1 / 2',
  },
]

export const sourceText = `ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
Số: 25/KH-UBND
Quảng Ngãi, ngày 15 tháng 02 năm 2023

KẾ HOẠCH
Thông tin, tuyên truyền cải cách hành chính tỉnh Quảng Ngãi năm 2023

II. NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN
1. Xây dựng từ 01 đến 02 tiểu phẩm phát thanh tuyên truyền về dịch vụ công trực tuyến.
Sở Thông tin và Truyền thông; Đài Phát thanh – Truyền hình tỉnh
Trước ngày 05 tháng 12
2. Treo băng rôn, áp phích, khẩu hiệu tại trụ sở cơ quan, đơn vị và Bộ phận Một cửa các cấp.
Các sở, ban, ngành; UBND các huyện, thị xã, thành phố
Thường xuyên`

export const marks: Mark[] = [
  marked('number', 'Số văn bản', '25/KH-UBND'),
  marked('issued', 'Ngày ban hành', 'ngày 15 tháng 02 năm 2023'),
  marked('subject', 'Trích yếu', 'Thông tin, tuyên truyền cải cách hành chính tỉnh Quảng Ngãi năm 2023'),
  marked(
    'task-1',
    'Nhiệm vụ 1',
    'Xây dựng từ 01 đến 02 tiểu phẩm phát thanh tuyên truyền về dịch vụ công trực tuyến.',
  ),
  marked('target-1', 'Chỉ tiêu', 'từ 01 đến 02 tiểu phẩm'),
  {
    ...marked('lead-1', 'Cơ quan chủ trì', 'Sở Thông tin và Truyền thông; Đài Phát thanh – Truyền hình tỉnh'),
    doubtful: true,
  },
  marked('due-1', 'Thời hạn', 'Trước ngày 05 tháng 12'),
]

function marked(id: string, label: string, words: string): Mark {
  const start = sourceText.indexOf(words)
  return { id, label, start, end: start + words.length }
}

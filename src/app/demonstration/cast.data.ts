import type { Role } from '../../lib/actor.ts'

/** The people that a visitor may be, in the order of the sign-in page. Nobody of them exists. */
export const cast: readonly (readonly [
  key: string,
  name: string,
  position: string,
  role: Role,
  unit: string,
])[] = [
  ['tam', 'Nguyễn Minh Tâm', 'Trưởng phòng Cải cách hành chính', 'province_lead', 'SNV'],
  ['khanh', 'Lê Bảo Khánh', 'Trưởng phòng Kiểm soát thủ tục hành chính', 'province_lead', 'VPUB'],
  ['dung', 'Đặng Thị Mỹ Dung', 'Giám đốc Sở', 'agency_head', 'SVHTTDL'],
  ['thanh', 'Nguyễn Văn Thành', 'Chủ tịch UBND phường', 'agency_head', 'X25-phường Chung An'],
  ['huong', 'Vũ Thu Hương', 'Chuyên viên', 'agency_officer', 'SVHTTDL'],
  ['phuc', 'Trần Hữu Phúc', 'Công chức Văn hóa - Xã hội', 'agency_officer', 'X25-phường Chung An'],
  ['mo', 'Lò Thị Mơ', 'Công chức Văn phòng', 'agency_officer', 'X25-xã Thượng Lâm'],
  ['loi', 'Đặng Văn Lợi', 'Công chức Văn phòng', 'agency_officer', 'X25-xã Cồn Sậy'],
  ['long', 'Phạm Gia Long', 'Chuyên viên', 'agency_officer', 'STC'],
  ['ngan', 'Bùi Thảo Ngân', 'Phóng viên', 'agency_officer', 'BPTTH'],
  ['hoa', 'Cao Thị Hòa', 'Chuyên viên Ban Phong trào', 'agency_officer', 'MTTQ'],
  ['hong', 'Mai Thị Hồng', 'Trưởng ban Biên tập', 'editor', 'CTTDT'],
  ['phuoc', 'Lý Văn Phước', 'Chánh Thanh tra', 'auditor', 'TTR'],
  ['tuan', 'Đỗ Anh Tuấn', 'Quản trị hệ thống', 'administrator', 'SKHCN'],
]

/** Heads who sign the plans of their own units, besides those of the cast. */
export const heads: readonly string[] = [
  'STP',
  'STC',
  'SYT',
  'SGDDT',
  'X25-xã Thượng Lâm',
  'X25-xã Cồn Sậy',
  'X25-phường Đông Phố',
  'X25-xã Mỹ Xuân',
]

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương']
const middles = ['Văn', 'Thị', 'Minh', 'Thu', 'Quang', 'Ngọc', 'Đức', 'Thanh', 'Hải']
const givens = [
  'An',
  'Bình',
  'Chi',
  'Duy',
  'Giang',
  'Hà',
  'Hiếu',
  'Khoa',
  'Lam',
  'Linh',
  'Mai',
  'Nam',
  'Oanh',
  'Phong',
  'Quỳnh',
  'Sơn',
  'Thảo',
  'Trang',
  'Vinh',
]

/** An invented name, always the same for the same number. */
export function inventedName(n: number): string {
  const pick = (list: readonly string[], i: number) => list[i % list.length] ?? ''
  return `${pick(families, n * 5 + 1)} ${pick(middles, n * 7)} ${pick(givens, n * 11 + 3)}`
}

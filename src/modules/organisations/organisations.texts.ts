import type { ChangeKind } from './estate.ts'
import type { Level, SuccessionKind, UnitType } from './organisation.ts'

export const unitTypeNames = {
  province: { vi: 'Tỉnh, thành phố', en: 'Province' },
  people_committee: { vi: 'Ủy ban nhân dân', en: 'People’s committee' },
  office: { vi: 'Văn phòng', en: 'Office of the committee' },
  department: { vi: 'Sở và tương đương', en: 'Department' },
  board: { vi: 'Ban', en: 'Board' },
  press: { vi: 'Cơ quan báo chí', en: 'Press' },
  portal: { vi: 'Cổng thông tin điện tử', en: 'Web portal' },
  party: { vi: 'Cơ quan Đảng', en: 'Party body' },
  front: { vi: 'Mặt trận Tổ quốc', en: 'Fatherland Front' },
  union: { vi: 'Đoàn thể chính trị - xã hội', en: 'Socio-political union' },
  central: { vi: 'Cơ quan Trung ương trên địa bàn', en: 'Central body in the province' },
  division: { vi: 'Phòng, ban chuyên môn', en: 'Division' },
  service: { vi: 'Đơn vị sự nghiệp', en: 'Public service unit' },
  service_centre: { vi: 'Trung tâm Phục vụ hành chính công', en: 'Public administration service centre' },
  other: { vi: 'Cơ quan khác', en: 'Other body' },
} as const satisfies Record<UnitType, { vi: string; en: string }>

export const levelNames = {
  province: { vi: 'Cấp tỉnh', en: 'Provincial' },
  district: { vi: 'Cấp huyện', en: 'District' },
  commune: { vi: 'Cấp xã', en: 'Commune' },
} as const satisfies Record<Level, { vi: string; en: string }>

/** Headings over children where there are many. */
export const familyNames = {
  departments: { vi: 'Văn phòng, sở, ban, ngành', en: 'Office, departments and boards' },
  media: { vi: 'Báo chí, cổng thông tin', en: 'Press and portal' },
  services: { vi: 'Đơn vị sự nghiệp, phục vụ hành chính công', en: 'Public service units' },
  districts: { vi: 'UBND cấp huyện', en: 'District committees' },
  communes: { vi: 'UBND cấp xã', en: 'Commune committees' },
  political: { vi: 'Đảng, Mặt trận, đoàn thể', en: 'Party, Front and unions' },
  central: { vi: 'Cơ quan Trung ương trên địa bàn', en: 'Central bodies' },
  others: { vi: 'Cơ quan, đơn vị khác', en: 'Other bodies' },
} as const

export const changeKindNames = {
  create: { vi: 'Thành lập', en: 'Established' },
  rename: { vi: 'Đổi tên', en: 'Renamed' },
  move: { vi: 'Chuyển cơ quan chủ quản', en: 'Moved' },
  alter: { vi: 'Điều chỉnh thông tin', en: 'Altered' },
  close: { vi: 'Kết thúc hoạt động', en: 'Closed' },
  merge: { vi: 'Sáp nhập, hợp nhất', en: 'Merger' },
  split: { vi: 'Chia, tách', en: 'Split' },
  transfer_function: { vi: 'Chuyển giao chức năng', en: 'Transfer of a function' },
  appoint_head: { vi: 'Người đứng đầu', en: 'Head appointed' },
  import: { vi: 'Nhập từ tệp', en: 'Imported' },
} as const satisfies Record<ChangeKind, { vi: string; en: string }>

export const successionNames = {
  merge: { vi: 'Sáp nhập, hợp nhất', en: 'Merger' },
  split: { vi: 'Chia, tách', en: 'Split' },
  rename: { vi: 'Đổi tên', en: 'Rename' },
  transfer_function: { vi: 'Chuyển giao chức năng', en: 'Transfer of a function' },
} as const satisfies Record<SuccessionKind, { vi: string; en: string }>

/** Labels of facts, for histories and forms. */
export const factNames = {
  name: { vi: 'Tên', en: 'Name' },
  shortName: { vi: 'Tên ngắn', en: 'Short name' },
  type: { vi: 'Loại cơ quan', en: 'Kind' },
  level: { vi: 'Cấp', en: 'Level' },
  parentId: { vi: 'Cơ quan cấp trên', en: 'Parent' },
  position: { vi: 'Thứ tự', en: 'Position' },
  invited: { vi: 'Đề nghị phối hợp, không giao nhiệm vụ', en: 'Asked, not ordered' },
  headTitle: { vi: 'Chức danh người đứng đầu', en: 'Title of the head' },
  headName: { vi: 'Người đứng đầu', en: 'Head' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
} as const

export const texts = {
  title: { vi: 'Cơ quan, đơn vị', en: 'Organisations' },
  lead: {
    vi: (n: number, day: string) => `${n} cơ quan, đơn vị tính đến ngày ${day}.`,
    en: (n: number, day: string) => `${n} bodies on ${day}.`,
  },
  pastDay: {
    vi: (day: string) => `Đang xem tổ chức bộ máy như vào ngày ${day}.`,
    en: (day: string) => `You see the organisation as it was on ${day}.`,
  },
  backToToday: { vi: 'Xem hôm nay', en: 'See today' },
  asOf: { vi: 'Tính đến ngày', en: 'As of' },
  filter: { vi: 'Tìm theo tên, mã', en: 'Name or code' },
  anyType: { vi: 'Tất cả', en: 'All' },
  nothing: { vi: 'Không có cơ quan nào', en: 'No bodies' },
  nothingHint: {
    vi: 'Thử bỏ bớt điều kiện lọc hoặc chọn một ngày khác.',
    en: 'Loosen the filter or choose another day.',
  },
  below: { vi: (n: number) => `${n} đơn vị trực thuộc`, en: (n: number) => `${n} below` },
  invited: { vi: 'Đề nghị phối hợp', en: 'Asked, not ordered' },
  unverified: { vi: 'Chưa xác minh', en: 'Unverified' },
  ended: { vi: (day: string) => `Kết thúc từ ${day}`, en: (day: string) => `Ended on ${day}` },
  notYet: { vi: (day: string) => `Thành lập ngày ${day}`, en: (day: string) => `Begins on ${day}` },
  since: { vi: 'Từ ngày', en: 'Since' },
  code: { vi: 'Mã đơn vị', en: 'Code' },
  facts: { vi: 'Thông tin chung', en: 'Facts' },
  history: { vi: 'Quá trình thay đổi', en: 'History' },
  children: { vi: 'Đơn vị trực thuộc', en: 'Units below' },
  functions: { vi: 'Chức năng được giao', en: 'Functions held' },
  memberOf: { vi: 'Thuộc các nhóm', en: 'Member of groups' },
  aliases: { vi: 'Tên gọi khác', en: 'Other names' },
  none: { vi: 'Chưa có.', en: 'None yet.' },
  heir: { vi: 'Đơn vị kế thừa', en: 'Successor' },
  origin: { vi: 'Kế thừa từ', en: 'Came from' },
  document: { vi: 'Căn cứ', en: 'Legal basis' },
  issuedOn: { vi: (d: string) => `ngày ${d}`, en: (d: string) => `of ${d}` },
  issuedBy: { vi: (i: string) => `của ${i}`, en: (i: string) => `by ${i}` },
  change: { vi: 'Thay đổi tổ chức', en: 'Change' },
  menuTree: { vi: 'Cây tổ chức', en: 'Tree' },
  menuGroups: { vi: 'Nhóm cơ quan', en: 'Groups' },
  menuFunctions: { vi: 'Chức năng', en: 'Functions' },
  menuNames: { vi: 'Tên gọi', en: 'Names' },
  menuExchange: { vi: 'Nhập, xuất tệp', en: 'Import, export' },
  parts: { vi: 'Các phần của mục Cơ quan, đơn vị', en: 'Parts of Organisations' },
  programme: { vi: 'Chương trình', en: 'Programme' },
  allProgrammes: { vi: 'Mọi chương trình', en: 'Every programme' },
  holder: { vi: 'Cơ quan giữ', en: 'Held by' },
  nobody: { vi: 'Chưa giao', en: 'Nobody' },
  until: { vi: 'Đến hết ngày', en: 'Until' },
  name: { vi: 'Tên cơ quan, đơn vị', en: 'Name' },
  unit: { vi: 'Cơ quan, đơn vị', en: 'Unit' },
  kind: { vi: 'Loại', en: 'Kind' },
  members: { vi: 'Thành viên', en: 'Members' },
  shortName: { vi: 'Tên ngắn', en: 'Short name' },
  parent: { vi: 'Cơ quan cấp trên', en: 'Parent' },
  head: { vi: 'Người đứng đầu', en: 'Head' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  area: { vi: 'Địa bàn (mã chính thức)', en: 'Territory (official code)' },
  begun: { vi: 'Ngày thành lập', en: 'First day' },
  addName: { vi: 'Thêm tên gọi', en: 'Add a name' },
  level: { vi: 'Cấp', en: 'Level' },
  position: { vi: 'Thứ tự trong danh sách', en: 'Order in lists' },
  relation: { vi: 'Quan hệ giao việc', en: 'May it be ordered' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
} as const

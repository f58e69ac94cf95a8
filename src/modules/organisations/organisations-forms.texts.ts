import type { ChangeForm } from './change-address.ts'
import type { Consequence } from './consequences.ts'

export const formTexts = {
  creation: { vi: 'Thành lập đơn vị', en: 'New unit' },
  renaming: { vi: 'Đổi tên', en: 'Rename' },
  move: { vi: 'Chuyển cơ quan chủ quản', en: 'Move' },
  appointment: { vi: 'Người đứng đầu', en: 'Appoint the head' },
  alteration: { vi: 'Sửa thông tin', en: 'Alter facts' },
  closing: { vi: 'Kết thúc hoạt động', en: 'Close' },
  merger: { vi: 'Sáp nhập, hợp nhất', en: 'Merge units' },
  split: { vi: 'Chia, tách', en: 'Split' },
  assignment: { vi: 'Giao chức năng', en: 'Assign a function' },
  release: { vi: 'Thôi giao chức năng', en: 'Take a function back' },
  transfer: { vi: 'Chuyển giao chức năng', en: 'Transfer a function' },
} as const satisfies Record<ChangeForm, { vi: string; en: string }>

export const formLeads = {
  creation: {
    vi: 'Đơn vị mới hoạt động từ ngày ghi dưới đây.',
    en: 'The unit exists from the day given below.',
  },
  renaming: {
    vi: 'Tên cũ vẫn giữ cho những ngày trước; văn bản cũ vẫn tìm ra đơn vị.',
    en: 'Earlier days keep the old name; old documents still find the unit.',
  },
  move: { vi: 'Các đơn vị trực thuộc đi theo.', en: 'Units below move along.' },
  appointment: {
    vi: 'Người đứng đầu chịu trách nhiệm trực tiếp từ ngày ghi dưới đây.',
    en: 'The head is accountable from the day given below.',
  },
  alteration: {
    vi: 'Thông tin mới áp dụng từ ngày ghi dưới đây.',
    en: 'The new facts hold from the day given below.',
  },
  closing: {
    vi: 'Chỉ kết thúc được khi không còn đơn vị trực thuộc. Nếu có đơn vị kế thừa, hãy dùng “Sáp nhập, hợp nhất” hoặc “Chia, tách”.',
    en: 'Only a unit without units below can close. With a successor, merge or split instead.',
  },
  merger: {
    vi: 'Đơn vị trực thuộc, chức năng và tư cách thành viên nhóm chuyển sang đơn vị kế thừa.',
    en: 'Units below, functions and memberships go to the successor.',
  },
  split: {
    vi: 'Nếu đơn vị cũ kết thúc, đơn vị trực thuộc và chức năng chuyển sang phần thứ nhất.',
    en: 'If the old unit ends, units below and functions go to the first part.',
  },
  assignment: {
    vi: 'Chức năng chỉ một cơ quan giữ thì rời cơ quan đang giữ từ ngày ghi dưới đây.',
    en: 'A function of one holder leaves its present holder on that day.',
  },
  release: {
    vi: 'Từ ngày ghi dưới đây cơ quan không còn giữ chức năng này; các ngày trước vẫn đọc như cũ.',
    en: 'From the day below the body no longer holds the function; earlier days read as before.',
  },
  transfer: {
    vi: 'Một chức năng chuyển sang cơ quan khác trong khi cả hai cơ quan vẫn hoạt động.',
    en: 'A function moves to another body while both go on.',
  },
} as const satisfies Record<ChangeForm, { vi: string; en: string }>

export const fieldTexts = {
  day: { vi: 'Có hiệu lực từ ngày', en: 'In force from' },
  basis: { vi: 'Văn bản căn cứ', en: 'Legal document' },
  documentSymbol: { vi: 'Số, ký hiệu', en: 'Number and symbol' },
  documentDay: { vi: 'Ngày ban hành', en: 'Issued on' },
  documentIssuer: { vi: 'Cơ quan ban hành', en: 'Issued by' },
  note: { vi: 'Ghi chú', en: 'Note' },
  unverifiedLabel: { vi: 'Mức độ tin cậy', en: 'Trust' },
  unverifiedChoice: {
    vi: 'Chưa xác minh: đánh dấu để mọi người biết',
    en: 'Unverified: marked so that everybody knows',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  code: { vi: 'Mã đơn vị', en: 'Code' },
  codeHint: { vi: 'Để trống: hệ thống đặt mã từ tên.', en: 'Left empty: made from the name.' },
  predecessor: {
    vi: (n: number) => `Đơn vị được sáp nhập (${n})`,
    en: (n: number) => `Unit to merge (${n})`,
  },
  into: { vi: 'Đơn vị kế thừa', en: 'Successor' },
  intoExisting: { vi: 'Một đơn vị đang hoạt động', en: 'A unit that is there already' },
  intoNew: { vi: 'Một đơn vị mới', en: 'A new unit' },
  newName: { vi: 'Tên đơn vị mới', en: 'Name of the new unit' },
  partLegend: { vi: (n: number) => `Phần ${n}`, en: (n: number) => `Part ${n}` },
  partHint: {
    vi: 'Chọn đơn vị đang hoạt động, hoặc ghi tên đơn vị mới.',
    en: 'Choose a unit, or name a new one.',
  },
  share: { vi: 'Tỷ lệ (%)', en: 'Share (%)' },
  fate: { vi: 'Đơn vị cũ', en: 'The old unit' },
  fateEnds: { vi: 'Kết thúc hoạt động', en: 'Ends' },
  fateKeeps: { vi: 'Tiếp tục hoạt động', en: 'Goes on' },
  functionCode: { vi: 'Chức năng', en: 'Function' },
  holding: { vi: 'Chức năng đang giữ', en: 'Function held' },
  programme: { vi: 'Chỉ cho chương trình', en: 'Only for the programme' },
  programmeHint: { vi: 'Để trống: mọi chương trình.', en: 'Left empty: every programme.' },
  fromUnit: { vi: 'Cơ quan chuyển giao', en: 'From' },
  toUnit: { vi: 'Cơ quan tiếp nhận', en: 'To' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  headTitle: { vi: 'Chức danh', en: 'Title' },
  headName: { vi: 'Họ và tên', en: 'Name' },
  preview: { vi: 'Xem trước kết quả', en: 'Preview' },
  previewTitle: { vi: 'Thay đổi này sẽ làm gì', en: 'What this change would do' },
  carryOut: { vi: 'Thực hiện thay đổi', en: 'Make the change' },
  back: { vi: 'Sửa lại', en: 'Change the form' },
  done: { vi: 'Đã ghi nhận thay đổi tổ chức.', en: 'The change has been recorded.' },
  noConsequence: {
    vi: 'Không có thay đổi nào thấy được vào ngày này.',
    en: 'Nothing visible changes on this day.',
  },
  earlierDays: { vi: 'Mọi ngày trước đó vẫn đọc như cũ.', en: 'Every earlier day reads as before.' },
} as const

type Told = { vi: (unit: string, other: string) => string; en: (unit: string, other: string) => string }

export const consequenceTexts = {
  begins: {
    vi: (u: string, o: string) => `“${u}” được lập${o ? ` dưới “${o}”` : ''}.`,
    en: (u: string, o: string) => `“${u}” begins${o ? ` below “${o}”` : ''}.`,
  },
  ends: { vi: (u: string) => `“${u}” kết thúc hoạt động.`, en: (u: string) => `“${u}” ends.` },
  renamed: {
    vi: (u: string, o: string) => `“${u}” mang tên “${o}”.`,
    en: (u: string, o: string) => `“${u}” is named “${o}”.`,
  },
  moved: {
    vi: (u: string, o: string) => `“${u}” chuyển về “${o}”.`,
    en: (u: string, o: string) => `“${u}” moves below “${o}”.`,
  },
  altered: { vi: (u: string) => `“${u}” có thông tin mới.`, en: (u: string) => `“${u}” has new facts.` },
  function: {
    vi: (u: string, o: string) => `“${u}” giữ chức năng “${o}”.`,
    en: (u: string, o: string) => `“${u}” holds the function “${o}”.`,
  },
  joins: {
    vi: (u: string, o: string) => `“${u}” vào nhóm “${o}”.`,
    en: (u: string, o: string) => `“${u}” joins the group “${o}”.`,
  },
  leaves: {
    vi: (u: string, o: string) => `“${u}” ra khỏi nhóm “${o}”.`,
    en: (u: string, o: string) => `“${u}” leaves the group “${o}”.`,
  },
} as const satisfies Record<Consequence['kind'], Told>

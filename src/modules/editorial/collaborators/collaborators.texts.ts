import type { CollaboratorKind, ConsentWay, ForgettingWhy } from './collaborator.ts'

export const kindWords: Record<CollaboratorKind, { vi: string; en: string }> = {
  collaborator: { vi: 'Cộng tác viên', en: 'Collaborator' },
  propagandist: { vi: 'Tuyên truyền viên', en: 'Propagandist' },
}

export const wayWords: Record<ConsentWay, { vi: string; en: string }> = {
  signed: { vi: 'Ký giấy đồng ý', en: 'Signed a form' },
  letter: { vi: 'Nhắn tin, thư điện tử', en: 'By message or e-mail' },
  spoken: { vi: 'Nói trực tiếp, có người chứng kiến', en: 'Spoken, with a witness' },
}

export const whyWords: Record<ForgettingWhy, { vi: string; en: string }> = {
  asked: { vi: 'Người ấy đề nghị xóa', en: 'They asked for it' },
  left: { vi: 'Thôi làm cộng tác viên', en: 'They left' },
  mistake: { vi: 'Ghi nhầm', en: 'Written by mistake' },
  expired: { vi: 'Hết hạn đồng ý', en: 'The consent ended' },
}

export const texts = {
  collaborators: { vi: 'Cộng tác viên', en: 'Collaborators' },
  lead: {
    vi: 'Chỉ đơn vị lập danh sách xem được tên và cách liên hệ; cấp trên chỉ thấy số người.',
    en: 'Names and contacts are read only by the unit that keeps the list; everybody above sees numbers.',
  },
  new: { vi: 'Ghi một người', en: 'Add somebody' },
  edit: { vi: 'Sửa, gia hạn đồng ý', en: 'Change, renew the consent' },
  byUnit: { vi: 'Số người theo đơn vị', en: 'People by unit' },
  byUnitAbout: {
    vi: (n: number, units: number) =>
      `${n} người ở ${units} đơn vị đang đồng ý làm cộng tác viên, tuyên truyền viên.`,
    en: (n: number, units: number) => `${n} people at ${units} units have agreed.`,
  },
  people: { vi: (n: number) => `${n} người`, en: (n: number) => `${n} people` },
  own: { vi: (unit: string) => `Danh sách của ${unit}`, en: (unit: string) => `List of ${unit}` },
  noneOwn: { vi: 'Đơn vị chưa ghi người nào.', en: 'Nobody has been added.' },
  none: { vi: 'Chưa có cộng tác viên nào', en: 'No collaborators yet' },
  noneWhy: {
    vi: 'Mỗi đơn vị tự ghi người đã đồng ý; tên và cách liên hệ được niêm lại.',
    en: 'Each unit adds those who agreed; names and contacts are sealed.',
  },
  current: { vi: 'Đang cộng tác', en: 'Now' },
  joined: { vi: 'Mới trong năm', en: 'Joined this year' },
  forgotten: { vi: 'Đã xóa trong năm', en: 'Forgotten this year' },
  activities: { vi: 'Hoạt động có cộng tác viên', en: 'Activities by collaborators' },
  reached: { vi: 'Lượt người được tuyên truyền', en: 'People told' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  record: { vi: 'Ghi hoạt động của cộng tác viên', en: 'Record what they did' },
  print: { vi: 'In danh sách liên hệ', en: 'Print the contacts' },
  printed: {
    vi: (name: string, day: string) =>
      `In ngày ${day}, người in: ${name}. Việc in đã ghi vào nhật ký. Không sao, không chuyển cho đơn vị khác.`,
    en: (name: string, day: string) => `Printed on ${day} by ${name}; the log knows. Do not copy or pass on.`,
  },
  kind: { vi: 'Là', en: 'As' },
  name: { vi: 'Họ và tên', en: 'Name' },
  contact: { vi: 'Điện thoại hoặc thư điện tử', en: 'Telephone or e-mail' },
  place: { vi: 'Thôn, bản, tổ dân phố', en: 'Village or quarter' },
  topics: { vi: 'Lĩnh vực có thể giúp', en: 'Topics they help with' },
  consentDay: { vi: 'Ngày đồng ý', en: 'Agreed on' },
  consentHow: { vi: 'Đồng ý bằng cách nào', en: 'How they agreed' },
  until: { vi: 'Đồng ý đến hết', en: 'Agreed until' },
  ending: { vi: 'Sắp hết hạn', en: 'Ends soon' },
  closed: { vi: 'Không mở được', en: 'Does not open' },
  sealedHint: {
    vi: 'Họ tên, cách liên hệ và nơi ở được niêm trong cơ sở dữ liệu. Chỉ ghi khi người ấy đã đồng ý.',
    en: 'Name, contact and place lie sealed in the database. Write them only when the person agreed.',
  },
  save: { vi: 'Lưu', en: 'Save' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  added: { vi: 'Đã ghi.', en: 'Added.' },
  saved: { vi: 'Đã lưu.', en: 'Saved.' },
  forget: { vi: 'Xóa người này ngay', en: 'Forget this person now' },
  forgetWhy: {
    vi: 'Họ tên, cách liên hệ, nơi ở bị xóa ngay và không lấy lại được; chỉ còn số đếm.',
    en: 'Name, contact and place are erased at once and cannot be brought back; only the number stays.',
  },
  why: { vi: 'Vì sao', en: 'Why' },
  gone: { vi: 'Đã xóa; không còn tên hay cách liên hệ.', en: 'Forgotten; no name or contact is left.' },
  term: { vi: 'Đồng ý có giá trị (tháng)', en: 'A consent holds (months)' },
  termHint: {
    vi: 'Hết hạn mà không gia hạn thì người ấy tự được xóa sau khi đơn vị đã được nhắc. Áp dụng cho lần ghi, gia hạn sau này.',
    en: 'Whoever does not agree anew is forgotten after the unit was told. It holds for what is written from now on.',
  },
  termSaved: { vi: 'Đã đặt.', en: 'Set.' },
} as const

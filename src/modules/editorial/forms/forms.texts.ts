export const texts = {
  forms: { vi: 'Bản in, phát thanh, truyền thanh', en: 'Print, radio and loudspeakers' },
  lead: {
    vi: 'Chuẩn bị từ bản đã duyệt để ngày đăng bài là có sẵn tờ gấp, bảng tin, kịch bản. Chưa đăng thì không ai ngoài tòa soạn thấy.',
    en: 'Made of the approved text, so that paper and scripts are ready on the day of publication. Until then nobody outside the desk sees them.',
  },
  fromApproved: {
    vi: (n: number) => `Sẽ chuẩn bị từ bản ${n} đã duyệt, chưa đăng.`,
    en: (n: number) => `Made of version ${n}, approved and not public yet.`,
  },
  fromPublic: { vi: 'Sẽ làm từ bản đang đăng.', en: 'Made of the text that is public.' },
  needApproval: {
    vi: 'Chuẩn bị được khi bài đã duyệt: in ra giấy hay đọc trên loa thì không sửa lại được.',
    en: 'They can be prepared once the text is approved: paper and broadcasts cannot be corrected.',
  },
  choose: { vi: 'Chọn dạng cần chuẩn bị', en: 'What to prepare' },
  prepare: { vi: 'Chuẩn bị', en: 'Prepare' },
  prepared: {
    vi: 'Đã chuẩn bị. Xem trước từng dạng bên dưới.',
    en: 'Prepared. Look at each below.',
  },
  again: { vi: 'Chuẩn bị lại', en: 'Prepare again' },
  changed: { vi: 'Văn bản đã thay đổi sau khi chuẩn bị', en: 'The text has changed since' },
  madeOf: {
    vi: (n: number, when: string, name: string) => `Từ bản ${n} đã duyệt · ${when} · ${name}`,
    en: (n: number, when: string, name: string) => `Of approved version ${n} · ${when} · ${name}`,
  },
  madeOfPublic: {
    vi: (n: number, when: string, name: string) => `Từ bản đăng ${n} · ${when} · ${name}`,
    en: (n: number, when: string, name: string) => `Of public version ${n} · ${when} · ${name}`,
  },
  open: { vi: 'Mở', en: 'Open' },
  pdf: { vi: 'PDF', en: 'PDF' },
  listen: { vi: 'Nghe thử', en: 'Listen' },
  glance: { vi: 'Xem nhanh', en: 'At a glance' },
  glanceOf: {
    vi: (form: string) => `Hình các trang của ${form}`,
    en: (form: string) => `The pages of: ${form}`,
  },
  days: { vi: 'Lịch phát của gói', en: 'Days and hours of the package' },
  packageTitle: { vi: 'Tên gói', en: 'Title of the package' },
  waiting: {
    vi: 'Chờ đăng bài: chưa in hàng loạt, chưa bàn giao được',
    en: 'Waits for the publication: not to be printed or handed over yet',
  },
  waitingWhy: {
    vi: 'Đăng bài là tự mở. Nếu cần in, gửi về xã trước ngày đăng, người duyệt bài cho phép ở đây.',
    en: 'It opens with the publication. Who approves the text may let it go to units before that.',
  },
  allow: { vi: 'Cho phép in và bàn giao trước', en: 'Let it leave before' },
  allowedBy: {
    vi: (name: string) => `${name} cho phép in và bàn giao trước khi đăng`,
    en: (name: string) => `${name} lets it leave before the publication`,
  },
  allowedWhy: {
    vi: 'Được in và cấp về đơn vị; chỉ phát tới người dân từ ngày bài đăng. Mã QR trên giấy tới lúc đó báo “Nội dung sắp có”.',
    en: 'It may be printed and sent to units; people get it from the day of publication. Until then its code says “coming soon”.',
  },
  forbid: { vi: 'Thôi cho phép', en: 'Take that back' },
  allowed: { vi: 'Đã cho phép in và bàn giao trước khi đăng.', en: 'It may leave before the publication.' },
  forbidden: { vi: 'Đã thôi cho phép.', en: 'It waits for the publication again.' },
  needForms: { vi: 'Chọn ít nhất một dạng.', en: 'Choose at least one.' },
  notApproved: {
    vi: 'Bài chưa được duyệt nên chưa chuẩn bị được bản in, kịch bản. Trình duyệt bài trước.',
    en: 'The text is not approved, so nothing can be prepared of it yet.',
  },
  firstDay: { vi: 'Phát từ ngày', en: 'From' },
  lastDay: { vi: 'Đến ngày', en: 'To' },
  hours: { vi: 'Giờ phát mỗi ngày', en: 'Hours' },
  hoursHint: { vi: 'Cách nhau bằng dấu phẩy: 05:30, 17:00', en: 'With commas: 05:30, 17:00' },
} as const

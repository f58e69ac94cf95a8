import type { Readiness } from './readiness.ts'

export const readinessWords: Record<Readiness, { vi: string; en: string }> = {
  public: { vi: 'Bài đã đăng', en: 'Its text is public' },
  allowed: { vi: 'Được bàn giao trước khi đăng', en: 'May leave before publication' },
  held: { vi: 'Đã sẵn sàng, chờ đăng bài', en: 'Ready, waits for the publication' },
  stale: { vi: 'Văn bản đã thay đổi sau khi chuẩn bị', en: 'The text has changed since' },
}

export const texts = {
  needItem: { vi: 'Chọn bài đã đăng.', en: 'Choose a text.' },
  notYours: { vi: 'Đồng chí không làm việc này thay đơn vị ấy.', en: 'You do not act for this unit.' },
  stale: {
    vi: 'Văn bản đã thay đổi sau khi chuẩn bị. Trình, duyệt bản mới rồi chuẩn bị lại.',
    en: 'The text has changed since this was prepared. Have the new one approved, and prepare it again.',
  },
  isPublic: {
    vi: 'Bài đã đăng nên không cần cho phép nữa.',
    en: 'The text is public; nobody has to allow it any more.',
  },
  notYet: {
    vi: 'Bài chưa đăng và chưa ai cho phép bàn giao trước, nên chưa in, chưa phát được. Người duyệt bài có thể cho phép ở trang Kênh phát hành của bài.',
    en: 'The text is not public and nobody has allowed this to leave before. Who approves it can, on its page of channels.',
  },
  notPublic: {
    vi: 'Bài chưa đăng: chỉ cấp về đơn vị, chưa phát tới người dân và chưa ghi đã phát sóng.',
    en: 'The text is not public: copies go to units, and nothing reaches people or the air yet.',
  },
  heldWhy: {
    vi: (n: number) =>
      `Chuẩn bị từ bản ${n} đã duyệt; bài chưa đăng. Bản tải về có chữ “Chưa phát hành”; tệp cho nhà in và việc bàn giao mở ra khi bài đăng, hoặc khi người duyệt cho phép.`,
    en: (n: number) =>
      `Made of version ${n} as it was approved; it is not public yet. Files say so; those for printing open with the publication, or when who approves allows it.`,
  },
  allowedWhy: {
    vi: (n: number, name: string) =>
      `Chuẩn bị từ bản ${n} đã duyệt. ${name} cho phép in và bàn giao trước khi đăng; chỉ phát tới người dân từ ngày bài đăng. Mã QR tới lúc đó báo “Sắp có”.`,
    en: (n: number, name: string) =>
      `Made of version ${n} as approved. ${name} allows it to be printed and handed to units before publication; people get it from the day of publication. Until then its code says “coming soon”.`,
  },
  staleWhy: {
    vi: (n: number) =>
      `Chuẩn bị từ bản ${n}; văn bản đã thay đổi sau đó nên không in, không bàn giao nữa. Chuẩn bị lại từ bản mới ở trang Kênh phát hành của bài.`,
    en: (n: number) =>
      `Made of version ${n}, which was changed since: it is not printed and not handed over. Prepare it again on the page of channels.`,
  },
  notReleased: { vi: 'CHƯA PHÁT HÀNH', en: 'NOT RELEASED' },
  approvedVersion: { vi: (n: number) => `bản duyệt ${n}`, en: (n: number) => `approved version ${n}` },
  soon: { vi: 'Nội dung sắp có', en: 'Coming soon' },
  soonWhy: {
    vi: 'Bài mà mã này dẫn tới chưa đăng. Bà con vui lòng quét lại sau, hoặc xem các tin mới trên trang cải cách hành chính của tỉnh.',
    en: 'The text that this code leads to is not published yet. Please scan it again later, or see what is new on the portal.',
  },
  toPortal: { vi: 'Xem trang cải cách hành chính', en: 'To the portal' },
} as const

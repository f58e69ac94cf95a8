export const unreachedTexts = {
  what: { vi: 'Việc', en: 'What' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  since: { vi: 'Từ ngày', en: 'Since' },
  mend: { vi: 'Cần làm', en: 'To do' },
  pile: { vi: 'Kho nơi in', en: 'The printer’s pile' },
  more: {
    vi: (n: number) => `và ${n} dòng nữa; mở từng mục để xem đủ.`,
    en: (n: number) => `and ${n} more.`,
  },
  audiences: { vi: 'Đối tượng chưa có lượt nào', en: 'Audiences with nothing' },
  audiencesWhy: {
    vi: 'Không nội dung nào trong những ngày này có lượt tiếp cận ghi cho các đối tượng sau. Nếu đã làm mà chưa ghi, hãy nhập số liệu.',
    en: 'In these days no figure speaks of them. Where something was done, give its figures.',
  },
  audiencesDo: { vi: 'Nhập số liệu', en: 'Give figures' },
  units: { vi: 'Theo đơn vị: nội dung chưa ai xem', en: 'By unit: texts that nobody saw' },
  unitsWhy: {
    vi: 'Đơn vị có bài đã đăng mà chưa đến được ai, so với tổng số bài của đơn vị.',
    en: 'Units with texts that reached nobody, of all they published.',
  },
  seeTexts: { vi: 'Xem các bài', en: 'See the texts' },
  ofAll: {
    vi: (n: number, all: number) => `${n} trên ${all} bài`,
    en: (n: number, all: number) => `${n} of ${all}`,
  },
  packages: { vi: 'Gói truyền thanh chưa nhận, chưa phát', en: 'Packages not taken or not aired' },
  packagesWhy: {
    vi: 'Xã chưa xác nhận đã nhận gói, hoặc đã qua ngày phát cuối mà chưa có minh chứng.',
    en: 'Not acknowledged, or past their last day without a proof.',
  },
  notTaken: { vi: 'Nhận gói', en: 'Acknowledge' },
  notAired: { vi: 'Tải minh chứng đã phát', en: 'Prove the airing' },
  slots: { vi: 'Giờ phát đã qua, chưa xác nhận', en: 'Slots past and unconfirmed' },
  slotsWhy: {
    vi: 'Đã qua ngày phát trên đài mà chưa ghi là đã phát.',
    en: 'Their day is past and nobody said whether they were aired.',
  },
  slotDo: { vi: 'Xác nhận đã phát', en: 'Confirm' },
  noWeb: { vi: 'Buổi phát chưa có địa chỉ trên mạng', en: 'Broadcasts without a web address' },
  noWebWhy: {
    vi: 'Đã phát sóng nhưng chưa có đường dẫn để nghe lại, xem lại.',
    en: 'Aired, and cannot be heard again anywhere.',
  },
  noWebDo: { vi: 'Xem buổi phát', en: 'Open it' },
  lying: { vi: 'Ấn phẩm nằm kho quá 30 ngày', en: 'Copies lying for more than 30 days' },
  lyingWhy: {
    vi: 'Đã in, đã cấp nhưng hơn 30 ngày nay không bản nào ra khỏi kho này.',
    en: 'Printed or received, and none has left for 30 days.',
  },
  lyingCopies: { vi: (n: string) => `${n} bản`, en: (n: string) => `${n} copies` },
  lyingDo: { vi: 'Phát, hoặc ghi đã phát', en: 'Hand them out' },
  unprinted: { vi: 'Ấn phẩm đã dàn trang, chưa in', en: 'Set and never printed' },
  unprintedWhy: {
    vi: 'Dàn trang đã quá 14 ngày mà chưa ghi lần in nào.',
    en: 'Set for 14 days, and no run.',
  },
  unprintedDo: { vi: 'Ghi lần in', en: 'Add a run' },
  standing: { vi: 'Nơi đặt chưa có ảnh, quá ngày gỡ', en: 'Standing without a photo, or overdue' },
  standingWhy: {
    vi: 'Chưa có ảnh thì chưa chứng minh được đã treo; quá ngày thì nội dung có thể đã cũ.',
    en: 'Without a photo nothing proves it; overdue, it may be out of date.',
  },
  addPhoto: { vi: 'Thêm ảnh', en: 'Add a photo' },
  takeDown: { vi: 'Gỡ, ghi ngày gỡ', en: 'Take it down' },
  messages: { vi: 'Tin gửi lỗi, chưa chắc đã đi', en: 'Messages failed or unsure' },
  messagesWhy: {
    vi: 'Kênh từ chối, đã thử hết số lần, hoặc không rõ đã tới chưa. Chương trình không tự gửi lại để tránh gửi hai lần.',
    en: 'Refused, given up, or nobody knows. They are not sent again by themselves.',
  },
  failed: { vi: 'Sửa lỗi rồi gửi lại', en: 'Mend and send again' },
  unsure: { vi: 'Xem kênh rồi trả lời đã đi hay chưa', en: 'Look whether it left' },
  tasks: { vi: 'Nhiệm vụ chưa có dấu hiệu tiếp cận', en: 'Tasks without any reach' },
  summary: {
    vi: (n: number) =>
      `${n} loại việc đã làm mà chưa có dấu hiệu đến được người dân. Việc cần làm ghi ở từng dòng.`,
    en: (n: number) =>
      `${n} kinds of work show no sign of having reached anybody. Each line says what to do.`,
  },
  itemsDo: { vi: 'Đổi kênh, viết lại đầu đề, gửi lại', en: 'Another channel, another title' },
  linksDo: { vi: 'Xem mã có bị che, mờ, đặt chỗ vắng', en: 'See whether the code is hidden' },
  placeDo: { vi: 'Xem nơi đặt, cấp ấn phẩm, gửi gói truyền thanh', en: 'See what stands there' },
} as const

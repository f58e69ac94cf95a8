export const texts = {
  channels: { vi: 'Kênh phát hành', en: 'Channels' },
  lead: {
    vi: 'Một bản gốc, mỗi kênh một bản vừa giới hạn của kênh. Người duyệt duyệt đúng các bản này; đăng bài thì các bản tự đi, mỗi kênh một lần.',
    en: 'One master, and for each channel a text within its limits. These texts are what is approved; they leave with the publication, once a channel.',
  },
  noneChosen: {
    vi: 'Chưa chọn kênh: bài chỉ lên chuyên trang và nguồn tin RSS.',
    en: 'No channel is chosen: it goes to the portal and its feeds only.',
  },
  noneChosenYet: { vi: 'Chỉ trên chuyên trang và nguồn tin RSS.', en: 'On the portal and its feeds only.' },
  chooseChannels: { vi: 'Chọn kênh, sửa bản cho kênh', en: 'Choose channels, edit their texts' },
  seeChannels: { vi: 'Xem bản cho từng kênh', en: 'See the text for each channel' },
  always: {
    vi: 'Chuyên trang và nguồn tin RSS luôn có bài khi đăng, không cần chọn.',
    en: 'The portal and its feeds always have it; there is nothing to choose.',
  },
  choose: { vi: 'Bài này đi những kênh nào?', en: 'By which channels does it leave?' },
  chooseUpdate: {
    vi: 'Bài đã có bản trước ở một số kênh. Chỉ kênh được chọn mới nhận bản cập nhật, không tự gửi lần hai.',
    en: 'Some channels have an earlier version. Only those chosen here get an update; nothing goes twice by itself.',
  },
  save: { vi: 'Lưu', en: 'Save' },
  saveChoice: { vi: 'Lưu lựa chọn', en: 'Save the choice' },
  saved: { vi: 'Đã lưu.', en: 'Saved.' },
  chosenSaved: {
    vi: 'Đã lưu các kênh. Xem và sửa bản của từng kênh bên dưới.',
    en: 'The channels are saved. See and edit the text for each below.',
  },
  noChannels: { vi: 'Tỉnh chưa lập kênh nào', en: 'No channels have been set up' },
  noChannelsWhy: {
    vi: 'Người quản lý kênh lập kênh Zalo, Facebook, bản tin… ở mục Kênh; sau đó bài sẽ chọn được kênh.',
    en: 'Whoever runs channels sets them up under Channels; then items can choose them.',
  },
  texts: { vi: 'Bản cho từng kênh', en: 'The text for each channel' },
  edit: { vi: 'Sửa bản cho kênh này', en: 'Edit this text' },
  editing: { vi: (name: string) => `Bản cho ${name}`, en: (name: string) => `Text for ${name}` },
  preview: { vi: 'Trên kênh sẽ thấy', en: 'As it will look there' },
  follows: { vi: 'Theo bản gốc', en: 'Follows the master' },
  byHand: { vi: 'Viết riêng', en: 'Written by hand' },
  stale: { vi: 'Bản gốc đã đổi', en: 'The master has changed' },
  staleWhy: {
    vi: 'Bản gốc đã đổi sau khi bản này được viết riêng. Đọc lại; nếu muốn, lấy lại nội dung từ bản gốc.',
    en: 'The master has changed since this text was written by hand. Read it again, or take the master over.',
  },
  follow: { vi: 'Lấy lại từ bản gốc', en: 'Take the master over again' },
  followDone: { vi: 'Bản này lại theo bản gốc.', en: 'This text follows the master again.' },
  changedBy: {
    vi: (name: string, when: string) => `${name} sửa lúc ${when}`,
    en: (name: string, when: string) => `Changed by ${name}, ${when}`,
  },
  title: { vi: 'Tiêu đề', en: 'Title' },
  summary: { vi: 'Tóm tắt', en: 'Lead' },
  text: { vi: 'Nội dung', en: 'Text' },
  link: { vi: 'Đường dẫn kèm theo', en: 'Link' },
  linkOwn: { vi: 'Liên kết rút gọn tới bài, đếm lượt mở', en: 'Short link to the text, which is counted' },
  linkOther: { vi: 'Địa chỉ khác', en: 'Another address' },
  linkNone: { vi: 'Không kèm đường dẫn', en: 'No link' },
  address: { vi: 'Địa chỉ đầy đủ', en: 'Whole address' },
  images: { vi: 'Ảnh', en: 'Pictures' },
  imagesHint: {
    vi: (least: number, most: number) =>
      least > 0
        ? `Từ ${least} đến ${most} ảnh; ảnh đầu làm ảnh bìa. Hệ thống tự chuyển sang JPEG và thu nhỏ vừa giới hạn của kênh.`
        : `Nhiều nhất ${most} ảnh. Hệ thống tự chuyển sang JPEG và thu nhỏ vừa giới hạn của kênh.`,
    en: (least: number, most: number) =>
      least > 0
        ? `${least} to ${most} pictures, the first is the cover. They are made JPEGs that the channel takes.`
        : `At most ${most} pictures. They are made JPEGs that the channel takes.`,
  },
  noImages: {
    vi: 'Bài chưa có ảnh. Thêm ảnh ở trang viết bài.',
    en: 'The text has no pictures yet. Add them where it is written.',
  },
  way: { vi: 'Cách đăng', en: 'How' },
  sendAt: { vi: 'Gửi lúc', en: 'Send at' },
  sendAtHint: {
    vi: 'Để trống: gửi ngay khi đăng. Nhập dạng 22/11/2026 19:00 để gửi muộn hơn.',
    en: 'Empty: with the publication. Enter 22/11/2026 19:00 to send it later.',
  },
  badMoment: {
    vi: 'Nhập ngày giờ dạng 22/11/2026 19:00.',
    en: 'Enter a day and time like 22/11/2026 19:00.',
  },
  back: { vi: 'Về các kênh', en: 'Back to the channels' },
  good: { vi: 'Vừa giới hạn của kênh', en: 'Within the limits' },
  unverified: {
    vi: 'Giới hạn này theo kinh nghiệm các bên đã dùng; nếu dịch vụ từ chối, lý do sẽ hiện ở đây.',
    en: 'These limits are what others observed; if the service refuses, its reason shows here.',
  },
  readAloud: {
    vi: (time: string, syllables: string) => `Đọc to hết khoảng ${time} (${syllables} âm tiết)`,
    en: (time: string, syllables: string) => `About ${time} read aloud (${syllables} syllables)`,
  },
  minutes: {
    vi: (m: number, s: number) => (m > 0 ? `${m} phút ${s} giây` : `${s} giây`),
    en: (m: number, s: number) => (m > 0 ? `${m} min ${s} s` : `${s} s`),
  },
  followers: { vi: 'Người quan tâm nhận thông báo', en: 'Followers get a notice' },
  seeMore: { vi: 'Xem chi tiết', en: 'See more' },
  now: { vi: 'Vừa xong', en: 'Just now' },
  subject: { vi: 'Tiêu đề thư', en: 'Subject' },
  readOn: { vi: 'Đọc tiếp trên chuyên trang', en: 'Read on' },
  script: { vi: 'Bản đọc, bản chép tay', en: 'To be read out or copied' },
  noPicture: { vi: 'Chưa có ảnh bìa', en: 'No cover yet' },
} as const

/** How a channel stands for an item, in plain words. */
export const standingTexts = {
  willSend: { vi: 'Sẽ gửi khi đăng', en: 'Leaves with the publication' },
  willSendAt: { vi: (when: string) => `Sẽ gửi lúc ${when}`, en: (when: string) => `Leaves at ${when}` },
  notSent: { vi: 'Không gửi', en: 'Not chosen' },
  isFaulty: { vi: 'Chưa vừa giới hạn', en: 'Beyond the limits' },
  had: {
    vi: (n: number) => `Kênh đã nhận bản ${n}`,
    en: (n: number) => `The channel has version ${n}`,
  },
  dueAt: { vi: (when: string) => `Hẹn gửi ${when}`, en: (when: string) => `Due ${when}` },
  soon: { vi: 'Sắp gửi', en: 'Leaves in a moment' },
  isOff: {
    vi: (who: string) => `Kênh đang tắt, tin chờ đến khi bật lại. Ai cần xử lý: ${who}.`,
    en: (who: string) => `The channel is off; it waits. Who must act: ${who}.`,
  },
  byHand: { vi: 'Chờ làm thủ công', en: 'To be done by hand' },
  byHandWhy: {
    vi: (who: string) => `${who} đưa lên kênh rồi nộp minh chứng.`,
    en: (who: string) => `${who} takes it there and brings proof.`,
  },
  prove: { vi: 'Nộp minh chứng', en: 'Bring proof' },
  sentAt: { vi: (when: string) => `Gửi lúc ${when}`, en: (when: string) => `Sent ${when}` },
  see: { vi: 'Xem trên kênh', en: 'See it there' },
  who: { vi: (who: string) => `Ai cần xử lý: ${who}.`, en: (who: string) => `Who must act: ${who}.` },
  mend: { vi: 'Xem lỗi, gửi lại', en: 'See the fault, send again' },
  answer: { vi: 'Trả lời đã gửi hay chưa', en: 'Say whether it was sent' },
  message: { vi: 'Chi tiết', en: 'Details' },
  version: { vi: (n: number) => `bản ${n}`, en: (n: number) => `version ${n}` },
  goDown: { vi: 'Phải gỡ xuống', en: 'To be taken down' },
  isDown: { vi: 'Đã gỡ xuống', en: 'Taken down' },
  downBy: {
    vi: (name: string, when: string) => `${name} xác nhận lúc ${when}`,
    en: (name: string, when: string) => `Confirmed by ${name}, ${when}`,
  },
  confirmDown: { vi: 'Đã gỡ xong', en: 'It is taken down' },
  confirmedDown: { vi: 'Đã ghi nhận.', en: 'Noted.' },
  downTitle: {
    vi: (n: number) => `Bài đã gỡ nhưng còn ở ${n} kênh`,
    en: (n: number) => `Withdrawn, but still on ${n} channel(s)`,
  },
  downWhy: {
    vi: 'Chương trình không tự xóa được bài trên mạng xã hội. Người quản lý từng kênh đã được báo; gỡ xong thì xác nhận ở đây.',
    en: 'The program cannot delete posts there. Those who run the channels were told; confirm here when it is done.',
  },
} as const

/** What keeps an item from a channel. */
export const troubleTexts = {
  title: {
    vi: (n: number) => `${n} kênh gặp trục trặc với bài này`,
    en: (n: number) => `${n} channel(s) in trouble with this item`,
  },
  waits: {
    vi: (n: number) => `Bài đang chờ ở ${n} kênh`,
    en: (n: number) => `The item waits on ${n} channel(s)`,
  },
  who: { vi: 'Ai cần xử lý', en: 'Who must act' },
  unknown: {
    vi: 'Chưa rõ nguyên nhân; xem nhật ký gửi.',
    en: 'The reason is not known; see how it was sent.',
  },
  off: {
    vi: 'Kênh đang tắt: bài chờ đến khi kênh được bật lại.',
    en: 'The channel is off: the item waits until it is on again.',
  },
  resting: { vi: 'Đang nghỉ', en: 'Resting' },
  rests: {
    vi: (until: string) => `Kênh tạm nghỉ đến ${until} vì gần hết hạn mức gọi của dịch vụ, rồi tự gửi tiếp.`,
    en: (until: string) =>
      `The channel rests until ${until}, near a limit of the service, then goes on by itself.`,
  },
} as const

/** What somebody has to do where it has left already, by kind of channel. */
export const downWords: Record<string, { vi: string; en: string }> = {
  zalo: {
    vi: 'Ẩn hoặc xóa bài viết trong trang quản trị Zalo OA.',
    en: 'Hide or delete the article in the account.',
  },
  facebook: { vi: 'Xóa bài trên trang Facebook.', en: 'Delete the post on the page.' },
  newsletter: {
    vi: 'Thư đã tới người nhận, không thu lại được: gửi thư đính chính nếu cần.',
    en: 'Letters have arrived and cannot be taken back: send a correction if needed.',
  },
  webpush: {
    vi: 'Thông báo đã tới máy người nhận, không thu lại được.',
    en: 'Notices have arrived and cannot be taken back.',
  },
  webhook: { vi: 'Báo đơn vị vận hành hệ thống nhận gỡ bài.', en: 'Ask those who run the receiving system.' },
  manual: {
    vi: 'Nếu đã đăng, đã dán hoặc đã phát thì gỡ, ngừng phát và báo lại.',
    en: 'If it was posted, put up or broadcast already: take it down and say so.',
  },
}

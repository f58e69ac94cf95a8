export const texts = {
  conversations: { vi: 'Người dân nhắn cho OA', en: 'People who wrote to the account' },
  lead: {
    vi: 'Tin tư vấn chỉ gửi được khi thời hạn Zalo cho phép còn mở (thường 48 giờ kể từ lần cuối người dân nhắn). Hết hạn, nội dung họ nhắn được xóa khỏi hệ thống.',
    en: 'Advice can only be sent while Zalo’s window is open (usually 48 hours from a person’s last word). When it has closed, what they wrote is erased here.',
  },
  nobody: { vi: 'Chưa có ai nhắn', en: 'Nobody has written yet' },
  nobodyWhy: {
    vi: 'Khai báo webhook theo hướng dẫn ở trang của kênh thì tin nhắn tới OA sẽ hiện ở đây.',
    en: 'Once the webhook is entered as the channel’s page says, what people write shows here.',
  },
  person: { vi: (n: number) => `Người nhắn số ${n}`, en: (n: number) => `Person ${n}` },
  newest: { vi: 'Nội dung gần nhất', en: 'Newest words' },
  wroteAt: { vi: 'Nhắn lúc', en: 'Wrote' },
  window: { vi: 'Thời hạn trả lời', en: 'Window' },
  state: { vi: 'Tình trạng', en: 'State' },
  waits: { vi: 'Chờ trả lời', en: 'Waits for an answer' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  missed: { vi: 'Hết hạn, chưa trả lời', en: 'Closed without an answer' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
  left: {
    vi: (h: number, m: number) => (h > 0 ? `Còn ${h} giờ ${m} phút` : `Còn ${m} phút`),
    en: (h: number, m: number) => (h > 0 ? `${h} h ${m} min left` : `${m} min left`),
  },
  until: { vi: (t: string) => `đến ${t}`, en: (t: string) => `until ${t}` },
  closedAt: { vi: (t: string) => `Đã đóng lúc ${t}`, en: (t: string) => `Closed ${t}` },
  openTitle: { vi: 'Đang trong thời hạn trả lời', en: 'The window is open' },
  openBody: {
    vi: (left: string, until: string) =>
      `${left} (đến ${until}). Sau đó Zalo không nhận tin tư vấn, chỉ còn tin theo mẫu đã duyệt.`,
    en: (left: string, until: string) =>
      `${left} (until ${until}). After that Zalo takes no advice, only an approved template.`,
  },
  closedTitle: { vi: 'Đã hết thời hạn trả lời', en: 'The window has closed' },
  closedBody: {
    vi: (until: string) =>
      `Hết hạn lúc ${until}. Không gửi tin tư vấn được nữa; thời hạn mở lại khi người này nhắn tiếp. Nếu cần, gửi tin theo mẫu đã được Zalo duyệt.`,
    en: (until: string) =>
      `It closed ${until}. No advice can be sent until this person writes again; an approved template still can.`,
  },
  unfollowed: {
    vi: 'Người này đã bỏ quan tâm OA.',
    en: 'This person does not follow the account any more.',
  },
  atRisk: {
    vi: (until: string) => `Câu trả lời chưa gửi được; sau ${until} Zalo không nhận nữa`,
    en: (until: string) => `The answer has not left; after ${until} Zalo takes it no more`,
  },
  notLeft: { vi: 'Trả lời chưa gửi được', en: 'The answer has not left' },
  atRiskOff: {
    vi: 'Kênh đang tắt, nên câu trả lời nằm chờ. Bật lại kênh trước giờ trên thì tin tự đi.',
    en: 'The channel is off, so the answer waits. Switched on before that time, it leaves by itself.',
  },
  atRiskTrouble: {
    vi: (why: string) => `Kênh cần xử lý: ${why} Xử lý xong trước giờ trên thì tin tự đi.`,
    en: (why: string) => `The channel needs somebody: ${why} Mended before that time, it leaves by itself.`,
  },
  atRiskWaits: {
    vi: 'Tin đã chờ hơn nửa giờ hoặc kênh đang nghỉ. Mở kênh xem vì sao chưa gửi.',
    en: 'It has waited for more than half an hour, or the channel rests. See on the channel why.',
  },
  whoMends: { vi: 'Người xử lý được', en: 'Who can mend it' },
  toChannel: { vi: 'Mở trang của kênh', en: 'Open the channel' },
  said: { vi: 'Trao đổi', en: 'What was said' },
  erased: { vi: 'Nội dung đã xóa (hết thời hạn trả lời)', en: 'Erased, as the window has closed' },
  noText: {
    vi: (kind: string) => `Gửi ${kind}; hệ thống không lưu. Xem trong ứng dụng Zalo OA.`,
    en: (kind: string) => `Sent ${kind}; not kept here. See it in Zalo’s own pages.`,
  },
  byPerson: { vi: 'Người dân', en: 'The person' },
  answer: { vi: 'Nội dung trả lời', en: 'Your answer' },
  answerHint: {
    vi: (most: string) => `Nhiều nhất ${most} ký tự. Không ghi số giấy tờ, số điện thoại của người dân.`,
    en: (most: string) => `At most ${most} characters. No numbers of papers or telephones of the person.`,
  },
  send: { vi: 'Gửi trả lời', en: 'Send the answer' },
  answerTitle: { vi: 'Trả lời người này', en: 'Answer this person' },
  sent: { vi: 'Đã xếp gửi; tình trạng hiện ở dưới.', en: 'Queued; how it went shows below.' },
  template: { vi: 'Gửi tin theo mẫu đã duyệt', en: 'Send an approved template' },
  templateBody: {
    vi: 'Mẫu đã đăng ký và được Zalo duyệt (giao dịch, chăm sóc), gửi được cả khi đã hết thời hạn trả lời; Zalo tính phí từng tin.',
    en: 'A text registered with and approved by Zalo; it can be sent when the window has closed, and each is paid for.',
  },
  templateId: { vi: 'Mã mẫu tin', en: 'Number of the template' },
  templateData: { vi: 'Nội dung điền vào mẫu', en: 'Words that fill it' },
  templateHint: {
    vi: 'Mỗi dòng một mục, dạng ten_muc=giá trị, đúng tên mục của mẫu. Ví dụ: ma_ho_so=HS-0123.',
    en: 'One a line, as field=words, by the template’s own names. For example: ma_ho_so=HS-0123.',
  },
  badLines: {
    vi: 'Mỗi dòng viết dạng ten_muc=giá trị (tên mục là chữ không dấu, số, gạch dưới).',
    en: 'Write each line as field=words; a name has letters, digits and underscores.',
  },
  sendTemplate: { vi: 'Gửi theo mẫu', en: 'Send the template' },
  erase: { vi: 'Xóa mọi dữ liệu về người này', en: 'Erase everything about this person' },
  eraseBody: {
    vi: 'Xóa nội dung đã nhắn, mã người dùng và nội dung đã trả lời; tin chưa gửi bị hủy. Không khôi phục được. Tin đã nằm trong Zalo của người dân thì vẫn còn ở đó.',
    en: 'Erases their words, the account’s name for them and what was answered; what waits is cancelled. It cannot be undone. What lies in the person’s Zalo stays there.',
  },
  eraseNow: { vi: 'Xóa vĩnh viễn', en: 'Erase for good' },
  erasedNow: { vi: 'Đã xóa dữ liệu về người này.', en: 'Everything about this person was erased.' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
} as const

/** What it is that somebody sent, where it was no text. */
export const kindWords: Record<string, { vi: string; en: string }> = {
  image: { vi: 'một ảnh', en: 'a picture' },
  gif: { vi: 'một ảnh động', en: 'a moving picture' },
  link: { vi: 'một đường dẫn', en: 'a link' },
  audio: { vi: 'một đoạn ghi âm', en: 'a recording' },
  video: { vi: 'một video', en: 'a video' },
  sticker: { vi: 'một nhãn dán', en: 'a sticker' },
  location: { vi: 'một vị trí', en: 'a place' },
  file: { vi: 'một tệp', en: 'a file' },
  business_card: { vi: 'một danh thiếp', en: 'a card' },
}

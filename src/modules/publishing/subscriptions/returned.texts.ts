export const texts = {
  title: { vi: 'Thư trả lại', en: 'Returned letters' },
  lead: {
    vi: 'Thư không đến nơi được máy chủ thư trả về. Phần mềm đọc, tìm ra người đăng ký bằng mã ký sẵn trong thư và không giữ lại địa chỉ nào.',
    en: 'Letters that do not arrive come back. The program reads them, finds the subscription by a signed code in the letter and keeps no address.',
  },
  rule: {
    vi: 'Hộp thư không tồn tại hoặc đã đóng (5.1.1, 5.1.3, 5.1.6, 5.1.10, 5.2.1), hoặc người nhận báo thư rác: ngừng gửi ngay. Lý do khác: thư thứ ba liên tiếp bị trả (cách nhau không quá 45 ngày) thì ngừng. Báo chậm: không tính.',
    en: 'No such mailbox, or closed (5.1.1, 5.1.3, 5.1.6, 5.1.10, 5.2.1), or called unwanted by its reader: ended at once. For another reason: ended at the third letter in a row (no more than 45 days apart). Delays do not count.',
  },
  lastDays: { vi: '30 ngày qua', en: 'Last 30 days' },
  ended: { vi: 'Đã ngừng gửi', en: 'Ended' },
  counted: { vi: 'Đã tính một lần', en: 'Counted' },
  delay: { vi: 'Báo chậm', en: 'Delayed' },
  complaint: { vi: 'Báo thư rác, đã xóa', en: 'Complained of, deleted' },
  unknown: { vi: 'Không còn đăng ký', en: 'Not subscribed any more' },
  none: { vi: 'Không phải thư trả lại', en: 'No report' },
  at: { vi: 'Lúc', en: 'At' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  status: { vi: 'Mã máy chủ', en: 'Status' },
  issue: { vi: 'Số phát hành', en: 'Issue' },
  empty: { vi: 'Chưa có thư trả lại', en: 'Nothing has come back' },
  emptyBody: {
    vi: 'Nối máy chủ thư một lần ở phần dưới, hoặc nộp tệp thư lấy từ hộp thư nhận thư trả lại.',
    en: 'Connect the mail server once as told below, or hand in letters saved from the mailbox they come back to.',
  },
  handIn: { vi: 'Nộp thư trả lại', en: 'Hand in letters' },
  files: { vi: 'Tệp thư (.eml)', en: 'Letters (.eml)' },
  filesHint: {
    vi: 'Chọn nhiều tệp cùng lúc được, mỗi lần không quá 2 MB. Tệp được đọc rồi bỏ, không lưu.',
    en: 'Several at once, 2 MB together. They are read and thrown away, not stored.',
  },
  noFiles: { vi: 'Chọn ít nhất một tệp thư.', en: 'Choose at least one letter.' },
  taken: { vi: 'Đã đọc các thư vừa nộp; kết quả ở bảng dưới.', en: 'Read; the outcomes are in the table.' },
  connect: { vi: 'Nối với máy chủ thư', en: 'Connect the mail server' },
  connectBody: {
    vi: 'Quản trị máy chủ thư đặt một hộp thư chuyển tiếp vào lệnh dưới đây (Postfix: /etc/aliases; bật “recipient_delimiter = +”), và đặt MAIL_RETURN của phần mềm là địa chỉ hộp thư đó. Khóa chỉ dùng được để nộp thư trả lại.',
    en: 'Whoever runs the mail server has a mailbox piped into this command (Postfix: /etc/aliases; “recipient_delimiter = +”) and sets the program’s MAIL_RETURN to its address. The key is good for handing in returned letters only.',
  },
  connectWho: {
    vi: 'Lệnh và khóa chỉ hiện với quản trị hệ thống.',
    en: 'The command and its key are shown to administrators only.',
  },
} as const

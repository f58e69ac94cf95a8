/** What the portal promises to those who read in another way, and where it falls short. */
export const accessibilityTexts = {
  lead: {
    vi: 'Cổng làm theo chuẩn WCAG 2.2 mức AA; mỗi bản mới được kiểm tra tự động trên từng trang.',
    en: 'The portal follows WCAG 2.2 AA; every release is checked automatically, page by page.',
  },
  doneHead: { vi: 'Bạn có thể', en: 'You can' },
  keyboard: { vi: 'Dùng mọi trang chỉ bằng bàn phím.', en: 'Use every page by keyboard alone.' },
  reader: {
    vi: 'Nghe bằng trình đọc màn hình: tiêu đề, bảng, biểu đồ và ảnh đều có lời thay thế; mỗi đoạn ghi rõ ngôn ngữ để đọc đúng giọng.',
    en: 'Listen with a screen reader: headings, tables, charts and pictures have words, and languages are marked.',
  },
  print: {
    vi: 'Bật chữ to ở đầu trang; trình duyệt nhớ lựa chọn của bạn.',
    en: 'Turn on large print at the top.',
  },
  contrast: { vi: 'Bật tương phản cao ở đầu trang.', en: 'Turn on high contrast at the top.' },
  zoom: {
    vi: 'Phóng to đến 400 % mà không phải cuộn ngang.',
    en: 'Zoom to 400 % without scrolling sideways.',
  },
  script: { vi: 'Đọc và gửi biểu mẫu khi đã tắt JavaScript.', en: 'Read and send forms without JavaScript.' },
  languages: {
    vi: 'Đọc một số bài bằng tiếng dân tộc khi có bản dịch.',
    en: 'Read some texts in minority languages where there is a translation.',
  },
  light: {
    vi: 'Mở trang nhanh trên máy cũ và mạng yếu.',
    en: 'Open pages fast on old phones and weak networks.',
  },
  limitsHead: { vi: 'Còn hạn chế', en: 'What falls short' },
  limitMedia: {
    vi: 'Video và bản phát thanh dẫn sang trang của báo, đài; phụ đề ở đó do nơi ấy làm.',
    en: 'Videos and broadcasts lead to the sites of press and radio; captions are theirs.',
  },
  limitFiles: {
    vi: 'Tệp đính kèm do các cơ quan ban hành có thể chưa đọc được bằng trình đọc màn hình.',
    en: 'Files issued by offices may not be readable by screen readers.',
  },
  limitTranslation: {
    vi: 'Không phải bài nào cũng có bản tiếng dân tộc.',
    en: 'Not every text is there in minority languages.',
  },
  countHead: { vi: 'Cổng đếm lượt xem thế nào', en: 'How openings are counted' },
  count: {
    vi: 'Mỗi lần một trang được mở, cổng cộng một vào con số của ngày hôm đó. Không dùng cookie, không lưu địa chỉ, không biết ai đã xem. Máy quét, máy xem trước liên kết và địa chỉ mở quá nhiều trang trong một phút không được tính. Trang do bộ nhớ đệm ở giữa trả lời thì không đếm được, nên con số có thể thấp hơn thực tế.',
    en: 'Each time a page is opened, one is added to the number of that day: no cookie, no address kept, nobody known. Robots, link previews and addresses that open too many pages in a minute are left out. What a cache on the way answers is not seen, so numbers may be lower than the truth.',
  },
  tellHead: { vi: 'Gặp khó khăn?', en: 'Trouble?' },
  tell: {
    vi: 'Hãy cho chúng tôi biết trang nào, bạn dùng thiết bị gì; chúng tôi sẽ sửa hoặc gửi thông tin theo cách khác.',
    en: 'Tell us the page and your device; we mend it or send the information another way.',
  },
} as const

/** Standing pages of every portal: address, title, and what somebody may look for who needs them. */
export const pages: readonly (readonly [address: string, title: string, lead: string])[] = [
  ['/articles', 'Tin bài', 'Tin, bài, phóng sự, video và phát thanh mới nhất.'],
  [
    '/articles?kind=question_answer',
    'Hỏi – đáp',
    'Câu hỏi của người dân, doanh nghiệp và trả lời của cơ quan.',
  ],
  ['/articles?kind=media', 'Video, phát thanh', 'Xem và nghe: video hướng dẫn, phóng sự, bài phát thanh.'],
  [
    '/articles?kind=infographic',
    'Đồ họa thông tin',
    'Thủ tục, quyền lợi, số liệu bằng hình vẽ, infographic.',
  ],
  ['/articles?kind=shortcoming', 'Tồn tại, hạn chế', 'Nơi làm chưa tốt, nguyên nhân và hạn khắc phục.'],
  [
    '/directing-documents',
    'Văn bản chỉ đạo',
    'Tra cứu kế hoạch, quyết định, công văn theo số, năm, nơi ban hành.',
  ],
  ['/events', 'Sự kiện', 'Lịch hội nghị, hội thi, đối thoại, ra quân; tải lịch về máy.'],
  [
    '/index-results',
    'Kết quả chỉ số',
    'PAR INDEX, SIPAS, PAPI, PCI, DTI qua các năm, có biểu đồ và bảng số liệu.',
  ],
  ['/exemplars', 'Gương điển hình, mô hình hay', 'Tập thể, cá nhân làm tốt và cách làm để nơi khác áp dụng.'],
  ['/materials', 'Ấn phẩm tuyên truyền', 'Tờ gấp, sổ tay, áp phích, bản chữ to: tải về đọc, in, chia sẻ.'],
  [
    '/initiatives',
    'Sáng kiến cải cách hành chính',
    'Gửi sáng kiến, đề xuất; theo dõi bằng mã; xem sáng kiến đã tiếp nhận và trả lời.',
  ],
  [
    '/feedback-results',
    'Kết quả xử lý phản ánh, kiến nghị',
    'Phản ánh, kiến nghị của người dân, doanh nghiệp đã được xử lý ra sao, đúng hạn đến đâu.',
  ],
  [
    '/public-dialogues',
    'Đối thoại với người dân, doanh nghiệp',
    'Câu hỏi tại các cuộc đối thoại, tọa đàm và trả lời của cơ quan.',
  ],
  ['/identity', 'Bộ nhận diện thương hiệu', 'Tải biểu trưng, màu, mẫu biển hiệu của Bộ phận Một cửa.'],
  ['/poll', 'Hỏi ý kiến bạn đọc', 'Trả lời câu hỏi thăm dò và xem kết quả.'],
  [
    '/subscriptions/new',
    'Nhận tin qua thư điện tử',
    'Đăng ký bản tin theo lĩnh vực; thôi nhận bằng một lần bấm.',
  ],
  ['/feeds', 'Nguồn tin RSS', 'RSS, Atom, JSON Feed của toàn cổng, từng chuyên mục và lĩnh vực.'],
  ['/contact', 'Liên hệ', 'Đường dây nóng, thư điện tử, địa chỉ cơ quan chủ quản cổng.'],
  [
    '/portal/accessibility',
    'Khả năng tiếp cận',
    'Chữ to, tương phản cao, đọc bằng giọng nói, dùng bàn phím.',
  ],
  ['/display', 'Cỡ chữ và độ tương phản', 'Đổi cỡ chữ, độ tương phản và cách hiển thị cho dễ đọc.'],
  ['/site-map', 'Sơ đồ trang', 'Mọi mục của cổng trên một trang.'],
]

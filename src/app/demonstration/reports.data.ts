/** Sentences that officials of the demonstration write into their reports. Invented, and marked so on every page. */
export const sayings = {
  direction: [
    'Đơn vị đã ban hành kế hoạch tuyên truyền cải cách hành chính của năm, phân công lãnh đạo phụ trách và công chức đầu mối; quán triệt văn bản của tỉnh tại họp giao ban hằng tháng (minh họa).',
    'Lãnh đạo đơn vị chỉ đạo lồng ghép tuyên truyền cải cách hành chính vào chương trình công tác quý, giao từng bộ phận đăng ký sản phẩm cụ thể và kiểm điểm tiến độ hằng tuần (minh họa).',
    'Đã tổ chức hội nghị triển khai nhiệm vụ cải cách hành chính đến toàn thể công chức, kiện toàn tổ tuyên truyền gồm 07 thành viên và ban hành lịch phát thanh cố định (minh họa).',
  ],
  themes: [
    'Nội dung tuyên truyền tập trung vào thủ tục hành chính thiết yếu, dịch vụ công trực tuyến và cách nộp hồ sơ tại Bộ phận Một cửa; giới thiệu kết quả Chỉ số cải cách hành chính của tỉnh (minh họa).',
    'Đơn vị phổ biến quy định mới về giải quyết thủ tục hành chính, quy tắc ứng xử của công chức, giới thiệu một mô hình hay ở cơ sở và nêu việc còn chậm để khắc phục (minh họa).',
  ],
  shortcomings: [
    'Hình thức tuyên truyền còn đơn điệu, chủ yếu qua loa truyền thanh; sản phẩm trực tuyến ít. Nguyên nhân: công chức kiêm nhiệm nhiều việc, chưa được tập huấn kỹ năng viết tin, bài (minh họa).',
    'Người cao tuổi và đồng bào vùng xa còn ít tiếp cận dịch vụ công trực tuyến. Nguyên nhân: sóng di động yếu ở một số thôn, nội dung hướng dẫn chưa có bản tiếng dân tộc (minh họa).',
    'Một số chỉ tiêu triển khai chậm so với tiến độ kế hoạch do kinh phí phân bổ muộn và thiếu phối hợp giữa các bộ phận; đơn vị đã nghiêm túc rút kinh nghiệm (minh họa).',
  ],
  obstacles: [
    'Đề nghị Sở Nội vụ mở lớp tập huấn kỹ năng truyền thông số cho công chức cấp xã và cung cấp bộ nhận diện dùng chung (minh họa).',
    'Hệ thống loa truyền thanh xuống cấp ở nhiều thôn; kiến nghị tỉnh bố trí kinh phí thay thế trong kế hoạch trung hạn (minh họa).',
  ],
  next: [
    'Kỳ tới đơn vị duy trì chuyên mục cải cách hành chính, tổ chức một buổi đối thoại với người dân, làm mới pano tại trụ sở và đăng ít nhất 08 tin, bài trên trang thông tin điện tử (minh họa).',
    'Tiếp tục thực hiện nhiệm vụ còn lại của kế hoạch năm; tập trung hướng dẫn nộp hồ sơ trực tuyến, thanh toán trực tuyến và tổng hợp mô hình hay để nhân rộng (minh họa).',
  ],
} as const

export const nilReasons = [
  'Trong kỳ địa phương tập trung khắc phục hậu quả mưa lũ, các hoạt động tuyên truyền chuyển sang kỳ sau (minh họa).',
  'Đơn vị vừa kiện toàn bộ máy, chưa phân công đầu mối nên chưa tổ chức hoạt động nào trong kỳ (minh họa).',
] as const

export const returnReasons = [
  'Báo cáo chưa nêu nguyên nhân của tồn tại, hạn chế; đề nghị bổ sung và gửi lại (minh họa).',
  'Số liệu chưa có minh chứng kèm theo; đề nghị đính kèm ảnh hoặc đường dẫn (minh họa).',
] as const

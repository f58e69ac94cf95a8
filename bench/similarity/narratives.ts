/**
 * Narratives written by hand for measuring the detector: eight subjects a report has, six units each, every text
 * written on its own. `{unit}` is the unit's name. Two texts of one subject are honest and similar by nature.
 */
export const narratives: Record<string, readonly string[]> = {
  direction: [
    'Ngay từ đầu quý, Chủ tịch UBND {unit} đã ký ban hành kế hoạch tuyên truyền cải cách hành chính năm 2026, phân công Phòng Văn hóa – Xã hội làm đầu mối. Mỗi thứ Hai hằng tuần, lãnh đạo UBND nghe báo cáo nhanh về số hồ sơ trễ hạn và giao người xử lý ngay tại cuộc họp. Hai công chức được điều động thêm sang bộ phận một cửa trong tuần cao điểm nộp hồ sơ đất đai.',
    'UBND {unit} thành lập tổ tuyên truyền gồm 7 người do đồng chí Phó Chủ tịch phụ trách văn xã làm tổ trưởng. Tổ họp ba lần, thống nhất lịch phát thanh, phân việc cho từng thôn và đăng ký chỉ tiêu bài viết với Trung tâm văn hóa. Việc chậm nhất là in pano vì phải chờ thẩm định dự toán.',
    'Lãnh đạo {unit} chọn ba việc làm khâu đột phá: số hóa hồ sơ lưu trữ, rút ngắn thời gian trả kết quả hộ tịch còn một buổi và công khai số điện thoại của từng công chức. Nội dung này được đưa vào nghị quyết của Đảng ủy và bản cam kết thi đua của các bộ phận chuyên môn.',
    'Trong quý, {unit} ban hành 4 văn bản chỉ đạo, trong đó có công văn chấn chỉnh việc yêu cầu người dân nộp thêm giấy tờ ngoài quy định. Đoàn kiểm tra nội bộ đã kiểm tra đột xuất 2 buổi, nhắc nhở một trường hợp đi muộn, một trường hợp ghi sổ chưa đầy đủ.',
    'Thực hiện chỉ đạo của tỉnh, Đảng ủy {unit} đưa kết quả cải cách hành chính vào tiêu chí xếp loại chi bộ cuối năm. Văn phòng HĐND và UBND lập bảng theo dõi từng nhiệm vụ, tô màu đỏ việc quá hạn và gửi cho thủ trưởng các phòng vào chiều thứ Sáu.',
    'Kế hoạch của {unit} được xây dựng sau khi lấy ý kiến 12 trưởng thôn. Bà con đề nghị phát thanh vào 5 giờ chiều thay vì buổi sáng vì sáng sớm đi rẫy, đề nghị này được tiếp thu. Kinh phí bố trí 18 triệu đồng, chủ yếu chi in tờ gấp và nhuận bút bài phát thanh.',
  ],
  broadcast: [
    'Đài truyền thanh {unit} phát 24 bản tin, mỗi bản 8 phút, tập trung vào cách nộp hồ sơ trực tuyến và mức giảm lệ phí khi nộp qua mạng. Bản tin thứ ba được phát lại nhiều nhất vì có phần hỏi đáp của bà con thôn Đông.',
    'Ban Văn hóa {unit} dùng loa kéo đi tới 9 tổ dân phố chưa có loa cố định, đọc bài “Năm việc không cần ra phường” do cán bộ tự viết. Mỗi điểm dừng nửa tiếng, có phát kèm tờ rơi và ghi lại câu hỏi để trả lời sau.',
    'Toàn bộ 14 cụm loa thông minh của {unit} hoạt động ổn định. Buổi phát tiếng Ê Đê vào chiều thứ Tư được già làng Y Thuyên đọc, nội dung về làm giấy khai sinh cho trẻ và quyền được phục vụ đúng hẹn.',
    'Do mưa lũ làm hỏng hai cụm loa, {unit} chỉ phát được 11 trên 18 buổi theo kế hoạch. Cán bộ truyền thanh chuyển sang gửi đoạn ghi âm qua nhóm Zalo của từng xóm, có 1.240 lượt nghe theo thống kê của nhóm.',
    'Chuyên mục “Một cửa trong tầm tay” của {unit} lên sóng vào thứ Năm tuần thứ hai của tháng. Số đầu tiên phỏng vấn một hộ kinh doanh làm thủ tục đăng ký ngay tại quán, số thứ hai nói về chữ ký số miễn phí.',
    'Trạm truyền thanh {unit} phối hợp với trường trung học cơ sở cho học sinh thu âm tiểu phẩm 6 phút về chuyện ông nội đi chứng thực giấy tờ. Tiểu phẩm phát 5 lần, được phụ huynh chia sẻ nhiều trên mạng xã hội.',
  ],
  training: [
    '{unit} mở một lớp tập huấn hai ngày cho 43 công chức và trưởng thôn về kỹ năng hướng dẫn người dân dùng Cổng dịch vụ công quốc gia. Học viên thực hành trên điện thoại của chính mình, cuối buổi có bài kiểm tra 10 câu, 39 người đạt.',
    'Tháng 5, cán bộ một cửa của {unit} được cử đi học tại Trường Chính trị tỉnh về văn hóa giao tiếp nơi công sở. Về đơn vị, các đồng chí truyền đạt lại cho đồng nghiệp trong buổi sinh hoạt chi bộ, nhấn mạnh lời chào, lời xin lỗi khi trễ hẹn.',
    'Đoàn Thanh niên {unit} cầm tay chỉ việc cho người cao tuổi: cài định danh điện tử, tra cứu hồ sơ, nộp phí qua mã QR. Sau bốn chiều thứ Bảy có 118 bác biết tự đăng nhập, nhiều bác còn hướng dẫn lại cho hàng xóm.',
    'Lớp bồi dưỡng công nghệ thông tin cơ bản do {unit} tổ chức thu hút các chi hội phụ nữ. Giảng viên là kỹ sư của một doanh nghiệp viễn thông, không lấy thù lao. Phần khó nhất là ký số, phải kèm từng người.',
    'Ngày 12/6, {unit} tổ chức hội nghị trực tuyến với 6 điểm cầu, quán triệt quy định mới về phi địa giới hành chính. Đại biểu thảo luận sôi nổi về trường hợp hộ khẩu ở tỉnh này nhưng đất ở tỉnh khác.',
    'Thay vì mở lớp tập trung, {unit} quay 8 đoạn phim ngắn dưới ba phút, mỗi đoạn dạy một thao tác. Công chức tự học rồi làm bài trắc nghiệm trên mạng; phòng Nội vụ chấm và nhắc những người chưa làm.',
  ],
  online: [
    'Trang Facebook chính thức của {unit} đăng 36 bài, bài được xem nhiều nhất là ảnh chụp bảng niêm yết mới kèm lời giải thích từng mục lệ phí. Ban quản trị trả lời 57 bình luận trong vòng một ngày làm việc.',
    'Kênh Zalo OA của {unit} tăng thêm 820 người quan tâm sau khi gửi tin nhắn nhắc lịch trả kết quả. Có 14 phản ánh gửi qua kênh này, 13 phản ánh đã trả lời, một phản ánh về lấn chiếm vỉa hè đang xác minh.',
    'Cổng thông tin của {unit} mở chuyên trang cải cách hành chính với các mục: hỏi đáp, biểu mẫu điền sẵn, bản đồ điểm hỗ trợ. Trung bình mỗi ngày có 95 lượt truy cập, cao nhất vào ngày mở tiếp nhận hồ sơ tuyển sinh.',
    'Tổ công nghệ số cộng đồng {unit} làm đoạn phim hoạt hình vui về chú cán bộ “nói không với giấy tờ thừa”. Đoạn phim được chia sẻ trong 22 nhóm thôn, nhiều cháu nhỏ thuộc lời thoại.',
    'Trong tháng 4, trang thông tin điện tử của {unit} bị lỗi phông chữ khiến người đọc khó theo dõi, lượt xem giảm một nửa. Sau khi nâng cấp, {unit} đăng bù 9 tin và ghim bài hướng dẫn nộp hồ sơ lên đầu trang.',
    '{unit} tổ chức hai buổi phát trực tiếp giải đáp về thủ tục đất đai, mỗi buổi 45 phút. Câu hỏi gửi trước được gom thành năm nhóm; người xem cùng lúc cao nhất 310 người, chủ yếu là người làm việc xa quê.',
  ],
  contest: [
    'Cuộc thi trắc nghiệm trên mạng do {unit} phát động có 1.875 lượt dự thi trong ba tuần. Giải nhất thuộc về một cô giáo mầm non trả lời đúng 20 câu và dự đoán sát số người tham gia. Lễ trao giải gắn với ngày chào cờ đầu tháng.',
    'Hội thi sân khấu hóa của {unit} diễn ra tại nhà văn hóa trung tâm với 8 đội. Đội tổ dân phố số 4 gây ấn tượng bằng màn chèo kể chuyện bà cụ đi đổi thẻ bảo hiểm. Ban tổ chức trao 1 giải nhất, 2 giải nhì và 5 giải phong trào.',
    '{unit} vận động cán bộ viết sáng kiến rút gọn quy trình; nhận 17 bài, chọn được 3 bài gửi dự thi cấp tỉnh. Sáng kiến “hộp thư hẹn giờ” cho phép người dân nhận kết quả ngoài giờ hành chính tại tủ khóa số.',
    'Do trùng mùa thu hoạch cà phê, hội thi của {unit} lùi sang tháng 11. Đến nay mới hoàn thành thể lệ, thành lập ban giám khảo và tập huấn cho các đội về cách dựng tình huống giao tiếp.',
    'Học sinh của 5 trường trên địa bàn {unit} vẽ tranh cổ động chủ đề “Nụ cười công sở”. Hơn hai trăm bức được treo dọc hành lang bộ phận một cửa; bức của em Hà My lớp 7 được chọn in lên bìa sổ tay.',
    'Tham gia cuộc thi do tỉnh tổ chức, {unit} có 462 người đăng ký, đứng thứ sáu toàn tỉnh về tỷ lệ dân số dự thi. Hai cá nhân đoạt giải tuần. Hạn chế là người dự thi phần lớn là công chức, người dân còn ít.',
  ],
  posting: [
    'Bộ phận một cửa {unit} thay toàn bộ bảng niêm yết giấy bằng màn hình cảm ứng, kèm 64 mã QR dán theo lĩnh vực. Người dân quét mã để xem thành phần hồ sơ; bảng giấy vẫn giữ ở cửa phụ cho người không dùng điện thoại.',
    'Kiểm tra chéo giữa các thôn cho thấy 3 điểm niêm yết của {unit} còn dán quyết định công bố đã hết hiệu lực. Công chức tư pháp đã gỡ bỏ trong ngày và lập sổ theo dõi ngày dán, người dán, ngày hết hạn.',
    '{unit} niêm yết đủ 187 thủ tục thuộc thẩm quyền, sắp theo tình huống cuộc sống: sinh con, cưới hỏi, làm nhà, buôn bán. Cách sắp này do các cô ở hội phụ nữ góp ý và được nhiều người khen dễ tìm.',
    'Địa chỉ, số điện thoại tiếp nhận phản ánh kiến nghị được {unit} in khổ lớn, treo ở cổng và trong nhà chờ. Từ khi có bảng mới, số cuộc gọi tăng gấp đôi, đa số hỏi giờ làm việc chứ không phải khiếu nại.',
    'Vì trụ sở đang sửa chữa, {unit} chuyển tạm việc tiếp dân sang hội trường cũ; bảng niêm yết được đóng khung di động. Một số quyển danh mục bị ướt, đã in lại 10 bộ và bọc nhựa.',
    'Trạm y tế và bưu điện văn hóa trên địa bàn {unit} cùng đặt kệ tờ hướng dẫn liên thông khai sinh – bảo hiểm. Mỗi tháng bổ sung khoảng 150 tờ; riêng tờ về mai táng phí hết nhanh nhất.',
  ],
  limits: [
    'Hạn chế lớn nhất của {unit} là sóng điện thoại ở hai bản vùng cao rất yếu, muốn nộp hồ sơ qua mạng phải đi ra đầu dốc. Công chức phụ trách tuyên truyền kiêm ba việc nên bài viết còn ít và đăng chậm.',
    'Một bộ phận người dân {unit} vẫn thích nộp hồ sơ giấy vì sợ bấm nhầm. Tỷ lệ hồ sơ trực tuyến do người dân tự nộp chỉ đạt 31%, phần còn lại do cán bộ làm hộ, chưa bền vững.',
    'Sau sáp nhập, địa bàn {unit} rộng gấp bốn lần, nhiều thôn cách trụ sở hơn 20 km. Loa truyền thanh của ba xã cũ khác hãng, chưa nối được với nhau nên một nội dung phải phát ba lần.',
    'Kinh phí tuyên truyền phân bổ muộn, đến cuối tháng 5 {unit} mới được cấp nên tờ gấp in sau thời điểm cần dùng. Mẫu biểu báo cáo thay đổi giữa kỳ làm số liệu quý trước khó so sánh.',
    'Hình thức tuyên truyền của {unit} còn nặng đọc văn bản, ít hình ảnh. Khảo sát nhanh 60 người ở chợ cho thấy chỉ 22 người nhớ được một thủ tục có thể làm tại nhà.',
    'Nguyên nhân chủ quan là {unit} chưa giao chỉ tiêu cụ thể cho từng bộ phận, việc ghi nhận hoạt động dồn vào cuối quý nên thiếu ảnh minh chứng. Một số buổi họp thôn có lồng ghép nhưng không lập biên bản.',
  ],
  next: [
    'Quý tới, {unit} tập trung ba việc: mở điểm hỗ trợ lưu động tại chợ phiên, hoàn thành bộ câu hỏi thường gặp bằng tiếng Mông và thí điểm trả kết quả tại nhà cho người khuyết tật.',
    '{unit} sẽ rà soát toàn bộ biểu mẫu để bỏ những ô người dân phải khai lại, báo cáo kết quả trước ngày 20/9; đồng thời mời một đoàn học sinh đến làm “cán bộ một ngày” để hiểu công việc của bộ phận một cửa.',
    'Trong kỳ sau, {unit} dự kiến ký kết với bưu điện để nhân viên bưu tá hướng dẫn người dân ngay tại nhà, trước mắt làm ở 4 thôn xa; cuối kỳ đánh giá số hồ sơ nhận được rồi mới mở rộng.',
    'Phương hướng của {unit} là giảm số lượng, tăng chất lượng: mỗi tháng một chủ đề, một đoạn phim, một buổi đối thoại. Chủ đề tháng 7 là cấp phép xây dựng nhà ở riêng lẻ, tháng 8 là trợ cấp xã hội.',
    '{unit} phấn đấu đến hết năm có 60% hồ sơ nộp trực tuyến do người dân tự thực hiện, không còn hồ sơ trễ hạn không có thư xin lỗi, và mọi thôn đều có ít nhất hai tuyên truyền viên biết ký số.',
    'Thời gian tới, {unit} khắc phục ngay việc thiếu minh chứng bằng cách yêu cầu chụp ảnh và ghi hoạt động trong ngày; bố trí máy tính công cộng ở nhà sinh hoạt cộng đồng; sửa hai cụm loa hỏng trước mùa mưa.',
  ],
}

/** What anybody may write around a text of the own: half of the honest pairs share these on purpose. */
export const openings: readonly string[] = [
  'Thực hiện Kế hoạch số 25/KH-UBND ngày 05/02/2026 của UBND tỉnh về tuyên truyền cải cách hành chính năm 2026, dưới sự lãnh đạo, chỉ đạo của cấp ủy, chính quyền các cấp, {unit} đã triển khai kịp thời các nhiệm vụ được giao.',
  'Được sự quan tâm lãnh đạo, chỉ đạo của Tỉnh ủy, HĐND, UBND tỉnh, công tác thông tin, tuyên truyền cải cách hành chính trên địa bàn {unit} tiếp tục được đẩy mạnh.',
]
export const closings: readonly string[] = [
  'Qua đó nâng cao nhận thức, trách nhiệm của cán bộ, công chức, viên chức, người lao động và tạo sự đồng thuận của người dân, tổ chức và doanh nghiệp.',
  'Những kết quả trên góp phần nâng cao mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước.',
]

/** Changes an official makes who wants a copied text to look like one of the own. */
export const synonyms: readonly (readonly [string, string])[] = [
  ['tổ chức', 'tiến hành'],
  ['người dân', 'nhân dân'],
  ['bà con', 'người dân'],
  ['hướng dẫn', 'chỉ dẫn'],
  ['tập trung', 'chú trọng'],
  ['thực hiện', 'triển khai'],
  ['công chức', 'cán bộ'],
  ['cán bộ', 'công chức'],
  ['địa bàn', 'khu vực'],
  ['chủ yếu', 'phần lớn'],
  ['nhiều', 'không ít'],
  ['mỗi', 'từng'],
  ['được', 'đã được'],
  ['ngay', 'kịp thời'],
  ['vì', 'do'],
  ['và', 'cùng với'],
  ['còn', 'vẫn còn'],
  ['trong', 'ở'],
  ['hồ sơ', 'giấy tờ'],
  ['phát', 'phát đi'],
]

export const unitNames: readonly string[] = [
  'xã Bình Minh',
  'phường Tân Lập',
  'xã Ea Súp',
  'xã Trà Linh',
  'phường Hòa Khánh',
  'xã Nậm Có',
  'xã Phước Sơn',
  'phường Trần Hưng Đạo',
  'xã Cát Thịnh',
  'xã Đại Lộc',
]

/** An official sentence and the same for the public: written by us, in the manner of plans and notices. */
export const pairs: [official: string, plain: string][] = [
  [
    'Các cơ quan, đơn vị, địa phương tổ chức triển khai thực hiện việc niêm yết công khai đầy đủ, kịp thời danh mục và nội dung TTHC tại trụ sở và trên Trang TTĐT nhằm tạo điều kiện thuận lợi cho tổ chức, cá nhân trong quá trình thực hiện TTHC.',
    'Mỗi cơ quan dán danh sách thủ tục ở trụ sở và đăng trên trang thông tin điện tử. Bà con xem được ngay khi cần làm thủ tục.',
  ],
  [
    'Trường hợp hồ sơ chưa đầy đủ, chưa chính xác theo quy định, cán bộ tiếp nhận hồ sơ hướng dẫn tổ chức, cá nhân bổ sung, hoàn thiện hồ sơ và nêu rõ lý do theo mẫu Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.',
    'Nếu hồ sơ thiếu, cán bộ ghi vào phiếu những giấy tờ cần nộp thêm và lý do. Bạn chỉ phải nộp thêm một lần.',
  ],
  [
    'Đẩy mạnh công tác thông tin, tuyên truyền về CCHC nhằm nâng cao nhận thức của CBCCVC và các tầng lớp nhân dân, qua đó tạo sự đồng thuận, góp phần nâng cao chất lượng phục vụ.',
    'Sở Nội vụ nói cho cán bộ và người dân biết những thủ tục đã gọn hơn. Mỗi tháng sở đăng một bài.',
  ],
  [
    'Kết quả giải quyết TTHC được trả cho tổ chức, cá nhân tại BPMC hoặc được gửi qua dịch vụ bưu chính công ích trong thời hạn quy định.',
    'Bạn nhận kết quả ở Bộ phận Một cửa, hoặc bưu điện mang đến nhà. Chậm nhất là ngày ghi trên giấy hẹn.',
  ],
  [
    'Tổ chức, cá nhân có nhu cầu thực hiện thủ tục hành chính truy cập vào Cổng DVCQG, đăng nhập bằng tài khoản định danh điện tử, lựa chọn dịch vụ công trực tuyến và tiến hành kê khai, nộp hồ sơ theo hướng dẫn.',
    'Bạn vào dichvucong.gov.vn, đăng nhập bằng VNeID. Chọn thủ tục, điền các ô, rồi bấm Nộp hồ sơ.',
  ],
  [
    'Việc thanh toán nghĩa vụ tài chính đối với các TTHC được thực hiện trực tuyến nhằm giảm thiểu thời gian, chi phí đi lại của người dân trên địa bàn.',
    'Bạn trả lệ phí ngay trên điện thoại, không phải đi lại.',
  ],
  [
    'UBND cấp xã chịu trách nhiệm chủ trì, phối hợp với các đơn vị liên quan rà soát, đôn đốc việc cập nhật, công khai TTHC trên địa bàn.',
    'Chủ tịch xã xem lại bảng thủ tục ở trụ sở vào thứ Sáu hằng tuần. Thiếu thủ tục nào, cán bộ một cửa dán thêm ngay trong ngày.',
  ],
  [
    'Tăng cường ứng dụng CNTT trong giải quyết TTHC, bảo đảm kết nối, chia sẻ dữ liệu dân cư phục vụ việc cắt giảm thành phần hồ sơ trên cơ sở khai thác CSDLQG về dân cư.',
    'Khi làm thủ tục, bạn không phải nộp bản sao căn cước. Cán bộ tra thông tin của bạn trên máy.',
  ],
  [
    'Các phản ánh, kiến nghị của cá nhân, tổ chức về quy định hành chính được tiếp nhận, xử lý và được công khai kết quả trên Hệ thống thông tin theo quy định hiện hành.',
    'Bạn gọi 1022 để góp ý về thủ tục. Trong 5 ngày, tỉnh trả lời và đăng câu trả lời lên mạng.',
  ],
  [
    'Thủ trưởng các cơ quan, đơn vị quán triệt, phổ biến đến toàn thể CBCCVC thuộc phạm vi quản lý nghiêm túc thực hiện các nội dung nêu trên.',
    'Giám đốc sở họp toàn cơ quan, nói rõ ba việc phải làm và ai làm việc nào.',
  ],
  [
    'Nhằm mục đích rút ngắn thời gian giải quyết hồ sơ, đồng thời tạo điều kiện thuận lợi cho doanh nghiệp, Ủy ban nhân dân tỉnh đã phê duyệt phương án đơn giản hóa thủ tục hành chính trong lĩnh vực đất đai theo hướng cắt giảm thời gian giải quyết.',
    'Từ ngày 01/7, thủ tục đất đai nhanh hơn trước 5 ngày. Doanh nghiệp không phải nộp bản đồ giấy nữa.',
  ],
  [
    'Công dân xuất trình giấy tờ tùy thân còn hiệu lực khi có yêu cầu của cơ quan có thẩm quyền trong quá trình thực hiện thủ tục đăng ký cư trú.',
    'Khi đăng ký nơi ở, bạn mang theo căn cước. Công an xã xem rồi trả lại ngay.',
  ],
  [
    'Việc triển khai thực hiện mô hình của Ủy ban nhân dân phường nhằm phát huy vai trò của tổ công nghệ số cộng đồng trong công tác hỗ trợ người dân sử dụng dịch vụ công trực tuyến.',
    'Phường lập tổ công nghệ số ở từng khu phố. Tổ đến tận nhà chỉ bà con nộp hồ sơ trên điện thoại.',
  ],
  [
    'Trong thời gian tới, tiếp tục đẩy mạnh triển khai đồng bộ, có hiệu quả các giải pháp nâng cao Chỉ số PAR INDEX, SIPAS của tỉnh.',
    'Từ nay đến tháng 12, Sở Nội vụ làm ba việc. Một là trả hồ sơ đúng hẹn. Hai là xin lỗi khi trễ. Ba là hỏi ý kiến sau mỗi hồ sơ.',
  ],
  [
    'Hồ sơ quá thời hạn quy định phải được cơ quan giải quyết thông báo bằng văn bản, nêu rõ lý do và được gửi kèm thư xin lỗi đến tổ chức, cá nhân.',
    'Nếu trễ hẹn, cơ quan gửi thư xin lỗi, nói rõ vì sao và hẹn ngày mới.',
  ],
  [
    'Người có công với cách mạng và thân nhân người có công trên địa bàn được hỗ trợ kinh phí mua BHYT theo quy định của pháp luật hiện hành.',
    'Người có công và cha mẹ, vợ chồng, con của họ không phải mua thẻ bảo hiểm y tế. Xã phát thẻ tận nhà.',
  ],
  [
    'Căn cứ vào kết quả rà soát, Sở Tư pháp tham mưu Ủy ban nhân dân tỉnh xem xét, phê duyệt danh mục TTHC thực hiện không phụ thuộc vào địa giới hành chính.',
    'Sở Tư pháp đã chọn 40 thủ tục. Từ tháng 8, bạn làm các thủ tục này ở xã nào cũng được.',
  ],
  [
    'Các hộ gia đình, cá nhân có nhu cầu đăng ký biến động đất đai liên hệ trực tiếp với Chi nhánh VPĐKĐĐ để được hướng dẫn về thành phần hồ sơ, trình tự thực hiện.',
    'Bạn muốn sang tên sổ đỏ? Hãy đến văn phòng đăng ký đất đai gần nhà. Cán bộ đưa bạn danh sách giấy tờ cần nộp.',
  ],
  [
    'Tổ chức các lớp tập huấn, bồi dưỡng nghiệp vụ nhằm nâng cao chất lượng đội ngũ công chức làm việc tại BPMC các cấp, đảm bảo đáp ứng yêu cầu nhiệm vụ trong tình hình mới.',
    'Tháng 9, tỉnh mở hai lớp học cho cán bộ một cửa. Mỗi lớp học ba ngày, thực hành trên máy.',
  ],
  [
    'Hệ thống loa truyền thanh cơ sở thường xuyên đăng tải, cập nhật thông tin về các dịch vụ công trực tuyến thiết yếu phục vụ quần chúng nhân dân.',
    'Loa xã đọc tin về thủ tục lúc 5 giờ chiều thứ Hai và thứ Năm.',
  ],
  [
    'Đối với các trường hợp không thuộc thẩm quyền giải quyết, bộ phận tiếp nhận có trách nhiệm hướng dẫn cá nhân, tổ chức đến cơ quan có thẩm quyền để được giải quyết theo quy định.',
    'Nếu xã không làm thủ tục này, cán bộ chỉ cho bạn nơi phải đến.',
  ],
  [
    'Công tác kiểm soát TTHC, cải cách TTHC gắn với CĐS tiếp tục được quan tâm chỉ đạo, được triển khai thực hiện nghiêm túc, góp phần cải thiện môi trường đầu tư, kinh doanh.',
    'Năm nay tỉnh bỏ 32 loại giấy tờ. Doanh nghiệp mở cửa hàng nhanh hơn trước ba ngày.',
  ],
]

import type { Facts, PublicationKind } from '../../modules/publishing/publication.ts'

/** What the demonstration's portal shows. Invented throughout, as the ribbon on every page says. */
export interface ShownPublication {
  key: string
  kind: PublicationKind
  language?: string
  title: string
  lead: string
  /** Paragraphs; '## ' begins a heading, '- ' an item of a list. */
  body: readonly string[]
  unit: string
  topics: readonly string[]
  column?: 'together' | 'answers'
  picture?: { shape: 'wide' | 'tall' | 'panorama'; alt: string }
  facts?: Facts
  byline?: string
  /** Days before today. */
  daysAgo: number
}

const indexSeries = (from: number, values: readonly number[]) =>
  values.map((value, i) => ({ label: String(from + i), value }))

export const shownPublications: readonly ShownPublication[] = [
  {
    key: 'one-stop',
    kind: 'article',
    title: 'Phường Chung An trả kết quả ngay trong buổi: người dân không phải hẹn lại lần hai',
    lead: 'Từ tháng Chín, 42 thủ tục ở Bộ phận Một cửa của phường được trả ngay trong buổi làm việc. Sau ba tháng, cứ một trăm hồ sơ thì chín mươi sáu hồ sơ xong trước giờ hẹn.',
    body: [
      'Bảy giờ rưỡi sáng, bà Tư Hạnh ngồi vào quầy số 2. Bà cần xác nhận tình trạng hôn nhân cho con gái. Mười lăm phút sau, tờ giấy đã nằm trong tay bà, dấu còn ướt mực.',
      '## Vì sao làm được',
      'Phường rà lại từng bước của 42 thủ tục có nhiều người làm nhất. Ba việc được bỏ: sao chụp giấy tờ đã có trong cơ sở dữ liệu, trình ký qua hai cấp, và phiếu hẹn mặc định ba ngày.',
      '- Công chức ở quầy được ủy quyền ký 28 thủ tục.',
      '- Giấy tờ đã số hóa thì không yêu cầu nộp lại.',
      '- Hồ sơ khó có người thứ hai xem ngay, không chờ đến chiều.',
      '## Người dân được gì',
      'Phường đo thời gian từ lúc bấm số đến lúc nhận kết quả. Trung vị giảm từ 2 ngày 4 giờ còn 38 phút. Số người phải quay lại vì thiếu giấy tờ giảm từ 21 còn 4 trên một trăm.',
      'Cách làm được Sở Nội vụ đưa vào danh mục mô hình để các xã, phường khác tham khảo trong năm tới.',
    ],
    unit: 'X25-phường Chung An',
    topics: ['procedures', 'one_stop'],
    column: 'together',
    picture: {
      shape: 'wide',
      alt: 'Quầy tiếp nhận hồ sơ của phường, người dân ngồi đợi trên ghế (ảnh vẽ minh họa)',
    },
    byline: 'Bùi Thảo Ngân',
    daysAgo: 0,
  },
  {
    key: 'online-five-steps',
    kind: 'question_answer',
    title: 'Nộp hồ sơ trực tuyến có phải mang bản gốc đến đối chiếu không?',
    lead: 'Không, nếu giấy tờ đã có bản điện tử được ký số hoặc đã nằm trong kho dữ liệu của bạn.',
    body: [
      'Khi giấy tờ là bản điện tử có chữ ký số của cơ quan cấp, hoặc đã được chứng thực điện tử, cơ quan tiếp nhận không được yêu cầu bạn mang bản giấy đến đối chiếu.',
      'Nếu bạn chụp ảnh giấy tờ bằng điện thoại, cán bộ có thể mời bạn mang bản gốc đến khi nhận kết quả. Việc đối chiếu làm tại chỗ, không thu phí.',
      '- Bước 1: đăng nhập bằng tài khoản định danh điện tử mức độ 2.',
      '- Bước 2: chọn thủ tục và nơi giải quyết.',
      '- Bước 3: đính kèm giấy tờ; giấy tờ có sẵn trong kho thì chọn, không phải tải lại.',
      '- Bước 4: nộp phí, lệ phí trực tuyến nếu có.',
      '- Bước 5: theo dõi bằng mã hồ sơ; kết quả gửi về kho dữ liệu của bạn.',
    ],
    unit: 'VPUB',
    topics: ['online_services', 'digital_government'],
    column: 'answers',
    facts: { asker: 'Một bạn đọc ở xã Thượng Lâm', answerer: 'Văn phòng UBND tỉnh' },
    daysAgo: 1,
  },
  {
    key: 'night-class',
    kind: 'reportage',
    title:
      'Lớp học ban đêm ở nhà văn hóa thôn: tổ công nghệ số cộng đồng dạy bà con nộp hồ sơ bằng điện thoại',
    lead: 'Ba tối một tuần, đèn nhà văn hóa thôn Nà Lũng sáng đến chín giờ. Người dạy là đoàn viên trong thôn, người học trẻ nhất hai mươi hai tuổi, lớn nhất bảy mươi sáu.',
    body: [
      'Anh Lò Văn Pâng mở chiếc điện thoại màn hình đã nứt một góc, gõ chậm từng chữ. Đây là lần thứ ba anh tự nộp hồ sơ xin trích lục khai sinh cho con.',
      'Tổ công nghệ số cộng đồng của thôn có bảy người. Họ chia nhau đến từng nhà, ưu tiên nhà có người già và nhà ở xa trung tâm xã.',
      '“Chúng tôi không làm thay. Làm thay thì lần sau bà con lại phải đợi”, chị Mơ nói.',
      '## Con số sau nửa năm',
      'Tỷ lệ hồ sơ nộp trực tuyến của xã tăng từ 31 lên 68 phần trăm. Quan trọng hơn: 54 phần trăm hồ sơ ấy do người dân tự nộp, không nhờ cán bộ nhập hộ.',
    ],
    unit: 'X25-xã Thượng Lâm',
    topics: ['digital_government', 'online_services'],
    column: 'together',
    picture: { shape: 'panorama', alt: 'Dãy nhà sàn lúc chập tối, một nhà sáng đèn (ảnh vẽ minh họa)' },
    facts: { minutes: 6 },
    byline: 'Lò Thị Mơ',
    daysAgo: 2,
  },
  {
    key: 'shortcoming-board',
    kind: 'shortcoming',
    title: 'Mười một xã còn niêm yết thủ tục đã bị bãi bỏ',
    lead: 'Kiểm tra đột xuất tháng Mười cho thấy bảng niêm yết ở mười một xã, phường chưa thay sau khi danh mục thủ tục thay đổi.',
    body: [
      'Đoàn kiểm tra đối chiếu bảng niêm yết với danh mục đang có hiệu lực. Ở mười một nơi, từ một đến bốn thủ tục trên bảng đã bị bãi bỏ hoặc thay thế.',
      'Các xã, phường đã được gửi bản in mới kèm mã QR. Người dân quét mã để biết bảng đang treo còn đúng hay đã cũ.',
    ],
    unit: 'SNV',
    topics: ['procedures'],
    facts: {
      where: 'Mười một xã, phường trong tỉnh',
      remedy: 'Thay bảng in mới có mã QR, chụp ảnh gửi về Sở Nội vụ',
      due: '2026-12-10',
    },
    daysAgo: 4,
  },
  {
    key: 'thu-gon',
    kind: 'news',
    title: 'Tỉnh công bố cắt 37 thành phần hồ sơ trong lĩnh vực đất đai và hộ tịch',
    lead: 'Giấy tờ nào đã có trong cơ sở dữ liệu quốc gia thì từ nay không phải nộp.',
    body: [
      'Danh mục gồm 24 thành phần hồ sơ về đất đai và 13 thành phần về hộ tịch. Cán bộ tự khai thác thông tin và không được yêu cầu người dân sao chụp.',
      'Nếu bị yêu cầu nộp giấy tờ nằm trong danh mục, người dân gọi đường dây nóng ghi ở cuối trang.',
    ],
    unit: 'VPUB',
    topics: ['procedures', 'institutions'],
    picture: { shape: 'tall', alt: 'Chồng hồ sơ giấy thấp dần (ảnh vẽ minh họa)' },
    daysAgo: 5,
  },
  {
    key: 'thanks-sorry',
    kind: 'article',
    title: 'Thư xin lỗi khi trễ hẹn: nói rõ vì sao, hẹn lại bao giờ',
    lead: 'Cả tỉnh có 214 hồ sơ trễ hẹn trong quý III; 214 lá thư xin lỗi đã được gửi.',
    body: [
      'Thư nêu lý do, người chịu trách nhiệm và ngày hẹn mới. Không dùng mẫu câu “vì lý do khách quan”.',
      'Sở Nội vụ đọc lại từng lá thư mỗi tháng và công khai các nguyên nhân lặp lại.',
    ],
    unit: 'SNV',
    topics: ['civil_service'],
    column: 'together',
    daysAgo: 8,
  },
  {
    key: 'plan-document',
    kind: 'directing_document',
    title: 'Kế hoạch tuyên truyền cải cách hành chính tỉnh năm 2026',
    lead: 'Giao 42 nhiệm vụ cho các sở, ban, ngành và UBND cấp xã; nêu rõ sản phẩm, thời hạn và nơi chủ trì.',
    body: [
      'Kế hoạch nhằm nâng cao nhận thức của cán bộ, công chức, viên chức và người dân về cải cách hành chính; mỗi nhiệm vụ có sản phẩm kiểm đếm được.',
    ],
    unit: 'SNV',
    topics: ['institutions'],
    facts: {
      number: '25/KH-UBND',
      day: '2026-01-15',
      issuer: 'UBND tỉnh',
      documentKind: 'Kế hoạch',
      signer: 'Chủ tịch UBND tỉnh',
    },
    daysAgo: 30,
  },
  {
    key: 'directive-document',
    kind: 'directing_document',
    title:
      'Chỉ thị về tăng cường kỷ luật, kỷ cương hành chính và nâng cao chất lượng phục vụ người dân, doanh nghiệp trên địa bàn tỉnh',
    lead: 'Người đứng đầu chịu trách nhiệm khi đơn vị để hồ sơ trễ hẹn mà không xin lỗi.',
    body: ['Chỉ thị yêu cầu công khai kết quả giải quyết hồ sơ theo từng quầy, từng tuần.'],
    unit: 'VPUB',
    topics: ['civil_service'],
    facts: { number: '07/CT-UBND', day: '2026-08-20', issuer: 'UBND tỉnh', documentKind: 'Chỉ thị' },
    daysAgo: 12,
  },
  {
    key: 'training-event',
    kind: 'event',
    title: 'Tập huấn viết tin, bài về cải cách hành chính cho cán bộ đầu mối xã, phường',
    lead: 'Hai buổi: viết ngắn, viết rõ; chụp ảnh có chú thích. Học viên mang theo một bài đã viết.',
    body: ['Đăng ký qua cán bộ đầu mối của đơn vị. Tài liệu được gửi trước ba ngày.'],
    unit: 'SNV',
    topics: ['civil_service'],
    facts: {
      starts: '+9T08:00',
      ends: '+9T16:30',
      place: 'Hội trường lớn, Sở Nội vụ',
      organiser: 'Sở Nội vụ và Báo và phát thanh, truyền hình tỉnh',
    },
    daysAgo: 3,
  },
  {
    key: 'dialogue-event',
    kind: 'event',
    title: 'Đối thoại giữa chính quyền và người dân về dịch vụ công trực tuyến',
    lead: 'Lãnh đạo tỉnh trả lời trực tiếp câu hỏi của người dân các xã vùng cao.',
    body: ['Câu hỏi gửi trước được trả lời bằng văn bản, kể cả khi không đủ giờ trên sân khấu.'],
    unit: 'VPUB',
    topics: ['online_services'],
    facts: { starts: '+20T08:30', place: 'Nhà văn hóa xã Thượng Lâm', organiser: 'Văn phòng UBND tỉnh' },
    daysAgo: 2,
  },
  {
    key: 'par-index',
    kind: 'index_result',
    title: 'PAR INDEX của tỉnh tăng 1,9 điểm; thủ tục hành chính và chính quyền số tăng nhiều nhất',
    lead: 'Điểm qua sáu năm, kèm những nội dung còn mất điểm.',
    body: [
      'Hai nội dung còn thấp là cải cách tài chính công và mức độ hài lòng ở cấp xã. Kế hoạch năm tới dành mười hai nhiệm vụ cho hai nội dung này.',
    ],
    unit: 'SNV',
    topics: ['indices'],
    facts: {
      index: 'PAR INDEX',
      year: 2025,
      scale: 'điểm',
      series: indexSeries(2020, [71.4, 76.9, 75.2, 81.7, 86.3, 88.2]),
      source: 'Số liệu minh họa',
    },
    daysAgo: 40,
  },
  {
    key: 'sipas',
    kind: 'index_result',
    title: 'Mức độ hài lòng của người dân (SIPAS) đạt 84,7 phần trăm',
    lead: 'Người dân hài lòng nhất về thái độ phục vụ, ít hài lòng nhất về thời gian chờ.',
    body: ['Khảo sát hỏi 1.860 người ở 24 xã, phường.'],
    unit: 'SNV',
    topics: ['indices'],
    facts: {
      index: 'SIPAS',
      year: 2025,
      scale: '%',
      series: indexSeries(2020, [72.6, 75.1, 74.3, 79.8, 83.9, 84.7]),
      source: 'Số liệu minh họa',
    },
    daysAgo: 41,
  },
  {
    key: 'exemplar-phone',
    kind: 'exemplar',
    title: 'Điện thoại viên một cửa nhớ tên từng cụ già trong xã',
    lead: 'Chị Hà ở xã Cồn Sậy gọi cho 61 cụ trước ngày hết hạn giấy tờ, và mang kết quả đến tận nhà.',
    body: [
      'Xã Cồn Sậy bị chia cắt bởi ba con rạch. Mỗi sáng thứ Hai, chị Hà mở sổ, gọi cho những cụ sắp hết hạn thẻ bảo hiểm hoặc trợ cấp. Ai không đi được thì chiều thứ Năm có xuồng của đoàn thanh niên đưa chị đến.',
    ],
    unit: 'X25-xã Cồn Sậy',
    topics: ['initiatives', 'one_stop'],
    picture: { shape: 'wide', alt: 'Chiếc xuồng trên con rạch lúc sáng sớm (ảnh vẽ minh họa)' },
    facts: {
      subject: 'Chị Trần Thị Thu Hà, công chức xã Cồn Sậy',
      result: '61 cụ già không phải đi lại; không hồ sơ nào quá hạn trong mười tháng',
    },
    daysAgo: 9,
  },
  {
    key: 'exemplar-paperless',
    kind: 'exemplar',
    title: 'Họp không giấy ở mười lăm xã: mỗi tháng bớt một tạ giấy in',
    lead: 'Tài liệu gửi trước hai ngày, họp đúng giờ, kết luận có ngay khi tan họp.',
    body: ['Mô hình bắt đầu từ phường Tân An, nay lan sang mười lăm xã.'],
    unit: 'X25-phường Chung An',
    topics: ['initiatives', 'digital_government'],
    facts: { subject: 'Mô hình “Họp không giấy”', result: 'Giảm 1,2 tấn giấy trong mười hai tháng' },
    daysAgo: 16,
  },
  {
    key: 'papi',
    kind: 'index_result',
    title: 'PAPI: người dân chấm cao cung ứng dịch vụ công, chấm thấp tham gia ở cơ sở',
    lead: 'Tổng điểm qua sáu năm, kèm nội dung tăng và giảm.',
    body: [
      'Chỉ số tham gia của người dân ở cơ sở giảm nhẹ; các xã sẽ công khai lịch họp thôn trên bảng tin điện tử.',
    ],
    unit: 'SNV',
    topics: ['indices'],
    facts: {
      index: 'PAPI',
      year: 2025,
      scale: 'điểm',
      series: indexSeries(2020, [41.2, 42.4, 42.1, 43.0, 43.6, 43.9]),
      source: 'Số liệu minh họa',
    },
    daysAgo: 60,
  },
  {
    key: 'dti',
    kind: 'index_result',
    title: 'DTI: chuyển đổi số cấp tỉnh tăng năm năm liền',
    lead: 'Chính quyền số và thể chế số dẫn đầu; kinh tế số còn chậm.',
    body: ['Kế hoạch năm tới mở mười lăm lớp cho công chức xã, phường.'],
    unit: 'SKHCN',
    topics: ['indices', 'digital_government'],
    facts: {
      index: 'DTI',
      year: 2025,
      scale: 'điểm',
      series: indexSeries(2020, [0.38, 0.44, 0.52, 0.61, 0.68, 0.74]),
      source: 'Số liệu minh họa',
    },
    daysAgo: 62,
  },
  {
    key: 'exemplar-school',
    kind: 'exemplar',
    title: 'Trường học nhận hồ sơ tuyển sinh trên mạng, phụ huynh không phải xếp hàng từ nửa đêm',
    lead: 'Hai mùa tuyển sinh không còn cảnh chen lấn trước cổng trường.',
    body: ['Phụ huynh chọn giờ, nộp hồ sơ bằng điện thoại; ai cần giúp thì đến bàn hướng dẫn ở nhà văn hóa.'],
    unit: 'SVHTTDL',
    topics: ['initiatives', 'online_services'],
    picture: { shape: 'tall', alt: 'Dãy lớp học lúc tan trường (ảnh vẽ minh họa)' },
    facts: { subject: 'Mười hai trường tiểu học', result: '9.400 hồ sơ, không hồ sơ giấy' },
    daysAgo: 20,
  },
  {
    key: 'one-stop',
    kind: 'article',
    language: 'hmn',
    title: 'Phường Chung An: muab ntawv rov qab rau hnub ntawd',
    lead: 'Bản tiếng H’Mông rút gọn để thử cách trình bày; lời dịch cần người bản ngữ duyệt.',
    body: ['Pej xeem tuaj ua ntawv thaum sawv ntxov, tau ntawv rov qab thaum sawv ntxov.'],
    unit: 'X25-phường Chung An',
    topics: ['procedures'],
    daysAgo: 0,
  },
]

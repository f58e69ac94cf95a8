import { reminderLetter } from './letter.ts'
import { article, type Block, type OfficialDocument, type Row, type Table } from './official-document.ts'

const allUnits = ['- Các sở, ban, ngành;', '- UBND các xã, phường;', '- Các cơ quan báo chí trên địa bàn.']
const press = ['- Báo và Phát thanh, Truyền hình tỉnh;', '- Cổng Thông tin điện tử tỉnh.']
const office = 'Văn phòng UBND tỉnh'

const group = (ordinal: string, title: string): Row => ({ kind: 'group', ordinal, title })
const task = (
  ordinal: string,
  content: string,
  lead: string | string[],
  coordinating: string | string[],
  time: string,
  product: string,
): Row => ({ kind: 'cells', cells: [ordinal, content, lead, coordinating, time, product] })

/** An annex of 5 groups and 17 tasks, in words of our own. */
export const exampleTable: Table = {
  kind: 'table',
  columns: [
    { title: 'STT', kind: 'ordinal', share: 12 },
    { title: 'Nội dung công việc', kind: 'text', share: 80 },
    { title: 'Cơ quan chủ trì', kind: 'text', share: 42 },
    { title: 'Cơ quan phối hợp', kind: 'text', share: 50 },
    { title: 'Thời gian', kind: 'date', share: 31 },
    { title: 'Sản phẩm', kind: 'text', share: 32 },
  ],
  rows: [
    group('I', 'Thông tin về kết quả kiểm soát thủ tục hành chính'),
    task(
      '01',
      'Cung cấp thông tin cho báo chí về kết quả rà soát, cắt giảm thủ tục hành chính của tỉnh; giới thiệu thủ tục mới được công bố để người dân, doanh nghiệp biết và thực hiện.',
      office,
      allUnits,
      'Thường xuyên',
      'Thông cáo báo chí',
    ),
    task(
      '02',
      'Mở chuyên mục định kỳ về cải cách thủ tục hành chính trên sóng phát thanh, truyền hình và trên báo điện tử của tỉnh.',
      press,
      [`- ${office};`, '- Sở Nội vụ.'],
      'Hằng tháng',
      '12 số chuyên mục',
    ),
    task(
      '03',
      'Đăng tải đầy đủ quyết định công bố thủ tục hành chính trên Cổng Thông tin điện tử tỉnh.',
      office,
      'Các sở, ban, ngành',
      'Sau khi công bố',
      'Tin, bài',
    ),
    group('II', 'Tiếp nhận, trả lời phản ánh, kiến nghị của người dân, doanh nghiệp'),
    task(
      '01',
      'Phổ biến địa chỉ, số điện thoại tiếp nhận phản ánh, kiến nghị về quy định hành chính tại trụ sở và trên trang thông tin điện tử của cơ quan, đơn vị.',
      ['- Các sở, ban, ngành;', '- UBND các xã, phường.'],
      office,
      'Quý I/2026',
      'Bảng niêm yết',
    ),
    task(
      '02',
      'Công khai kết quả xử lý từng phản ánh, kiến nghị; tổng hợp các vấn đề được hỏi nhiều để trả lời chung.',
      office,
      allUnits,
      'Hằng quý',
      '',
    ),
    task(
      '03',
      'Tổ chức buổi đối thoại với doanh nghiệp về thủ tục đầu tư, đất đai.',
      'Sở Tài chính',
      allUnits,
      '15/9/2026',
      '01 buổi đối thoại',
    ),
    task(
      '04',
      'Lồng ghép tuyên truyền trong các đợt kiểm tra công tác kiểm soát thủ tục hành chính.',
      office,
      'Sở Nội vụ',
      'Theo kế hoạch kiểm tra',
      'Biên bản kiểm tra',
    ),
    group('III', 'Rà soát, đơn giản hóa và công khai thủ tục hành chính'),
    task(
      '01',
      'Vận động tổ chức, cá nhân chịu tác động góp sáng kiến đơn giản hóa quy định, thủ tục; giới thiệu sáng kiến đã được áp dụng.',
      [`- ${office};`, '- Báo và Phát thanh, Truyền hình tỉnh.'],
      ['- Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh;', '- Các sở, ban, ngành.'],
      'Từ tháng 3 đến tháng 10 năm 2026',
      'Ít nhất 02 sáng kiến mỗi đơn vị',
    ),
    task(
      '02',
      'Niêm yết thủ tục hành chính bằng mã QR tại Trung tâm Phục vụ hành chính công các cấp.',
      'UBND các xã, phường',
      office,
      'Quý II/2026',
      '100% điểm tiếp nhận',
    ),
    task(
      '03',
      'Phát hành tờ gấp hướng dẫn mười thủ tục có nhiều hồ sơ nhất.',
      'Sở Tư pháp',
      allUnits,
      'Quý II/2026',
      '20.000 tờ gấp',
    ),
    group('IV', 'Dịch vụ công trực tuyến, thanh toán trực tuyến'),
    task(
      '01',
      'Hướng dẫn nộp hồ sơ, thanh toán phí, lệ phí trên Cổng Dịch vụ công quốc gia qua video ngắn, phát trên mạng xã hội và màn hình tại nơi tiếp nhận hồ sơ.',
      'Sở Khoa học và Công nghệ',
      allUnits,
      'Thường xuyên',
      '06 video',
    ),
    task(
      '02',
      'Tuyên truyền mức giảm phí, lệ phí khi nộp hồ sơ trực tuyến.',
      'Sở Tài chính',
      press,
      'Thường xuyên',
      'Tin, bài',
    ),
    task(
      '03',
      'Ra quân Tổ công nghệ số cộng đồng hỗ trợ người cao tuổi, đồng bào dân tộc thiểu số sử dụng dịch vụ công trực tuyến.',
      ['- UBND các xã, phường;', '- Tỉnh Đoàn.'],
      allUnits,
      'Tháng 4/2026',
      '01 đợt ra quân mỗi xã, phường',
    ),
    task(
      '04',
      'Tập huấn kỹ năng số cho công chức tiếp nhận hồ sơ.',
      'Sở Nội vụ',
      'Sở Khoa học và Công nghệ',
      'Quý III/2026',
      '02 lớp',
    ),
    group('V', 'Cơ chế một cửa, một cửa liên thông'),
    task(
      '01',
      'Công khai kết quả đánh giá chất lượng giải quyết thủ tục hành chính của từng cơ quan, đơn vị, địa phương.',
      office,
      allUnits,
      'Hằng tháng',
      'Bảng xếp hạng',
    ),
    task(
      '02',
      'Giới thiệu mô hình Trung tâm Phục vụ hành chính công cấp xã làm tốt để các nơi khác học tập.',
      office,
      press,
      'Quý III/2026',
      '04 phóng sự',
    ),
    task(
      '03',
      'Sơ kết, biểu dương tập thể, cá nhân có cách làm hay trong truyền thông về kiểm soát thủ tục hành chính.',
      office,
      allUnits,
      'Trước ngày 05/12/2026',
      'Báo cáo sơ kết',
    ),
  ],
}

const p = (text: string): Block => ({ kind: 'paragraph', text })
const bullet = (text: string): Block => ({ kind: 'bullet', text })

/** A plan of a People's Committee with an annex in landscape. */
export const examplePlan: OfficialDocument = {
  issuingBody: 'Ủy ban nhân dân tỉnh Thanh Giang',
  issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Thanh Giang',
  symbol: { number: '25', code: 'KH-UBND' },
  place: 'Thanh Giang',
  date: '2026-02-05',
  year: 2026,
  type: 'Kế hoạch',
  abstract: 'Truyền thông về hoạt động kiểm soát thủ tục hành chính năm 2026 trên địa bàn tỉnh Thanh Giang',
  legalBasis: [
    'Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục hành chính;',
    'Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia',
    'Theo đề nghị của Chánh Văn phòng Ủy ban nhân dân tỉnh',
  ],
  preamble:
    'Chủ tịch Ủy ban nhân dân tỉnh ban hành Kế hoạch truyền thông về hoạt động kiểm soát thủ tục hành chính năm 2026 như sau:',
  body: [
    {
      kind: 'section',
      title: 'MỤC ĐÍCH, YÊU CẦU',
      blocks: [
        {
          kind: 'section',
          title: 'Mục đích',
          blocks: [
            bullet(
              'Đưa thông tin về thủ tục hành chính và kết quả cải cách đến người dân, doanh nghiệp một cách nhanh, đúng, dễ hiểu; nâng cao trách nhiệm của cán bộ, công chức, viên chức trong tiếp nhận và giải quyết hồ sơ.',
            ),
            bullet(
              'Phát huy quyền giám sát của người dân, doanh nghiệp đối với việc giải quyết thủ tục hành chính; khuyến khích góp ý, hiến kế để cắt giảm thủ tục không còn phù hợp.',
            ),
            bullet(
              'Giới thiệu cách làm hay, điển hình tốt; phê bình nơi chậm trễ, gây phiền hà, để các cấp, các ngành cùng sửa đổi lề lối làm việc.',
            ),
          ],
        },
        {
          kind: 'section',
          title: 'Yêu cầu',
          blocks: [
            bullet(
              'Nội dung truyền thông chính xác, có trọng tâm; hình thức phong phú, phù hợp với từng nhóm đối tượng, chú ý đồng bào dân tộc thiểu số và người cao tuổi.',
            ),
            bullet(
              'Người đứng đầu cơ quan, đơn vị, địa phương trực tiếp chỉ đạo và chịu trách nhiệm về kết quả thực hiện; mỗi nhiệm vụ có cơ quan chủ trì, thời hạn và sản phẩm rõ ràng.',
            ),
            { kind: 'bullet', depth: 2, text: 'Số liệu báo cáo phải có tài liệu kiểm chứng kèm theo.' },
          ],
        },
      ],
    },
    {
      kind: 'section',
      title: 'NỘI DUNG, HÌNH THỨC, THỜI GIAN THỰC HIỆN',
      blocks: [
        p(
          'Nội dung công việc, cơ quan chủ trì, cơ quan phối hợp, thời gian và sản phẩm của từng nhiệm vụ nêu tại Danh mục ban hành kèm theo Kế hoạch này.',
        ),
      ],
    },
    {
      kind: 'section',
      title: 'KINH PHÍ THỰC HIỆN',
      blocks: [
        p(
          'Kinh phí bố trí trong dự toán chi thường xuyên năm 2026 của các cơ quan, đơn vị, địa phương theo phân cấp ngân sách và các nguồn hợp pháp khác.',
        ),
      ],
    },
    {
      kind: 'section',
      title: 'TỔ CHỨC THỰC HIỆN',
      blocks: [
        {
          kind: 'section',
          title: 'Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường',
          blocks: [
            bullet(
              'Căn cứ Danh mục kèm theo, xây dựng kế hoạch của đơn vị, địa phương trước ngày 28/02/2026 và tổ chức thực hiện.',
            ),
            bullet(
              'Báo cáo kết quả trong báo cáo kiểm soát thủ tục hành chính hằng quý, 06 tháng và năm, gửi về Văn phòng UBND tỉnh.',
            ),
          ],
        },
        {
          kind: 'section',
          title: 'Văn phòng UBND tỉnh',
          blocks: [
            {
              kind: 'item',
              ordinal: 'a)',
              text: 'Chủ trì, phối hợp với các cơ quan, đơn vị theo dõi, đôn đốc, hướng dẫn việc thực hiện Kế hoạch.',
            },
            {
              kind: 'item',
              ordinal: 'b)',
              text: 'Tổng hợp khó khăn, vướng mắc, báo cáo Chủ tịch UBND tỉnh xem xét, giải quyết.',
            },
          ],
        },
      ],
    },
    p('Yêu cầu Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các xã, phường nghiêm túc triển khai thực hiện.'),
  ],
  recipients: [
    'Cục Kiểm soát TTHC, Văn phòng Chính phủ',
    'Thường trực Tỉnh ủy',
    'Thường trực HĐND tỉnh',
    'Ủy ban MTTQ Việt Nam tỉnh',
    'Chủ tịch, các Phó Chủ tịch UBND tỉnh',
    'Các sở, ban, ngành',
    'UBND các xã, phường',
    'Báo và PTTH tỉnh, Cổng TTĐT tỉnh',
  ],
  archiveLine: 'VT, TTHC',
  signature: {
    authorities: [{ form: 'KT.', of: 'Chủ tịch' }],
    title: 'Phó Chủ tịch',
    name: 'Nguyễn Thị Thùy Dương',
  },
  annexes: [
    {
      title: 'Danh mục',
      subject: 'Nội dung công việc truyền thông về hoạt động kiểm soát thủ tục hành chính năm 2026',
      landscape: true,
      blocks: [exampleTable],
    },
  ],
}

/** A decision of a department, with everything that is not known before issue left blank. */
export const exampleDecision: OfficialDocument = {
  parentBody: 'Ủy ban nhân dân tỉnh Thanh Giang',
  issuingBody: 'Sở Nội vụ',
  issuer: 'Giám đốc Sở Nội vụ',
  symbol: { number: null, code: 'QĐ-SNV' },
  place: 'Thanh Giang',
  date: null,
  year: 2026,
  type: 'Quyết định',
  abstract: 'Thành lập Tổ giúp việc Ban Tổ chức Cuộc thi trực tuyến tìm hiểu cải cách hành chính',
  authorityLine: 'Giám đốc Sở Nội vụ',
  legalBasis: [
    'Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15',
    'Theo đề nghị của Trưởng phòng Cải cách hành chính.',
  ],
  enactingWord: 'Quyết định:',
  body: [
    article(1, 'Thành lập Tổ giúp việc gồm các ông, bà có tên trong danh sách kèm theo.'),
    article(2, 'Quyết định này có hiệu lực kể từ ngày ký.'),
    article(
      3,
      'Chánh Văn phòng Sở, Trưởng phòng Cải cách hành chính và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.',
    ),
  ],
  recipients: ['Như Điều 3', 'UBND tỉnh (b/c)'],
  archiveLine: 'VT, CCHC.',
  signature: { title: 'Giám đốc', name: null },
}

/** A letter of the People's Committee that urges several units. */
export const exampleLetter: OfficialDocument = reminderLetter({
  issuingBody: 'Ủy ban nhân dân tỉnh Thanh Giang',
  issuer: 'Ủy ban nhân dân tỉnh Thanh Giang',
  code: 'UBND-TTHC',
  place: 'Thanh Giang',
  year: 2026,
  addressees: ['Sở Tư pháp', 'Sở Khoa học và Công nghệ', 'UBND phường Trần Hưng Đạo'],
  plan: 'Kế hoạch số 25/KH-UBND ngày 05/02/2026 của Chủ tịch Ủy ban nhân dân tỉnh về truyền thông hoạt động kiểm soát thủ tục hành chính năm 2026',
  asOf: '2026-07-10',
  answerBy: '2026-07-20',
  answerTo: 'Văn phòng UBND tỉnh',
  tasks: [
    {
      content: 'Phát hành tờ gấp hướng dẫn mười thủ tục có nhiều hồ sơ nhất.',
      lead: 'Sở Tư pháp',
      time: 'Quý II/2026',
      daysLate: 10,
      state: 'Đã in, chưa phát hành',
    },
    {
      content: 'Niêm yết thủ tục hành chính bằng mã QR tại Trung tâm Phục vụ hành chính công các cấp.',
      lead: 'UBND phường Trần Hưng Đạo',
      time: 'Quý II/2026',
      daysLate: 10,
      state: '',
    },
  ],
  recipients: ['Chủ tịch, các Phó Chủ tịch UBND tỉnh', 'CVP, các PCVP UBND tỉnh'],
  archiveLine: 'VT, TTHC',
  signature: {
    authorities: [
      { form: 'TL.', of: 'Chủ tịch' },
      { form: 'KT.', of: 'Chánh Văn phòng' },
    ],
    title: 'Phó Chánh Văn phòng',
    name: 'Lê Quốc Khánh',
  },
})

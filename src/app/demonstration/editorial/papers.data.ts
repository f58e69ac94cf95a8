import { addDays, type Day } from '../../../lib/calendar/day.ts'
import type { ShownItem } from './shown-item.ts'

/** Documents, answers, indices and events of the demonstration, dated around `today`; all invented. */
export function papers(today: Day, year: number): readonly ShownItem[] {
  return [...documents(today), ...answers, ...indices(year), ...events(today)]
}

type Paper = readonly [
  number: string,
  kind: string,
  title: string,
  about: string,
  issuer: string,
  unit: string,
  by: string,
  days: number,
]

const issued: readonly Paper[] = [
  [
    '05/CT-UBND',
    'Chỉ thị',
    'Chỉ thị về tăng cường kỷ luật, kỷ cương trong giải quyết thủ tục hành chính',
    'Yêu cầu người đứng đầu chịu trách nhiệm về hồ sơ quá hạn; không yêu cầu giấy tờ đã có trong cơ sở dữ liệu; xin lỗi bằng văn bản khi trả kết quả chậm.',
    'UBND tỉnh',
    'VPUB',
    'khanh',
    120,
  ],
  [
    '2145/QĐ-UBND',
    'Quyết định',
    'Quyết định công bố danh mục 118 thủ tục tiếp nhận không phụ thuộc địa giới hành chính',
    'Danh mục gồm các lĩnh vực hộ tịch, chứng thực, bảo trợ xã hội, đăng ký kinh doanh và đất đai.',
    'Chủ tịch UBND tỉnh',
    'VPUB',
    'khanh',
    64,
  ],
  [
    '356/SNV-CCHC',
    'Công văn',
    'Công văn hướng dẫn tự đánh giá, chấm điểm cải cách hành chính cấp xã',
    'Hướng dẫn thời hạn, tài liệu kiểm chứng và cách tính điểm; biểu mẫu lập trên phần mềm, không gửi bản giấy.',
    'Sở Nội vụ',
    'SNV',
    'tam',
    45,
  ],
  [
    '92/KH-UBND',
    'Kế hoạch',
    'Kế hoạch đơn giản hóa thủ tục và cắt giảm giấy tờ trong lĩnh vực đất đai',
    'Đặt mục tiêu giảm một phần ba thời gian giải quyết và bỏ yêu cầu nộp bản sao đã số hóa.',
    'UBND tỉnh',
    'SNV',
    'tam',
    33,
  ],
  [
    '77/TB-VPUB',
    'Thông báo',
    'Thông báo kết luận giao ban cải cách hành chính quý III',
    'Giao 14 nhiệm vụ cụ thể, có đơn vị chủ trì và thời hạn; theo dõi trên hệ thống.',
    'Văn phòng UBND tỉnh',
    'VPUB',
    'khanh',
    19,
  ],
]

function documents(today: Day): ShownItem[] {
  return issued.map(([number, documentKind, title, about, issuer, unit, by, days]) => ({
    kind: 'directing_document',
    title,
    lead: about,
    text: `${about}\n\nVăn bản được đăng để các cơ quan, đơn vị và người dân theo dõi việc thực hiện.`,
    ...{ unit, by, topics: ['procedures'], state: 'published', daysAgo: days - 2 },
    facts: { number, day: addDays(today, -days), issuer, documentKind },
  }))
}

const answers: readonly ShownItem[] = [
  {
    kind: 'question_answer',
    title: 'Mất mã hồ sơ thì tra cứu bằng cách nào?',
    lead: 'Có ba cách, cách nào cũng không mất phí.',
    text: 'Đăng nhập Cổng Dịch vụ công bằng VNeID, mục “Hồ sơ của tôi” liệt kê mọi hồ sơ đã nộp.\n\nNếu nộp tại quầy, nhắn tin hoặc gọi Tổng đài kèm số căn cước và ngày nộp.\n\nHoặc đến bất kỳ Bộ phận Một cửa nào trong tỉnh.',
    ...{ unit: 'VPUB', by: 'khanh', topics: ['online_services'], column: 'answers' },
    facts: { asker: 'Bạn đọc phường Đông Phố', answerer: 'Văn phòng UBND tỉnh' },
    ...{ state: 'published', daysAgo: 6 },
  },
  {
    kind: 'question_answer',
    title: 'Có phải nộp lệ phí khi đổi thông tin do sáp nhập đơn vị hành chính không?',
    lead: 'Không. Việc điều chỉnh giấy tờ do thay đổi địa giới được miễn lệ phí.',
    text: 'Người dân không bắt buộc phải đổi ngay; giấy tờ đã cấp vẫn có giá trị đến khi hết hạn.\n\nKhi có nhu cầu, nộp hồ sơ trực tuyến hoặc tại Bộ phận Một cửa. Cán bộ không được yêu cầu giấy xác nhận về việc sáp nhập.',
    ...{ unit: 'STC', by: 'long', topics: ['public_finance', 'organisation'], column: 'answers' },
    facts: {
      ...{ asker: 'Bà Lê Thị H., xã Mỹ Xuân', answerer: 'Sở Tài chính' },
      ...{ validTo: '2025-12-31', basis: 'Nghị quyết số 35/NQ-HĐND của HĐND tỉnh (minh họa)' },
    },
    ...{ state: 'published', daysAgo: 13 },
  },
  {
    kind: 'question_answer',
    title: 'Không có điện thoại thông minh thì nộp hồ sơ trực tuyến ở đâu?',
    lead: 'Tại Bộ phận Một cửa, điểm bưu điện văn hóa xã và nhà văn hóa có bàn hỗ trợ.',
    text: 'Người hỗ trợ chỉ thao tác khi có mặt người dân và không giữ mật khẩu. Sau khi nộp, người dân nhận phiếu in mã hồ sơ.',
    ...{
      unit: 'CTTDT',
      by: 'hong',
      topics: ['online_services'],
      column: 'answers',
      state: 'approved',
      daysAgo: 1,
    },
    facts: { asker: 'Ông Đinh Văn K., xã Thượng Lâm', answerer: 'Cổng Thông tin điện tử tỉnh' },
  },
]

type Index = readonly [
  index: string,
  title: string,
  lead: string,
  scale: string,
  rows: readonly (readonly [string, number])[],
]

const results: readonly Index[] = [
  [
    'PAR INDEX',
    'Kết quả PAR INDEX cấp sở: khoảng cách giữa các đơn vị thu hẹp',
    'Đơn vị cao nhất đạt 94,6 điểm; đơn vị thấp nhất 68,2 điểm, tăng 4,6 điểm so với năm trước.',
    'điểm',
    [
      ['Sở Nội vụ', 94.6],
      ['Sở Tài chính', 91.8],
      ['Sở Tư pháp', 88.1],
      ['Văn phòng UBND tỉnh', 86.9],
      ['Sở Y tế', 80.3],
      ['Sở Văn hóa, Thể thao và Du lịch', 75.4],
      ['Sở Giáo dục và Đào tạo', 68.2],
    ],
  ],
  [
    'SIPAS',
    'SIPAS: người dân hài lòng nhất với thái độ, kém hài lòng nhất với thời gian chờ',
    'Khảo sát 1.860 người tại 24 xã, phường; mức hài lòng chung của tỉnh là 84,7%.',
    '%',
    [
      ['Thái độ của công chức', 93.5],
      ['Kết quả giải quyết', 90.8],
      ['Tiếp cận dịch vụ', 88.2],
      ['Thủ tục', 85.4],
      ['Tiếp nhận phản ánh', 78.9],
      ['Thời gian chờ', 71.4],
    ],
  ],
  [
    'DTI',
    'Chỉ số chuyển đổi số: sáu trụ cột, chính quyền số dẫn đầu',
    'Điểm chung của tỉnh là 0,74; cao nhất là chính quyền số, thấp nhất là kinh tế số.',
    'điểm',
    [
      ['Thể chế số', 0.82],
      ['Hạ tầng số', 0.79],
      ['Nhân lực số', 0.7],
      ['Chính quyền số', 0.86],
      ['Kinh tế số', 0.61],
      ['Xã hội số', 0.66],
    ],
  ],
]

function indices(year: number): ShownItem[] {
  return results.map(([index, title, lead, scale, rows], n) => ({
    kind: 'index_result',
    title,
    lead,
    text: `${lead}\n\nSố liệu do cơ quan chủ trì công bố, đã trừ các phiếu trả lời không hợp lệ. Bảng dưới đây sắp theo kết quả.`,
    ...{ unit: 'SNV', by: 'tam', topics: ['indices'] },
    facts: {
      ...{ index, year: year - 1, scale, source: 'Sở Nội vụ' },
      series: rows.map(([label, value]) => ({ label, value })),
    },
    ...{ state: 'published', daysAgo: 26 + n * 9 },
  }))
}

function events(today: Day): ShownItem[] {
  const at = (days: number, time: string) => `${addDays(today, days)}T${time}`
  return [
    {
      kind: 'event',
      title: 'Đối thoại giữa lãnh đạo tỉnh với doanh nghiệp về thủ tục đất đai',
      lead: 'Doanh nghiệp gửi câu hỏi trước ba ngày để được trả lời tại chỗ.',
      text: 'Buổi đối thoại truyền trực tiếp trên chuyên trang. Câu hỏi chưa kịp trả lời sẽ có văn bản trong vòng bảy ngày làm việc và được đăng tại mục Hỏi – đáp.',
      ...{ unit: 'VPUB', by: 'khanh', topics: ['procedures'], state: 'published', daysAgo: 3 },
      facts: {
        starts: at(9, '08:00'),
        ends: at(9, '11:30'),
        place: 'Hội trường UBND tỉnh',
        organiser: 'Văn phòng UBND tỉnh',
      },
    },
    {
      kind: 'event',
      title: 'Ngày hội hướng dẫn dịch vụ công trực tuyến tại phường Chung An',
      lead: 'Hai mươi bàn hướng dẫn, ai đến cũng làm được một việc thật.',
      text: 'Người dân mang theo căn cước và điện thoại. Có khu vui chơi cho trẻ em và bàn riêng cho người khuyết tật.',
      ...{
        unit: 'X25-phường Chung An',
        by: 'phuc',
        topics: ['online_services'],
        state: 'published',
        daysAgo: 2,
      },
      facts: { starts: at(16, '07:30'), ends: at(16, '16:30'), place: 'Quảng trường phường Chung An' },
      picture: ['people', 'Người dân tại các bàn hướng dẫn ngoài trời'],
    },
    {
      kind: 'event',
      title: 'Sơ kết công tác tuyên truyền cải cách hành chính chín tháng',
      lead: 'Hội nghị trực tuyến đến 45 xã, phường.',
      text: 'Hội nghị nghe báo cáo số liệu lấy từ phần mềm, thảo luận các mô hình và khó khăn ở cơ sở.',
      ...{ unit: 'SNV', by: 'tam', topics: ['procedures'], state: 'submitted', daysAgo: 1 },
      facts: { starts: at(22, '14:00'), place: 'Phòng họp số 2, Sở Nội vụ' },
    },
    {
      kind: 'press_kit',
      title: 'Tài liệu cho báo chí: kết quả cải cách hành chính ba quý',
      lead: 'Số liệu, ảnh và đầu mối trả lời phỏng vấn.',
      text: 'Phóng viên được sử dụng số liệu trong tài liệu này, đề nghị ghi nguồn.\n\n- Tỷ lệ hồ sơ đúng hạn: 99,2%.\n- Tỷ lệ hồ sơ trực tuyến: 71,5%.\n- Số thủ tục cắt giảm: 64.',
      ...{ unit: 'SNV', by: 'tam', topics: ['indices'], state: 'published', daysAgo: 16 },
      facts: { contact: 'Phòng Cải cách hành chính, Sở Nội vụ' },
    },
  ]
}

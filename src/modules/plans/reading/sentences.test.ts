import { describe, expect, it } from 'vitest'
import { splitAgencies } from './agency-lists.ts'
import { coordinatingIn, readOrder, timeIn } from './assignment.ts'
import { findCitations } from './citations.ts'
import { clean } from './clean.ts'
import { findDeadlines } from './deadlines.ts'
import { readPlan } from './read-plan.ts'
import { wordsOf } from './strand.ts'
import { findTargets } from './targets.ts'

const deadlines = (text: string): string[] =>
  findDeadlines(clean(text)).map(({ period, due }) => `${period}: ${due}`)

describe('report deadlines, in the wordings provinces use', () => {
  it.each<[string, string[]]>([
    [
      'Báo cáo quý gửi trước ngày 05 tháng cuối cùng của quý; Báo cáo 6 tháng gửi trước ngày 05/6; Báo cáo năm gửi trước ngày 05/11 về Sở Nội vụ.',
      [
        'quarter: trước ngày 05 tháng cuối cùng của quý',
        'half-year: trước ngày 05/6',
        'year: trước ngày 05/11',
      ],
    ],
    [
      'Báo cáo UBND tỉnh (trước ngày 30 tháng 6 đối với báo cáo 6 tháng và trước ngày 10 tháng 12 đối với báo cáo năm).',
      ['half-year: trước ngày 30 tháng 6', 'year: trước ngày 10 tháng 12'],
    ],
    [
      'Định kỳ hằng quý, 6 tháng, năm (trước ngày 10 của tháng cuối kỳ báo cáo) báo cáo kết quả về Sở Nội vụ.',
      [
        'quarter: trước ngày 10 của tháng cuối kỳ báo cáo',
        'half-year: trước ngày 10 của tháng cuối kỳ báo cáo',
        'year: trước ngày 10 của tháng cuối kỳ báo cáo',
      ],
    ],
    [
      'Gửi báo cáo kết quả 6 tháng (trước ngày 05/6), năm (trước ngày 05/12) về Sở Nội vụ để tổng hợp.',
      ['half-year: trước ngày 05/6', 'year: trước ngày 05/12'],
    ],
    [
      'Định kỳ 06 tháng, năm tổng hợp kết quả thực hiện, báo cáo UBND tỉnh.',
      ['half-year: null', 'year: null'],
    ],
    [
      'Báo cáo quý I (trước ngày 10/3), 6 tháng (trước ngày 10/6), quý III (trước ngày 10/9) và báo cáo năm (trước ngày 10/12).',
      [
        'quarter: trước ngày 10/3',
        'half-year: trước ngày 10/6',
        'quarter: trước ngày 10/9',
        'year: trước ngày 10/12',
      ],
    ],
    [
      'Các đơn vị báo cáo tháng trước ngày 20 hằng tháng, báo cáo quý trước ngày 15 của tháng cuối quý.',
      ['month: trước ngày 20 hằng tháng', 'quarter: trước ngày 15 của tháng cuối quý'],
    ],
    [
      'Chậm nhất ngày 15/6 gửi báo cáo 6 tháng, chậm nhất ngày 15/12 gửi báo cáo năm về UBND tỉnh qua Sở Nội vụ.',
      ['half-year: Chậm nhất ngày 15/6', 'year: chậm nhất ngày 15/12'],
    ],
    [
      'Lồng ghép trong báo cáo cải cách hành chính hằng quý, 6 tháng và năm.',
      ['quarter: null', 'half-year: null', 'year: null'],
    ],
    [
      'Báo cáo kết quả 6 tháng đầu năm trước ngày 01/6/2023 và cả năm trước ngày 01/12/2023.',
      ['half-year: trước ngày 01/6/2023', 'year: trước ngày 01/12/2023'],
    ],
    ['Định kỳ báo cáo kết quả thực hiện theo quy định.', []],
    [
      'Báo cáo tháng trước ngày 20, báo cáo quý trước ngày 15.',
      ['month: trước ngày 20', 'quarter: trước ngày 15'],
    ],
    ['Xây dựng kế hoạch trong quý I năm 2023, báo cáo Chủ tịch UBND tỉnh xem xét.', []],
    [
      'Tổng hợp, báo cáo UBND tỉnh kết quả 9 tháng (trước ngày 20/9) và tổng kết năm (trước ngày 20/12).',
      ['nine-month: trước ngày 20/9', 'year: trước ngày 20/12'],
    ],
    [
      'Báo cáo quý, 6 tháng, năm trước ngày 05 tháng cuối quý, 05/6 và 05/12.',
      ['quarter: trước ngày 05 tháng cuối quý', 'half-year: trước ngày 05/6', 'year: trước ngày 05/12'],
    ],
    [
      'Báo cáo kết quả về Sở Nội vụ (báo cáo quý trước ngày 08 tháng cuối quý; báo cáo năm trước ngày 08/12).',
      ['quarter: trước ngày 08 tháng cuối quý', 'year: trước ngày 08/12'],
    ],
    [
      'Tham mưu UBND tỉnh báo cáo Bộ Nội vụ tình hình thực hiện theo định kỳ 6 tháng, hàng năm.',
      ['half-year: null', 'year: null'],
    ],
  ])('%s', (text, want) => {
    expect(deadlines(text)).toEqual(want)
  })
})

const citations = (text: string): string[] =>
  findCitations(clean(text)).map((c) => `${c.type} ${c.number ?? c.name} ${c.issued} ${c.issuer}`)

describe('citations', () => {
  it.each<[string, string[]]>([
    [
      'các Nghị định số 63/2010/NĐ-CP, 48/2013/NĐ-CP và số 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ về kiểm soát thủ tục hành chính',
      [
        'Nghị định 63/2010/NĐ-CP null null',
        'Nghị định 48/2013/NĐ-CP null null',
        'Nghị định 92/2017/NĐ-CP 2017-08-07 Chính phủ',
      ],
    ],
    [
      'Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;',
      ['Luật 72/2025/QH15 2025-06-16 null'],
    ],
    [
      'Luật Báo chí, Luật Tiếp cận thông tin và Luật Cán bộ, công chức',
      [
        'Luật Luật Báo chí null null',
        'Luật Luật Tiếp cận thông tin null null',
        'Luật Luật Cán bộ, công chức null null',
      ],
    ],
    [
      'Quyết định 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ phê duyệt Bộ chỉ số',
      ['Quyết định 766/QĐ-TTg 2022-06-23 Thủ tướng Chính phủ'],
    ],
    ['Công văn số 2231/SNV-CCHC&PC ngày 28 tháng 9 năm 2018', ['Công văn 2231/SNV-CCHC&PC 2018-09-28 null']],
    [
      'Thông tư liên tịch số 01/2011/TTLT-VPCP-BNV ngày 26-01-2011',
      ['Thông tư liên tịch 01/2011/TTLT-VPCP-BNV 2011-01-26 null'],
    ],
    ['Kế hoạch số 25/ KH - UBND ngày l5/02/2O23 của UBND tỉnh', ['Kế hoạch 25/KH-UBND 2023-02-15 UBND tỉnh']],
    [
      'Chương trình hành động số 12-CTr/TU ngày 05/5/2021 của Ban Chấp hành Đảng bộ tỉnh khóa XVI',
      ['Chương trình hành động 12-CTr/TU 2021-05-05 Ban Chấp hành Đảng bộ tỉnh'],
    ],
    ['triển khai Đề án 06, Kế hoạch cải cách hành chính năm 2024 và pháp luật hiện hành', []],
    ['giai đoạn 2016 - 2020 - UBND tỉnh; hồ sơ 12/2023; Hội Luật gia tỉnh', []],
    ['Nghị quyết số 11/2022/NQ-HĐND ngày 07/02/2022.', ['Nghị quyết 11/2022/NQ-HĐND 2022-02-07 null']],
    [
      'Văn bản hợp nhất số 03/VBHN-VPCP ngày 12/9/2022 của Văn phòng Chính phủ',
      ['Văn bản hợp nhất 03/VBHN-VPCP 2022-09-12 Văn phòng Chính phủ'],
    ],
  ])('%s', (text, want) => {
    expect(citations(text)).toEqual(want)
  })
})

describe('lists of agencies', () => {
  it.each<[string, string[]]>([
    [
      'Các sở, ban, ngành cấp tỉnh, các cơ quan Trung ương đóng trên địa bàn, UBND cấp huyện, cấp xã.',
      ['Các sở, ban, ngành cấp tỉnh', 'các cơ quan Trung ương đóng trên địa bàn', 'UBND cấp huyện, cấp xã'],
    ],
    [
      'Đài Phát thanh - Truyền hình tỉnh; Báo Quảng Ngãi và các cơ quan thông tấn báo chí',
      ['Đài Phát thanh - Truyền hình tỉnh', 'Báo Quảng Ngãi và các cơ quan thông tấn báo chí'],
    ],
    ['Văn phòng Đoàn ĐBQH, HĐND và UBND tỉnh', ['Văn phòng Đoàn ĐBQH, HĐND và UBND tỉnh']],
    [
      'Văn phòng Đoàn ĐBQH và HĐND tỉnh, Văn phòng UBND tỉnh',
      ['Văn phòng Đoàn ĐBQH và HĐND tỉnh', 'Văn phòng UBND tỉnh'],
    ],
    [
      'Sở Văn hóa, Thể thao và Du lịch, Sở Khoa học và Công nghệ và các cơ quan liên quan',
      ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Khoa học và Công nghệ', 'các cơ quan liên quan'],
    ],
    ['Sở Nội vụ\nSở Thông tin và\nTruyền thông', ['Sở Nội vụ', 'Sở Thông tin và Truyền thông']],
    [
      'UBND các huyện, thị xã, thành phố; xã, phường, thị trấn',
      ['UBND các huyện, thị xã, thành phố', 'xã, phường, thị trấn'],
    ],
    [
      'Ban Tuyên giáo và Dân vận Tỉnh ủy, Báo và Phát thanh, Truyền hình tỉnh, UBND các xã, phường, đặc khu',
      [
        'Ban Tuyên giáo và Dân vận Tỉnh ủy',
        'Báo và Phát thanh, Truyền hình tỉnh',
        'UBND các xã, phường, đặc khu',
      ],
    ],
    [
      'Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh, Cục Thuế tỉnh',
      ['Bộ Chỉ huy Quân sự tỉnh', 'Công an tỉnh', 'Cục Thuế tỉnh'],
    ],
    [
      '- Văn phòng UBND tỉnh - Sở Thông tin và Truyền thông.',
      ['Văn phòng UBND tỉnh', 'Sở Thông tin và Truyền thông'],
    ],
    [
      'Hội Nông dân, Hội Liên hiệp Phụ nữ, Hội Cựu chiến binh và Đoàn TNCS Hồ Chí Minh tỉnh',
      ['Hội Nông dân', 'Hội Liên hiệp Phụ nữ', 'Hội Cựu chiến binh', 'Đoàn TNCS Hồ Chí Minh tỉnh'],
    ],
    ['Các cơ quan, đơn vị, địa phương', ['Các cơ quan, đơn vị, địa phương']],
    ['Sở Lao động - Thương binh và Xã hội, Sở Y tế', ['Sở Lao động - Thương binh và Xã hội', 'Sở Y tế']],
    [
      'Trung tâm Phục vụ hành chính công tỉnh; Bộ phận Một cửa các cấp',
      ['Trung tâm Phục vụ hành chính công tỉnh', 'Bộ phận Một cửa các cấp'],
    ],
  ])('%s', (text, want) => {
    expect(splitAgencies(clean(text)).map(wordsOf)).toEqual(want)
  })
})

describe('sentences that give work', () => {
  const order = (text: string): string => {
    const found = readOrder(clean(text))
    return found === null
      ? 'none'
      : `${found.lead.map(wordsOf).join(' + ')} | ${wordsOf(found.content)}${found.invited ? ' (invited)' : ''}`
  }

  it.each([
    ['Giao Sở Nội vụ chủ trì theo dõi.', 'Sở Nội vụ | chủ trì theo dõi.'],
    [
      'UBND tỉnh giao các sở, ban ngành tỉnh, các địa phương và đơn vị liên quan căn cứ Kế hoạch này xây dựng kế hoạch',
      'các sở, ban ngành tỉnh + các địa phương và đơn vị liên quan | căn cứ Kế hoạch này xây dựng kế hoạch',
    ],
    [
      'Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể chính trị - xã hội tuyên truyền',
      'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh + các đoàn thể chính trị - xã hội | tuyên truyền (invited)',
    ],
    ['Trách nhiệm của Sở Thông tin và Truyền thông', 'Sở Thông tin và Truyền thông | '],
    ['Đối với UBND các xã, phường: xây dựng kế hoạch', 'UBND các xã, phường | xây dựng kế hoạch'],
    [
      'Bên cạnh đó, Báo Bình An, Đài Phát thanh và Truyền hình tỉnh mở chuyên mục',
      'Báo Bình An + Đài Phát thanh và Truyền hình tỉnh | mở chuyên mục',
    ],
    [
      'Tại Kế hoạch này, Chủ tịch UBND tỉnh yêu cầu Thủ trưởng các cơ quan, đơn vị rà soát',
      'Thủ trưởng các cơ quan, đơn vị | rà soát',
    ],
    ['Sở Dân tộc và Tôn giáo vận động đồng bào', 'Sở Dân tộc và Tôn giáo | vận động đồng bào'],
    ['Ban Tổ chức Tỉnh ủy, Công an tỉnh rà soát', 'Ban Tổ chức Tỉnh ủy + Công an tỉnh | rà soát'],
    ['Người dân và doanh nghiệp được hướng dẫn', 'none'],
    ['Ban hành kế hoạch tuyên truyền', 'none'],
    ['Báo cáo kết quả về Sở Nội vụ', 'none'],
  ])('%s', (text, want) => {
    expect(order(text)).toBe(want)
  })

  it.each<[string, string[]]>([
    [
      'Chủ trì phối hợp với Sở Nội chỉ đạo, hướng dẫn; phối hợp với các cơ quan, đơn vị liên quan tổ chức thực hiện',
      ['Sở Nội', 'các cơ quan, đơn vị liên quan'],
    ],
    ['Chủ trì, phối hợp cung cấp thông tin về kết quả', []],
    [
      'phối hợp chặt chẽ với Sở Nội vụ, Báo Bình An và các cơ quan, đơn vị có liên quan tuyên truyền',
      ['Sở Nội vụ', 'Báo Bình An', 'các cơ quan, đơn vị có liên quan'],
    ],
  ])('%s', (text, want) => {
    expect(coordinatingIn(clean(text)).map(wordsOf)).toEqual(want)
  })

  it.each<[string, string | null]>([
    [
      'Xây dựng kế hoạch trong Quý IV của năm trước liền kề năm kế hoạch.',
      'Quý IV của năm trước liền kề năm kế hoạch',
    ],
    ['thời gian thực hiện từ quý I/2021 đến quý IV/2021', 'từ quý I/2021 đến quý IV/2021'],
    ['sẽ được tổ chức từ tháng 3/2021 - 5/2021', 'từ tháng 3/2021 - 5/2021'],
    ['hoàn thành trước ngày 31/3/2024', 'trước ngày 31/3/2024'],
    ['gửi báo cáo trước ngày 05/6', null],
    ['Thực hiện Quyết định số 12/QĐ-UBND trong năm', null],
  ])('%s', (text, want) => {
    const found = timeIn(clean(text))
    expect(found === null ? null : wordsOf(found)).toBe(want)
  })

  it.each<[string, [number | null, number | null, string][]]>([
    ['xây dựng ít nhất từ 01 đến 02 tiểu phẩm tuyên truyền', [[1, 2, 'tiểu phẩm']]],
    ['đạt 100% các chỉ tiêu', [[100, null, '%']]],
    ['phát hành 5.000 tờ gấp', [[5000, 5000, 'tờ gấp']]],
    ['tối thiểu 02 tin, bài/tháng', [[2, null, 'tin, bài/tháng']]],
    ['theo Đề án 06 và khoản 2 Điều 5', []],
  ])('%s', (text, want) => {
    expect(findTargets(clean(text)).map(({ min, max, unit }) => [min, max, unit])).toEqual(want)
  })
})

describe('recipients', () => {
  const recipientsOf = (lines: string) =>
    readPlan(
      `KẾ HOẠCH\nTuyên truyền năm 2026\n\nI. MỤC ĐÍCH\nNâng cao nhận thức của người dân.\n\nNơi nhận:\n${lines}`,
    ).recipients.map((r) => r.value)

  it.each<[string, string[]]>([
    [
      '- Cục Kiểm soát TTHC - VPCP;\n- Bộ Nội vụ;\n- Lưu: VT.',
      ['Cục Kiểm soát TTHC - VPCP', 'Bộ Nội vụ', 'Lưu: VT'],
    ],
    ['- Bộ Nội vụ; - VPCP; - Lưu: VT.', ['Bộ Nội vụ', 'VPCP', 'Lưu: VT']],
    ['- Bộ Nội vụ - Các sở, ban, ngành - Lưu: VT.', ['Bộ Nội vụ', 'Các sở, ban, ngành', 'Lưu: VT']],
  ])('%s', (lines, names) => {
    expect(recipientsOf(lines)).toEqual(names)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberWords, romanValue } from './number-words.ts'
import { countSyllables, readingTime } from './reading-time.ts'
import { spoken } from './spoken.ts'

test.each([
  ['0', 'không'],
  ['5', 'năm'],
  ['10', 'mười'],
  ['15', 'mười lăm'],
  ['21', 'hai mươi mốt'],
  ['24', 'hai mươi tư'],
  ['55', 'năm mươi lăm'],
  ['105', 'một trăm linh năm'],
  ['110', 'một trăm mười'],
  ['1005', 'một nghìn không trăm linh năm'],
  ['2026', 'hai nghìn không trăm hai mươi sáu'],
  ['1000000', 'một triệu'],
  ['1500000000', 'một tỷ năm trăm triệu'],
  ['1000000000001', 'một nghìn tỷ không trăm linh một'],
  ['007', 'bảy'],
])('%s is said "%s"', (digits, words) => {
  expect(numberWords(digits)).toBe(words)
})

test('Roman numbers, and letters that are none', () => {
  expect(['I', 'IV', 'IX', 'XIV', 'XL', 'CXC'].map(romanValue)).toEqual([1, 4, 9, 14, 40, 190])
  expect(['IC', 'VX', 'IIII', '', 'D'].map(romanValue)).toEqual([null, null, null, null, null])
})

describe('an announcer reads', () => {
  test.each([
    [
      'Kế hoạch số 25/KH-UBND ngày 15/02/2026',
      'Kế hoạch số hai mươi lăm của Ủy ban nhân dân ngày mười lăm tháng hai năm hai nghìn không trăm hai mươi sáu',
    ],
    ['Nghị định số 63/2010/NĐ-CP', 'Nghị định số sáu mươi ba năm hai nghìn không trăm mười của Chính phủ'],
    ['theo 766/QĐ-TTg', 'theo bảy trăm sáu mươi sáu, quyết định của Thủ tướng Chính phủ'],
    [
      'Luật số 148/2025/QH15',
      'Luật số một trăm bốn mươi tám năm hai nghìn không trăm hai mươi lăm của Quốc hội khoá mười lăm',
    ],
    ['Từ 01/7/2026', 'Từ ngày mùng một tháng bảy năm hai nghìn không trăm hai mươi sáu'],
    ['sáng 5/4', 'sáng mùng năm tháng tư'],
    [
      'từ ngày 10-15/8/2026',
      'từ ngày mùng mười đến ngày mười lăm tháng tám năm hai nghìn không trăm hai mươi sáu',
    ],
    ['tháng 4/2026', 'tháng tư năm hai nghìn không trăm hai mươi sáu'],
    ['quý IV/2026', 'quý bốn năm hai nghìn không trăm hai mươi sáu'],
    ['khoá XV, kỳ họp thứ 4', 'khoá mười lăm, kỳ họp thứ tư'],
    ['đạt 95,5%', 'đạt chín mươi lăm phẩy năm phần trăm'],
    ['tăng 0,05 %', 'tăng không phẩy không năm phần trăm'],
    ['lệ phí 50.000đ', 'lệ phí năm mươi nghìn đồng'],
    ['1,5 tỷ đồng', 'một phẩy năm tỷ đồng'],
    ['8.000 đồng/bản', 'tám nghìn đồng một bản'],
    ['7h30, 14g và 08:05', 'bảy giờ ba mươi phút, mười bốn giờ và tám giờ năm phút'],
    ['gọi 1022 hoặc 0255.3822.123', 'gọi một không hai hai hoặc không hai năm năm ba tám hai hai một hai ba'],
    [
      'giai đoạn 2021 - 2025',
      'giai đoạn hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi lăm',
    ],
    [
      '1.234 hồ sơ, 12 km², 3 kg',
      'một nghìn hai trăm ba mươi tư hồ sơ, mười hai ki lô mét vuông, ba ki lô gam',
    ],
    [
      'UBND xã giải quyết TTHC tại BPMC',
      'Ủy ban nhân dân xã giải quyết thủ tục hành chính tại Bộ phận Một cửa',
    ],
    ['TP. Quảng Ngãi', 'thành phố Quảng Ngãi'],
    ['quét mã QR, mở VNeID', 'quét mã quy a, mở vi en i đi'],
    ['tại https://dichvucong.gov.vn/p/home', 'tại dichvucong chấm gov chấm vn'],
    [
      'Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ',
      'Nghị định số sáu mươi ba năm hai nghìn không trăm mười ngày mùng tám tháng sáu năm hai nghìn không trăm mười của Chính phủ',
    ],
    ['Kết luận số 229-KL/TU', 'Kết luận số hai trăm hai mươi chín của Tỉnh uỷ'],
    ['thủ tục hành chính (TTHC) mới', 'thủ tục hành chính mới'],
    ['10h-11h, 24/24h', 'mười giờ đến mười một giờ, hai mươi tư trên hai mươi tư giờ'],
    ['COVID-19', 'COVID mười chín'],
    ['đạt 98.5%', 'đạt chín mươi tám phẩy năm phần trăm'],
    ['24/7', 'hai mươi tư trên bảy'],
    ['người dân/doanh nghiệp', 'người dân hoặc doanh nghiệp'],
    ['Công ty TNHH X', 'Công ty tê en nờ hát hát X'],
  ])('%s', (written, said) => {
    expect(spoken(written)).toBe(said)
  })
})

const pieces = fc.oneof(
  fc.constantFrom(
    'ngày 15/02/2026',
    '25/KH-UBND',
    '95,5%',
    '1.000.000 đồng',
    '7h30',
    'UBND',
    'quý IV',
    '0905 123 456',
    ' ',
    ',',
    '.',
    '\n',
    'xã',
    'TTHC',
    '-',
    '/',
    'm2',
    'Điều',
    '½',
    '٣',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.integer({ min: 0 }).map(String),
)

test('whatever is read has no digits left, and reading it again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
      const said = spoken(parts.join(''))
      expect(said).not.toMatch(/\d/)
      expect(spoken(said)).toBe(said)
    }),
    { numRuns: 400 },
  )
})

test('every number is said with words of numbers only, and a longer one never shorter than nothing', () => {
  const words =
    /^(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|linh|trăm|nghìn|triệu|tỷ| )+$/
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (value) => {
      expect(numberWords(String(value))).toMatch(words)
    }),
  )
})

test('syllables and time: a number counts as it is said', () => {
  expect(countSyllables('Kế hoạch số 25/KH-UBND')).toBe(3 + 3 + 1 + 4)
  expect(countSyllables('Internet')).toBe(3)
  expect(readingTime('một '.repeat(100))).toEqual({ syllables: 100, seconds: 30 })
  expect(readingTime('một '.repeat(100), 100).seconds).toBe(60)
})

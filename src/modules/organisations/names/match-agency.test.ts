import { describe, expect, test } from 'vitest'
import { nameKey, nameKeys } from './name-key.ts'

describe('a key of a name', () => {
  const same: readonly (readonly string[])[] = [
    [
      'Sở Văn hóa, Thể thao và Du lịch',
      'Sở Văn hoá Thể thao & Du lịch',
      'SỞ VH,TT&DL',
      'Sở VHTTDL',
      'Sở VHTT&DL',
    ],
    ['Sở Thông tin và Truyền thông', 'Sở Thông tin và truyền thông', 'Sở TT&TT', 'Sở TTTT', 'sở TT-TT'],
    ['Sở Khoa học và Công nghệ', 'Sở KH&CN', 'Sở KHCN'],
    ['Sở Kế hoạch và Đầu tư', 'Sở KH&ĐT', 'Sở KH-ĐT'],
    [
      'Văn phòng UBND tỉnh',
      'VPUB',
      'VP UBND tỉnh',
      'Văn phòng Ủy ban nhân dân tỉnh',
      'Văn phòng Uỷ ban nhân dân',
    ],
    [
      'Đài Phát thanh - Truyền hình tỉnh',
      'Đài PTTH',
      'Đài PT-TH tỉnh',
      'Đài PT&TH tỉnh',
      'Đài Phát thanh và Truyền hình',
    ],
    ['Cổng Thông tin điện tử tỉnh', 'Cổng TTĐT', 'Cổng TTĐT tỉnh'],
    [
      'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
      'Ủy ban MTTQ tỉnh',
      'UBMTTQVN tỉnh',
      'MTTQ tỉnh',
      'Uỷ ban MTTQ Việt Nam tỉnh',
    ],
    [
      'UBND các huyện, thị xã, thành phố',
      'UBND huyện, thành phố, thị xã',
      'UBND các huyện, TX, TP',
      'UBND các quận, huyện, thị xã',
      'UBND cấp huyện',
    ],
    ['UBND các xã, phường, đặc khu', 'UBND xã, phường, thị trấn', 'Ủy ban nhân dân cấp xã', 'UBND các xã'],
    [
      'UBND cấp huyện, cấp xã',
      'UBND cấp huyện, xã',
      'UBND các huyện, thị xã, thành phố, xã, phường, thị trấn',
    ],
    [
      'Các sở, ban, ngành',
      'sở, ban ngành',
      'Các Sở, Ban, ngành',
      'các sở, ban, ngành cấp tỉnh',
      'Các sở, ban, ngành thuộc UBND tỉnh',
    ],
    ['Mỹ Lý', 'Mĩ Lí'],
  ]
  test.each(same)('“%s” equals its other spellings', (first, ...others) => {
    for (const other of others) expect(nameKey(other)).toBe(nameKey(first))
  })

  test('decomposed text equals composed text', () => {
    expect(nameKey('Sở Nội vụ'.normalize('NFD'))).toBe(nameKey('Sở Nội vụ'))
  })

  test('different letters stay different', () => {
    expect(nameKey('Công Thông tin điện tử')).not.toBe(nameKey('Cổng Thông tin điện tử'))
    expect(nameKey('UBND thành phố Vĩnh An')).not.toBe(nameKey('UBND thị xã Vĩnh An'))
    expect(nameKey('Sở Tây')).not.toBe(nameKey('Sở Tai'))
  })

  test('the province’s own name may be printed or left out', () => {
    const keyOf = nameKeys(['tỉnh Yên Bái'])
    expect(keyOf('Sở Nội vụ tỉnh Yên Bái')).toBe(nameKey('Sở Nội vụ'))
    expect(keyOf('Đài PTTH Yên Bái')).toBe(nameKey('Đài PTTH'))
    expect(keyOf('Báo Yên Bái')).not.toBe(nameKey('Báo'))
    expect(keyOf('UBND tỉnh Yên Bái')).toBe(nameKey('Ủy ban nhân dân tỉnh'))
    expect(keyOf('Sở Nội vụ tỉnh Lào Cai')).not.toBe(nameKey('Sở Nội vụ'))
  })
})

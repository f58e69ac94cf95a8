import { describe, expect, test } from 'vitest'
import { abstractOf, signatureOf } from './plan-document.ts'

describe('the signature block', () => {
  test.each([
    ['CHỦ TỊCH', [], 'CHỦ TỊCH'],
    ['TM. ỦY BAN NHÂN DÂN CHỦ TỊCH', ['TM. ỦY BAN NHÂN DÂN'], 'CHỦ TỊCH'],
    [
      'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH',
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'],
      'PHÓ CHỦ TỊCH',
    ],
    ['KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC', ['KT. GIÁM ĐỐC'], 'PHÓ GIÁM ĐỐC'],
  ])('%s', (signerTitle, authorities, title) => {
    const found = signatureOf({ signerTitle, authority: null })
    expect(found.authorities.map((a) => `${a.form} ${a.of}`)).toEqual(authorities)
    expect(found.title).toBe(title)
  })
})

test('the subject line is the title without its type', () => {
  expect(abstractOf('KẾ HOẠCH Truyền thông năm 2023')).toBe('Truyền thông năm 2023')
  expect(abstractOf('Kế hoạch tuyên truyền năm 2026')).toBe('Tuyên truyền năm 2026')
})

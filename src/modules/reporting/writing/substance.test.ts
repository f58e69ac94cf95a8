import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasBlank, substanceOf } from './substance.ts'

const guidance = 'Nêu rõ việc chưa làm được, làm chậm; nguyên nhân khách quan, chủ quan; trách nhiệm của ai.'

test.each([
  ['', 0],
  ['. . . . . . . . . . . .', 0],
  ['…………………………', 0],
  ['- - - - -', 0],
  ['Không có.', 0],
  ['Thực hiện theo quy định.', 0],
  ['Không. Không có. Không phát sinh.', 0],
  ['aaaa bbbb cccc dddd eeee ffff', 0],
  ['abc abc abc abc abc abc abc abc abc abc abc abc', 0],
  ['Tốt tốt tốt tốt tốt tốt tốt tốt tốt tốt tốt tốt', 0],
  ['asdfghjkl qwrtpsdfg zxcvbnm', 0],
])('%j says nothing', (text, asked) => expect(substanceOf(text, guidance)).toBe(asked))

test('the words of the guidance, copied, say nothing; words of somebody do', () => {
  expect(substanceOf(guidance, guidance)).toBe(0)
  expect(substanceOf('Nguyên nhân khách quan, chủ quan.', guidance)).toBe(0)
  const own = 'Hai thôn vùng cao chưa có loa truyền thanh nên người dân tiếp cận thông tin còn chậm.'
  expect(substanceOf(own, guidance)).toBe(18)
  expect(substanceOf(`${guidance} ${own}`, guidance)).toBe(18)
})

test('a sentence repeated counts once', () => {
  const once = 'Xã đã tổ chức ba buổi tuyên truyền tại nhà văn hóa thôn.'
  expect(substanceOf(`${once} ${once}\n${once}`, null)).toBe(substanceOf(once, null))
})

test('numbers and dates count, marks do not', () => {
  expect(substanceOf('Ngày 15/3/2026: 120 lượt người!!!', null)).toBe(5)
})

test('repeating a text never makes it say more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 5 }), (text, n) => {
      const once = substanceOf(text, null)
      return substanceOf(Array(n).fill(text).join('.\n'), null) <= once
    }),
  )
})

test('a line left for a person is a blank until it is filled', () => {
  expect(hasBlank('Còn 02 nhiệm vụ chưa xong.\nNguyên nhân: …')).toBe(true)
  expect(hasBlank('Nguyên nhân: ...\nKhác')).toBe(true)
  expect(hasBlank('Nguyên nhân: thiếu người.\nKiến nghị: thêm loa…')).toBe(false)
})

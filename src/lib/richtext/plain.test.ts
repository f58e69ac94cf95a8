import fc from 'fast-check'
import { expect, test } from 'vitest'
import { richTextFromHtml } from './from-html.ts'
import { richTextFromPlain, richTextToPlain } from './plain.ts'
import { anyRichText } from './rich-text.fixtures.ts'

const { doc } = richTextFromHtml(
  '<h2>Đất đai</h2><p>Nộp <b>một lần</b>, xem <a href="https://a.vn/x(1)">cổng</a>.<br>Miễn phí *.</p><ul><li>Một<ol><li>Con</li></ol></li><li><p>Hai</p><p>Ba</p></li></ul><table><tr><td>a</td><td>b</td></tr></table><img src="/files/3" alt="Bộ phận [Một cửa]"><blockquote><p>Lời</p><p>dân</p></blockquote><hr><p>- không phải danh sách</p><p>H<sub>2</sub>O <span lang="hmn">Nyob zoo</span></p>',
  { fileOf: () => 3 },
)
const plain = `## Đất đai

Nộp **một lần**, xem [cổng](https://a.vn/x\\(1\\)).
Miễn phí *.

- Một

  1. Con
- Hai

  Ba

[[bảng 1]]

[[hình 1: Bộ phận Một cửa]]

> Lời
>
> dân

---

\\- không phải danh sách

H~~2~~O {hmn|Nyob zoo}`

test('a text without a script is typed in simple marks', () => {
  expect(richTextToPlain(doc)).toBe(plain)
  expect(richTextFromPlain(plain, doc)).toEqual({ doc, missing: [], unknown: [] })
})

test('any text goes through the field without a script and comes back whole', () => {
  fc.assert(
    fc.property(anyRichText, (text) => {
      const read = richTextFromPlain(richTextToPlain(text), text)
      expect(read.doc).toEqual(text)
      expect([...read.missing, ...read.unknown]).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('a table whose line is gone is missed, one taken out on purpose is not, an unknown one stays as words', () => {
  const without = plain.replace('[[bảng 1]]\n\n', '')
  expect(richTextFromPlain(without, doc).missing).toEqual(['bảng 1'])
  expect(richTextFromPlain(plain.replace('[[bảng', '[[bỏ bảng'), doc)).toMatchObject({
    missing: [],
    unknown: [],
  })
  const odd = richTextFromPlain('[[bảng 7]]', doc)
  expect(odd.unknown).toEqual(['bảng 7'])
  expect(richTextToPlain(odd.doc)).toContain('bảng 7')
})

test('what people type is read kindly: lines, dashes, numbers, single signs, links without a partner', () => {
  const read = (text: string) => richTextFromPlain(text).doc.content
  expect(read('Một dòng\nhai dòng\n\n\nĐoạn hai')).toHaveLength(2)
  expect(read('- a\n- b\n\n1. c\n2. d\n5. e').map((b) => b.type)).toEqual([
    'bulletList',
    'orderedList',
    'orderedList',
  ])
  expect(read('5 ** 3 và [x và (y) và ]( z và javascript: [a](javascript:1)')[0]).toMatchObject({
    content: [{ text: '5 ** 3 và [x và (y) và ]( z và javascript: [a](javascript:1)' }],
  })
  expect(read('-không có dấu cách')[0]).toMatchObject({ type: 'paragraph' })
})

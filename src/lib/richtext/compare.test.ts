import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasChanges, wordDiff } from './compare.ts'
import { digestOf } from './parse.ts'
import { richTextFromPlain } from './plain.ts'
import { anyRichText } from './rich-text.fixtures.ts'

const doc = (text: string) => richTextFromPlain(text).doc

test('a changed word is shown in its paragraph, a new paragraph as new, a lost one as lost', () => {
  const lines = wordDiff(
    doc('## Đất đai\n\nNộp hồ sơ tại xã trong 15 ngày.\n\nĐoạn bỏ đi hẳn.\n\nCuối.'),
    doc('## Đất đai\n\nNộp hồ sơ tại phường trong 12 ngày.\n\nCuối.\n\nHoàn toàn mới ở đây.'),
  )
  expect(lines.map((l) => l.change)).toEqual(['none', 'words', 'deleted', 'none', 'inserted'])
  expect(lines[1]?.spans.filter((s) => s.change).map((s) => [s.change, s.text.trim()])).toEqual([
    ['deleted', 'xã'],
    ['inserted', 'phường'],
    ['deleted', '15'],
    ['inserted', '12'],
  ])
})

test('bold, a link or a level that changed is a change of looks', () => {
  const lines = wordDiff(
    doc('Xem [cổng](https://a.vn) nhé\n\n## Phần'),
    doc('Xem [cổng](https://b.vn) nhé\n\n### Phần'),
  )
  expect(lines.map((l) => l.change)).toEqual(['looks', 'looks'])
  expect(lines[0]).toMatchObject({ before: '“cổng” → https://a.vn', after: '“cổng” → https://b.vn' })
})

test('no change is told exactly where the digest is the same, and the new text can be read from any comparison', () => {
  fc.assert(
    fc.property(anyRichText, anyRichText, (a, b) => {
      expect(hasChanges(wordDiff(a, a))).toBe(false)
      if (digestOf(a) !== digestOf(b)) expect(hasChanges(wordDiff(a, b))).toBe(true)
      const kept = (unwanted: string) =>
        wordDiff(a, b)
          .flatMap((l) => l.spans.filter((s) => s.change !== unwanted).map((s) => s.text))
          .join('')
          .replace(/\s/g, '')
      const all = (one: typeof a) =>
        wordDiff(one, one)
          .flatMap((l) => l.spans.map((s) => s.text))
          .join('')
          .replace(/\s/g, '')
      expect(kept('deleted')).toBe(all(b))
    }),
    { numRuns: 60 },
  )
})

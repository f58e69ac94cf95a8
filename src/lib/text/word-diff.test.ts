import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOfSpans, wordDiff } from './word-diff.ts'

const side = (a: string, b: string, without: 'inserted' | 'deleted') =>
  wordDiff(a, b)
    .filter((s) => s.change !== without)
    .map((s) => s.text)
    .join('')

describe('what changed between two texts', () => {
  it('is told word by word', () => {
    expect(wordDiff('Tổ chức 12 hội nghị trong quý.', 'Tổ chức 15 hội nghị, tập huấn trong quý.')).toEqual([
      { text: 'Tổ chức ' },
      { text: '12 ', change: 'deleted' },
      { text: '15 ', change: 'inserted' },
      { text: 'hội ' },
      { text: 'nghị ', change: 'deleted' },
      { text: 'nghị, tập huấn ', change: 'inserted' },
      { text: 'trong quý.' },
    ])
  })

  it('gives back both texts whole, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('một', 'cửa', 'hồ', 'sơ', '\n', '  ', '12', 'trả.'), { maxLength: 40 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(
          side(a, b, 'inserted')
            .split(/[^\S\n]+/u)
            .join(''),
        ).toBe(a.split(/[^\S\n]+/u).join(''))
        expect(side(a, b, 'deleted')).toBe(b)
        expect(wordDiff(a, a).every((s) => !s.change)).toBe(true)
      }),
    )
  })

  it('shows very long texts that have nothing in common one after the other', () => {
    const long = (word: string) => Array.from({ length: 4000 }, (_, i) => `${word}${i}`).join(' ')
    expect(wordDiff(long('a'), long('b')).map((s) => s.change)).toEqual(['deleted', 'inserted'])
  })

  it('parts at the line ends of the new text', () => {
    const lines = linesOfSpans(wordDiff('một\nhai', 'một\nhai rưỡi\nba'))
    expect(
      lines.map((l) =>
        l
          .map((s) => s.text)
          .join('')
          .trim(),
      ),
    ).toEqual(['một', 'hai rưỡi', 'ba'])
  })
})

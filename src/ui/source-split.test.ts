import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitLines } from './source-split.ts'

test('cuts at the edges of marks and keeps the shortest where they overlap', () => {
  const marks = [
    { id: 'task', label: '', start: 0, end: 8 },
    { id: 'count', label: '', start: 4, end: 6 },
  ]
  const pieces = splitLines('abcdefgh', marks)[0]?.pieces.map((piece) => [piece.text, piece.mark?.id])
  expect(pieces).toEqual([
    ['abcd', 'task'],
    ['ef', 'count'],
    ['gh', 'task'],
  ])
})

test('a mark over several lines is cut at each line end', () => {
  const lines = splitLines('ab\ncd', [{ id: 'x', label: '', start: 1, end: 4 }])
  expect(lines.map((line) => line.pieces.map((piece) => [piece.text, piece.mark?.id]))).toEqual([
    [
      ['a', undefined],
      ['b', 'x'],
    ],
    [
      ['c', 'x'],
      ['d', undefined],
    ],
  ])
})

test('no letter is lost or doubled, whatever the marks', () => {
  const mark = fc.record({ start: fc.nat(40), length: fc.nat(20) })
  fc.assert(
    fc.property(fc.stringMatching(/^[ab\n]{0,40}$/), fc.array(mark), (text, spans) => {
      const marks = spans.map(({ start, length }, index) => ({
        id: String(index),
        label: '',
        start,
        end: start + length,
      }))
      const back = splitLines(text, marks).map((line) => line.pieces.map((piece) => piece.text).join(''))
      expect(back.join('\n')).toBe(text)
    }),
  )
})

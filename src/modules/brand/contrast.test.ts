import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, fitFor, hexOf, showRatio } from './contrast.ts'

test('contrast is what WCAG says of known pairs', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3)
  expect(showRatio(contrast('#777777', '#ffffff'), 'vi')).toBe('4,4')
  expect(fitFor(contrast('#777777', '#ffffff'))).toBe('large')
  expect(fitFor(contrast('#767676', '#ffffff'))).toBe('text')
})

test('it does not matter which colour comes first, and nothing lies beyond 1 and 21', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)
  fc.assert(
    fc.property(colour, colour, (one, other) => {
      const ratio = contrast(one, other)
      expect(ratio).toBe(contrast(other, one))
      expect(ratio).toBeGreaterThanOrEqual(1)
      expect(ratio).toBeLessThanOrEqual(21.0001)
      expect(hexOf(one.toUpperCase().slice(1))).toBe(one)
    }),
  )
})

test('a colour is taken as people write it, and nothing else is', () => {
  expect(hexOf(' 0B5C7A ')).toBe('#0b5c7a')
  expect(hexOf('#fa0')).toBe('#ffaa00')
  for (const no of ['', 'đỏ', '#12345', 'rgb(1,2,3)', '#1234567']) expect(hexOf(no)).toBeNull()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangeOf } from './range.ts'

test('one part is read, in all three ways of asking', () => {
  expect(rangeOf('bytes=0-99', 1000)).toEqual({ first: 0, last: 99 })
  expect(rangeOf('bytes=900-', 1000)).toEqual({ first: 900, last: 999 })
  expect(rangeOf('bytes=-100', 1000)).toEqual({ first: 900, last: 999 })
  expect(rangeOf('bytes=-5000', 1000)).toEqual({ first: 0, last: 999 })
  expect(rangeOf('bytes=990-2000', 1000)).toEqual({ first: 990, last: 999 })
})

test('what begins beyond the end is refused, what cannot be read gets the whole', () => {
  expect(rangeOf('bytes=1000-', 1000)).toBe('none')
  expect(rangeOf('bytes=-0', 1000)).toBe('none')
  for (const odd of [undefined, '', 'bytes=-', 'bytes=9-3', 'bytes=0-1,5-6', 'lines=0-1', 'bytes=a-b'])
    expect(rangeOf(odd, 1000)).toBeNull()
})

test('a part never leaves the file, whatever is asked', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.nat(5000),
      fc.nat(5000),
      fc.integer({ min: 1, max: 4000 }),
      (odd, a, b, bytes) => {
        for (const header of [odd, `bytes=${a}-${b}`, `bytes=${a}-`, `bytes=-${b}`]) {
          const range = rangeOf(header, bytes)
          if (range === null || range === 'none') continue
          expect(0 <= range.first && range.first <= range.last && range.last < bytes).toBe(true)
        }
      },
    ),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { imposed, missingPages } from './imposition.ts'

/** Folds the pile in the middle and reads it: sheets lie on each other front up, the first outermost. */
function read(sides: readonly [number, number][]): number[] {
  const sheets = Array.from({ length: sides.length / 2 }, (_, i) => ({
    front: sides[2 * i],
    back: sides[2 * i + 1],
  }))
  const first = sheets.flatMap(({ front, back }) => [front?.[1], back?.[0]])
  const last = sheets.toReversed().flatMap(({ front, back }) => [back?.[1], front?.[0]])
  return [...first, ...last].map((n) => n ?? 0)
}

test('folded in the middle, a booklet of any size reads from the first page to the last', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (pages) => {
      const whole = pages + missingPages(pages)
      expect(whole % 4).toBe(0)
      expect(read(imposed(whole))).toEqual(Array.from({ length: whole }, (_, i) => i + 1))
    }),
  )
  expect(imposed(8)).toEqual([
    [8, 1],
    [2, 7],
    [6, 3],
    [4, 5],
  ])
})

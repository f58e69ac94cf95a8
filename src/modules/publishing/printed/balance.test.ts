import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceOf, type Move, whyNotMove } from './balance.ts'

const unit = fc.option(fc.integer({ min: 1, max: 4 }))
const move = fc.record({ from: unit, to: unit, copies: fc.integer({ min: 1, max: 500 }) })

test('copies are never lost and never made up, whatever is let through', () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.array(move, { maxLength: 40 }), (printed, wanted) => {
      const moves: Move[] = []
      for (const m of wanted) if (whyNotMove(balanceOf(printed, moves), m) === null) moves.push(m)
      const { left, handedOut, held, issued } = balanceOf(printed, moves)
      const atUnits = [...held.values()]
      expect(left + handedOut + atUnits.reduce((n, c) => n + c, 0)).toBe(printed)
      expect(Math.min(left, ...atUnits, printed - issued)).toBeGreaterThanOrEqual(0)
      expect(handedOut).toBeLessThanOrEqual(printed)
    }),
  )
})

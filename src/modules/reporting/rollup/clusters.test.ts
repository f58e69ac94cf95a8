import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clustersOf } from './clusters.ts'

const side = (versionId: number) => ({ versionId, sectionCode: 'next', unitId: versionId })
const pair = (a: number, b: number, overlap = 0.9) => ({ a: side(a), b: side(b), overlap })

test('pairs that hang together are one group, the biggest first and the most alike pair on top', () => {
  const found = clustersOf([pair(1, 2), pair(5, 6), pair(2, 3, 0.95), pair(6, 7), pair(7, 8), pair(20, 21)])
  expect(found.map((c) => c.members.map((m) => m.versionId))).toEqual([
    [5, 6, 7, 8],
    [1, 2, 3],
    [20, 21],
  ])
  expect(found[1]?.pairs[0]?.overlap).toBe(0.95)
})

test('whatever the pairs, each is in one group, and groups share no text', () => {
  const pairs = fc.array(
    fc.tuple(fc.nat(30), fc.nat(30)).filter(([a, b]) => a !== b),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(pairs, (drawn) => {
      const found = clustersOf(drawn.map(([a, b]) => pair(a, b)))
      expect(found.flatMap((c) => c.pairs)).toHaveLength(drawn.length)
      const members = found.flatMap((c) => c.members.map((m) => m.versionId))
      expect(new Set(members).size).toBe(members.length)
      for (const { a, b } of drawn.map(([x, y]) => pair(x, y))) {
        const home = found.find((c) => c.members.some((m) => m.versionId === a.versionId))
        expect(home?.members.some((m) => m.versionId === b.versionId)).toBe(true)
      }
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../lib/calendar/day.ts'
import { Refusal } from '../../lib/errors.ts'
import { type Estate, estateFaults } from './estate.ts'
import { membersOn } from './groups.ts'
import { ancestorsOf, subtreeOf, viewOn } from './history.ts'
import { begun, does, facts, first, planStep, type Step, step } from './planning.fixtures.ts'
import { planClosing, planFacts, planMerger, planSplit } from './planning.ts'
import { planAssignment, planTransfer } from './planning-functions.ts'
import { heirsOf } from './successions.ts'

/** The estate after a step, or null when the step is refused. */
function tried(estate: Estate, s: Step): Estate | null {
  try {
    const day = addDays(first, s.day)
    const [begun, change] = does(estate, 'alter', day)
    const [next] = planStep(begun, change, s)
    return estateFaults(next, day).length > 0 ? null : next
  } catch (refusal) {
    if (refusal instanceof Refusal) return null
    throw refusal
  }
}

function daysOf(estate: Estate): Day[] {
  const days = new Set<Day>()
  for (const v of [...estate.history.versions.values()].flat()) days.add(v.from).add(addDays(v.from, -1))
  return [...days]
}

function seen(estate: Estate, day: Day): string {
  const rows = viewOn(estate.history, day)
  return JSON.stringify({ rows, members: membersOn(estate.groups, 1, rows, day).map((r) => r.id) })
}

describe('any sequence of creations, renames, moves, mergers, splits and transfers', () => {
  test('keeps what every earlier day looked like, byte for byte, and a tree on every day', () => {
    let kept = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 25 }), (steps) => {
        let { estate } = begun(['Tỉnh', 'A', 'B', 'C', 'D', 'E'])
        for (const s of steps) {
          const next = tried(estate, s)
          if (!next) continue
          kept += 1
          const day = addDays(first, s.day)
          for (const earlier of daysOf(estate).filter((d) => d < day)) {
            expect(seen(next, earlier)).toBe(seen(estate, earlier))
          }
          estate = next
        }
        expect(estateFaults(estate, '1900-01-01')).toEqual([])
        for (const day of daysOf(estate)) expectTree(estate, day)
      }),
      { numRuns: 150 },
    )
    expect(kept).toBeGreaterThan(500)
  })

  test('leaves no unit without an heir when it was merged away', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 25 }), (steps) => {
        let { estate } = begun(['Tỉnh', 'A', 'B', 'C', 'D', 'E'])
        for (const s of steps.filter((s) => s.verb !== 'close')) estate = tried(estate, s) ?? estate
        const last = addDays(first, 500)
        const alive = new Set(viewOn(estate.history, last).map((r) => r.id))
        for (const life of estate.history.units.values()) {
          const heirs = heirsOf(estate.successions, life.id, life.from, last, (id) => alive.has(id))
          expect(heirs.filter((h) => h.kind !== 'transfer_function')).not.toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })
})

function expectTree(estate: Estate, day: Day): void {
  const rows = viewOn(estate.history, day)
  const ids = new Set(rows.map((r) => r.id))
  for (const row of rows) {
    expect(row.parentId === null || ids.has(row.parentId)).toBe(true)
    expect(ancestorsOf(rows, row.id).length).toBe(row.depth)
  }
  const roots = rows.filter((r) => r.parentId === null)
  expect(roots.reduce((sum, r) => sum + subtreeOf(rows, r.id).length, 0)).toBe(rows.length)
  for (const row of rows) {
    const children = rows.filter((r) => r.parentId === row.id)
    const below = children.reduce((sum, c) => sum + subtreeOf(rows, c.id).length, 0)
    expect(subtreeOf(rows, row.id).length).toBe(1 + below)
  }
}

describe('a change is refused with its reason', () => {
  const day = '2021-05-01'
  function why(body: () => unknown): string {
    try {
      body()
    } catch (refusal) {
      if (refusal instanceof Refusal) return refusal.message
      throw refusal
    }
    return ''
  }

  test('a unit with an open child does not close', () => {
    const { estate, ids } = begun(['Tỉnh', 'A'])
    const [next, change] = does(estate, 'close', day)
    expect(why(() => planClosing(next, change, ids[0] ?? 0))).toContain(
      '1 units below it are still open: “A”',
    )
  })

  test('a day before the unit began is refused', () => {
    const { estate, ids } = begun(['Tỉnh', 'A'])
    const [next, change] = does(estate, 'rename', '2019-12-31')
    expect(why(() => planFacts(next, change, ids[1] ?? 0, { name: 'X' }))).toContain('01/01/2020')
  })

  test('a unit does not move below itself, not even by a move dated in between', () => {
    const { estate, ids } = begun(['Tỉnh', 'A', 'B'])
    const [, a = 0, b = 0] = ids
    const [one, later] = does(estate, 'move', '2022-01-01')
    const after = planFacts(one, later, b, { parentId: a })
    const [two, earlier] = does(after, 'move', day)
    const looped = planFacts(two, earlier, a, { parentId: b })
    expect(estateFaults(looped, day)[0]?.en).toBe('On 01/01/2022 “A” would stand below itself.')
  })

  test('a unit into which others merge later does not end before', () => {
    const { estate, ids } = begun(['Tỉnh', 'A', 'B', 'C'])
    const [, a = 0, b = 0, c = 0] = ids
    const [one, later] = does(estate, 'merge', '2022-01-01')
    const [merged] = planMerger(one, later, [a], { unitId: b })
    const [two, earlier] = does(merged, 'merge', day)
    const [early] = planMerger(two, earlier, [b], { unitId: c })
    expect(estateFaults(early, day).map((f) => f.en)).toEqual([
      '“B” is recorded as a successor on 01/01/2022 and must still be there on that day.',
    ])
  })

  test('a later decision about the same fact outlives an earlier-dated change', () => {
    const { estate, ids } = begun(['Tỉnh', 'A', 'B'])
    const [, a = 0, b = 0] = ids
    const [one, later] = does(estate, 'rename', '2022-01-01')
    const renamed = planFacts(one, later, a, { name: 'A mới' })
    const [two, between] = does(renamed, 'rename', day)
    const both = planFacts(planFacts(two, between, a, { name: 'A giữa' }), between, b, { parentId: a })
    expect(viewOn(both.history, '2021-06-01').find((r) => r.id === a)?.name).toBe('A giữa')
    expect(viewOn(both.history, '2022-06-01').find((r) => r.id === a)?.name).toBe('A mới')
    expect(viewOn(both.history, '2022-06-01').find((r) => r.id === b)?.parentId).toBe(a)
  })
})

describe('successors', () => {
  test('shares multiply along the way and add up where ways meet', () => {
    const { estate, ids } = begun(['Tỉnh', 'A', 'B'])
    const [root = 0, a = 0, b = 0] = ids
    const [one, split] = does(estate, 'split', '2021-01-01')
    const halves = ['A1', 'A2'].map((n) => ({
      into: { unit: { code: n, facts: facts(n, root) } },
      share: 0.5,
    }))
    const [apart, [a1 = 0, a2 = 0]] = planSplit(one, split, a, halves, false)
    const [two, merge] = does(apart, 'merge', '2022-01-01')
    const [joined] = planMerger(two, merge, [a1, a2], { unitId: b })
    const heirs = (to: Day) => {
      const alive = new Set(viewOn(joined.history, to).map((r) => r.id))
      return heirsOf(joined.successions, a, '2020-06-01', to, (id) => alive.has(id))
    }
    expect(heirs('2020-12-31').map((h) => h.kind)).toEqual(['same'])
    expect(heirs('2021-06-01').map((h) => [h.unitId, h.share])).toEqual([
      [a1, 0.5],
      [a2, 0.5],
    ])
    expect(heirs('2022-06-01')).toEqual([
      { unitId: b, kind: 'merge', day: '2022-01-01', share: 1, functionCode: null },
    ])
  })

  test('a function that was transferred leads to its own heir, apart from the estate', () => {
    const { estate, ids } = begun(['Tỉnh', 'TT&TT', 'KH&CN', 'VHTTDL'])
    const [, tttt = 0, khcn = 0, vhttdl = 0] = ids
    const held = { functionCode: 'manages_press', programme: '', sole: true }
    const [one, given] = does(estate, 'alter', first)
    const press = planAssignment(one, given, { ...held, unitId: tttt })
    const [two, day] = does(press, 'merge', '2025-03-01')
    const moved = planTransfer(two, day, tttt, { ...held, unitId: vhttdl })
    const [merged] = planMerger(moved, day, [tttt], { unitId: khcn })
    const heirs = heirsOf(merged.successions, tttt, '2024-01-01', '2025-03-01', (id) => id !== tttt)
    expect(heirs.map((h) => [h.unitId, h.kind, h.functionCode])).toEqual([
      [vhttdl, 'transfer_function', 'manages_press'],
      [khcn, 'merge', null],
    ])
  })
})

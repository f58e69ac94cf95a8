import fc from 'fast-check'
import type { Day } from '../../lib/calendar/day.ts'
import { type Change, type ChangeKind, type Estate, emptyEstate, withChange } from './estate.ts'
import { noBasis, type UnitFacts } from './organisation.ts'
import { planClosing, planFacts, planMerger, planSplit, planUnit } from './planning.ts'
import { planAssignment, planTransfer } from './planning-functions.ts'

export const first: Day = '2020-01-01'

export function facts(name: string, parentId: number | null, more: Partial<UnitFacts> = {}): UnitFacts {
  return {
    name,
    shortName: null,
    type: 'department',
    level: 'province',
    parentId,
    areaId: null,
    position: 0,
    invited: false,
    headTitle: null,
    headName: null,
    phone: null,
    email: null,
    ...more,
  }
}

export function does(estate: Estate, kind: ChangeKind, day: Day) {
  return withChange(estate, kind, day, noBasis)
}

export function begun(names: readonly string[]): { estate: Estate; ids: number[] } {
  let [estate, change] = does(emptyEstate, 'create', first)
  const ids: number[] = []
  for (const name of names) {
    const [next, id] = planUnit(estate, change, { code: name, facts: facts(name, ids[0] ?? null) })
    estate = next
    ids.push(id)
  }
  const groups = {
    groups: [{ id: 1, code: 'departments' }],
    versions: [
      {
        groupId: 1,
        name: 'Các sở, ban, ngành',
        from: first,
        to: null,
        changeId: change.id,
        types: ['department' as const],
        levels: null,
        underId: ids[0] ?? null,
        childrenOnly: true,
        functionCode: null,
      },
    ],
    members: [],
    holdings: [],
  }
  return { estate: { ...estate, groups }, ids }
}

/** One step of a random life of a province; numbers pick among what is there. */
export interface Step {
  verb: 'create' | 'rename' | 'move' | 'merge' | 'split' | 'close' | 'assign' | 'transfer'
  day: number
  a: number
  b: number
  c: number
}

export const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom('create', 'rename', 'move', 'merge', 'split', 'close', 'assign', 'transfer'),
  day: fc.nat(400),
  a: fc.nat(),
  b: fc.nat(),
  c: fc.nat(),
})

let serial = 0

/** Plans a step; throws the refusals of the plan. */
export function planStep(estate: Estate, change: Change, s: Step): [Estate, number] {
  const ids = [...estate.history.units.keys()]
  const pick = (n: number) => ids[n % ids.length] ?? 0
  const name = `U${++serial}`
  const fresh = { unit: { code: name, facts: facts(name, pick(s.c)) } }
  const held = { functionCode: 'f', programme: '', unitId: pick(s.a), sole: true }
  switch (s.verb) {
    case 'create':
      return planUnit(estate, change, fresh.unit)
    case 'rename':
      return [planFacts(estate, change, pick(s.a), { name }), pick(s.a)]
    case 'move':
      return [planFacts(estate, change, pick(s.a), { parentId: pick(s.b) }), pick(s.a)]
    case 'merge':
      return planMerger(estate, change, [pick(s.a), pick(s.b)], s.c % 2 ? fresh : { unitId: pick(s.b) })
    case 'split': {
      const other = { unit: { code: `${name}b`, facts: facts(`${name}b`, pick(s.b)) } }
      const parts = [fresh, other].map((into) => ({ into, share: 0.5 }))
      return [planSplit(estate, change, pick(s.a), parts, s.b % 2 === 0)[0], pick(s.a)]
    }
    case 'close':
      return [planClosing(estate, change, pick(s.a)), pick(s.a)]
    case 'assign':
      return [planAssignment(estate, change, held), pick(s.a)]
    case 'transfer':
      return [planTransfer(estate, change, pick(s.b), held), pick(s.a)]
  }
}

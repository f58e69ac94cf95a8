import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fanOut, type NamedAgency } from './fan-out.ts'

const unit = (unitId: number, role: NamedAgency['role']): NamedAgency => ({
  role,
  asPrinted: `Đơn vị ${unitId}`,
  unitId,
  groupId: null,
  memberIds: [],
})
const group = (groupId: number, role: NamedAgency['role'], memberIds: number[]): NamedAgency => ({
  role,
  asPrinted: 'Các sở, ban, ngành',
  unitId: null,
  groupId,
  memberIds,
})

test('a lead that is named again among "các sở, ban, ngành" stays lead', () => {
  const { shares } = fanOut([unit(1, 'lead'), group(9, 'coordinating', [1, 2])])
  expect(shares).toEqual([
    { unitId: 1, role: 'lead', viaGroupId: null },
    { unitId: 2, role: 'coordinating', viaGroupId: 9 },
  ])
})

test('a group as lead gives each member its own share', () => {
  expect(fanOut([group(9, 'lead', [3, 4, 5])]).shares.map((s) => s.unitId)).toEqual([3, 4, 5])
})

test('the Front is asked, not ordered, even from the lead column', () => {
  expect(fanOut([unit(7, 'lead')], new Set([7])).shares).toEqual([
    { unitId: 7, role: 'invited', viaGroupId: null },
  ])
})

test('an agency that resolves to nobody comes back unresolved, and nothing is invented', () => {
  const lost: NamedAgency = { role: 'lead', asPrinted: 'Sở Nội', unitId: null, groupId: null, memberIds: [] }
  expect(fanOut([lost])).toEqual({ shares: [], unresolved: [lost] })
})

test('every named unit gets exactly one share, whatever the order of the names', () => {
  const role = fc.constantFrom('lead', 'coordinating', 'invited') as fc.Arbitrary<NamedAgency['role']>
  const agency = fc.oneof(
    fc.record({ id: fc.integer({ min: 1, max: 8 }), role }).map((a) => unit(a.id, a.role)),
    fc
      .record({ ids: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1 }), role })
      .map((a) => group(50, a.role, a.ids)),
  )
  fc.assert(
    fc.property(fc.array(agency), (agencies) => {
      const forward = fanOut(agencies).shares
      const named = new Set(agencies.flatMap((a) => (a.unitId === null ? [...a.memberIds] : [a.unitId])))
      expect(new Set(forward.map((s) => s.unitId))).toEqual(named)
      expect(forward.length).toBe(named.size)
      expect(fanOut([...agencies].reverse()).shares).toEqual(forward)
    }),
  )
})

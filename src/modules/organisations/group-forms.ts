import type { Day } from '../../lib/calendar/day.ts'
import type { Fault } from '../../lib/errors.ts'
import type { FormValues } from '../../lib/http/forms.ts'
import { basisIn, type Reading, readingOf } from './form-reading.ts'
import type { GroupRule } from './groups.ts'
import { levels, unitTypes } from './organisation.ts'
import { createGroup, endGroup, type Proposal, reviseGroup, setStanding } from './organisations.changes.ts'
import { codeFor } from './unit-code.ts'

export type ReadGroup = { ok: true; proposal: Proposal } | { ok: false; faults: Fault[] }

function answer(reading: Reading, proposal: Proposal): ReadGroup {
  return reading.faults.length > 0 ? { ok: false, faults: reading.faults } : { ok: true, proposal }
}

function when(reading: Reading) {
  return { day: reading.neededDay('day'), basis: basisIn(reading) }
}

/** A new group, or with `groupId` a new name and rule for one. */
export function readGroup(values: FormValues, codes: ReadonlySet<string>, groupId: number | null): ReadGroup {
  const reading = readingOf(values)
  const name = reading.needed('name', 'Ghi tên nhóm.', 'Give the group’s name.')
  const rule = ruleIn(values, reading)
  const proposal =
    groupId === null
      ? createGroup({ ...when(reading), group: { code: codeFor(name, codes), name, rule } })
      : reviseGroup({ ...when(reading), groupId, name, rule })
  return answer(reading, proposal)
}

function ruleIn(values: FormValues, reading: Reading): GroupRule {
  const many = (name: string) => new Set([values[name] ?? []].flat())
  const types = unitTypes.filter((t) => many('types').has(t))
  const held = levels.filter((l) => many('levels').has(l))
  return {
    types: types.length > 0 ? types : null,
    levels: held.length > 0 ? held : null,
    underId: reading.id('underId'),
    childrenOnly: reading.ticked('childrenOnly'),
    functionCode: reading.text('functionCode'),
  }
}

export function readStanding(values: FormValues, groupId: number): ReadGroup {
  const reading = readingOf(values)
  const unitId = reading.neededId('unit', 'Chọn đơn vị.', 'Choose the unit.')
  const standing = reading.oneOf('standing', ['added', 'excluded', 'by_rule'], 'added')
  return answer(reading, setStanding({ ...when(reading), groupId, unitId, standing }))
}

export function readGroupEnd(values: FormValues, groupId: number, today: Day): ReadGroup {
  const reading = readingOf({ day: today, ...values })
  return answer(reading, endGroup({ ...when(reading), groupId }))
}

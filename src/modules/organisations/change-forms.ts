import type { Fault } from '../../lib/errors.ts'
import type { FormValues } from '../../lib/http/forms.ts'
import type { ChangeForm } from './change-address.ts'
import { basisIn, type Reading, readingOf } from './form-reading.ts'
import type { Holding } from './groups.ts'
import { levels, type UnitFacts, type UnitRow, unitTypes } from './organisation.ts'
import {
  alterUnit,
  appointHead,
  assignFunction,
  closeUnit,
  createUnit,
  mergeUnits,
  moveUnit,
  type Proposal,
  releaseFunction,
  renameUnit,
  splitUnit,
  transferFunction,
} from './organisations.changes.ts'
import type { Into, NewUnit, Part } from './planning.ts'
import { codeFor } from './unit-code.ts'

/** What a form needs to know to be understood. */
export interface FormGround {
  /** The units to choose among. */
  units: readonly UnitRow[]
  /** Codes in use, on any day. */
  codes: ReadonlySet<string>
  functions: readonly { code: string; name: string; sole: boolean }[]
  /** What is held today. */
  holdings: readonly Holding[]
}

export type ReadProposal = { ok: true; proposal: Proposal } | { ok: false; faults: Fault[] }

export const mostPredecessors = 6
export const mostParts = 4

/** Understands a form of a change; faults name the fields. */
export function readProposal(form: ChangeForm, values: FormValues, ground: FormGround): ReadProposal {
  const reading = readingOf(values)
  const proposal = read[form](reading, ground)
  return reading.faults.length > 0 ? { ok: false, faults: reading.faults } : { ok: true, proposal }
}

const read: Record<ChangeForm, (reading: Reading, ground: FormGround) => Proposal> = {
  creation: (r, ground) =>
    createUnit({ ...when(r), unit: newUnit(r, ground, nameIn(r, 'name'), r.id('parentId'), null) }),
  renaming: (r) =>
    renameUnit({ ...when(r), unitId: unitIn(r), name: nameIn(r, 'name'), shortName: r.text('shortName') }),
  move: (r) =>
    moveUnit({
      ...when(r),
      unitId: unitIn(r),
      parentId: r.neededId('parentId', 'Chọn cơ quan cấp trên mới.', 'Choose the new parent.'),
    }),
  appointment: (r) =>
    appointHead({
      ...when(r),
      unitId: unitIn(r),
      headTitle: r.text('headTitle'),
      headName: r.text('headName'),
    }),
  alteration: (r) => alterUnit({ ...when(r), unitId: unitIn(r), facts: factsIn(r) }),
  closing: (r) => closeUnit({ ...when(r), unitId: unitIn(r) }),
  merger: readMerger,
  split: readSplit,
  assignment: (r, ground) => assignFunction({ ...when(r), ...assignmentIn(r, ground), unitId: unitIn(r) }),
  release: (r, ground) => {
    const holdingId = r.neededId('holding', 'Chọn chức năng đang giữ.', 'Choose the function held.')
    const unitId = ground.holdings.find((h) => h.id === holdingId)?.unitId ?? 0
    return releaseFunction({ ...when(r), holdingId, unitId })
  },
  transfer: (r, ground) =>
    transferFunction({
      ...when(r),
      ...assignmentIn(r, ground),
      fromUnitId: unitIn(r),
      unitId: r.neededId('toUnit', 'Chọn cơ quan tiếp nhận.', 'Choose the body that receives it.'),
    }),
}

function when(r: Reading) {
  return { day: r.neededDay('day'), basis: basisIn(r) }
}

function unitIn(r: Reading): number {
  return r.neededId('unit', 'Chọn đơn vị.', 'Choose the unit.')
}

function nameIn(r: Reading, field: string): string {
  return r.needed(field, 'Ghi tên đơn vị.', 'Give the unit’s name.')
}

function factsIn(r: Reading): Pick<UnitFacts, 'type' | 'level' | 'position' | 'invited' | 'phone' | 'email'> {
  const email = r.text('email')
  if (email && !/^\S+@\S+\.\S+$/.test(email)) {
    r.fault('email', 'Địa chỉ thư điện tử chưa đúng.', 'This is not an e-mail address.')
  }
  return {
    type: r.oneOf('type', unitTypes, 'other'),
    level: r.oneOf('level', levels, 'province'),
    position: r.id('position') ?? 0,
    invited: r.ticked('invited'),
    phone: r.text('phone'),
    email,
  }
}

/** A new unit; what the form does not say it takes from `like`. */
function newUnit(
  r: Reading,
  ground: FormGround,
  name: string,
  parentId: number | null,
  like: UnitRow | null,
  codeField = 'code',
): NewUnit {
  const facts = like
    ? {
        type: like.type,
        level: like.level,
        position: like.position,
        invited: like.invited,
        phone: null,
        email: null,
      }
    : factsIn(r)
  const code = r.text(codeField) ?? codeFor(name, ground.codes)
  return {
    code,
    facts: {
      ...facts,
      name,
      parentId,
      shortName: like ? null : r.text('shortName'),
      areaId: null,
      headTitle: like ? like.headTitle : r.text('headTitle'),
      headName: like ? null : r.text('headName'),
    },
  }
}

function readMerger(r: Reading, ground: FormGround): Proposal {
  const fields = Array.from({ length: mostPredecessors }, (_, i) => `predecessor${i + 1}`)
  const predecessors = fields.map((f) => r.id(f)).filter((id) => id !== null)
  if (predecessors.length === 0) {
    r.fault('predecessor1', 'Chọn ít nhất một đơn vị được sáp nhập.', 'Choose at least one unit to merge.')
  }
  const like = ground.units.find((u) => u.id === predecessors[0]) ?? null
  const into: Into =
    r.oneOf('into', ['existing', 'new'], 'existing') === 'new'
      ? { unit: newUnit(r, ground, nameIn(r, 'name'), like?.parentId ?? null, like) }
      : { unitId: r.neededId('successor', 'Chọn đơn vị kế thừa.', 'Choose the successor.') }
  return mergeUnits({ ...when(r), predecessors, into })
}

function readSplit(r: Reading, ground: FormGround): Proposal {
  const unitId = unitIn(r)
  const like = ground.units.find((u) => u.id === unitId) ?? null
  const taken = new Set(ground.codes)
  const parts: Part[] = []
  for (let i = 1; i <= mostParts; i++) {
    const share = shareIn(r, `share${i}`)
    const existing = r.id(`part${i}`)
    const name = r.text(`partName${i}`)
    if (existing !== null) parts.push({ into: { unitId: existing }, share })
    else if (name !== null) {
      const unit = newUnit(r, { ...ground, codes: taken }, name, like?.parentId ?? null, like, `partCode${i}`)
      taken.add(unit.code)
      parts.push({ into: { unit }, share })
    }
  }
  return splitUnit({
    ...when(r),
    unitId,
    parts,
    keeps: r.oneOf('fate', ['ends', 'keeps'], 'ends') === 'keeps',
  })
}

function shareIn(r: Reading, field: string): number | null {
  const text = r.text(field)
  if (text === null) return null
  const percent = Number(text.replace(',', '.').replace('%', ''))
  if (percent > 0 && percent <= 100) return percent / 100
  r.fault(field, 'Tỷ lệ là số từ 1 đến 100.', 'The share is a number from 1 to 100.')
  return null
}

function assignmentIn(r: Reading, ground: FormGround) {
  const functionCode = r.needed('functionCode', 'Chọn chức năng.', 'Choose the function.')
  const known = ground.functions.find((f) => f.code === functionCode)
  if (functionCode && !known) r.fault('functionCode', 'Không có chức năng này.', 'There is no such function.')
  return { functionCode, programme: r.text('programme') ?? '', sole: known?.sole ?? true }
}

import type { Day } from '../../lib/calendar/day.ts'
import type { SeedUnit } from './data/demonstration.ts'
import { type Change, type ChangeKind, type Estate, withChange } from './estate.ts'
import { bareKey } from './names/name-key.ts'
import type { Basis, Level, UnitFacts } from './organisation.ts'
import { planMerger, planUnit } from './planning.ts'

/** The estate of the demonstration while it is built, change by change. Codes lead to planned ids. */
export interface Draft {
  estate: Estate
  ids: Map<string, number>
}

export function basis(symbol: string, day: Day, unverified = false): Basis {
  const note = 'Văn bản minh họa, không có thật.'
  return { symbol, day, issuer: 'HĐND tỉnh Chung Tay (minh họa)', note, unverified }
}

export function begin(draft: Draft, kind: ChangeKind, day: Day, because: Basis): Change {
  const [estate, change] = withChange(draft.estate, kind, day, because)
  draft.estate = estate
  return change
}

export function idOf(draft: Draft, code: string): number {
  const id = draft.ids.get(code)
  if (id === undefined) throw new Error(`the demonstration province has no unit ${code}`)
  return id
}

/** What a line of the demonstration may say of a unit; the rest is empty. */
export type Sketch = Pick<SeedUnit, 'code' | 'name' | 'type' | 'parent'> &
  Partial<SeedUnit> & { level?: Level; position: number }

function factsOf(draft: Draft, unit: Sketch): UnitFacts {
  return {
    name: unit.name,
    shortName: unit.short ?? null,
    type: unit.type,
    level: unit.level ?? 'province',
    parentId: unit.parent === null ? null : idOf(draft, unit.parent),
    areaId: null,
    position: unit.position,
    invited: unit.invited ?? false,
    headTitle: unit.headTitle ?? null,
    headName: unit.headName ?? null,
    phone: null,
    email: null,
  }
}

/** 'X25-xã Pha Đin' in the data is 'X25-XA-PHA-DIN' on the screen and in files. */
function codeOf({ code }: Sketch): string {
  return bareKey(code.normalize('NFC').toLowerCase()).toUpperCase().replaceAll(' ', '-')
}

export function add(draft: Draft, change: Change, unit: Sketch): void {
  const [estate, id] = planUnit(draft.estate, change, { code: codeOf(unit), facts: factsOf(draft, unit) })
  draft.estate = estate
  draft.ids.set(unit.code, id)
}

/** Merges units into one that is there already, or into one that begins with the merger. */
export function merge(draft: Draft, change: Change, from: readonly string[], into: string | Sketch): void {
  const ids = from.map((code) => idOf(draft, code))
  const target =
    typeof into === 'string'
      ? { unitId: idOf(draft, into) }
      : { unit: { code: codeOf(into), facts: factsOf(draft, into) } }
  const [estate, id] = planMerger(draft.estate, change, ids, target)
  draft.estate = estate
  draft.ids.set(typeof into === 'string' ? into : into.code, id)
}

/** The seat of a unit among its siblings: who comes after it takes it. */
export function positionOf(draft: Draft, code: string): number {
  return draft.estate.history.versions.get(idOf(draft, code))?.at(-1)?.position ?? 0
}

import type { UnitRow } from '../organisation.ts'

/** Units as choices of a list; deep ones with the unit above them. */
export function unitOptions(units: readonly UnitRow[]): { value: string; label: string }[] {
  const names = new Map(units.map((u) => [u.id, u.shortName ?? u.name]))
  return units.map((u) => {
    const parent = u.parentId === null ? undefined : names.get(u.parentId)
    return { value: String(u.id), label: u.depth > 2 && parent ? `${u.name} – ${parent}` : u.name }
  })
}

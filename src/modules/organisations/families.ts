import type { UnitRow, UnitType } from './organisation.ts'

export const families = [
  'political',
  'departments',
  'media',
  'services',
  'districts',
  'communes',
  'central',
  'others',
] as const
export type Family = (typeof families)[number]

const familyOfType: Partial<Record<UnitType, Family>> = {
  office: 'departments',
  department: 'departments',
  board: 'departments',
  press: 'media',
  portal: 'media',
  service: 'services',
  service_centre: 'services',
  party: 'political',
  front: 'political',
  union: 'political',
  central: 'central',
}

export function familyOf(unit: Pick<UnitRow, 'type' | 'level'>): Family {
  if (unit.type === 'people_committee' && unit.level === 'district') return 'districts'
  if (unit.type === 'people_committee' && unit.level === 'commune') return 'communes'
  return familyOfType[unit.type] ?? 'others'
}

/** A unit with what stands below it, as the tree page draws it. */
export interface Branch {
  unit: UnitRow
  /** All units below, at any depth. */
  below: number
  /** Open when the page opens: near the top, or on the way to something searched for. */
  open: boolean
  children: { family: Family | null; branches: Branch[] }[]
}

const many = 12

/**
 * Rows in tree order as branches. Many children of several kinds come under headings. With `wanted`, only the
 * wanted units and the way to them, everything open.
 */
export function branchesOf(rows: readonly UnitRow[], wanted: ReadonlySet<number> | null = null): Branch[] {
  const known = new Set(rows.map((r) => r.id))
  const byParent = Map.groupBy(rows, (r) =>
    r.parentId !== null && known.has(r.parentId) ? r.parentId : null,
  )
  const build = (parentId: number | null, depth: number): Branch[] =>
    (byParent.get(parentId) ?? []).flatMap((unit) => {
      const branches = build(unit.id, depth + 1)
      if (wanted && !wanted.has(unit.id) && branches.length === 0) return []
      const below = branches.reduce((sum, b) => sum + 1 + b.below, 0)
      return [{ unit, below, open: depth < 2 || wanted !== null, children: headed(branches) }]
    })
  return build(null, 0)
}

function headed(branches: Branch[]): Branch['children'] {
  const byFamily = Map.groupBy(branches, (b) => familyOf(b.unit))
  if (branches.length <= many || byFamily.size < 2) {
    return branches.length === 0 ? [] : [{ family: null, branches }]
  }
  return families.flatMap((family) => {
    const own = byFamily.get(family)
    return own ? [{ family, branches: own }] : []
  })
}

import { type Estate, emptyEstate, withChange } from './estate.ts'
import { noBasis } from './organisation.ts'
import { planUnit } from './planning.ts'

/** Bộ Nội vụ took over administrative reform with this name and these tasks on this day. */
const since = '2025-03-01'

/** The units of the tenant of central bodies: one, to which its people belong. */
export function centralEstate(): [Estate, unitId: number] {
  const [estate, change] = withChange(emptyEstate, 'create', since, noBasis)
  const none = { parentId: null, areaId: null, headTitle: null, headName: null, phone: null, email: null }
  const names = { name: 'Bộ Nội vụ', shortName: null, type: 'central', level: 'province' } as const
  return planUnit(estate, change, {
    code: 'BNV',
    facts: { ...none, ...names, position: 0, invited: false },
  })
}

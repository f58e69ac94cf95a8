import type { Tx } from '../../lib/db/db.ts'
import { insertAreas } from './areas.sql.ts'
import { centralEstate } from './central.ts'
import { type DemonstrationProvince, demonstrationProvince } from './demonstration.ts'
import { keepEstate } from './estate.sql.ts'
import { emptyEstate } from './estate.ts'
import { nameKey } from './names/name-key.ts'
import { insertAliases } from './names/names.sql.ts'
import { areaKey, nationalProvince } from './national-province.ts'
import { insertFunctions, insertProvince, type Province } from './organisations.sql.ts'

/** Ids of what a seed made, by the codes of its data. */
export interface SeededOrganisations {
  unit: ReadonlyMap<string, number>
  group: ReadonlyMap<string, number>
}

/** Founds the demonstration province as tenant `provinceId`: units, groups, functions and names of all its days. */
export async function seedOrganisations(tx: Tx, provinceId: number): Promise<SeededOrganisations> {
  await insertProvince(tx, {
    provinceId,
    code: 'CT',
    name: 'tỉnh Chung Tay (minh họa)',
    shortName: 'Chung Tay',
    isDemonstration: true,
    isCentral: false,
  })
  return keep(tx, provinceId, demonstrationProvince())
}

/**
 * Founds one of the 34 real provinces as a tenant, by its official code: its territory, its people's committees
 * since 01/7/2025 with their official codes, the usual groups and functions. Null when there is no such code.
 */
export async function foundProvince(
  tx: Tx,
  provinceId: number,
  officialCode: string,
): Promise<SeededOrganisations | null> {
  const plan = nationalProvince(officialCode, new Map())
  if (!plan) return null
  const { name, shortName } = plan
  const province: Province = {
    provinceId,
    code: officialCode,
    name,
    shortName,
    isDemonstration: false,
    isCentral: false,
  }
  await insertProvince(tx, province)
  const ids = await insertAreas(tx, provinceId, plan.areas)
  const placed = nationalProvince(officialCode, new Map(plan.areas.map((a, i) => [areaKey(a), ids[i] ?? 0])))
  return placed && keep(tx, provinceId, placed)
}

/** The tenant of central bodies; no province has this number, as their codes have two digits. */
export const centralProvinceId = 1000

/** Founds the tenant of central bodies with its first unit, Bộ Nội vụ. Returns the unit's id. */
export async function foundCentral(tx: Tx, isDemonstration: boolean): Promise<number> {
  const provinceId = centralProvinceId
  const names = { code: 'TW', name: 'Trung ương', shortName: 'Trung ương' }
  await insertProvince(tx, { provinceId, ...names, isDemonstration, isCentral: true })
  const [estate, unitId] = centralEstate()
  return (await keepEstate(tx, provinceId, emptyEstate, estate)).unit(unitId)
}

async function keep(tx: Tx, provinceId: number, plan: DemonstrationProvince): Promise<SeededOrganisations> {
  const { estate, ids, functions, aliases } = plan
  await insertFunctions(tx, provinceId, functions)
  const kept = await keepEstate(tx, provinceId, emptyEstate, estate)
  const names = aliases.map((a) => ({
    ...a,
    key: nameKey(a.text),
    unitId: a.unitId === null ? null : kept.unit(a.unitId),
    groupId: a.groupId === null ? null : kept.group(a.groupId),
  }))
  await insertAliases(tx, provinceId, names)
  const unit = new Map([...ids].map(([code, id]) => [code, kept.unit(id)]))
  const group = new Map(estate.groups.groups.map((g) => [g.code, kept.group(g.id)]))
  return { unit, group }
}

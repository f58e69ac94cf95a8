import type { Tx } from '../../lib/db/db.ts'
import { demonstrationProvince } from './demonstration.ts'
import { keepEstate } from './estate.sql.ts'
import { emptyEstate } from './estate.ts'
import { nameKey } from './names/name-key.ts'
import { insertAliases } from './names/names.sql.ts'
import { insertFunctions, insertProvince } from './organisations.sql.ts'

/** Ids of what a seed made, by the codes of its data. */
export interface SeededOrganisations {
  unit: ReadonlyMap<string, number>
  group: ReadonlyMap<string, number>
}

/** Founds the demonstration province as tenant `provinceId`: units, groups, functions and names of all its days. */
export async function seedOrganisations(tx: Tx, provinceId: number): Promise<SeededOrganisations> {
  const { estate, functions, aliases } = demonstrationProvince()
  await insertProvince(tx, {
    provinceId,
    code: 'CT',
    name: 'tỉnh Chung Tay (minh hoạ)',
    shortName: 'Chung Tay',
    isDemonstration: true,
  })
  await insertFunctions(tx, provinceId, functions)
  const kept = await keepEstate(tx, provinceId, emptyEstate, estate)
  await insertAliases(
    tx,
    provinceId,
    aliases.map((a) => ({
      text: a.text,
      key: nameKey(a.text),
      unitId: a.unitId === null ? null : kept.unit(a.unitId),
      groupId: a.groupId === null ? null : kept.group(a.groupId),
      from: a.from,
      to: a.to,
    })),
  )
  const unit = new Map([...estate.history.units.values()].map((u) => [u.code, kept.unit(u.id)]))
  const group = new Map(estate.groups.groups.map((g) => [g.code, kept.group(g.id)]))
  return { unit, group }
}

import type { Day } from '../../lib/calendar/day.ts'
import {
  begins,
  departmentMergers,
  departmentsMerge,
  districts,
  laterUnits,
  partyBodiesMerge,
  provinceUnits,
  twoTiersBegin,
} from './data/demonstration.ts'
import { functions } from './data/groups.ts'
import { add, basis, begin, type Draft, idOf, merge, positionOf } from './demonstration-draft.ts'
import { beginTwoTiers, chairOf, oldCommune } from './demonstration-tiers.ts'
import { type Change, type Estate, emptyEstate } from './estate.ts'
import { noBasis } from './organisation.ts'
import { planAssignment, planTransfer } from './planning-functions.ts'
import { groupAliases, standardGroupId, withStandardGroups } from './standard-groups.ts'

/** What {@link demonstrationProvince} builds: an estate with planned ids, and names that lead into it. */
export interface DemonstrationProvince {
  estate: Estate
  /** Planned ids by the codes of the data. */
  ids: ReadonlyMap<string, number>
  functions: typeof functions
  aliases: readonly {
    text: string
    unitId: number | null
    groupId: number | null
    from: Day | null
    to: Day | null
  }[]
}

const atFirst = { ...noBasis, note: 'Dữ liệu minh họa ban đầu.' }

/** The invented province: the bodies of today, the districts and departments of before, and who followed whom. */
export function demonstrationProvince(): DemonstrationProvince {
  const draft: Draft = { estate: emptyEstate, ids: new Map() }
  foundProvince(draft)
  foundDistricts(draft)
  assignFunctions(draft)
  mergePartyBodies(draft)
  mergeDepartments(draft)
  beginTwoTiers(draft)
  return { estate: draft.estate, ids: draft.ids, functions, aliases: aliasesOf(draft) }
}

function foundProvince(draft: Draft): void {
  const change = begin(draft, 'create', begins, atFirst)
  for (const [i, unit] of provinceUnits.entries()) add(draft, change, { ...unit, position: i + 1 })
  draft.estate = withStandardGroups(draft.estate, change)
}

function foundDistricts(draft: Draft): void {
  const change = begin(draft, 'create', begins, atFirst)
  for (const [d, district] of districts.entries()) {
    const code = `H${d + 1}`
    const name = `UBND ${district.name}`
    const type = 'people_committee'
    add(draft, change, { code, name, type, level: 'district', parent: 'UBND', position: 100 + d })
    for (const [i, old] of district.communes.flatMap((c) => c.from).entries()) {
      const seat = { code: oldCommune(d + 1, old), parent: code, position: i + 1, headTitle: chairOf(old) }
      add(draft, change, { ...seat, name: `UBND ${old}`, type, level: 'commune' })
    }
  }
}

function assignFunctions(draft: Draft): void {
  const change = begin(draft, 'alter', begins, atFirst)
  for (const f of functions) if (f.holder) give(draft, change, f.code, f.holder, f.sole)
  for (const unit of provinceUnits) {
    const runsWebsite = ['department', 'board', 'office', 'portal'].includes(unit.type)
    if (runsWebsite) give(draft, change, 'has_website', unit.code, false)
  }
}

function give(draft: Draft, change: Change, functionCode: string, code: string, sole: boolean): void {
  const input = { functionCode, programme: '', unitId: idOf(draft, code), sole }
  draft.estate = planAssignment(draft.estate, change, input)
}

function mergePartyBodies(draft: Draft): void {
  const change = begin(draft, 'merge', partyBodiesMerge, basis('MH-02/QĐ-TU', '2025-01-24', true))
  mergeInto(draft, change, ['BTG', 'BDV'], 'BTGDV')
}

/** Sở TT&TT gave the press to Sở VHTTDL and all else to Sở KH&CN; who formally took the press is unverified. */
function mergeDepartments(draft: Draft): void {
  const because = basis('MH-11/NQ-HĐND', '2025-02-20')
  const transfer = begin(draft, 'transfer_function', departmentsMerge, { ...because, unverified: true })
  const press = { functionCode: 'manages_press', programme: '', unitId: idOf(draft, 'SVHTTDL'), sole: true }
  draft.estate = planTransfer(draft.estate, transfer, idOf(draft, 'STTTT'), press)
  for (const { from, into } of departmentMergers) {
    mergeInto(draft, begin(draft, 'merge', departmentsMerge, because), from, into)
  }
}

function mergeInto(draft: Draft, change: Change, from: readonly string[], into: string): void {
  const fresh = laterUnits.find((u) => u.code === into)
  merge(draft, change, from, fresh ? { ...fresh, position: positionOf(draft, from[0] ?? '') } : into)
}

function aliasesOf(draft: Draft): DemonstrationProvince['aliases'] {
  const always = { from: null, to: null }
  const ofUnits = [...provinceUnits, ...laterUnits].flatMap((u) =>
    u.aliases.map((text) => ({ text, unitId: idOf(draft, u.code), groupId: null, ...always })),
  )
  // A plan of 2023 says "huyện"; since there are none, what it asks falls to the communes.
  const communes = standardGroupId('commune_committees')
  const now = {
    text: 'UBND các huyện, thị xã, thành phố',
    unitId: null,
    groupId: communes,
    from: twoTiersBegin,
    to: null,
  }
  return [...ofUnits, ...groupAliases(), now]
}

import type { Day } from '../../lib/calendar/day.ts'
import { functions } from './data/groups.ts'
import type { DemonstrationProvince } from './demonstration.ts'
import { type Change, type Estate, emptyEstate, withChange } from './estate.ts'
import {
  loadNationalUnits,
  type NationalCommune,
  type NationalProvince,
  nationalUnitsSince,
} from './national-units.ts'
import { type Basis, noBasis, type UnitFacts } from './organisation.ts'
import { planFacts, planUnit } from './planning.ts'
import { groupAliases, withStandardGroups } from './standard-groups.ts'

/** The list of units and their codes. */
const decree: Basis = {
  ...noBasis,
  symbol: '19/2025/QĐ-TTg',
  day: '2025-06-30',
  issuer: 'Thủ tướng Chính phủ',
}
/** Read in one public source only (data/README.md). */
const cityOfDongNai: Basis = {
  ...noBasis,
  symbol: '237/NQ-UBTVQH16',
  day: '2026-04-14',
  issuer: 'Ủy ban Thường vụ Quốc hội',
  unverified: true,
}

export interface NationalArea {
  code: string
  name: string
  type: string
  parentCode: string | null
  from: Day
  to: Day | null
}

export interface NationalTenant extends DemonstrationProvince {
  name: string
  shortName: string
  areas: NationalArea[]
}

/**
 * One of the 34 provinces as a tenant: the territory with its official codes, the people's committees of the
 * province and of its communes since 01/7/2025, the usual groups and functions. Departments differ from province
 * to province and come by import. `areaIds`: real ids of the areas by `areaKey`.
 */
export function nationalProvince(code: string, areaIds: ReadonlyMap<string, number>): NationalTenant | null {
  const { provinces, communes, formerProvinces } = loadNationalUnits()
  const spans = provinces.filter((p) => p.code === code)
  const [first] = spans
  if (!first) return null
  const own = communes.filter((c) => c.provinceCode === code)
  const areas = areasOf(spans, own)
  let [estate, change] = withChange(emptyEstate, 'create', nationalUnitsSince, decree)
  const areaId = (row: { code: string; from: Day }) => areaIds.get(areaKey(row)) ?? null
  const [rooted, root] = planUnit(estate, change, {
    code,
    facts: facts(first.name, 'province', null, areaId(first)),
  })
  const committee = facts(committeeName(first), 'people_committee', root, areaId(first))
  const [seated, seat] = planUnit(rooted, change, { code: `UBND-${code}`, facts: committee })
  estate = withStandardGroups(withCommunes(seated, change, own, seat, areaId), change)
  const [, second] = spans
  if (second) estate = withCity(estate, second, own, root, seat, areaId)
  const former = formerProvinces.filter((p) => p.successorCode === code)
  const names = [...new Set([...spans, ...former].map((p) => lower(p.name)))]
  const always = { groupId: null, from: null, to: null }
  return {
    name: lower(spans.at(-1)?.name ?? first.name),
    shortName: first.name.replace(/^(Tỉnh|Thành phố) /, ''),
    estate,
    ids: new Map([...estate.history.units.values()].map((u) => [u.code, u.id])),
    areas,
    functions,
    aliases: [...names.map((text) => ({ text, unitId: root, ...always })), ...groupAliases()],
  }
}

export function areaKey({ code, from }: { code: string; from: Day }): string {
  return `${code} ${from}`
}

function areasOf(spans: readonly NationalProvince[], communes: readonly NationalCommune[]): NationalArea[] {
  return [
    ...spans.map((p) => ({ ...p, parentCode: null })),
    ...communes.map(({ provinceCode, ...c }) => ({ ...c, parentCode: provinceCode })),
  ]
}

/** 'Tỉnh Lào Cai' → 'tỉnh Lào Cai', as it stands within a sentence. */
function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

function committeeName({ name }: { name: string }): string {
  return `UBND ${lower(name)}`
}

function facts(
  name: string,
  type: UnitFacts['type'],
  parentId: number | null,
  areaId: number | null,
): UnitFacts {
  const none = { shortName: null, headTitle: null, headName: null, phone: null, email: null }
  return { ...none, name, type, level: 'province', parentId, areaId, position: 0, invited: false }
}

function withCommunes(
  estate: Estate,
  change: Change,
  communes: readonly NationalCommune[],
  seat: number,
  areaId: (row: NationalCommune) => number | null,
): Estate {
  let next = estate
  const begun = communes.filter((c) => c.from === nationalUnitsSince)
  for (const [i, commune] of begun.entries()) {
    const unit = {
      ...facts(committeeName(commune), 'people_committee', seat, areaId(commune)),
      position: 100 + i,
    }
    const headTitle = `Chủ tịch UBND ${kindOf(commune)}`
    next = planUnit(next, change, { code: commune.code, facts: { ...unit, level: 'commune', headTitle } })[0]
  }
  return next
}

function kindOf({ type }: NationalCommune): string {
  return { commune: 'xã', ward: 'phường', special_zone: 'đặc khu' }[type]
}

/** The province becomes a city, and some xã become phường, on one day. */
function withCity(
  estate: Estate,
  city: NationalProvince,
  communes: readonly NationalCommune[],
  root: number,
  seat: number,
  areaId: (row: { code: string; from: Day }) => number | null,
): Estate {
  const [begun, change] = withChange(estate, 'rename', city.from, cityOfDongNai)
  let next = planFacts(begun, change, root, { name: city.name, areaId: areaId(city) })
  next = planFacts(next, change, seat, { name: committeeName(city), areaId: areaId(city) })
  for (const commune of communes.filter((c) => c.from === city.from)) {
    const unit = [...next.history.units.values()].find((u) => u.code === commune.code)
    const name = committeeName(commune)
    const headTitle = `Chủ tịch UBND ${kindOf(commune)}`
    if (unit) next = planFacts(next, change, unit.id, { name, headTitle, areaId: areaId(commune) })
  }
  return next
}

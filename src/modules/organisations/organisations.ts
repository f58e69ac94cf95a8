import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import { groupsOn, holdersOn, membersOn } from './groups.ts'
import { ancestorsOf, holdsOn } from './history.ts'
import { buildNameIndex, type NameIndex } from './names/name-index.ts'
import { aliasesIn } from './names/names.sql.ts'
import type { Group, Heir, UnitRow } from './organisation.ts'
import {
  groupsIn,
  historyOf,
  holdingsIn,
  type Province,
  provinceById,
  provinceIds,
  subtreeOn,
  successionsIn,
  unitRowsOn,
} from './organisations.sql.ts'
import { heirsOf, originsOf } from './successions.ts'

/** Every province (tenant) of this database, for what runs once for each. */
export function allProvinceIds(db: DbOrTx): Promise<number[]> {
  return provinceIds(db)
}

/** The province (tenant); null when there is none of this number. */
export function province(db: DbOrTx, provinceId: number): Promise<Province | null> {
  return provinceById(db, provinceId)
}

/** The whole tree as it was on a day, parents before children, with depth (domain.md 4, requirement 1). */
export function unitsAsOf(db: DbOrTx, provinceId: number, day: Day): Promise<UnitRow[]> {
  return unitRowsOn(db, provinceId, day)
}

/** One unit as it was on a day; null when it was not there. */
export async function unitAsOf(
  db: DbOrTx,
  provinceId: number,
  unitId: number,
  day: Day,
): Promise<UnitRow | null> {
  return (await unitRowsOn(db, provinceId, day)).find((r) => r.id === unitId) ?? null
}

/** The unit and all that stood below it on a day, as ids. Empty when it was not there. */
export async function subtreeIds(
  db: DbOrTx,
  provinceId: number,
  unitId: number,
  day: Day,
): Promise<Set<number>> {
  return new Set(await subtreeOn(db, provinceId, unitId, day))
}

/** From the unit's parent up to the root, on a day. */
export async function ancestors(
  db: DbOrTx,
  provinceId: number,
  unitId: number,
  day: Day,
): Promise<UnitRow[]> {
  return ancestorsOf(await unitRowsOn(db, provinceId, day), unitId)
}

/** The groups in force on a day. */
export async function groupsAsOf(db: DbOrTx, provinceId: number, day: Day): Promise<Group[]> {
  return groupsOn(await groupsIn(db, provinceId), day)
}

/** The members of a group on a day, in the tree's order; empty when the group was not in force. */
export async function membersOfGroup(
  db: DbOrTx,
  provinceId: number,
  groupId: number,
  day: Day,
): Promise<UnitRow[]> {
  const rows = await unitRowsOn(db, provinceId, day)
  return membersOn(await groupsIn(db, provinceId), groupId, rows, day)
}

/**
 * Who stands on `toDay` for a unit of `fromDay`, through mergers and splits. The unit itself ('same') when it
 * is still there. Heirs of a single function carry its code and no share.
 */
export async function successorsOf(
  db: DbOrTx,
  provinceId: number,
  unitId: number,
  fromDay: Day,
  toDay: Day,
): Promise<Heir[]> {
  const { units } = await historyOf(db, provinceId)
  const isThere = (id: number) => isAlive(units.get(id), toDay)
  return heirsOf(await successionsIn(db, provinceId), unitId, fromDay, toDay, isThere)
}

/** Whose heir a unit of `toDay` is, back on `fromDay`. */
export async function predecessorsOf(
  db: DbOrTx,
  provinceId: number,
  unitId: number,
  fromDay: Day,
  toDay: Day,
): Promise<Heir[]> {
  const { units } = await historyOf(db, provinceId)
  const wasThere = (id: number) => isAlive(units.get(id), fromDay)
  return originsOf(await successionsIn(db, provinceId), unitId, fromDay, toDay, wasThere)
}

function isAlive(life: { from: Day; to: Day | null } | undefined, day: Day): boolean {
  return life !== undefined && holdsOn(life, day)
}

/**
 * The unit that holds a function on a day: the programme's own holder, or else that of every programme.
 * Of a function that many hold, the first. Null when nobody does.
 */
export async function holderOf(
  db: DbOrTx,
  provinceId: number,
  functionCode: string,
  day: Day,
  programme?: string,
): Promise<UnitRow | null> {
  return (await holdersOf(db, provinceId, functionCode, day, programme))[0] ?? null
}

/** All units that hold a function on a day, in the tree's order. */
export async function holdersOf(
  db: DbOrTx,
  provinceId: number,
  functionCode: string,
  day: Day,
  programme?: string,
): Promise<UnitRow[]> {
  const holdings = holdersOn(await holdingsIn(db, provinceId), functionCode, day, programme)
  if (holdings.length === 0) return []
  const ids = new Set(holdings.map((h) => h.unitId))
  return (await unitRowsOn(db, provinceId, day)).filter((r) => ids.has(r.id))
}

/**
 * All names that lead to a body of `day`: build it once, then ask {@link matchAgency} for each printed name.
 * A reading passes the day on which the plan was issued; a running programme passes today.
 */
export async function nameIndex(db: DbOrTx, provinceId: number, day: Day): Promise<NameIndex> {
  return buildNameIndex(
    {
      provinceName: (await provinceById(db, provinceId))?.name ?? '',
      history: await historyOf(db, provinceId),
      successions: await successionsIn(db, provinceId),
      groups: await groupsIn(db, provinceId),
      aliases: await aliasesIn(db, provinceId),
    },
    day,
  )
}

export { type AgencyCandidate, type AgencyMatch, matchAgency } from './names/match-agency.ts'
export type { NameIndex } from './names/name-index.ts'
export { addAlias, noteUnknownNames } from './names/names.ts'
export { canOrganise } from './organisations.policy.ts'

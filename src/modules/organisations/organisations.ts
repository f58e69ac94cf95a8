import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import { groupsOn, holdersOn, membersOn } from './groups.ts'
import { holdsOn, viewOn } from './history.ts'
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
  successionsIn,
} from './organisations.sql.ts'
import { heirsOf, originsOf } from './successions.ts'
import { ancestorsIn, subtreeIn, treeOn, unitIn } from './trees.ts'

/** Every province (tenant) of this database, for what runs once for each. */
export function allProvinceIds(db: DbOrTx): Promise<number[]> {
  return provinceIds(db)
}

/** The province (tenant); null when there is none of this number. */
export function province(db: DbOrTx, provinceId: number): Promise<Province | null> {
  return provinceById(db, provinceId)
}

/**
 * The whole tree as it was on a day, parents before children, with depth (domain.md 4, requirement 1). Shared with
 * other requests. `revision`: the actor's, where there is one, saves a question.
 */
export async function unitsAsOf(
  db: DbOrTx,
  provinceId: number,
  day: Day,
  revision?: number,
): Promise<readonly UnitRow[]> {
  return (await treeOn(db, provinceId, day, revision)).rows
}

/** The province's units through all their days, loaded once: for whoever asks about many days at a time. */
export interface UnitsInTime {
  /** The whole tree on a day, parents before children. */
  on(day: Day): readonly UnitRow[]
  /** As {@link membersOfGroup}. */
  members(groupId: number, day: Day): readonly UnitRow[]
  /** The unit's first day and the first day without it (null: still there); undefined for no unit. */
  life(unitId: number): { from: Day; to: Day | null } | undefined
  /** The name on its last day, for a unit that is gone. */
  lastName(unitId: number): string
  /** As {@link successorsOf}. */
  heirs(unitId: number, fromDay: Day, toDay: Day): Heir[]
  /** Did it come out of a merger, split or renaming? */
  isHeir(unitId: number): boolean
}

export async function unitsInTime(db: DbOrTx, provinceId: number): Promise<UnitsInTime> {
  const history = await historyOf(db, provinceId)
  const successions = await successionsIn(db, provinceId)
  const groups = await groupsIn(db, provinceId)
  const views = new Map<Day, UnitRow[]>()
  const members = new Map<string, UnitRow[]>()
  const on = (day: Day) => remembered(views, day, () => viewOn(history, day))
  return {
    on,
    members: (groupId, day) =>
      remembered(members, `${groupId} ${day}`, () => membersOn(groups, groupId, on(day), day)),
    life: (unitId) => history.units.get(unitId),
    lastName: (unitId) => history.versions.get(unitId)?.at(-1)?.name ?? '',
    heirs: (unitId, fromDay, toDay) =>
      heirsOf(successions, unitId, fromDay, toDay, (id) => isAlive(history.units.get(id), toDay)),
    isHeir: (unitId) => successions.some((s) => s.successorId === unitId && s.functionCode === null),
  }
}

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const had = known.get(key)
  if (had !== undefined) return had
  const made = make()
  known.set(key, made)
  return made
}

/** One unit as it was on a day; null when it was not there. */
export async function unitAsOf(
  db: DbOrTx,
  provinceId: number,
  unitId: number,
  day: Day,
  revision?: number,
): Promise<UnitRow | null> {
  return unitIn(await treeOn(db, provinceId, day, revision), unitId)
}

/** The unit and all that stood below it on a day, as ids. Empty when it was not there. */
export async function subtreeIds(
  db: DbOrTx,
  provinceId: number,
  unitId: number,
  day: Day,
  revision?: number,
): Promise<Set<number>> {
  const tree = await treeOn(db, provinceId, day, revision)
  return new Set(subtreeIn(tree, unitId).map((row) => row.id))
}

/** From the unit's parent up to the root, on a day. */
export async function ancestors(
  db: DbOrTx,
  provinceId: number,
  unitId: number,
  day: Day,
): Promise<UnitRow[]> {
  return ancestorsIn(await treeOn(db, provinceId, day), unitId)
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
  const { rows } = await treeOn(db, provinceId, day)
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
  return (await treeOn(db, provinceId, day)).rows.filter((r) => ids.has(r.id))
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

import type { Day } from '../../../lib/calendar/day.ts'
import { type Groups, type GroupVersion, groupsOn } from '../groups.ts'
import { type History, holdsOn, type UnitVersion, versionOn } from '../history.ts'
import type { Succession, SuccessionKind } from '../organisation.ts'
import { heirsOf } from '../successions.ts'
import { type Likeness, likenessAmong } from './likeness.ts'
import { bareKey, nameKeys } from './name-key.ts'

export interface Alias {
  id: number
  text: string
  unitId: number | null
  groupId: number | null
  from: Day | null
  to: Day | null
}

/** How a printed name led to its target, best first. */
export type Via = 'name' | 'short_name' | 'alias' | 'bare_name' | 'former_name' | 'predecessor' | 'later'

export interface NameEntry {
  key: string
  bare: string
  /** The name as it is kept. */
  text: string
  via: Via
  kind: 'unit' | 'group'
  id: number
  /** Name of the target on the index's day. */
  name: string
  /** Set when the printed body had ended by the index's day and `id` came after it. */
  succession: { fromUnitId: number; fromName: string; kind: SuccessionKind; day: Day } | null
}

export interface NameIndex {
  day: Day
  /** Makes the key of a printed name, the province's own name left out. */
  keyOf: (text: string) => string
  byKey: ReadonlyMap<string, readonly NameEntry[]>
  entries: readonly NameEntry[]
  /** Entries whose names look alike, for suggestions. */
  alike: Likeness
}

export interface NameSources {
  /** The province's own name: 'tỉnh Lào Cai'. */
  provinceName: string
  history: History
  successions: readonly Succession[]
  groups: Groups
  aliases: readonly Alias[]
}

/** All names, of every time, that lead to a body of `day`. Pure; build it once for many names. */
export function buildNameIndex(sources: NameSources, day: Day): NameIndex {
  const keyOf = nameKeys(ownNamesOf(sources))
  const entries: NameEntry[] = []
  const put = (text: string, entry: Omit<NameEntry, 'key' | 'bare' | 'text'>) => {
    const key = keyOf(text)
    if (key !== '') entries.push({ ...entry, text, key, bare: bareKey(key) })
  }
  for (const version of [...sources.history.versions.values()].flat()) {
    for (const { text, via } of namesOf(version, sources.history)) {
      for (const target of targetsOf(sources, version, day))
        put(text, { ...target, via: viaOn(via, target.via, version, day) })
    }
  }
  for (const group of groupsOn(sources.groups, day)) {
    put(group.name, { kind: 'group', id: group.id, name: group.name, via: 'name', succession: null })
  }
  for (const former of formerGroups(sources.groups, day)) put(former.text, former.entry)
  for (const alias of sources.aliases) putAlias(sources, alias, day, put)
  let prepared: Likeness | null = null
  const alike: Likeness = (text, atLeast) => {
    prepared ??= likenessAmong(entries.map((e) => e.bare))
    return prepared(text, atLeast)
  }
  return { day, keyOf, entries, byKey: Map.groupBy(entries, (e) => e.key), alike }
}

/** "tỉnh Yên Bái" in all its names: a document prints them after an agency or leaves them out. */
function ownNamesOf({ provinceName, history, aliases }: NameSources): string[] {
  const roots = new Set(
    [...history.versions.values()].flat().flatMap((v) => (v.parentId === null ? [v.unitId] : [])),
  )
  const also = aliases
    .filter((a) => a.unitId !== null && roots.has(a.unitId) && ownName.test(a.text))
    .map((a) => a.text)
  return [...new Set([provinceName.replace(/\s*\(.*\)/, ''), ...also])].toSorted(
    (a, b) => b.length - a.length,
  )
}

const ownName = /^(tỉnh|thành phố)\s/iu
const committee =
  /^(ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+(?=(xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố)\s)/iu

/** " xã Bình Minh" for an office of that commune, '' for all others. */
function placeOf(version: UnitVersion, history: History): string {
  const above = version.parentId === null ? null : history.versions.get(version.parentId)?.at(-1)
  if (!above || above.level === 'province' || version.type === 'people_committee') return ''
  const place = above.name.replace(committee, '')
  const isLocal = place !== above.name && !version.name.endsWith(place)
  return isLocal ? ` ${place}` : ''
}

function namesOf(version: UnitVersion, history: History): { text: string; via: Via }[] {
  const place = placeOf(version, history)
  const out: { text: string; via: Via }[] = [{ text: version.name + place, via: 'name' }]
  if (place) out.push({ text: version.name, via: 'bare_name' })
  if (version.shortName) out.push({ text: version.shortName + place, via: 'short_name' })
  const bare = version.name.replace(committee, '')
  if (bare !== version.name) out.push({ text: bare, via: 'bare_name' })
  return out
}

type Target = Omit<NameEntry, 'key' | 'bare' | 'text'>

/** Who a version's name means on `day`: the unit itself, or those who came after it. */
function targetsOf(sources: NameSources, version: UnitVersion, day: Day): Target[] {
  const { history, successions } = sources
  const life = history.units.get(version.unitId)
  if (!life) return []
  if (holdsOn(life, day)) {
    const now = versionOn(history, life.id, day) ?? version
    const name = now.name + placeOf(now, history)
    return [{ kind: 'unit', id: life.id, name, via: 'name', succession: null }]
  }
  if (day < life.from) {
    return [{ kind: 'unit', id: life.id, name: version.name, via: 'later', succession: null }]
  }
  const isThere = (id: number) => holdsOn(history.units.get(id) ?? life, day)
  return heirsOf(successions, life.id, life.from, day, isThere).flatMap((heir): Target[] => {
    if (heir.kind === 'same' || heir.kind === 'transfer_function' || heir.day === null) return []
    const name = versionOn(history, heir.unitId, day)?.name ?? ''
    const succession = { fromUnitId: life.id, fromName: version.name, kind: heir.kind, day: heir.day }
    return [{ kind: 'unit', id: heir.unitId, name, via: 'predecessor', succession }]
  })
}

function viaOn(via: Via, target: Via, version: UnitVersion, day: Day): Via {
  if (target !== 'name') return target
  return holdsOn(version, day) ? via : 'former_name'
}

function formerGroups(groups: Groups, day: Day): { text: string; entry: Target }[] {
  const now = new Map(groupsOn(groups, day).map((g) => [g.id, g]))
  return groups.versions.flatMap((v: GroupVersion) => {
    const group = now.get(v.groupId)
    if (!group || holdsOn(v, day)) return []
    return [
      {
        text: v.name,
        entry: { kind: 'group', id: group.id, name: group.name, via: 'former_name', succession: null },
      },
    ]
  })
}

function putAlias(
  sources: NameSources,
  alias: Alias,
  day: Day,
  put: (text: string, entry: Target) => void,
): void {
  if ((alias.from !== null && day < alias.from) || (alias.to !== null && day >= alias.to)) return
  if (alias.groupId !== null) {
    const group = groupsOn(sources.groups, day).find((g) => g.id === alias.groupId)
    if (group)
      put(alias.text, { kind: 'group', id: group.id, name: group.name, via: 'alias', succession: null })
    return
  }
  const version = sources.history.versions.get(alias.unitId ?? -1)?.at(-1)
  if (!version) return
  for (const target of targetsOf(sources, version, day)) {
    put(alias.text, { ...target, via: target.via === 'name' ? 'alias' : target.via })
  }
}

import type { Day } from '../../lib/calendar/day.ts'
import type { Change, ChangeKind, Estate } from './estate.ts'
import { type UnitVersion, versionOn } from './history.ts'
import { type Basis, noBasis, type SuccessionKind, type UnitFacts } from './organisation.ts'

/** A fact that changed. Parents are told by name. */
export interface Told {
  fact: keyof UnitFacts
  before: string | number | boolean | null
  after: string | number | boolean | null
}

/** One thing that happened to a unit. */
export interface Episode {
  day: Day
  kind: ChangeKind
  basis: Basis
  told: Told[]
  /** Other units it happened with: successors of it, or those it came from. */
  others: {
    id: number
    name: string
    is: 'heir' | 'origin'
    how: SuccessionKind
    functionCode: string | null
  }[]
}

/** What a page tells of; the rest (areas) has no words of its own. */
const shown: readonly (keyof UnitFacts)[] = [
  'name',
  'shortName',
  'type',
  'level',
  'parentId',
  'invited',
  'headTitle',
  'headName',
  'phone',
  'email',
]

/** A unit's life, newest first: its beginning, each change of its facts, its successions, its end. */
export function storyOf(
  estate: Estate,
  changes: readonly Change[],
  unitId: number,
  closing: number | null = null,
): Episode[] {
  const byId = new Map(changes.map((c) => [c.id, c]))
  const episodes = new Map<number, Episode>()
  const episode = (changeId: number, day: Day): Episode => {
    const change = byId.get(changeId)
    const known = episodes.get(changeId)
    if (known) return known
    const fresh = {
      day,
      kind: change?.kind ?? 'alter',
      basis: change?.basis ?? noBasis,
      told: [],
      others: [],
    }
    episodes.set(changeId, fresh)
    return fresh
  }
  const versions = estate.history.versions.get(unitId) ?? []
  for (const [i, version] of versions.entries()) {
    episode(version.changeId, version.from).told.push(...differences(estate, versions[i - 1], version))
  }
  for (const s of estate.successions) {
    if (s.predecessorId !== unitId && s.successorId !== unitId) continue
    const is = s.predecessorId === unitId ? 'heir' : 'origin'
    const id = is === 'heir' ? s.successorId : s.predecessorId
    const name = nameAround(estate, id, s.day)
    episode(s.changeId, s.day).others.push({ id, name, is, how: s.kind, functionCode: s.functionCode })
  }
  const end = estate.history.units.get(unitId)?.to
  if (end && closing) episode(closing, end)
  return [...episodes.values()].toSorted((a, b) => b.day.localeCompare(a.day))
}

/** Changes that a unit's story needs, by id. */
export function changesIn(estate: Estate, unitId: number): number[] {
  const versions = estate.history.versions.get(unitId) ?? []
  const steps = estate.successions.filter((s) => s.predecessorId === unitId || s.successorId === unitId)
  return [...new Set([...versions.map((v) => v.changeId), ...steps.map((s) => s.changeId)])]
}

function differences(estate: Estate, before: UnitVersion | undefined, after: UnitVersion): Told[] {
  if (!before) return [{ fact: 'name', before: null, after: after.name }]
  return shown
    .filter((fact) => before[fact] !== after[fact])
    .map((fact) => ({ fact, before: told(estate, before, fact), after: told(estate, after, fact) }))
}

function told(estate: Estate, version: UnitVersion, fact: keyof UnitFacts): Told['before'] {
  if (fact !== 'parentId') return version[fact]
  return version.parentId === null ? null : nameAround(estate, version.parentId, version.from)
}

/** The name of a unit on a day, or its nearest name when it was not there yet or no more. */
export function nameAround(estate: Estate, unitId: number, day: Day): string {
  const versions = estate.history.versions.get(unitId) ?? []
  const near =
    versionOn(estate.history, unitId, day) ?? versions.findLast((v) => v.from <= day) ?? versions[0]
  return near?.name ?? ''
}

import type { Day } from '../../lib/calendar/day.ts'
import type { Heir, Succession } from './organisation.ts'

/**
 * Who stands on `toDay` for a unit of `fromDay`, through any number of mergers and splits. Shares multiply
 * along the way and add up where ways meet. A transfer of a function leads away from a unit only sideways:
 * its heir holds that function, not the unit's whole estate, and is followed further as such.
 * `isThere` says whether a unit exists on `toDay`.
 */
export function heirsOf(
  successions: readonly Succession[],
  unitId: number,
  fromDay: Day,
  toDay: Day,
  isThere: (unitId: number) => boolean,
): Heir[] {
  const next = Map.groupBy(
    successions.filter((s) => s.day >= fromDay && s.day <= toDay),
    (s) => s.predecessorId,
  )
  return walk(unitId, fromDay, isThere, (id, day) =>
    (next.get(id) ?? [])
      .filter((s) => s.day >= day)
      .map((s) => ({ step: s, to: s.successorId, share: s.share })),
  )
}

/** Whose heir a unit of `toDay` is, back on `fromDay`. Shares of predecessors are not summed: null. */
export function originsOf(
  successions: readonly Succession[],
  unitId: number,
  fromDay: Day,
  toDay: Day,
  wasThere: (unitId: number) => boolean,
): Heir[] {
  const back = Map.groupBy(
    successions.filter((s) => s.day > fromDay && s.day <= toDay),
    (s) => s.successorId,
  )
  return walk(unitId, toDay, wasThere, (id, day) =>
    (back.get(id) ?? [])
      .filter((s) => s.day <= day)
      .map((s) => ({ step: s, to: s.predecessorId, share: null })),
  )
}

interface Way {
  step: Succession
  to: number
  share: number | null
}

function walk(
  start: number,
  day: Day,
  isThere: (unitId: number) => boolean,
  waysFrom: (unitId: number, day: Day) => Way[],
): Heir[] {
  const found = new Map<string, Heir>()
  const queue: { id: number; day: Day; heir: Heir }[] = [
    { id: start, day, heir: { unitId: start, kind: 'same', day: null, share: 1, functionCode: null } },
  ]
  const seen = new Set<string>()
  for (let at = queue.shift(); at; at = queue.shift()) {
    if (isThere(at.id)) meet(found, at.heir)
    for (const way of waysFrom(at.id, at.day)) {
      const other = way.step.functionCode
      if (at.heir.functionCode && other && other !== at.heir.functionCode) continue
      const mark = `${at.heir.functionCode ?? ''}:${way.step.id}`
      if (seen.has(mark)) continue
      seen.add(mark)
      queue.push({ id: way.to, day: way.step.day, heir: stepped(at.heir, way) })
    }
  }
  return [...found.values()]
}

function stepped(heir: Heir, way: Way): Heir {
  const functionCode = way.step.functionCode ?? heir.functionCode
  const share = heir.share === null || way.share === null ? null : heir.share * way.share
  const kind = functionCode ? 'transfer_function' : way.step.kind
  return { unitId: way.to, kind, day: way.step.day, share: functionCode ? null : share, functionCode }
}

function meet(found: Map<string, Heir>, heir: Heir): void {
  const key = `${heir.unitId}:${heir.functionCode ?? ''}`
  const other = found.get(key)
  if (!other) found.set(key, heir)
  else if (other.share !== null && heir.share !== null)
    found.set(key, { ...other, share: other.share + heir.share })
}

import { type Day, showDay } from '../../lib/calendar/day.ts'
import type { Fault } from '../../lib/errors.ts'
import { type History, holdsOn, type UnitVersion, versionOn } from './history.ts'

/**
 * What would make the tree no tree on some day at or after `from`: a parent that is not there for the whole
 * time, or a unit below itself. Empty: a tree on every day.
 */
export function historyFaults(history: History, from: Day): Fault[] {
  const faults: Fault[] = []
  for (const versions of history.versions.values()) {
    for (const version of versions) {
      if (version.to !== null && version.to <= from) continue
      const fault = parentFault(history, version)
      if (fault) faults.push(fault)
    }
  }
  if (faults.length > 0) return faults
  const days = new Set([from])
  for (const versions of history.versions.values()) {
    for (const version of versions) if (version.from > from) days.add(version.from)
  }
  for (const day of [...days].toSorted()) {
    const looped = loopOn(history, day)
    if (looped) return [looped]
  }
  return []
}

function parentFault(history: History, version: UnitVersion): Fault | null {
  if (version.parentId === null) return null
  const parent = history.units.get(version.parentId)
  const name = `“${version.name}”`
  if (!parent || version.from < parent.from) {
    const day = showDay(parent?.from ?? version.from)
    return {
      field: 'parentId',
      vi: `Cơ quan cấp trên của ${name} chưa được lập vào ngày ${showDay(version.from)} (lập ngày ${day}).`,
      en: `The parent of ${name} was not there yet on ${showDay(version.from)} (it began on ${day}).`,
    }
  }
  if (parent.to !== null && (version.to === null || version.to > parent.to)) {
    const day = showDay(parent.to)
    return {
      field: 'parentId',
      vi: `${name} vẫn trực thuộc một cơ quan đã kết thúc từ ngày ${day}; chuyển hoặc kết thúc ${name} trước.`,
      en: `${name} would still stand below a unit that ended on ${day}; move or close ${name} first.`,
    }
  }
  return null
}

/** Walks up from every unit once; a unit met twice on one walk stands below itself. */
function loopOn(history: History, day: Day): Fault | null {
  const safe = new Set<number>()
  for (const life of history.units.values()) {
    if (!holdsOn(life, day)) continue
    const walk = new Set<number>()
    let id: number | null = life.id
    while (id !== null && !safe.has(id)) {
      if (walk.has(id)) {
        const name = versionOn(history, id, day)?.name ?? ''
        return {
          field: 'parentId',
          vi: `Ngày ${showDay(day)}, “${name}” sẽ nằm dưới chính nó.`,
          en: `On ${showDay(day)} “${name}” would stand below itself.`,
        }
      }
      walk.add(id)
      id = versionOn(history, id, day)?.parentId ?? null
    }
    for (const seen of walk) safe.add(seen)
  }
  return null
}

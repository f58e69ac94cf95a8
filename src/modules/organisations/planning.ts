import { type Day, showDay } from '../../lib/calendar/day.ts'
import { type Change, type Estate, plannedId, refuse, withHoldings, withMembers } from './estate.ts'
import type { Holding } from './groups.ts'
import { holdsOn, lifeOn, versionOn, withFacts, withoutUnit, withUnit } from './history.ts'
import type { UnitFacts } from './organisation.ts'

export interface NewUnit {
  code: string
  facts: UnitFacts
}

function stamp(change: Change): { changeId: number; unverified: boolean } {
  return { changeId: change.id, unverified: change.basis.unverified }
}

/** A new unit from the change's day on. Returns its planned id. */
export function planUnit(estate: Estate, change: Change, unit: NewUnit): [Estate, number] {
  const { history } = estate
  for (const life of history.units.values()) {
    if (life.code === unit.code) {
      throw refuse(
        'code',
        `Mã “${unit.code}” đã dùng cho một đơn vị khác.`,
        `The code “${unit.code}” is taken.`,
      )
    }
  }
  const id = plannedId(history.units.keys())
  const life = { id, code: unit.code, from: change.day, to: null }
  const version = { ...unit.facts, ...stamp(change), unitId: id, from: change.day, to: null }
  return [{ ...estate, history: withUnit(history, life, [version]) }, id]
}

/** New facts from the change's day on: a name, a parent, a head, a type. Refused when nothing would change. */
export function planFacts(estate: Estate, change: Change, unitId: number, patch: Partial<UnitFacts>): Estate {
  lifeOn(estate.history, unitId, change.day)
  const now = versionOn(estate.history, unitId, change.day)
  const moved = Object.entries(patch).filter(([k, v]) => now?.[k as keyof UnitFacts] !== v)
  if (moved.length === 0) {
    throw refuse(null, 'Không có gì thay đổi so với hiện tại.', 'Nothing would change.')
  }
  const history = withFacts(estate.history, unitId, change.day, Object.fromEntries(moved), stamp(change))
  return { ...estate, history }
}

/** Ends a unit that has no child left. Functions it holds end too; explicit memberships as well. */
export function planClosing(estate: Estate, change: Change, unitId: number): Estate {
  const { day } = change
  const children = childrenFrom(estate, unitId, day)
  if (children.length > 0) {
    const names = children.slice(0, 3).map((id) => `“${nameOf(estate, id, day)}”`)
    const more = children.length > 3 ? ` (+${children.length - 3})` : ''
    throw refuse(
      'unitId',
      `Còn ${children.length} đơn vị trực thuộc đang hoạt động: ${names.join(', ')}${more}. Chuyển hoặc kết thúc trước.`,
      `${children.length} units below it are still open: ${names.join(', ')}${more}. Move or close them first.`,
    )
  }
  const later = estate.groups.holdings.find((h) => h.unitId === unitId && h.from >= day)
  if (later) {
    throw refuse(
      'day',
      `Đơn vị đã được giao chức năng từ ngày ${showDay(later.from)}; hãy giao lại trước.`,
      `The unit was given a function from ${showDay(later.from)}; give it to another first.`,
    )
  }
  const ended = withHoldings(
    { ...estate, history: withoutUnit(estate.history, unitId, day) },
    estate.groups.holdings.map((h) => (h.unitId === unitId && holdsOn(h, day) ? { ...h, to: day } : h)),
  )
  return withMembers(ended, membersUntil(estate, unitId, day))
}

function membersUntil(estate: Estate, unitId: number, day: Day): Estate['groups']['members'] {
  return estate.groups.members
    .filter((m) => m.unitId !== unitId || m.from < day)
    .map((m) => (m.unitId === unitId && holdsOn(m, day) ? { ...m, to: day } : m))
}

/** Units that stand directly below `unitId` on `day` or later. */
export function childrenFrom(estate: Estate, unitId: number, day: Day): number[] {
  const out: number[] = []
  for (const [id, versions] of estate.history.versions) {
    if (versions.some((v) => v.parentId === unitId && (v.to === null || v.to > day))) out.push(id)
  }
  return out
}

export function nameOf(estate: Estate, unitId: number, day: Day): string {
  const versions = estate.history.versions.get(unitId)
  return (versionOn(estate.history, unitId, day) ?? versions?.at(-1))?.name ?? ''
}

export type Into = { unitId: number } | { unit: NewUnit }

function planInto(estate: Estate, change: Change, into: Into): [Estate, number] {
  if ('unit' in into) return planUnit(estate, change, into.unit)
  lifeOn(estate.history, into.unitId, change.day)
  return [estate, into.unitId]
}

/**
 * Merges units into one, new or already there. Children, functions and explicit memberships go to the
 * successor; the predecessors end. A successor that is among the predecessors lives on.
 */
export function planMerger(
  estate: Estate,
  change: Change,
  predecessors: readonly number[],
  into: Into,
): [Estate, number] {
  const [begun, successor] = planInto(estate, change, into)
  const ending = [...new Set(predecessors)].filter((id) => id !== successor)
  if (ending.length === 0) {
    throw refuse(
      'predecessors',
      'Chọn ít nhất một đơn vị được sáp nhập.',
      'Choose at least one unit to merge.',
    )
  }
  for (const id of ending) lifeOn(begun.history, id, change.day)
  let next = begun
  for (const id of ending) next = inherit(next, change, id, successor)
  for (const id of ending) next = planClosing(next, change, id)
  const shares = 'unit' in into || ending.length > 0 ? 1 : null
  for (const id of ending) next = withSuccession(next, change, 'merge', id, successor, shares)
  return [next, successor]
}

export interface Part {
  into: Into
  /** Part of the old unit, 0 to 1; null when not said. */
  share: number | null
}

/**
 * Splits a unit. Unless it keeps existing beside its parts, it ends, and children, functions and memberships
 * go to the first part.
 */
export function planSplit(
  estate: Estate,
  change: Change,
  unitId: number,
  parts: readonly Part[],
  keeps: boolean,
): [Estate, number[]] {
  lifeOn(estate.history, unitId, change.day)
  if (parts.length < (keeps ? 1 : 2)) {
    throw refuse(
      'parts',
      'Nêu ít nhất hai đơn vị sau khi chia tách.',
      'Name at least two units after the split.',
    )
  }
  if (parts.reduce((sum, p) => sum + (p.share ?? 0), 0) > 1.0001) {
    throw refuse('share', 'Tổng tỷ lệ các phần vượt quá 100%.', 'The shares add up to more than 100%.')
  }
  let next = estate
  const ids: number[] = []
  for (const part of parts) {
    const [with_, id] = planInto(next, change, part.into)
    if (id === unitId || ids.includes(id)) {
      throw refuse('parts', 'Các đơn vị sau chia tách phải khác nhau.', 'The parts must be different units.')
    }
    next = with_
    ids.push(id)
  }
  if (!keeps) next = planClosing(inherit(next, change, unitId, ids[0] ?? unitId), change, unitId)
  for (const [i, id] of ids.entries()) {
    next = withSuccession(next, change, 'split', unitId, id, parts[i]?.share ?? null)
  }
  return [next, ids]
}

/** Hands children, functions and explicit memberships from one unit to another. */
function inherit(estate: Estate, change: Change, from: number, to: number): Estate {
  const { day } = change
  let { history } = estate
  const above = versionOn(history, from, day)?.parentId ?? null
  for (const child of childrenFrom(estate, from, day)) {
    const on = versionOn(history, child, day)
    if (on?.parentId !== from) continue
    history = withFacts(history, child, day, { parentId: child === to ? above : to }, stamp(change))
  }
  const joined = estate.groups.members.filter((m) => m.unitId === from && holdsOn(m, day))
  const added = joined
    .filter(
      (m) =>
        !estate.groups.members.some(
          (o) => o.unitId === to && o.groupId === m.groupId && overlap(o, day, m.to),
        ),
    )
    .map((m) => ({ ...m, unitId: to, from: day }))
  const next = withMembers({ ...estate, history }, [...estate.groups.members, ...added])
  return withHoldings(next, handedOver(next.groups.holdings, from, to, day))
}

function handedOver(holdings: readonly Holding[], from: number, to: number, day: Day): Holding[] {
  const out: Holding[] = []
  for (const h of holdings) {
    if (h.unitId !== from || (h.to !== null && h.to <= day)) out.push(h)
    else {
      if (h.from < day) out.push({ ...h, to: day })
      const begins = h.from < day ? day : h.from
      const same = (o: Holding) =>
        o.unitId === to && o.functionCode === h.functionCode && o.programme === h.programme
      if ([...holdings, ...out].some((o) => same(o) && overlap(o, begins, h.to))) continue
      const id = h.from < day ? plannedId([...holdings, ...out].map((o) => o.id)) : h.id
      out.push({ ...h, id, unitId: to, from: begins })
    }
  }
  return out
}

export function overlap(span: { from: Day; to: Day | null }, from: Day, to: Day | null): boolean {
  return (to === null || span.from < to) && (span.to === null || from < span.to)
}

export function withSuccession(
  estate: Estate,
  change: Change,
  kind: 'merge' | 'split' | 'rename' | 'transfer_function',
  predecessorId: number,
  successorId: number,
  share: number | null,
  functionCode: string | null = null,
): Estate {
  const id = plannedId(estate.successions.map((s) => s.id))
  const step = {
    id,
    kind,
    day: change.day,
    predecessorId,
    successorId,
    functionCode,
    share,
    changeId: change.id,
  }
  return { ...estate, successions: [...estate.successions, step] }
}

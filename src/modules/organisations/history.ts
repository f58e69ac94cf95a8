import { addDays, type Day, showDay } from '../../lib/calendar/day.ts'
import { invalid, type Refusal } from '../../lib/errors.ts'
import type { UnitFacts, UnitRow } from './organisation.ts'

/** Facts of a unit from one day until another (exclusive; null: still so). */
export interface UnitVersion extends UnitFacts {
  unitId: number
  from: Day
  to: Day | null
  /** The change that opened this version; below zero while that change is only planned. */
  changeId: number
  unverified: boolean
}

export interface UnitLife {
  id: number
  code: string
  from: Day
  to: Day | null
}

/** All units of a province through all their days. Values are replaced, never changed in place. */
export interface History {
  units: ReadonlyMap<number, UnitLife>
  /** Sorted by day, without overlap, from the unit's first day to its last. */
  versions: ReadonlyMap<number, readonly UnitVersion[]>
}

export const emptyHistory: History = { units: new Map(), versions: new Map() }

export function holdsOn(span: { from: Day; to: Day | null }, day: Day): boolean {
  return span.from <= day && (span.to === null || day < span.to)
}

export function versionOn(history: History, unitId: number, day: Day): UnitVersion | null {
  return history.versions.get(unitId)?.find((v) => holdsOn(v, day)) ?? null
}

const vietnamese = new Intl.Collator('vi')

/** The tree on a day, parents before children, siblings in their printed order. */
export function viewOn(history: History, day: Day): UnitRow[] {
  const rows: Omit<UnitRow, 'depth'>[] = []
  for (const life of history.units.values()) {
    const version = holdsOn(life, day) ? versionOn(history, life.id, day) : null
    if (!version) continue
    const { unitId: id, from: since, to: _, changeId: __, ...facts } = version
    rows.push({ ...facts, id, code: life.code, from: life.from, since })
  }
  return inTreeOrder(rows)
}

/** Sorts rows depth first and gives each its depth. A row whose parent is not among them is a root. */
export function inTreeOrder(rows: readonly Omit<UnitRow, 'depth'>[]): UnitRow[] {
  const known = new Set(rows.map((r) => r.id))
  const children = Map.groupBy(rows, (r) =>
    r.parentId !== null && known.has(r.parentId) ? r.parentId : null,
  )
  const out: UnitRow[] = []
  const visit = (parentId: number | null, depth: number): void => {
    const siblings = children.get(parentId)?.toSorted(bySeat) ?? []
    for (const row of siblings) {
      out.push({ ...row, depth })
      visit(row.id, depth + 1)
    }
  }
  visit(null, 0)
  return out
}

function bySeat(a: Omit<UnitRow, 'depth'>, b: Omit<UnitRow, 'depth'>): number {
  return a.position - b.position || vietnamese.compare(a.name, b.name) || a.id - b.id
}

/** The unit and everything below it, among rows in tree order. */
export function subtreeOf(rows: readonly UnitRow[], unitId: number): UnitRow[] {
  const at = rows.findIndex((r) => r.id === unitId)
  const top = rows[at]
  if (!top) return []
  const end = rows.findIndex((r, i) => i > at && r.depth <= top.depth)
  return rows.slice(at, end < 0 ? rows.length : end)
}

/** From the parent up to the root. */
export function ancestorsOf(rows: readonly UnitRow[], unitId: number): UnitRow[] {
  const byId = new Map(rows.map((r) => [r.id, r]))
  const out: UnitRow[] = []
  let row = byId.get(unitId)
  while (row && row.parentId !== null) {
    row = byId.get(row.parentId)
    if (row) out.push(row)
  }
  return out
}

export function withUnit(history: History, life: UnitLife, versions: readonly UnitVersion[]): History {
  return {
    units: new Map(history.units).set(life.id, life),
    versions: new Map(history.versions).set(life.id, versions),
  }
}

/**
 * Changes facts from `day` on. A later version keeps what was later decided about the same fact; facts it
 * merely inherited change with it.
 */
export function withFacts(
  history: History,
  unitId: number,
  day: Day,
  patch: Partial<UnitFacts>,
  by: { changeId: number; unverified: boolean },
): History {
  const life = lifeOn(history, unitId, day)
  const versions = history.versions.get(unitId) ?? []
  const current = versions.find((v) => holdsOn(v, day))
  if (!current) throw notThere(day)
  const open = new Map(Object.entries(patch))
  const out: UnitVersion[] = []
  for (const version of versions) {
    if (version.to !== null && version.to <= day) out.push(version)
    else if (version === current) {
      if (version.from < day) out.push({ ...version, to: day })
      out.push({ ...version, ...patch, ...by, from: day })
    } else {
      for (const key of open.keys()) {
        if (version[key as keyof UnitFacts] !== current[key as keyof UnitFacts]) open.delete(key)
      }
      out.push({ ...version, ...Object.fromEntries(open) })
    }
  }
  return withUnit(history, life, out)
}

/** Ends a unit: `day` is the first day without it. Children must have ended or moved before. */
export function withoutUnit(history: History, unitId: number, day: Day): History {
  const life = lifeOn(history, unitId, day)
  if (day === life.from) {
    throw refuse(
      'day',
      `Đơn vị mới được lập ngày ${showDay(day)}; không thể kết thúc trong cùng ngày.`,
      `The unit began on ${showDay(day)}; it cannot end on the same day.`,
    )
  }
  const versions = history.versions.get(unitId) ?? []
  const later = versions.find((v) => v.from > day)
  if (later) {
    throw refuse(
      'day',
      `Đơn vị đã có thay đổi ghi nhận từ ngày ${showDay(later.from)}, sau ngày kết thúc.`,
      `The unit has a change recorded from ${showDay(later.from)}, after the day it would end.`,
    )
  }
  const kept = versions
    .filter((v) => v.from < day)
    .map((v) => (holdsOn(v, addDays(day, -1)) ? { ...v, to: day } : v))
  return withUnit(history, { ...life, to: day }, kept)
}

/** The unit, refused when it is not there on that day. */
export function lifeOn(history: History, unitId: number, day: Day): UnitLife {
  const life = history.units.get(unitId)
  if (!life) throw refuse(null, 'Không có đơn vị này.', 'There is no such unit.')
  if (day < life.from) {
    throw refuse(
      'day',
      `Ngày ${showDay(day)} trước ngày lập đơn vị (${showDay(life.from)}).`,
      `${showDay(day)} lies before the unit's first day (${showDay(life.from)}).`,
    )
  }
  if (!holdsOn(life, day)) {
    throw refuse(
      'day',
      `Đơn vị đã kết thúc hoạt động từ ngày ${showDay(life.to ?? day)}.`,
      `The unit ended on ${showDay(life.to ?? day)}.`,
    )
  }
  return life
}

function notThere(day: Day): Refusal {
  return refuse(
    'day',
    `Đơn vị không có dữ liệu vào ngày ${showDay(day)}.`,
    `The unit has no facts on ${showDay(day)}.`,
  )
}

function refuse(field: string | null, vi: string, en: string): Refusal {
  return invalid([{ field, vi, en }])
}

import { dayOf } from '../../lib/calendar/day.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request } from '../../lib/http/route.ts'
import type { UnitRow } from '../organisations/organisation.ts'
import { unitsAsOf } from '../organisations/organisations.ts'
import { writesFor } from './plans.policy.ts'

/** The units of the province as they are today, and their names. */
export interface Units {
  rows: readonly UnitRow[]
  nameOf: (unitId: number) => string
  options: { value: string; label: string }[]
}

export async function unitsToday(c: Request): Promise<Units> {
  const { provinceId, treeRevision } = actorOf(c)
  const rows = await unitsAsOf(c.get('db'), provinceId, dayOf(c.get('now')), treeRevision)
  const names = new Map(rows.map((r) => [r.id, r.name]))
  return {
    rows,
    nameOf: (id) => names.get(id) ?? `#${id}`,
    options: rows.map((r) => ({ value: String(r.id), label: r.name })),
  }
}

/**
 * The units that plan and are asked for opinions: not the offices inside a commune, of which each commune has the
 * same by name, and not the province as an area.
 */
export function planningUnits(units: Units): { value: string; label: string }[] {
  const inside = new Set(
    units.rows
      .filter((r) => (r.level === 'commune' && r.type !== 'people_committee') || r.type === 'province')
      .map((r) => String(r.id)),
  )
  return units.options.filter((o) => !inside.has(o.value))
}

/** The units for which this person may write a plan, the root first for the province's lead. */
export function writableUnits(c: Request, units: Units): { value: string; label: string }[] {
  const mine = writesFor(actorOf(c))
  return mine === 'any' ? units.options : units.options.filter((o) => mine.includes(Number(o.value)))
}

export function idOf(c: Request, name = 'id'): number {
  const id = Number(c.req.param(name))
  return Number.isSafeInteger(id) && id > 0 ? id : 0
}

/** One value of a form, as text. */
export function one(values: FormValues, name: string): string {
  const value = values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** All values of one name. */
export function many(values: FormValues, name: string): string[] {
  return [values[name] ?? []].flat().filter(Boolean)
}

/** A text of several lines, each a name of its own. */
export function linesOf(text: string): string[] {
  return text
    .split(/\n|;/)
    .map((l) =>
      l
        .replace(/^\s*[-–•+]\s*/, '')
        .replace(/[\s.]+$/, '')
        .trim(),
    )
    .filter(Boolean)
}

export async function formOf(c: Request): Promise<FormValues> {
  return readForm(c)
}

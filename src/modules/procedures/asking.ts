import { dayOf } from '../../lib/calendar/day.ts'
import { type Fault, Refusal } from '../../lib/errors.ts'
import type { FormValues } from '../../lib/http/forms.ts'
import { actorOf, type Request } from '../../lib/http/route.ts'
import type { UnitRow } from '../organisations/organisation.ts'
import { unitsAsOf, unitsInTime } from '../organisations/organisations.ts'

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function idOf(c: Request): number {
  const id = Number(c.req.param('id'))
  return Number.isSafeInteger(id) && id > 0 ? id : 0
}

export function one(values: FormValues, name: string): string {
  const value = values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** The verb, or the page again with its faults. */
export async function orAgain(
  again: (faults: readonly Fault[]) => Promise<Response>,
  verb: () => Promise<Response>,
): Promise<Response> {
  try {
    return await verb()
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return again(refusal.faults)
  }
}

/** Names of units, also of those that are gone. */
export async function unitNames(c: Request): Promise<(id: number) => string> {
  const actor = actorOf(c)
  const db = c.get('db')
  const rows = await unitsAsOf(db, actor.provinceId, dayOf(c.get('now')), actor.treeRevision)
  const shared = new Set(rows.map((u) => u.name).filter((name, i, all) => all.indexOf(name) !== i))
  const above = new Map(rows.map((u) => [u.id, u.shortName ?? u.name]))
  // Every commune has a service centre of the same name: it is told by whose it is.
  const nameOf = (u: UnitRow) =>
    shared.has(u.name) && u.parentId !== null ? `${u.name}, ${above.get(u.parentId) ?? ''}` : u.name
  const names = new Map(rows.map((u) => [u.id, nameOf(u)]))
  const gone = await unitsInTime(db, actor.provinceId)
  return (id) => names.get(id) ?? gone.lastName(id)
}

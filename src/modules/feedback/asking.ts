import { dayOf } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { type Fault, Refusal } from '../../lib/errors.ts'
import type { FormValues } from '../../lib/http/forms.ts'
import { actorOf, type Bilingual, type Request } from '../../lib/http/route.ts'
import { redirect } from '../../ui/answer.tsx'
import type { UnitRow } from '../organisations/organisation.ts'
import { unitsAsOf, unitsInTime } from '../organisations/organisations.ts'

export function inTransaction<T>(c: Request, body: (tx: Tx) => Promise<T>): Promise<T> {
  return c.get('db').transaction().execute(body)
}

export function idOf(c: Request, name = 'id'): number {
  const id = Number(c.req.param(name))
  return Number.isSafeInteger(id) && id > 0 ? id : 0
}

export function one(values: FormValues, name: string): string {
  const value = values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

export function many(values: FormValues, name: string): string[] {
  return [values[name] ?? []].flat().filter((v) => v !== '')
}

export function idIn(values: FormValues, name: string): number | null {
  const id = Number(one(values, name))
  return Number.isSafeInteger(id) && id > 0 ? id : null
}

export function statusOf(faults: readonly Fault[]) {
  return faults.length > 0 ? (422 as const) : (200 as const)
}

/** Does it and goes where it says; faults of the form bring the page back with what was typed. */
export async function orBack(
  c: Request,
  said: Bilingual,
  body: (tx: Tx) => Promise<string>,
  back: (faults: readonly Fault[]) => Promise<Response>,
): Promise<Response> {
  try {
    return redirect(c, await inTransaction(c, body), { tone: 'good', vi: said.vi, en: said.en })
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return back(refusal.faults)
    throw refusal
  }
}

/** Units to choose from as they are today, and the names of all, also of those that are gone. */
export interface Units {
  rows: readonly UnitRow[]
  nameOf: (id: number) => string
}

export async function unitsOf(c: Request, provinceId: number): Promise<Units> {
  const db = c.get('db')
  const rows = await unitsAsOf(db, provinceId, dayOf(c.get('now')))
  const names = new Map(rows.map((r) => [r.id, r.name]))
  const gone = await unitsInTime(db, provinceId)
  return { rows, nameOf: (id) => names.get(id) ?? gone.lastName(id) }
}

export function unitsToday(c: Request): Promise<Units> {
  return unitsOf(c, actorOf(c).provinceId)
}

export function pageOf(c: Request): number {
  return Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1)
}

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

import { z } from 'zod'
import { type Day, dayOf, parseDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { Refusal } from '../../../lib/errors.ts'
import { type FormValues, parseForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request } from '../../../lib/http/route.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'

/** A day as people type it; null is refused with what to type. */
export const typedDay = z.string().transform((typed, ctx): Day => {
  const day = parseDay(typed)
  if (day) return day
  ctx.addIssue({
    code: 'custom',
    message: 'Nhập ngày theo dạng 22/11/2026 / Enter the day like 22/11/2026',
  })
  return z.NEVER
})

export const typedReason = z
  .string()
  .min(10, 'Ghi rõ lý do (từ 10 ký tự) / Give the reason (10 characters or more)')
  .max(1000, 'Viết tối đa 1000 ký tự / At most 1000 characters')

export const typedNote = z.string().max(1000, 'Viết tối đa 1000 ký tự / At most 1000 characters')

/** The value of a form. Refuses with its faults. */
export function parsed<T>(schema: z.ZodType<T>, values: FormValues): T {
  const result = parseForm(schema, values)
  if (result.ok) return result.value
  throw new Refusal('invalid', result.faults)
}

export function inTransaction<T>(c: Request, body: (tx: Tx) => Promise<T>): Promise<T> {
  return c.get('db').transaction().execute(body)
}

export function idOf(c: Request): number {
  return Number(c.req.param('id')) || 0
}

export function one(values: FormValues, name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

export function many(values: FormValues, name: string): string[] {
  const value = values[name]
  return typeof value === 'string' ? (value === '' ? [] : [value]) : (value ?? [])
}

export function todayOf(c: Request): Day {
  return dayOf(c.get('now'))
}

/** The units of today: their rows, and their names by id. */
export async function unitsToday(c: Request) {
  const rows = await unitsAsOf(c.get('db'), actorOf(c).provinceId, todayOf(c))
  const names = new Map(rows.map((u) => [u.id, u.name]))
  return { rows, nameOf: (id: number | null) => (id === null ? null : (names.get(id) ?? null)) }
}

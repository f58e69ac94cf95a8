import type { FormValues } from '../../lib/http/forms.ts'
import type { Request } from '../../lib/http/route.ts'

/** The number in an address; 0, which nothing has, where it is none. */
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

/** A whole number as typed ('1.250'); null where nothing is, undefined where it is none. */
export function typedCount(text: string): number | null | undefined {
  const plain = text.trim().replace(/[\s.](?=\d{3}(\D|$))/g, '')
  if (plain === '') return null
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined
}

import type { Tx } from '../../lib/db/db.ts'
import { Refusal } from '../../lib/errors.ts'
import type { FormValues } from '../../lib/http/forms.ts'
import type { Notice, Request } from '../../lib/http/route.ts'
import { redirect } from '../../ui/answer.tsx'

export function inTransaction<T>(c: Request, body: (tx: Tx) => Promise<T>): Promise<T> {
  return c.get('db').transaction().execute(body)
}

export function idOf(c: Request, name = 'id'): number {
  return Number(c.req.param(name)) || 0
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
  return Number.isInteger(id) && id > 0 ? id : null
}

export function goodNews(said: { vi: string; en: string }): Notice {
  return { tone: 'good', vi: said.vi, en: said.en }
}

/** What came of it; a function where that is known only afterwards. */
type Said = { vi: string; en: string }

/** Does it and goes there; faults of the form bring the page back with what was typed. */
export async function orBack(
  c: Request,
  to: string,
  said: Said | (() => Said),
  body: (tx: Tx) => Promise<unknown>,
  back: (refusal: Refusal) => Promise<Response>,
): Promise<Response> {
  try {
    await inTransaction(c, body)
    return redirect(c, to, goodNews(typeof said === 'function' ? said() : said))
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return back(refusal)
    throw refusal
  }
}

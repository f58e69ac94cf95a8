import type { z } from 'zod'
import type { Fault } from '../errors.ts'
import type { Request } from './route.ts'

/** Name of the hidden field with the CSRF token that every form carries. */
export const csrfField = '_csrf'

/** What a form held, as typed: shown again when it comes back with faults. Several values of one name stay several. */
export type FormValues = Record<string, string | string[]>

/** Reads a urlencoded form; text becomes NFC and loses spaces at both ends, line ends become '\n'. */
export async function readForm(c: Request): Promise<FormValues> {
  const body = await c.req.parseBody({ all: true })
  const values: FormValues = {}
  for (const [name, raw] of Object.entries(body)) {
    if (name === csrfField) continue
    const list = (Array.isArray(raw) ? raw : [raw]).filter((v) => typeof v === 'string').map(clean)
    values[name] = Array.isArray(raw) ? list : (list[0] ?? '')
  }
  return values
}

export function clean(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim()
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; faults: Fault[] }

/**
 * Parses form values with a schema. A message of the schema reads 'Vietnamese / English'; a message without
 * ' / ' serves for both.
 */
export function parseForm<T>(schema: z.ZodType<T>, values: unknown): Parsed<T> {
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, faults: parsed.error.issues.map(toFault) }
}

function toFault(issue: z.core.$ZodIssue): Fault {
  const [vi, en] = issue.message.split(' / ')
  return {
    field: issue.path.length ? issue.path.join('.') : null,
    vi: vi ?? issue.message,
    en: en ?? vi ?? issue.message,
  }
}

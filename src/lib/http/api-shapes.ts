import { z } from 'zod'
import { isDay } from '../calendar/day.ts'

/** Shapes that doors of the API share. Names are written in snake_case, days as 'YYYY-MM-DD'. */
export const apiId = z.int().positive()

export const apiDay = z.iso.date()

export const none = z.object({})

export const idParam = z.object({
  id: z.coerce
    .number()
    .int()
    .positive()
    .max(Number.MAX_SAFE_INTEGER)
    .meta({ description: 'Number of the thing within the province' }),
})

export const idQuery = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional()

export const dayQuery = z.string().refine(isDay, 'a day that exists, as YYYY-MM-DD').meta({ format: 'date' })

export const asOfQuery = dayQuery
  .optional()
  .meta({ format: 'date', description: 'As it was known at the end of this day; today unless given' })

/** Lists are read on with the `next_cursor` of the page before. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(500).default(100).meta({ description: 'Rows in a page' }),
  cursor: z
    .string()
    .max(60)
    .optional()
    .transform((text, context) => {
      const at = text === undefined ? 0 : readCursor(text)
      if (at !== null) return at
      context.addIssue({ code: 'custom', message: 'the next_cursor of an earlier page' })
      return z.NEVER
    })
    .meta({ description: 'next_cursor of the page before' }),
}

export function pageOf<T extends z.ZodType>(row: T) {
  return z.object({
    data: z.array(row),
    next_cursor: z.string().nullable().meta({ description: 'Null on the last page' }),
  })
}

/** A page of rows that were asked for with one more than the limit. */
export function cutPage<T>(
  rows: readonly T[],
  limit: number,
  idOf: (row: T) => number,
): { page: T[]; next_cursor: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { page, next_cursor: rows.length > limit && last ? writeCursor(idOf(last)) : null }
}

function writeCursor(id: number): string {
  return Buffer.from(`after ${id}`).toString('base64url')
}

function readCursor(text: string): number | null {
  const id = /^after (\d{1,15})$/.exec(Buffer.from(text, 'base64url').toString())?.[1]
  return id === undefined ? null : Number(id)
}

import { z } from 'zod'
import type { Actor } from '../../../lib/actor.ts'
import { type Day, parseDay } from '../../../lib/calendar/day.ts'
import { dutyKinds } from '../obligation.ts'
import { maps, type Part, parts, type Scope } from './measure.ts'

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined)

/** What the address of a board, of its rows and of its files asks for; what cannot be read is left out. */
const query = z.object({
  programme: z.string().max(60).optional().catch(undefined),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  kind: z.enum(dutyKinds).optional().catch(undefined),
  period: z.string().max(12).optional().catch(undefined),
  duty: id,
  under: id,
  unit: id,
  part: z.enum(parts).optional().catch(undefined),
  as_of: z.string().max(12).optional().catch(undefined),
  map: z.enum(maps).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export interface BoardQuery {
  scope: Scope
  unit: number | undefined
  part: Part | undefined
  page: number
  /** As typed: a day that is none. */
  wrongDay: string | null
  /** What is in force, as the form and further addresses carry it. */
  values: Record<string, string>
}

/**
 * Reads the query for whoever asks. Those who do not reach the whole province see its past on today's map, because
 * what they may see is said in today's units.
 */
export function readBoardQuery(
  actor: Pick<Actor, 'provinceId' | 'reach'>,
  asked: Record<string, string>,
  today: Day,
  usualYear: number,
): BoardQuery {
  const q = query.parse(asked)
  const typed = q.as_of ? parseDay(q.as_of) : null
  const asOf = typed !== null && typed <= today ? typed : today
  const whole = actor.reach === 'province'
  const map = whole ? (q.map ?? 'then') : 'today'
  const scope: Scope = {
    provinceId: actor.provinceId,
    asOf,
    today,
    map,
    reach: actor.reach === 'province' ? undefined : [...actor.reach],
    under: q.under,
    year: q.year ?? usualYear,
    periodKind: q.kind,
    period: q.period || undefined,
    programme: q.programme || undefined,
    dutyId: q.duty,
  }
  const values = Object.fromEntries(
    Object.entries({
      programme: q.programme,
      year: String(scope.year),
      kind: q.kind,
      period: q.period,
      duty: q.duty,
      under: q.under,
      as_of: asOf === today ? undefined : asOf,
      map: map === 'today' && whole ? map : undefined,
    }).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]])),
  )
  const wrongDay = q.as_of && typed === null ? q.as_of : null
  return { scope, unit: q.unit, part: q.part, page: q.page, wrongDay, values }
}

/** An address with what is in force and `more`; undefined takes a word out. */
export function addressWith(
  path: string,
  values: Record<string, string>,
  more: Record<string, string | number | undefined> = {},
): string {
  const all = Object.entries({ ...values, ...more }).filter(([, v]) => v !== undefined && v !== '')
  const text = new URLSearchParams(all.map(([k, v]): [string, string] => [k, String(v)])).toString()
  return text ? `${path}?${text}` : path
}

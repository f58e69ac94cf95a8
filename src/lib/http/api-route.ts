import type { z } from 'zod'
import type { Day } from '../calendar/day.ts'
import type { Db } from '../db/db.ts'
import type { Bilingual } from './route.ts'

/** Who asks through the API: a program that holds a token of one province, for one subtree of its units. */
export interface ApiCaller {
  provinceId: number
  tokenId: number
  name: string
  /** The units of the token's subtree today; 'province': all. */
  reach: 'province' | ReadonlySet<number>
}

/** What a door of the API is given: parsed, and of the caller's province. */
export interface ApiAsk<Params, Query> {
  db: Db
  caller: ApiCaller
  params: Params
  query: Query
  now: Date
  today: Day
}

/**
 * One door of the API: read only, and only for tokens. The same schemas parse what is asked, describe it in the
 * OpenAPI document, and hold the tests to what is answered.
 */
export interface ApiRoute {
  method: 'GET'
  /** '/api/v1/reports/:id' */
  path: `/api/v1/${string}`
  who: 'token'
  /** A heading in the description: 'Reports'. */
  tag: string
  /** A name for programs: 'listUnits'. */
  operation: string
  summary: Bilingual
  params: z.ZodObject
  query: z.ZodObject
  answer: z.ZodType
  handle: (ask: ApiAsk<never, never>) => Promise<unknown>
}

interface Door<P extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType>
  extends Omit<ApiRoute, 'method' | 'who' | 'params' | 'query' | 'answer' | 'handle'> {
  params: P
  query: Q
  answer: A
  handle: (ask: ApiAsk<z.output<P>, z.output<Q>>) => Promise<z.input<A>>
}

/** Writes a door with its types checked: the handler gets what the schemas parse and answers what they describe. */
export function apiRoute<P extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType>(
  door: Door<P, Q, A>,
): ApiRoute {
  return { ...door, method: 'GET', who: 'token', handle: door.handle as ApiRoute['handle'] }
}

import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import { z } from 'zod'
import { dayOf } from '../lib/calendar/day.ts'
import { Refusal } from '../lib/errors.ts'
import { addressOf } from '../lib/http/address.ts'
import type { ApiRoute } from '../lib/http/api-route.ts'
import { type ProblemField, problem } from '../lib/http/problem.ts'
import type { Request, Variables } from '../lib/http/route.ts'
import type { Log } from '../lib/log.ts'
import { callerOf } from '../modules/accounts/tokens.ts'
import { apiRoutes } from './api.ts'
import { openApiDocument } from './api-document.ts'

/** The API has a way of its own: no cookie is read, no session opened, no form taken. */
export function isApi(c: Request): boolean {
  return c.req.path.startsWith('/api/')
}

/** The description is for everyone; every door asks for a key, and what is not listed does not exist. */
export function openApiDoors(app: Hono<{ Variables: Variables }>, log: Log): void {
  app.get('/api/v1/openapi.json', (c) => answer(c, openApiDocument(apiRoutes, c.get('config').baseUrl)))
  for (const route of apiRoutes) app.get(route.path, (c) => enter(c, route, log))
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], '/api/*', (c) => {
    c.header('allow', 'GET')
    return problem(c, 405, 'This API is read only.')
  })
  app.all('/api/*', (c) => problem(c, 404, 'There is nothing at this address.'))
}

async function enter(c: Request, route: ApiRoute, log: Log): Promise<Response> {
  try {
    const token = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1]
    const caller = token ? await callerOf(c.get('db'), token, c.get('now')) : null
    if (!caller) return await unknownCaller(c)
    const wait = await c.get('limits').token.take(`${caller.provinceId}:${caller.tokenId}`)
    if (wait !== null) return slowDown(c, wait)
    const params = route.params.safeParse(c.req.param())
    if (!params.success) return problem(c, 404, 'There is nothing of this number.')
    const query = z.strictObject(route.query.shape).safeParse(c.req.query())
    if (!query.success) return problem(c, 400, 'The query is not understood.', fieldsOf(query.error))
    const now = c.get('now')
    const ask = { db: c.get('db'), caller, params: params.data, query: query.data, now, today: dayOf(now) }
    return answer(c, await route.handle(ask as never))
  } catch (error) {
    return refuse(c, error as Error, log)
  }
}

/** A wrong key and a missing one are told alike; guessing is slowed by address. */
async function unknownCaller(c: Request): Promise<Response> {
  const wait = await c.get('limits').visitor.take(addressOf(c))
  if (wait !== null) return slowDown(c, wait)
  c.header('www-authenticate', 'Bearer realm="Chung Tay"')
  return problemWithHeaders(c, problem(c, 401, 'Send a valid key: Authorization: Bearer ct1_…'))
}

function slowDown(c: Request, seconds: number): Response {
  c.header('retry-after', String(seconds))
  return problemWithHeaders(c, problem(c, 429, `Too many requests; try again in ${seconds} s.`))
}

/** Headers set on the context reach only answers made by it. */
function problemWithHeaders(c: Request, response: Response): Response {
  for (const [name, value] of c.res.headers) if (name !== 'content-type') response.headers.set(name, value)
  return response
}

function fieldsOf(error: z.ZodError): ProblemField[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({ name, reason: 'not known here' }))
      : [{ name: issue.path.join('.'), reason: issue.message }],
  )
}

function refuse(c: Request, error: Error, log: Log): Response {
  if (error instanceof Refusal) {
    // What lies outside the key's reach does not exist for it.
    if (error.kind === 'not_found' || error.kind === 'forbidden')
      return problem(c, 404, 'There is nothing of this number.')
    return problem(c, 400, error.faults.map((f) => f.en).join(' ') || 'The question cannot be answered.')
  }
  log.error({ err: error, requestId: c.get('requestId'), method: c.req.method, route: c.req.path }, 'failed')
  return problem(c, 500, 'The program failed; the incident is written down under `instance`.')
}

/** JSON with a mark of its content: whoever holds the same already is told so in a line. */
function answer(c: Request, body: unknown): Response {
  const text = JSON.stringify(body)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'authorization' }
  const held = (c.req.header('if-none-match') ?? '').split(',').map((t) => t.trim().replace(/^W\//, ''))
  if (held.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } })
}

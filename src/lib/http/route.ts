import type { Context } from 'hono'
import type { Actor, Locale, Role } from '../actor.ts'
import type { Config } from '../config.ts'
import type { Db } from '../db/db.ts'

/** What every handler finds on the request. */
export interface Variables {
  config: Config
  db: Db
  /** The moment of the request: verbs receive it, they never ask the clock. */
  now: Date
  locale: Locale
  /** Null for the public. Routes that are not public never see null: see {@link actorOf}. */
  actor: Actor | null
  /** The token that every form carries back. */
  csrf: string
}
export type Request = Context<{ Variables: Variables }>

/** Who may reach a route at all. What they may do there, the room's policy says. */
export type Who = 'public' | 'signedIn' | readonly Role[]

/** One door. Routes are data, so that the matrix of routes × roles is read from the lists the program serves. */
export interface Route {
  method: 'GET' | 'POST'
  path: string
  who: Who
  handle: (c: Request) => Response | Promise<Response>
  /** Set for routes whose body is a stream (uploads): the form is not parsed before the handler. */
  upload?: true
}

/** The signed-in person of a route that is not public. */
export function actorOf(c: Request): Actor {
  const actor = c.get('actor')
  if (!actor) throw new Error(`route ${c.req.path} is public and has no actor`)
  return actor
}

export function mayEnter(who: Who, actor: Actor | null): boolean {
  if (who === 'public') return true
  if (!actor) return false
  return who === 'signedIn' || actor.grants.some((g) => who.includes(g.role))
}

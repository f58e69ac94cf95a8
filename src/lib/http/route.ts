import type { Context } from 'hono'
import type { Actor, Locale, Role } from '../actor.ts'
import type { Config } from '../config.ts'
import type { Db } from '../db/db.ts'
import type { Limits } from './limits.ts'

/** A sentence in both languages. */
export interface Bilingual {
  vi: string
  en: string
}

/** What a page says above its body: the outcome of what was just done. Good news unless it says otherwise. */
export interface Notice extends Bilingual {
  tone?: 'good' | 'warn' | 'bad' | 'info'
}

/** One entry of the office's side navigation; shown to those whom `who` names. `group` is a heading over its entries. */
export interface MenuItem {
  label: Bilingual
  href: string
  icon: string
  who: Who
  group?: Bilingual
  /** Only in the tenant of central bodies. */
  central?: true
  /** The letter that, after "g", goes there from the keyboard. */
  key?: string
  /** Things that wait there for this person; set for each request. */
  count?: number
}

/** What the office's shell shows of the person and the place, in the reader's language. */
export interface Shell {
  province: string
  demonstration: boolean
  /** Role and unit. */
  post: string
  links: readonly { href: string; label: string; icon: string }[]
}

/** Something else that waits for a person, of a room above the one whose page shows it. */
export interface AlsoWaiting {
  label: Bilingual
  count: number
  href: string
  tone: 'bad' | 'warn' | 'info'
  icon?: 'late' | 'stamp' | 'eye' | 'edit' | 'upload'
}

/** The public face of one province, as the door found it by the host's name. */
export interface PortalSite {
  provinceId: number
  name: Bilingual
  /** For small screens; the whole name where nobody gave a shorter one. */
  shortName: Bilingual
  /** Who answers for it: owner, address; a line each. */
  ownerLines: string
  /** The permit, and who answers for the content; a line each. */
  licence: string
  /** Its colours: a class of css/looks.css; 'lotus' needs none. */
  look: string
  /** Over the home page. */
  banner: { fileId: number; alt: string } | null
  hotline: string | null
  email: string | null
  /** Where feedback on rules and procedures is taken in; '' what is not set. */
  feedback: { address: string; phone: string; link: string }
  /** Where procedures are filed: mobile app, national portal, the province's system (QNG-20); '' what is not set. */
  services: { app: string; national: string; system: string }
  isDemonstration: boolean
  /** 'https://cchc.tinh.gov.vn', for canonical addresses; no slash at the end. */
  origin: string
  /** Of what is public, as last read: what was asked under it still holds. */
  revision: string
  /** Of the tree of units, likewise. */
  treeRevision: number
}

/** How a reader wants the portal to look; kept in a cookie of their own browser. */
export interface PortalView {
  isLarge: boolean
  isHighContrast: boolean
}

/** What every handler finds on the request. */
export interface Variables {
  config: Config
  db: Db
  /** The moment of the request: verbs receive it, they never ask the clock. */
  now: Date
  locale: Locale
  /** Null for the public. Routes that are not public never see null: see {@link actorOf}. */
  actor: Actor | null
  /** The token that every form carries back (`<Form>` writes it). */
  csrf: string
  /** What the token is bound to: the session cookie, or a visitor's cookie before signing in. */
  csrfBinding: string
  /** Set once the token of a POST has been found right. */
  csrfChecked: boolean
  /** The session cookie's value, whether or not a session stands behind it. */
  sessionToken: string | null
  requestId: string
  limits: Limits
  /** The entries of the office menu that this person may see. */
  menu: readonly MenuItem[]
  /** Null for the public. */
  shell: Shell | null
  /** The portal that is asked; null where no province has opened one under this name. */
  site?: PortalSite | null
  view?: PortalView
  /** This answer will be kept and packed for many: nothing of one reader may be in it. */
  isKept?: true
  /** What the kept page is about: a view of it is counted. */
  viewOf?: number
  /** What the app lays beside the work of a person, from rooms that the page of the work may not know. */
  alsoWaits?: readonly AlsoWaiting[]
}
export type Request = Context<{ Variables: Variables }>

/**
 * Who may reach a route at all. What they may do there, the room's policy says. `person`: anyone with an account,
 * also one without a role today (the own profile, nothing else); `signedIn`: anyone who holds some role today.
 */
export type Who = 'public' | 'person' | 'signedIn' | readonly Role[]

/** One door. Routes are data, so that the matrix of routes × roles is read from the lists the program serves. */
export interface Route {
  method: 'GET' | 'POST'
  path: string
  who: Who
  handle: (c: Request) => Response | Promise<Response>
  /** Set for routes whose body is a stream (uploads): the form is not parsed before the handler. */
  upload?: true
  /**
   * Posted to by programs of others (RFC 8058) or from the background, without a form of ours: the handler asks for a
   * proof of its own (a signed key, an endpoint that only one browser knows) and looks at no cookie.
   */
  keyed?: true
  /**
   * A public page that is the same for everybody: it is kept in memory until something public changes. Named are the
   * words of the query that make another page of it; all others are dropped before anything looks at them.
   */
  kept?: readonly string[]
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
  if (who === 'person') return true
  if (who === 'signedIn') return actor.grants.length > 0
  return actor.grants.some((g) => who.includes(g.role))
}

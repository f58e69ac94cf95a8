import { randomBytes } from 'node:crypto'
import type { Locale } from '../lib/actor.ts'
import { readCookie } from '../lib/http/cookies.ts'
import { csrfToken } from '../lib/http/csrf.ts'
import { mayEnter, type Request, type Shell } from '../lib/http/route.ts'
import { words } from '../lib/text/words.ts'
import { roleNames, texts } from '../modules/accounts/accounts.texts.ts'
import { type Found, findSession } from '../modules/accounts/sessions.ts'
import { unreadOfSession } from '../modules/assignments/assignments.ts'
import { officeMenu } from './office-menu.ts'

/** Finds out who is asking, in which language, and with which token their forms come back. */
export async function setAsking(c: Request): Promise<Found> {
  const sessionToken = readCookie(c, 'session') ?? null
  const found: Found = sessionToken
    ? await findSession(c.get('db'), sessionToken, c.get('now'), unreadOfSession)
    : { kind: 'none' }
  const actor = found.kind === 'actor' ? found.actor : null
  const chosen = readCookie(c, 'lang')
  const locale: Locale = chosen === 'vi' || chosen === 'en' ? chosen : (actor?.locale ?? 'vi')
  const binding = sessionToken ?? readCookie(c, 'visit') ?? randomBytes(16).toString('base64url')
  c.set('sessionToken', sessionToken)
  c.set('locale', locale)
  c.set('actor', actor && { ...actor, locale })
  c.set('csrfBinding', binding)
  c.set('csrf', csrfToken(c.get('config').secret, binding))
  const isCentral = found.kind === 'actor' && found.province.isCentral
  const menu = officeMenu.filter((item) => mayEnter(item.who, actor) && (!item.central || isCentral))
  const waiting = found.kind === 'actor' ? found.beside : 0
  c.set(
    'menu',
    menu.map((item) => (item.href === '/my-work' ? { ...item, count: waiting } : item)),
  )
  c.set('shell', shellOf(found, locale))
  return found
}

function shellOf(found: Found, locale: Locale): Shell | null {
  if (found.kind !== 'actor') return null
  const w = words(texts, locale)
  return {
    province: found.province.name,
    demonstration: found.province.isDemonstration,
    post: found.posts.map((p) => `${roleNames[p.role][locale]}, ${p.unitName}`).join('; '),
    links: [
      { href: '/profile', label: w.profile, icon: 'person' },
      { href: '/profile/password', label: w.password, icon: 'lock' },
      { href: '/profile/second-step', label: w.secondStep, icon: 'shield' },
    ],
  }
}

import { z } from 'zod'
import type { Locale } from '../../lib/actor.ts'
import { dayOf, showTime } from '../../lib/calendar/day.ts'
import { type Fault, Refusal } from '../../lib/errors.ts'
import { addressOf, isFromThisMachine } from '../../lib/http/address.ts'
import { dropCookie, writeCookie } from '../../lib/http/cookies.ts'
import { csrfToken } from '../../lib/http/csrf.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import type { Request, Route } from '../../lib/http/route.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import { words } from '../../lib/text/words.ts'
import { isInside, plainPage, redirect } from '../../ui/answer.tsx'
import { Welcome } from '../../ui/welcome.tsx'
import { resetAsked } from './accounts.jobs.ts'
import { setLocale } from './accounts.ts'
import { demonstrationPeople, enterAsDemonstration } from './demonstration.ts'
import { type KeptForm, openKeptForm } from './kept-form.ts'
import { DeadLinkPage, ForgottenPage, NewPasswordPage } from './pages/password-pages.tsx'
import { CodePage, SendAgainPage, SignInPage } from './pages/sign-in-page.tsx'
import { choosePassword, holderOfLink } from './passwords.ts'
import { signInSecondStep } from './second-step.ts'
import { endSession, type From } from './sessions.ts'
import { texts } from './sign-in.texts.ts'
import { type SignInResult, signIn } from './sign-in.ts'

export const signInRoutes: readonly Route[] = [
  { method: 'GET', path: '/sign-in', who: 'public', handle: showSignIn },
  { method: 'POST', path: '/sign-in', who: 'public', handle: doSignIn },
  { method: 'GET', path: '/sign-in/code', who: 'public', handle: showCode },
  { method: 'POST', path: '/sign-in/code', who: 'public', handle: doCode },
  { method: 'POST', path: '/sign-out', who: 'public', handle: doSignOut },
  { method: 'POST', path: '/demonstration-session', who: 'public', handle: doDemonstration },
  { method: 'GET', path: '/forgotten-password', who: 'public', handle: showForgotten },
  { method: 'POST', path: '/forgotten-password', who: 'public', handle: doForgotten },
  { method: 'GET', path: '/new-password', who: 'public', handle: showNewPassword },
  { method: 'POST', path: '/new-password', who: 'public', handle: doNewPassword },
  { method: 'POST', path: '/language', who: 'public', handle: doLanguage },
]

async function showSignIn(c: Request): Promise<Response> {
  const next = nextOf(c.req.query('next'))
  if (c.get('actor')) return redirect(c, next)
  return signInPage(c, { next, ended: c.req.query('ended') === '1' })
}

interface SignInState {
  next: string
  ended?: boolean
  kept?: string | undefined
  values?: FormValues
  faults?: Fault[]
}

/** The sign-in page, also in answer to a form that came after the session had ended (`kept`, status 401). */
export async function signInPage(
  c: Request,
  state: SignInState,
  status: 200 | 401 | 422 = 200,
): Promise<Response> {
  const locale = c.get('locale')
  const w = words(texts, locale)
  const people = mayDemonstrate(c) ? await demonstrationPeople(c.get('db'), dayOf(c.get('now'))) : []
  const preparing = mayDemonstrate(c) && people.length === 0 && status === 200
  if (preparing) c.header('Refresh', '3')
  return plainPage(
    c,
    { title: w.signIn, status, beside: Welcome({ line: w.aboutLine, text: w.about }) },
    SignInPage({ locale, people, preparing, ...state }),
  )
}

async function doSignIn(c: Request): Promise<Response> {
  const form = await readForm(c)
  const { email = '', next = '/', kept } = oneEach(form)
  const password = await rawPassword(c, 'password')
  const state = { next: nextOf(next), kept, values: { email } }
  const w = words(texts, c.get('locale'))
  const missing = [
    ...(email === '' ? [fault('email', 'emailNeeded')] : []),
    ...(password === '' ? [fault('password', 'passwordNeeded')] : []),
  ]
  if (missing.length) return signInPage(c, { ...state, faults: missing }, 422)
  const from = fromOf(c)
  const wait = await c.get('limits').signIn.wait(from.address ?? '')
  if (wait !== null)
    return signInPage(
      c,
      { ...state, faults: [lockedFault(new Date(c.get('now').getTime() + wait * 1000))] },
      422,
    )
  const result = await signIn(c.get('db'), { email, password, from }, c.get('now'))
  if (result.kind !== 'session') {
    if (result.kind === 'wrong') await c.get('limits').signIn.take(from.address ?? '')
    return signInPage(c, { ...state, faults: [faultOf(result, 'wrong')] }, 422)
  }
  begin(c, result.token)
  if (result.needsSecondStep) {
    return plainPage(c, { title: w.codeTitle }, CodePage({ locale: c.get('locale'), next: state.next, kept }))
  }
  return arrive(c, state.next, kept)
}

async function showCode(c: Request): Promise<Response> {
  const w = words(texts, c.get('locale'))
  if (c.get('actor') || !c.get('sessionToken')) return redirect(c, '/sign-in')
  return plainPage(c, { title: w.codeTitle }, CodePage({ locale: c.get('locale'), next: '/' }))
}

async function doCode(c: Request): Promise<Response> {
  const { code = '', next = '/', kept } = oneEach(await readForm(c))
  const { secret } = c.get('config')
  const token = c.get('sessionToken') ?? ''
  const result = await signInSecondStep(
    c.get('db'),
    { token, code, key: secret, from: fromOf(c) },
    c.get('now'),
  )
  if (result.kind === 'session') {
    begin(c, result.token)
    return arrive(c, nextOf(next), kept)
  }
  const locale = c.get('locale')
  const faults = [faultOf(result, 'wrongCode', 'code')]
  const page = CodePage({ locale, next: nextOf(next), kept, faults })
  return plainPage(c, { title: words(texts, locale).codeTitle, status: 422 }, page)
}

async function doSignOut(c: Request): Promise<Response> {
  const token = c.get('sessionToken')
  if (token) await endSession(c.get('db'), token)
  dropCookie(c, 'session')
  return redirect(c, '/sign-in', texts.signedOut)
}

async function doDemonstration(c: Request): Promise<Response> {
  const { who = '', next = '/' } = oneEach(await readForm(c))
  if (!mayDemonstrate(c)) return redirect(c, '/sign-in')
  begin(c, await enterAsDemonstration(c.get('db'), who, fromOf(c), c.get('now')))
  return redirect(c, nextOf(next))
}

async function showForgotten(c: Request): Promise<Response> {
  const locale = c.get('locale')
  return plainPage(c, { title: words(texts, locale).forgottenTitle }, ForgottenPage({ locale }))
}

async function doForgotten(c: Request): Promise<Response> {
  const { email = '' } = oneEach(await readForm(c))
  const locale = c.get('locale')
  const title = words(texts, locale).forgottenTitle
  if (!z.email().safeParse(email).success) {
    const page = ForgottenPage({ locale, values: { email }, faults: [fault('email', 'emailNeeded')] })
    return plainPage(c, { title, status: 422 }, page)
  }
  // Past the limit the answer is the same and nothing is sent: nobody's inbox is flooded from here.
  if ((await c.get('limits').reset.take(addressOf(c))) === null) {
    const key = email.toLowerCase().slice(0, 200)
    await c
      .get('db')
      .transaction()
      .execute((tx) => queueJob(tx, 0, resetAsked, { email }, { key }))
  }
  return redirect(c, '/sign-in', { ...texts.linkSent, tone: 'info' })
}

async function showNewPassword(c: Request): Promise<Response> {
  return newPasswordPage(c, c.req.query('token') ?? '', [])
}

async function newPasswordPage(c: Request, token: string, faults: Fault[]): Promise<Response> {
  const locale = c.get('locale')
  const w = words(texts, locale)
  const holder = await holderOfLink(c.get('db'), token, c.get('now'))
  if (!holder) return plainPage(c, { title: w.deadLink, status: 404 }, DeadLinkPage({ locale }))
  const { account, hasSecondStep } = holder
  const page = NewPasswordPage({ locale, faults, token, email: account.email, hasSecondStep })
  return plainPage(c, { title: w.newPasswordTitle, status: faults.length ? 422 : 200 }, page)
}

async function doNewPassword(c: Request): Promise<Response> {
  const { token = '' } = oneEach(await readForm(c))
  try {
    await choosePassword(c.get('db'), token, await rawPassword(c, 'password'), c.get('now'))
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind === 'too_many') throw refusal
    return newPasswordPage(c, token, refusal.faults)
  }
  return redirect(c, '/sign-in', texts.saved)
}

async function doLanguage(c: Request): Promise<Response> {
  const { locale, back = '/' } = oneEach(await readForm(c))
  if (locale === 'vi' || locale === 'en') {
    writeCookie(c, 'lang', locale, 365 * 86_400)
    const actor = c.get('actor')
    if (actor)
      await c
        .get('db')
        .transaction()
        .execute((tx) => setLocale(tx, actor, locale))
  }
  return redirect(c, back)
}

function begin(c: Request, token: string): void {
  writeCookie(c, 'session', token)
  dropCookie(c, 'visit')
  c.set('sessionToken', token)
  c.set('csrfBinding', token)
  c.set('csrf', csrfToken(c.get('config').secret, token))
}

/** On to where the person was going; a form kept from the session before is shown first, to be sent again. */
function arrive(c: Request, next: string, kept: string | undefined): Response {
  const form: KeptForm | null = kept ? openKeptForm(c.get('config').secret, kept, c.get('now')) : null
  if (!form) return redirect(c, next)
  const locale = c.get('locale')
  const page = SendAgainPage({ locale, action: form.action, fields: form.fields })
  return plainPage(c, { title: words(texts, locale).sendAgain }, page)
}

function mayDemonstrate(c: Request): boolean {
  return c.get('config').mode === 'demonstration' && isFromThisMachine(c)
}

export function fromOf(c: Request): From {
  return { address: addressOf(c), agent: c.req.header('user-agent') ?? null }
}

function nextOf(next: string | undefined): string {
  return next && isInside(next) && !next.startsWith('/sign-in') ? next : '/'
}

export function oneEach(form: FormValues): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(form).map(([name, v]) => [name, typeof v === 'string' ? v : v[0]]))
}

/** A password as typed: its spaces count. */
export async function rawPassword(c: Request, field: string): Promise<string> {
  const typed = (await c.req.parseBody({ all: true }))[field]
  return typeof typed === 'string' ? typed.normalize('NFC') : ''
}

function fault(
  field: string,
  key: 'emailNeeded' | 'passwordNeeded' | 'wrong' | 'wrongCode' | 'disabled',
): Fault {
  return { field, vi: texts[key].vi, en: texts[key].en }
}

function lockedFault(until: Date): Fault {
  const shown = showTime(until)
  return { field: null, vi: texts.locked.vi(shown), en: texts.locked.en(shown) }
}

function faultOf(
  result: Exclude<SignInResult, { kind: 'session' }>,
  wrong: 'wrong' | 'wrongCode',
  field = 'email',
): Fault {
  if (result.kind === 'locked') return lockedFault(result.until)
  if (result.kind === 'disabled') return fault('email', 'disabled')
  if (result.kind === 'wrong') return fault(field, wrong)
  const say = (locale: Locale) => texts.dormant[locale](result.days)
  return { field: null, vi: say('vi'), en: say('en') }
}

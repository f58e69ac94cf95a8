import { toDataURL } from 'qrcode'
import { z } from 'zod'
import { type Fault, Refusal } from '../../lib/errors.ts'
import { writeCookie } from '../../lib/http/cookies.ts'
import { type FormValues, parseForm, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { words } from '../../lib/text/words.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { ChangePasswordPage, ProfilePage } from './pages/profile-pages.tsx'
import { RecoveryCodesPage, SecondStepPage, SetUpSecondStepPage } from './pages/second-step-pages.tsx'
import { changePassword } from './passwords.ts'
import { texts } from './profile.texts.ts'
import { correctProfile, endOtherSessions, ownAccount, ownSessions } from './profile.ts'
import {
  beginSecondStep,
  confirmSecondStep,
  removeSecondStep,
  renewRecoveryCodes,
  secondStepDemanded,
  secondStepState,
} from './second-step.ts'
import { rawPassword } from './sign-in.office.ts'

export const profileRoutes: readonly Route[] = [
  { method: 'GET', path: '/profile', who: 'person', handle: showProfile },
  { method: 'POST', path: '/profile', who: 'person', handle: doProfile },
  { method: 'POST', path: '/profile/sessions/ending', who: 'person', handle: doEndOthers },
  { method: 'GET', path: '/profile/password', who: 'person', handle: (c) => passwordPage(c, []) },
  { method: 'POST', path: '/profile/password', who: 'person', handle: doPassword },
  { method: 'GET', path: '/profile/second-step', who: 'person', handle: (c) => secondStepPage(c, []) },
  { method: 'POST', path: '/profile/second-step', who: 'person', handle: doSecondStep },
  { method: 'POST', path: '/profile/second-step/removal', who: 'person', handle: doRemove },
  { method: 'POST', path: '/profile/second-step/recovery-codes', who: 'person', handle: doNewCodes },
]

const profileInput = z.object({
  name: z.string().min(1, 'Nhập họ và tên / Enter the full name').max(120),
  position: z.string().max(120).default(''),
  locale: z.enum(['vi', 'en'], 'Chọn ngôn ngữ / Choose a language'),
})

async function showProfile(c: Request): Promise<Response> {
  const { name, position, locale } = await ownAccount(c.get('db'), actorOf(c))
  return profilePage(c, { name, position: position ?? '', locale }, [])
}

async function profilePage(c: Request, values: FormValues, faults: Fault[]): Promise<Response> {
  const [db, actor, locale] = [c.get('db'), actorOf(c), c.get('locale')]
  const { email } = await ownAccount(db, actor)
  const { since } = await secondStepState(db, actor)
  const sessions = await ownSessions(db, actor, c.get('sessionToken') ?? '')
  const posts = c.get('shell')?.post ?? ''
  const page = ProfilePage({ locale, email, posts, values, faults, secondStepSince: since, sessions })
  return officePage(c, { title: words(texts, locale).profile, status: faults.length ? 422 : 200 }, page)
}

async function doProfile(c: Request): Promise<Response> {
  const values = await readForm(c)
  const parsed = parseForm(profileInput, values)
  if (!parsed.ok) return profilePage(c, values, parsed.faults)
  await c
    .get('db')
    .transaction()
    .execute((tx) => correctProfile(tx, actorOf(c), parsed.value, c.get('now')))
  writeCookie(c, 'lang', parsed.value.locale, 365 * 86_400)
  return redirect(c, '/profile', texts.saved)
}

async function doEndOthers(c: Request): Promise<Response> {
  const token = c.get('sessionToken') ?? ''
  const ended = await c
    .get('db')
    .transaction()
    .execute((tx) => endOtherSessions(tx, actorOf(c), token, c.get('now')))
  return redirect(c, '/profile', { vi: texts.othersEnded.vi(ended), en: texts.othersEnded.en(ended) })
}

async function passwordPage(c: Request, faults: Fault[]): Promise<Response> {
  const locale = c.get('locale')
  const { since } = await secondStepState(c.get('db'), actorOf(c))
  const page = ChangePasswordPage({ locale, faults, hasSecondStep: since !== null })
  return officePage(c, { ...headOf(c, 'changePassword'), status: faults.length ? 422 : 200 }, page)
}

async function doPassword(c: Request): Promise<Response> {
  const [current, password] = [await rawPassword(c, 'current'), await rawPassword(c, 'password')]
  const sessionToken = c.get('sessionToken') ?? ''
  const refusal = await faultsOf(() =>
    changePassword(c.get('db'), actorOf(c), { current, password, sessionToken }, c.get('now')),
  )
  return refusal ? passwordPage(c, refusal) : redirect(c, '/profile', texts.passwordChanged)
}

async function secondStepPage(c: Request, faults: Fault[]): Promise<Response> {
  const [db, actor, locale] = [c.get('db'), actorOf(c), c.get('locale')]
  const { since, codesLeft } = await secondStepState(db, actor)
  const head = { ...headOf(c, 'secondStep'), status: faults.length ? 422 : 200 } as const
  if (since) return officePage(c, head, SecondStepPage({ locale, faults, since, codesLeft }))
  const { secret } = c.get('config')
  const begun = await db.transaction().execute((tx) => beginSecondStep(tx, actor, secret))
  const picture = await toDataURL(begun.address, { margin: 2, width: 440, errorCorrectionLevel: 'M' })
  const isDemanded = await secondStepDemanded(db, actor)
  return officePage(
    c,
    head,
    SetUpSecondStepPage({ locale, faults, picture, secret: begun.secret, isDemanded }),
  )
}

async function doSecondStep(c: Request): Promise<Response> {
  const { code } = await readForm(c)
  let codes: string[] = []
  const refusal = await faultsOf(async () => {
    const { secret } = c.get('config')
    const typed = typeof code === 'string' ? code : ''
    codes = await c
      .get('db')
      .transaction()
      .execute((tx) => confirmSecondStep(tx, actorOf(c), secret, typed, c.get('now')))
  })
  return refusal ? secondStepPage(c, refusal) : codesPage(c, codes)
}

async function doNewCodes(c: Request): Promise<Response> {
  const { secret } = c.get('config')
  const codes = await c
    .get('db')
    .transaction()
    .execute((tx) => renewRecoveryCodes(tx, actorOf(c), secret, c.get('now')))
  return codesPage(c, codes)
}

/** Shown in answer to the form itself: the codes are nowhere to be fetched again. */
function codesPage(c: Request, codes: readonly string[]): Response {
  return officePage(c, headOf(c, 'codesTitle'), RecoveryCodesPage({ locale: c.get('locale'), codes }))
}

async function doRemove(c: Request): Promise<Response> {
  const password = await rawPassword(c, 'password')
  const refusal = await faultsOf(() =>
    c
      .get('db')
      .transaction()
      .execute((tx) => removeSecondStep(tx, actorOf(c), password, c.get('now'))),
  )
  return refusal ? secondStepPage(c, refusal) : redirect(c, '/profile', texts.turnedOff)
}

function headOf(c: Request, key: 'changePassword' | 'secondStep' | 'codesTitle') {
  const w = words(texts, c.get('locale'))
  return {
    title: w[key],
    crumbs: [
      { href: '/profile', label: w.profile },
      { href: c.req.path, label: w[key] },
    ],
  }
}

/** Faults of an input come back to the form; any other refusal goes its way. */
async function faultsOf(verb: () => Promise<unknown>): Promise<Fault[] | null> {
  try {
    await verb()
    return null
  } catch (refusal) {
    if (refusal instanceof Refusal && ['invalid', 'conflict'].includes(refusal.kind)) return refusal.faults
    throw refusal
  }
}

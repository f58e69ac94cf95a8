import { z } from 'zod'
import { roles } from '../../lib/actor.ts'
import { dayOf, parseDay } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { type Fault, notFound, Refusal } from '../../lib/errors.ts'
import { type FormValues, parseForm, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Bilingual, type Request, type Route } from '../../lib/http/route.ts'
import { words } from '../../lib/text/words.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { unitsAsOf } from '../organisations/organisations.ts'
import {
  type Account,
  accountAddress,
  accountStates,
  accountsAddress,
  newAccountInput,
  newGrantInput,
} from './account.ts'
import { mayManageAccounts } from './accounts.policy.ts'
import { roleNames } from './accounts.texts.ts'
import * as verbs from './accounts.ts'
import { texts } from './administration.texts.ts'
import { AccountPage } from './pages/account-page.tsx'
import { AccountsPage, InvitePage } from './pages/accounts-pages.tsx'
import { endRole, giveRole, handOver } from './roles.ts'

const managers = ['administrator'] as const
/** Auditors review yearly who holds which rights. */
const readers = ['administrator', 'auditor'] as const

export const accountRoutes: readonly Route[] = [
  { method: 'GET', path: '/accounts', who: readers, handle: list },
  { method: 'POST', path: '/accounts', who: managers, handle: invite },
  { method: 'GET', path: '/accounts/new', who: managers, handle: (c) => invitePage(c, {}, []) },
  { method: 'GET', path: '/accounts/:id', who: readers, handle: (c) => accountPage(c) },
  { method: 'POST', path: '/accounts/:id', who: managers, handle: correct },
  { method: 'POST', path: '/accounts/:id/roles', who: managers, handle: give },
  { method: 'POST', path: '/accounts/:id/roles/:grantId/ending', who: managers, handle: end },
  {
    method: 'POST',
    path: '/accounts/:id/closing',
    who: managers,
    handle: simple(verbs.disableAccount, texts.disabled),
  },
  {
    method: 'POST',
    path: '/accounts/:id/opening',
    who: managers,
    handle: simple(verbs.enableAccount, texts.enabled),
  },
  {
    method: 'POST',
    path: '/accounts/:id/unlocking',
    who: managers,
    handle: simple(verbs.unlockAccount, texts.unlocked),
  },
  {
    method: 'POST',
    path: '/accounts/:id/second-step-reset',
    who: managers,
    handle: simple(verbs.resetSecondStep, texts.secondStepReset),
  },
  { method: 'POST', path: '/accounts/:id/invitation', who: managers, handle: inviteAgain },
  { method: 'POST', path: '/accounts/:id/handover', who: managers, handle: doHandOver },
]

const filterInput = z.object({
  text: z.string().max(100).catch(''),
  role: z.enum(roles).optional().catch(undefined),
  state: z.enum(accountStates).optional().catch(undefined),
})

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const locale = c.get('locale')
  const { text, role, state } = filterInput.parse(c.req.query())
  const filter = {
    text: text.normalize('NFC').trim(),
    ...(role ? { role } : {}),
    ...(state ? { state } : {}),
  }
  const rows = await verbs.listAccounts(c.get('db'), actor, filter, dayOf(c.get('now')))
  const page = AccountsPage({ locale, rows, values: { ...filter }, mayManage: mayManageAccounts(actor) })
  return officePage(c, { title: words(texts, locale).accounts }, page)
}

function invitePage(c: Request, values: FormValues, faults: Fault[]): Response {
  const locale = c.get('locale')
  const w = words(texts, locale)
  const crumbs = [
    { href: accountsAddress, label: w.accounts },
    { href: `${accountsAddress}/new`, label: w.invite },
  ]
  const status = faults.length ? 422 : 200
  return officePage(c, { title: w.invite, crumbs, status }, InvitePage({ locale, values, faults }))
}

async function invite(c: Request): Promise<Response> {
  const values = await readForm(c)
  const parsed = parseForm(newAccountInput, values)
  if (!parsed.ok) return invitePage(c, values, parsed.faults)
  let id = 0
  const faults = await attempt(c, async (tx) => {
    const at = { baseUrl: c.get('config').baseUrl, now: c.get('now') }
    id = await verbs.inviteAccount(tx, actorOf(c), parsed.value, at)
  })
  return faults ? invitePage(c, values, faults) : redirect(c, accountAddress(id), texts.invited)
}

async function accountPage(c: Request, values?: FormValues, faults: Fault[] = []): Promise<Response> {
  const [db, actor, locale, now] = [c.get('db'), actorOf(c), c.get('locale'), c.get('now')]
  const today = dayOf(now)
  const view = await verbs.accountView(db, actor, idOf(c), now)
  const units = await unitsAsOf(db, actor.provinceId, today)
  const others = await verbs.listAccounts(db, actor, {}, today)
  const page = AccountPage({
    locale,
    view,
    today,
    faults,
    ...(values ? { values } : {}),
    mayManage: mayManageAccounts(actor),
    isOwn: view.account.id === actor.accountId,
    unitNames: new Map(units.map((u) => [u.id, u.name])),
    units: units.map((u) => ({ value: String(u.id), label: u.name })),
    colleagues: others
      .filter((a) => a.id !== view.account.id && a.state !== 'disabled')
      .map(colleague(locale)),
  })
  const { name } = view.account
  const crumbs = [
    { href: accountsAddress, label: words(texts, locale).accounts },
    { href: accountAddress(view.account.id), label: name },
  ]
  return officePage(c, { title: name, crumbs, status: faults.length ? 422 : 200 }, page)
}

function colleague(locale: Account['locale']) {
  return (a: Awaited<ReturnType<typeof verbs.listAccounts>>[number]) => {
    const post = a.posts.map((p) => `${roleNames[p.role][locale]}, ${p.unitName}`).join('; ')
    return { value: String(a.id), label: post ? `${a.name} (${post})` : a.name }
  }
}

async function correct(c: Request): Promise<Response> {
  const values = await readForm(c)
  const parsed = parseForm(newAccountInput, values)
  if (!parsed.ok) return accountPage(c, values, parsed.faults)
  const faults = await attempt(c, (tx) =>
    verbs.correctAccount(tx, actorOf(c), idOf(c), parsed.value, c.get('now')),
  )
  return faults ? accountPage(c, values, faults) : back(c, texts.saved)
}

async function give(c: Request): Promise<Response> {
  const values = await readForm(c)
  const day = (name: string) => parseDay(String(values[name] ?? '')) ?? String(values[name] ?? '')
  const parsed = parseForm(newGrantInput, { ...values, validFrom: day('validFrom'), lastDay: day('lastDay') })
  if (!parsed.ok) return accountPage(c, values, parsed.faults)
  const faults = await attempt(c, (tx) => giveRole(tx, actorOf(c), idOf(c), parsed.value, c.get('now')))
  return faults ? accountPage(c, values, faults) : back(c, texts.given)
}

async function end(c: Request): Promise<Response> {
  const grantId = idOf(c, 'grantId')
  await write(c, (tx) => endRole(tx, actorOf(c), idOf(c), grantId, c.get('now')))
  return back(c, texts.roleEnded)
}

async function inviteAgain(c: Request): Promise<Response> {
  const at = { baseUrl: c.get('config').baseUrl, now: c.get('now') }
  await write(c, (tx) => verbs.inviteAgain(tx, actorOf(c), idOf(c), at))
  return back(c, texts.invitedAgain)
}

async function doHandOver(c: Request): Promise<Response> {
  const { toId } = await readForm(c)
  const to = z.coerce.number().int().positive().safeParse(toId)
  if (!to.success) {
    return accountPage(c, undefined, [
      { field: 'toId', vi: texts.chooseColleague.vi, en: texts.chooseColleague.en },
    ])
  }
  const faults = await attempt(c, (tx) => handOver(tx, actorOf(c), idOf(c), to.data, c.get('now')))
  return faults ? accountPage(c, undefined, faults) : back(c, texts.handedOver)
}

type SimpleVerb = (tx: Tx, actor: ReturnType<typeof actorOf>, id: number, now: Date) => Promise<void>

function simple(verb: SimpleVerb, done: Bilingual): Route['handle'] {
  return async (c) => {
    await write(c, (tx) => verb(tx, actorOf(c), idOf(c), c.get('now')))
    return back(c, done)
  }
}

function back(c: Request, done: Bilingual): Response {
  return redirect(c, accountAddress(idOf(c)), done)
}

function write<T>(c: Request, change: (tx: Tx) => Promise<T>): Promise<T> {
  return c.get('db').transaction().execute(change)
}

/** Faults of the input come back to the form; every other refusal goes its way. */
async function attempt(c: Request, change: (tx: Tx) => Promise<unknown>): Promise<Fault[] | null> {
  try {
    await write(c, change)
    return null
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return refusal.faults
    throw refusal
  }
}

function idOf(c: Request, name = 'id'): number {
  const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).safeParse(c.req.param(name))
  if (!id.success) throw notFound()
  return id.data
}

import type { VNode } from 'preact'
import { dayOf } from '../../lib/calendar/day.ts'
import { type Fault, notFound, Refusal, tooMany } from '../../lib/errors.ts'
import { addressOf } from '../../lib/http/address.ts'
import { dropCookie, readCookie, writeCookie } from '../../lib/http/cookies.ts'
import { type FormValues, parseForm, readForm } from '../../lib/http/forms.ts'
import type { Request, Route } from '../../lib/http/route.ts'
import { words } from '../../lib/text/words.ts'
import { portalPage, redirect } from '../../ui/answer.tsx'
import { unitAsOf } from '../organisations/organisations.ts'
import { groundOf, idOf, inTransaction, one, pageOf, pagesAt, siteOf } from './asking.ts'
import { selectOpenCalls } from './calls.sql.ts'
import { type Initiative, initiativeStates, initiativesAddress } from './initiative.ts'
import { initiativeInput } from './initiative-form.ts'
import { countByState, selectInitiative, selectInitiatives } from './initiatives.sql.ts'
import { settingOf } from './initiatives.ts'
import { FollowedPage, FollowPage } from './pages/follow-pages.tsx'
import { PublicListPage, PublicPage } from './pages/public-pages.tsx'
import { NewPage, SentPage } from './pages/sending-pages.tsx'
import { view } from './pages/view.tsx'
import { newCode, openCode, sealCode } from './persons.ts'
import { portalTexts } from './portal.texts.ts'
import { followByCode, receiveInitiative, reformFields, withdrawByCode } from './receiving.ts'
import { selectLastWords, selectSteps } from './steps.sql.ts'

const at = initiativesAddress

export const initiativesPortalRoutes: readonly Route[] = [
  { method: 'GET', path: at, who: 'public', handle: list },
  { method: 'POST', path: at, who: 'public', handle: send },
  { method: 'GET', path: `${at}/new`, who: 'public', handle: begin },
  { method: 'GET', path: `${at}/sent`, who: 'public', handle: sent },
  { method: 'GET', path: `${at}/follow`, who: 'public', handle: (c) => follow(c, {}, []) },
  { method: 'POST', path: `${at}/follow`, who: 'public', handle: (c) => followed(c) },
  { method: 'POST', path: `${at}/withdrawal`, who: 'public', handle: withdraw },
  { method: 'GET', path: `${at}/:id{[0-9]+}`, who: 'public', handle: show },
]

const pageSize = 20
const counted = initiativeStates.filter((s) => s !== 'spam' && s !== 'withdrawn')

interface Facts {
  title: string
  /** One's own: robots stay out. */
  isHidden?: boolean
  canonical?: string
  description?: string
  status?: 404 | 422 | 429
}

function page(c: Request, { title, ...facts }: Facts, body: VNode): Response {
  const w = words(portalTexts, c.get('locale'))
  const crumbs = [
    { href: '/portal', label: w.home },
    { href: at, label: w.title },
    ...(title === w.title ? [] : [{ href: c.req.path, label: title }]),
  ]
  return portalPage(c, { title, crumbs, ...facts }, body)
}

async function list(c: Request): Promise<Response> {
  const { provinceId } = siteOf(c)
  const db = c.get('db')
  const w = words(portalTexts, c.get('locale'))
  const fields = await reformFields(db, provinceId)
  const topic = c.req.query('field') ?? ''
  if (topic && !fields.some((f) => f.code === topic)) throw notFound()
  const number = pageOf(c)
  const filter = { isPublic: true, topic: topic || undefined }
  const found = await selectInitiatives(db, provinceId, filter, pageSize, (number - 1) * pageSize)
  if (number > 1 && found.initiatives.length === 0) throw notFound()
  const href = pagesAt(at, topic ? { field: topic } : {})
  const amounts = await countByState(db, provinceId)
  const props = {
    ...{ fields, topic, initiatives: found.initiatives },
    calls: await selectOpenCalls(db, provinceId, dayOf(c.get('now'))),
    counts: counted.flatMap((state) => {
      const amount = amounts.get(state) ?? 0
      return amount > 0 ? [{ state, amount }] : []
    }),
    answers: await selectLastWords(
      db,
      provinceId,
      found.initiatives.map((i) => i.id),
      'public',
    ),
    paging: { page: number, pageSize, total: found.total, href },
  }
  const facts = { title: w.title, description: w.lead, canonical: href(number) }
  return page(c, facts, view(PublicListPage, props))
}

async function show(c: Request): Promise<Response> {
  const { provinceId } = siteOf(c)
  const db = c.get('db')
  const initiative = await selectInitiative(db, provinceId, idOf(c))
  if (!initiative?.publishedAt) throw notFound()
  const steps = await selectSteps(db, provinceId, initiative.id)
  const props = {
    initiative,
    answers: steps.filter((s) => s.isPublic).toReversed(),
    fields: await reformFields(db, provinceId),
    unitName: await unitNameOf(c, initiative),
  }
  const facts = { title: initiative.publicTitle, description: initiative.publicText.slice(0, 280) }
  return page(c, facts, view(PublicPage, props))
}

/** As the unit was called when the idea last moved: it may have gone since. */
async function unitNameOf(c: Request, { unitId, movedAt }: Initiative): Promise<string | null> {
  if (unitId === null) return null
  const unit = await unitAsOf(c.get('db'), siteOf(c).provinceId, unitId, dayOf(movedAt))
  return unit?.name ?? null
}

function begin(c: Request): Promise<Response> {
  return form(c, { callId: c.req.query('call') ?? '' }, [])
}

async function form(
  c: Request,
  values: FormValues,
  faults: readonly Fault[],
  status?: 429,
): Promise<Response> {
  const { provinceId } = siteOf(c)
  const db = c.get('db')
  const props = {
    ...{ values, faults, fields: await reformFields(db, provinceId) },
    calls: await selectOpenCalls(db, provinceId, dayOf(c.get('now'))),
    setting: await settingOf(db, provinceId),
  }
  const w = words(portalTexts, c.get('locale'))
  const failed = status ?? (faults.length > 0 ? (422 as const) : undefined)
  const facts = { title: w.newTitle, description: w.newLead, ...(failed ? { status: failed } : {}) }
  return page(c, facts, view(NewPage, props))
}

/** Takes an idea in. Its code goes to the next page in a sealed cookie of the sender's own, and is dropped there. */
async function send(c: Request): Promise<Response> {
  const { provinceId } = siteOf(c)
  const values = await readForm(c)
  const parsed = parseForm(initiativeInput, values)
  if (!parsed.ok) return form(c, values, parsed.faults)
  const wait = await c.get('limits').initiative.take(addressOf(c))
  if (wait !== null) return form(c, values, [{ field: null, ...portalTexts.many }], 429)
  const ground = groundOf(c)
  // A field that people do not see: whoever fills it in is a program, and is answered like everybody.
  const isProgram = one(values, 'website') !== ''
  try {
    const code = isProgram
      ? newCode()
      : (await inTransaction(c, (tx) => receiveInitiative(tx, provinceId, parsed.value, ground))).code
    writeCookie(c, 'idea', sealCode(ground.secret, code), 600)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return form(c, values, refusal.faults)
  }
  return redirect(c, `${at}/sent`)
}

async function sent(c: Request): Promise<Response> {
  const { provinceId } = siteOf(c)
  const kept = readCookie(c, 'idea')
  if (kept) dropCookie(c, 'idea')
  const code = kept ? openCode(c.get('config').secret, kept) : null
  const setting = await settingOf(c.get('db'), provinceId)
  const w = words(portalTexts, c.get('locale'))
  const response = page(c, { title: w.sentTitle, isHidden: true }, view(SentPage, { code, setting }))
  response.headers.set('cache-control', 'no-store')
  return response
}

function follow(c: Request, values: FormValues, faults: readonly Fault[]): Response {
  siteOf(c)
  const w = words(portalTexts, c.get('locale'))
  const failed = faults.length > 0 ? { status: 422 as const } : {}
  return page(c, { title: w.followTitle, isHidden: true, ...failed }, view(FollowPage, { values, faults }))
}

/** Shown in the answer to the form and not behind a redirect: the code stands in no address and in no log. */
async function followed(c: Request, faults: readonly Fault[] = []): Promise<Response> {
  const { provinceId } = siteOf(c)
  const values = await readForm(c)
  const code = one(values, 'code').slice(0, 100)
  const { secret } = c.get('config')
  const wait = await c.get('limits').secret.wait(addressOf(c))
  if (wait !== null) throw tooMany(portalTexts.tooMany.vi, portalTexts.tooMany.en)
  const found = await followByCode(c.get('db'), secret, provinceId, code)
  if (!found) {
    await c.get('limits').secret.take(addressOf(c))
    return follow(c, values, [{ field: 'code', ...portalTexts.noCode }])
  }
  const { initiative, steps, into } = found
  const { personSealed, codeHash: _, ...shown } = initiative
  const props = {
    ...{ code, initiative: shown, hasPerson: personSealed !== null, steps, into, faults },
    fields: await reformFields(c.get('db'), provinceId),
    unitName: await unitNameOf(c, initiative),
  }
  const w = words(portalTexts, c.get('locale'))
  const failed = faults.length > 0 ? { status: 422 as const } : {}
  const facts = { title: w.yours(initiative.id), isHidden: true, ...failed }
  const response = page(c, facts, view(FollowedPage, props))
  response.headers.set('cache-control', 'no-store')
  return response
}

async function withdraw(c: Request): Promise<Response> {
  const { provinceId } = siteOf(c)
  const values = await readForm(c)
  if (one(values, 'sure') !== 'yes') return followed(c, [{ field: 'sure', ...portalTexts.sureFault }])
  const wait = await c.get('limits').secret.wait(addressOf(c))
  if (wait !== null) throw tooMany(portalTexts.tooMany.vi, portalTexts.tooMany.en)
  const { secret, now } = groundOf(c)
  const outcome = await inTransaction(c, (tx) =>
    withdrawByCode(tx, secret, provinceId, one(values, 'code'), now),
  )
  if (outcome === 'none') {
    await c.get('limits').secret.take(addressOf(c))
    return follow(c, values, [{ field: 'code', ...portalTexts.noCode }])
  }
  const said = outcome === 'all' ? portalTexts.withdrawnAll : portalTexts.withdrawnPerson
  return redirect(c, at, said)
}

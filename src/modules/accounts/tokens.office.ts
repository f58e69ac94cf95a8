import { addDays, dayOf, parseDay } from '../../lib/calendar/day.ts'
import { type Fault, notFound, Refusal } from '../../lib/errors.ts'
import { type FormValues, parseForm, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { words } from '../../lib/text/words.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { unitsAsOf } from '../organisations/organisations.ts'
import { NewTokenPage, TokensPage } from './pages/tokens-page.tsx'
import { tokenTexts } from './tokens.texts.ts'
import { makeToken, newTokenInput, revokeToken, stateOf, tokensOf } from './tokens.ts'

const managers = ['administrator', 'province_lead'] as const
const address = '/administration/tokens'

export const tokenRoutes: readonly Route[] = [
  { method: 'GET', path: address, who: managers, handle: (c) => list(c) },
  { method: 'POST', path: address, who: managers, handle: make },
  { method: 'POST', path: `${address}/:id/revocation`, who: managers, handle: revoke },
]

async function list(c: Request, values?: FormValues, faults: Fault[] = []): Promise<Response> {
  const [db, actor, locale, today] = [c.get('db'), actorOf(c), c.get('locale'), dayOf(c.get('now'))]
  const units = await unitsAsOf(db, actor.provinceId, today)
  const page = TokensPage({
    locale,
    tokens: (await tokensOf(db, actor)).map((t) => ({ ...t, state: stateOf(t, today) })),
    unitNames: new Map(units.map((u) => [u.id, u.name])),
    units: units.map((u) => ({ value: String(u.id), label: u.name })),
    values: values ?? { lastDay: addDays(today, 365) },
    faults,
  })
  return officePage(c, { title: tokenTexts.tokens[locale], status: faults.length ? 422 : 200 }, page)
}

/** The key is shown in the answer itself and nowhere else: an address that shows it again would keep it. */
async function make(c: Request): Promise<Response> {
  const values = await readForm(c)
  const typed = String(values['lastDay'] ?? '')
  const parsed = parseForm(newTokenInput, { ...values, lastDay: parseDay(typed) ?? typed })
  if (!parsed.ok) return list(c, values, parsed.faults)
  try {
    const input = parsed.value
    const token = await c
      .get('db')
      .transaction()
      .execute((tx) => makeToken(tx, actorOf(c), input, c.get('now')))
    const locale = c.get('locale')
    const w = words(tokenTexts, locale)
    const page = NewTokenPage({ locale, token, ...input, address: c.get('config').baseUrl })
    return officePage(c, { title: w.made, crumbs: [{ href: address, label: w.tokens }] }, page)
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return list(c, values, refusal.faults)
    throw refusal
  }
}

async function revoke(c: Request): Promise<Response> {
  const id = Number(c.req.param('id'))
  if (!Number.isSafeInteger(id)) throw notFound()
  await c
    .get('db')
    .transaction()
    .execute((tx) => revokeToken(tx, actorOf(c), id, c.get('now')))
  return redirect(c, address, tokenTexts.wasRevoked)
}

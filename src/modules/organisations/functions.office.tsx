import { type Fault, Refusal } from '../../lib/errors.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { dayAsked } from './asked.ts'
import { estateOf } from './estate.sql.ts'
import { readingOf } from './form-reading.ts'
import { holdsOn, viewOn } from './history.ts'
import { treeAddress } from './organisation.ts'
import { defineFunction } from './organisations.functions.ts'
import { canOrganise, organisers } from './organisations.policy.ts'
import { functionsIn } from './organisations.sql.ts'
import { texts } from './organisations.texts.ts'
import { fieldTexts } from './organisations-forms.texts.ts'
import { FunctionsPage } from './pages/functions-page.tsx'

const address = '/organisations/functions'

export const functionRoutes: readonly Route[] = [
  { method: 'GET', path: address, who: 'signedIn', handle: (c) => showFunctions(c) },
  { method: 'POST', path: address, who: organisers, handle: takeFunction },
]

async function showFunctions(
  c: Request,
  values: FormValues = { sole: 'yes' },
  faults: readonly Fault[] = [],
): Promise<Response> {
  const { provinceId } = actorOf(c)
  const estate = await estateOf(c.get('db'), provinceId)
  const { day, today } = dayAsked(c)
  const names = new Map(viewOn(estate.history, day).map((r) => [r.id, r.name]))
  const functions = (await functionsIn(c.get('db'), provinceId)).map((f) => ({
    ...f,
    holdings: estate.groups.holdings
      .filter((h) => h.functionCode === f.code && holdsOn(h, day))
      .map((h) => ({ ...h, unit: names.get(h.unitId) ?? '' })),
  }))
  const title = texts.menuFunctions[c.get('locale')]
  const crumbs = [
    { label: texts.title[c.get('locale')], href: treeAddress() },
    { label: title, href: '' },
  ]
  return officePage(
    c,
    { title, crumbs, status: faults.length > 0 ? 422 : 200 },
    <FunctionsPage
      day={day}
      today={today}
      functions={functions}
      mayChange={canOrganise(actorOf(c))}
      values={values}
      faults={faults}
    />,
  )
}

async function takeFunction(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const values = await readForm(c)
  const reading = readingOf(values)
  const name = reading.needed('name', 'Ghi tên chức năng.', 'Give the function’s name.')
  const sole = reading.oneOf('sole', ['yes', 'no'], 'yes') === 'yes'
  if (reading.faults.length > 0) return showFunctions(c, values, reading.faults)
  try {
    await c
      .get('db')
      .transaction()
      .execute((tx) => defineFunction(tx, actor, { name, sole }, c.get('now')))
    return redirect(c, address, fieldTexts.done)
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid')
      return showFunctions(c, values, refusal.faults)
    throw refusal
  }
}

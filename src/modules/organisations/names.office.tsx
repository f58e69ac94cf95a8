import { type Fault, notFound, Refusal } from '../../lib/errors.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { dayAsked, idAsked, idIn } from './asked.ts'
import { readingOf } from './form-reading.ts'
import { matchAgency } from './names/match-agency.ts'
import { aliasesIn, unknownNamesIn } from './names/names.sql.ts'
import { addAlias, dismissUnknownName, removeAlias } from './names/names.ts'
import { treeAddress } from './organisation.ts'
import { canOrganise, organisers } from './organisations.policy.ts'
import { texts } from './organisations.texts.ts'
import { groupsAsOf, nameIndex, unitsAsOf } from './organisations.ts'
import { fieldTexts } from './organisations-forms.texts.ts'
import { NamesPage } from './pages/names-page.tsx'

const address = '/organisations/names'

export const namesRoutes: readonly Route[] = [
  { method: 'GET', path: address, who: 'signedIn', handle: (c) => showNames(c) },
  { method: 'POST', path: address, who: organisers, handle: takeName },
  { method: 'POST', path: `${address}/:id/removal`, who: organisers, handle: takeRemoval },
  { method: 'POST', path: `${address}/unknown/dismissal`, who: organisers, handle: takeDismissal },
]

async function showNames(
  c: Request,
  given: FormValues | null = null,
  faults: readonly Fault[] = [],
): Promise<Response> {
  const { provinceId } = actorOf(c)
  const { today } = dayAsked(c)
  const db = c.get('db')
  const units = await unitsAsOf(db, provinceId, today)
  const groups = await groupsAsOf(db, provinceId, today)
  const index = await nameIndex(db, provinceId, today)
  const tried = (c.req.query('try') ?? '').trim().slice(0, 300)
  const unknown = (await unknownNamesIn(db, provinceId)).map((u) => ({
    ...u,
    match: matchAgency(index, u.text),
  }))
  const values = given ?? {
    text: c.req.query('text') ?? '',
    target: c.req.query('unit') ? `unit-${c.req.query('unit')}` : '',
  }
  return officePage(
    c,
    {
      title: texts.menuNames[c.get('locale')],
      crumbs: [{ label: texts.title[c.get('locale')], href: treeAddress() }],
      status: faults.length > 0 ? 422 : 200,
    },
    <NamesPage
      aliases={await aliasesIn(db, provinceId)}
      unknown={unknown}
      tried={tried ? { text: tried, match: matchAgency(index, tried) } : null}
      units={units}
      groups={groups}
      mayChange={canOrganise(actorOf(c))}
      values={values}
      faults={faults}
    />,
  )
}

async function takeName(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const values = await readForm(c)
  const reading = readingOf(values)
  const text = reading.needed('text', 'Ghi tên gọi.', 'Give the name.')
  const [kind, id = ''] = reading
    .needed('target', 'Chọn cơ quan hoặc nhóm.', 'Choose a unit or a group.')
    .split('-')
  const name = {
    text,
    unitId: kind === 'unit' ? idIn(id) : null,
    groupId: kind === 'group' ? idIn(id) : null,
    from: reading.day('from'),
    to: reading.day('to'),
  }
  if (reading.faults.length > 0) return showNames(c, values, reading.faults)
  try {
    await c
      .get('db')
      .transaction()
      .execute((tx) => addAlias(tx, actor, name, c.get('now')))
    return redirect(c, address, fieldTexts.done)
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return showNames(c, values, refusal.faults)
    throw refusal
  }
}

async function takeRemoval(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const id = idAsked(c)
  await c
    .get('db')
    .transaction()
    .execute((tx) => removeAlias(tx, actor, id, c.get('now')))
  return redirect(c, address, fieldTexts.done)
}

async function takeDismissal(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const { key } = await readForm(c)
  if (typeof key !== 'string') throw notFound()
  await c
    .get('db')
    .transaction()
    .execute((tx) => dismissUnknownName(tx, actor, key))
  return redirect(c, address)
}

import { dayOf } from '../../lib/calendar/day.ts'
import type { Fault } from '../../lib/errors.ts'
import { Refusal } from '../../lib/errors.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { words } from '../../lib/text/words.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { type ChangeForm, changeAddress, changeForms } from './change-address.ts'
import { type FormGround, readProposal } from './change-forms.ts'
import { holdsOn, viewOn } from './history.ts'
import { treeAddress, type UnitRow, unitAddress } from './organisation.ts'
import { carryOut, foresee, type Proposal } from './organisations.changes.ts'
import { organisers } from './organisations.policy.ts'
import { functionsIn, historyOf, holdingsIn } from './organisations.sql.ts'
import { texts } from './organisations.texts.ts'
import { fieldTexts, formTexts } from './organisations-forms.texts.ts'
import { ChangeFormPage } from './pages/change-form-page.tsx'
import { PreviewPage } from './pages/preview-page.tsx'

export const changeRoutes: readonly Route[] = changeForms.flatMap((form): Route[] => {
  const path = changeAddress(form)
  return [
    { method: 'GET', path, who: organisers, handle: (c) => showForm(c, form) },
    { method: 'POST', path, who: organisers, handle: (c) => takeForm(c, form) },
  ]
})

async function groundOf(c: Request): Promise<FormGround> {
  const { provinceId } = actorOf(c)
  const history = await historyOf(c.get('db'), provinceId)
  const today = dayOf(c.get('now'))
  return {
    units: viewOn(history, today),
    codes: new Set([...history.units.values()].map((u) => u.code)),
    functions: await functionsIn(c.get('db'), provinceId),
    holdings: (await holdingsIn(c.get('db'), provinceId)).filter((h) => holdsOn(h, today)),
  }
}

async function showForm(c: Request, form: ChangeForm): Promise<Response> {
  const ground = await groundOf(c)
  const unit = ground.units.find((u) => String(u.id) === c.req.query('unit')) ?? null
  return formPage(
    c,
    form,
    ground,
    {
      ...startingValues(form, unit, dayOf(c.get('now'))),
      holding: c.req.query('holding') ?? '',
    },
    [],
  )
}

/** A form opens with what is so today, for the person to change. */
function startingValues(form: ChangeForm, unit: UnitRow | null, today: string): FormValues {
  const always = { day: today, into: 'existing', fate: 'ends', type: 'department', level: 'province' }
  if (!unit) return always
  const id = String(unit.id)
  if (form === 'creation')
    return {
      ...always,
      parentId: id,
      level: unit.level,
      type: unit.level === 'commune' ? 'division' : 'department',
    }
  if (form === 'merger') return { ...always, predecessor1: id }
  return {
    ...always,
    unit: id,
    name: form === 'renaming' ? unit.name : '',
    shortName: unit.shortName ?? '',
    parentId: String(unit.parentId ?? ''),
    headTitle: unit.headTitle ?? '',
    headName: unit.headName ?? '',
    type: unit.type,
    level: unit.level,
    position: String(unit.position),
    invited: unit.invited ? 'yes' : '',
    phone: unit.phone ?? '',
    email: unit.email ?? '',
  }
}

async function takeForm(c: Request, form: ChangeForm): Promise<Response> {
  const actor = actorOf(c)
  const values = await readForm(c)
  const ground = await groundOf(c)
  if (values['step'] === 'back') return formPage(c, form, ground, values, [])
  const read = readProposal(form, values, ground)
  if (!read.ok) return formPage(c, form, ground, values, read.faults)
  try {
    if (values['step'] !== 'carry-out') return await previewPage(c, form, ground, values, read.proposal)
    const id = await c
      .get('db')
      .transaction()
      .execute((tx) => carryOut(tx, actor, read.proposal, c.get('now')))
    return redirect(c, unitAddress(id), fieldTexts.done)
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') {
      return formPage(c, form, ground, values, refusal.faults)
    }
    throw refusal
  }
}

async function previewPage(
  c: Request,
  form: ChangeForm,
  ground: FormGround,
  values: FormValues,
  proposal: Proposal,
): Promise<Response> {
  const names = new Map(ground.functions.map((f) => [f.code, f.name]))
  const foreseen = await foresee(c.get('db'), actorOf(c).provinceId, proposal)
  const consequences = foreseen.map((s) =>
    s.kind === 'function' ? { ...s, other: names.get(s.other ?? '') ?? s.other } : s,
  )
  const w = words(fieldTexts, c.get('locale'))
  return officePage(
    c,
    { title: w.previewTitle, crumbs: crumbsOf(c, form) },
    <PreviewPage form={form} day={proposal.day} consequences={consequences} values={values} />,
  )
}

function formPage(
  c: Request,
  form: ChangeForm,
  ground: FormGround,
  values: FormValues,
  faults: readonly Fault[],
): Response {
  const unit = Number(values['unit'] ?? values['predecessor1'] ?? 0)
  const from = unit ? unitAddress(unit) : treeAddress()
  const status = faults.length > 0 ? 422 : 200
  return officePage(
    c,
    { title: words(formTexts, c.get('locale'))[form], crumbs: crumbsOf(c, form), status },
    <ChangeFormPage form={form} ground={ground} values={values} faults={faults} from={from} />,
  )
}

function crumbsOf(c: Request, form: ChangeForm) {
  const locale = c.get('locale')
  return [
    { label: texts.title[locale], href: treeAddress() },
    { label: formTexts[form][locale], href: '' },
  ]
}

import { dayOf } from '../../lib/calendar/day.ts'
import { type Fault, forbidden, invalid } from '../../lib/errors.ts'
import type { FormValues } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { formOf, idOf, one, unitsToday, writableUnits } from './asking.ts'
import { selectProgrammes } from './catalogue.sql.ts'
import { crumbs } from './crumbs.ts'
import { type DraftVerb, draftForm, type Kept } from './draft-form.ts'
import { EditorPage } from './pages/editor-page.tsx'
import { NewPlanPage } from './pages/new-plan-page.tsx'
import { view } from './pages/view.tsx'
import { planAddress, planKinds, sectionKinds, shownTitle } from './plan.ts'
import { emptyText } from './plan-draft.ts'
import { visiblePlan } from './plan-shown.ts'
import { editHead, editText, openDraft } from './plans.drafting.ts'
import { canEdit } from './plans.policy.ts'
import { addTask } from './plans.tasks.ts'
import { texts } from './plans.texts.ts'
import { plansWhere } from './plans.ts'
import { taskInput } from './tasks.office.ts'
import { selectGroups, selectTasks } from './tasks.sql.ts'
import { selectRecipients, selectSections } from './text.sql.ts'

const writers = ['province_lead', 'agency_head', 'agency_officer'] as const
const at = '/plans/:id{[0-9]+}'

export const editorRoutes: readonly Route[] = [
  { method: 'GET', path: '/plans/new', who: writers, handle: (c) => fresh(c, {}, []) },
  { method: 'POST', path: '/plans', who: writers, handle: create },
  { method: 'GET', path: `${at}/editor`, who: writers, handle: (c) => editor(c) },
  edit('head', (tx, c, id, v) => {
    if (!one(v, 'title')) throw invalid([{ field: 'title', ...texts.needTitle }])
    const blank = (name: string) => one(v, name) || null
    const head = { signer: blank('signer'), signerTitle: blank('signerTitle') }
    const rest = { symbol: blank('symbol'), archiveLine: blank('archiveLine') }
    return editHead(tx, actorOf(c), id, { title: one(v, 'title'), ...head, ...rest }, c.get('now'))
  }),
  edit('text', (tx, c, id, v) => {
    const count = Math.min(60, Number(one(v, 'count')) || 0)
    const sections = Array.from({ length: count }, (_, i) => ({
      kind: sectionKinds.find((k) => k === one(v, `kind-${i}`)) ?? 'OTHER',
      heading: one(v, `heading-${i}`) || null,
      body: one(v, `body-${i}`),
    })).filter((s) => s.body || s.heading)
    const recipients = one(v, 'recipients')
      .split('\n')
      .map((l) => l.replace(/^\s*[-–]\s*/, '').trim())
      .filter(Boolean)
    return editText(
      tx,
      actorOf(c),
      id,
      { sections, recipients: recipients.map((asPrinted) => ({ asPrinted, unitId: null })) },
      c.get('now'),
    )
  }),
  edit('tasks', async (tx, c, id, v) => {
    await addTask(
      tx,
      actorOf(c),
      id,
      Number(one(v, 'groupId')) || null,
      await taskInput(tx, c, v),
      c.get('now'),
    )
  }),
]

async function fresh(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const locale = c.get('locale')
  const db = c.get('db')
  const { provinceId } = actorOf(c)
  const { plans } = await plansWhere(db, provinceId, { seenBy: actorOf(c) }, 100)
  const programmes = await selectProgrammes(db, provinceId)
  const nextYear = String(Number(dayOf(c.get('now')).slice(0, 4)) + 1)
  return officePage(
    c,
    {
      title: texts.blankPlan[locale],
      crumbs: crumbs(c, null, texts.blankPlan[locale]),
      ...(faults.length > 0 ? { status: 422 as const } : {}),
    },
    view(NewPlanPage, {
      programmes: programmes.map((p) => ({ value: String(p.id), label: p[locale] })),
      units: writableUnits(c, await unitsToday(c)),
      plans: plans.map((p) => ({
        value: String(p.id),
        label: [p.number, shownTitle(p.title)].filter(Boolean).join(' – '),
      })),
      values: { kind: 'ANNUAL', year: nextYear, ...c.req.query(), ...values },
      faults,
    }),
  )
}

async function create(c: Request): Promise<Response> {
  const v = await formOf(c)
  const year = Number(one(v, 'year'))
  const number = (name: string) => Number(one(v, name)) || null
  const faults: Fault[] = []
  if (!one(v, 'title')) faults.push({ field: 'title', ...texts.needTitle })
  if (!Number.isInteger(year) || year < 2000 || year > 2100) {
    faults.push({ field: 'year', vi: 'Nhập năm, ví dụ 2027.', en: 'Enter a year, for example 2027.' })
  }
  if (faults.length > 0) return fresh(c, v, faults)
  const plan = {
    programmeId: Number(one(v, 'programmeId')),
    unitId: Number(one(v, 'unitId')),
    kind: planKinds.find((k) => k === one(v, 'kind')) ?? 'ANNUAL',
    year,
    yearTo: Math.max(year, Number(one(v, 'yearTo')) || year),
    title: one(v, 'title'),
    parentPlanId: number('parentPlanId'),
    embeddedInPlanId: number('embeddedInPlanId'),
    campaignId: number('campaignId'),
  }
  const id = await c
    .get('db')
    .transaction()
    .execute((tx) => openDraft(tx, actorOf(c), plan, emptyText, c.get('now')))
  return redirect(c, `${planAddress(id)}/editor`, texts.drafted)
}

/** The editor; with a form that came back, `kept`, its words and faults. */
export async function editor(c: Request, kept: Kept | null = null): Promise<Response> {
  const { plan } = await visiblePlan(c, idOf(c))
  if (!canEdit(actorOf(c), plan)) {
    throw forbidden('Kế hoạch này không ở bước soạn thảo.', 'This plan is not open for editing.')
  }
  const db = c.get('db')
  const { provinceId } = actorOf(c)
  return officePage(
    c,
    {
      title: `${texts.edit[c.get('locale')]}: ${shownTitle(plan.title)}`,
      crumbs: crumbs(c, plan, texts.edit[c.get('locale')]),
      ...(kept ? { status: 422 as const } : {}),
    },
    view(EditorPage, {
      plan,
      sections: await selectSections(db, provinceId, plan.id),
      recipients: (await selectRecipients(db, provinceId, plan.id)).map((r) => r.asPrinted),
      groups: await selectGroups(db, provinceId, plan.id),
      tasks: await selectTasks(db, provinceId, plan.id),
      unitName: (await unitsToday(c)).nameOf,
      form: kept?.form ?? null,
      values: kept?.values ?? {},
      faults: kept?.faults ?? [],
    }),
  )
}

/** A form of the editor: back to the editor. */
function edit(resource: string, verb: DraftVerb): Route {
  return draftForm({
    resource,
    verb,
    back: resource === 'tasks' ? '/editor#tasks' : '/editor',
    again: editor,
  })
}

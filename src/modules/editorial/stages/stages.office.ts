import { dayOf } from '../../../lib/calendar/day.ts'
import { type Fault, notFound } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage } from '../../../ui/answer.tsx'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { listColumns } from '../../publishing/publishing.ts'
import { idIn, idOf, many, one, orBack } from '../asking.ts'
import { columnAddress } from '../columns/column.ts'
import { selectPlans } from '../columns/columns.sql.ts'
import { texts as columnTexts } from '../columns/columns.texts.ts'
import { approverRoles, canSetStages } from '../editorial.policy.ts'
import { deskCrumbs } from '../items/items.office.ts'
import { view } from '../pages/view.tsx'
import { StagesPage } from './pages/stages-page.tsx'
import { mostStages, type Stage, stageRoles, stagesAddress } from './stage.ts'
import { selectStages } from './stages.sql.ts'
import { texts } from './stages.texts.ts'
import { type StageInput, setStages } from './stages.ts'

const ofColumn = '/desk/columns/:id{[0-9]+}/stages'

export const stageRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/stages', who: ['province_lead'], handle: (c) => show(c, null) },
  { method: 'POST', path: '/desk/stages', who: ['province_lead'], handle: (c) => save(c, null) },
  { method: 'GET', path: ofColumn, who: approverRoles, handle: (c) => show(c, idOf(c)) },
  { method: 'POST', path: ofColumn, who: approverRoles, handle: (c) => save(c, idOf(c)) },
]

async function show(
  c: Request,
  columnId: number | null,
  back?: { values: FormValues; faults: readonly Fault[] },
): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const column = await columnSetBy(c, columnId)
  const stages = (await selectStages(db, actor.provinceId)).filter((s) => s.columnId === columnId)
  const props = {
    columnName: column?.name ?? null,
    action: stagesAddress(columnId),
    units: (await unitsAsOf(db, actor.provinceId, dayOf(c.get('now')))).map((u) => ({
      id: u.id,
      name: u.name,
    })),
    values: back?.values ?? valuesOf(stages),
    faults: back?.faults ?? [],
  }
  const columns = { label: columnTexts.columns[actor.locale], href: '/desk/columns' }
  const own = column ? [{ label: column.name, href: columnAddress(column.id) }] : []
  const facts = {
    title: texts.stages[actor.locale],
    crumbs: [...deskCrumbs(c), columns, ...own],
    status: back ? (422 as const) : (200 as const),
  }
  return officePage(c, facts, view(StagesPage, props))
}

async function columnSetBy(
  c: Request,
  columnId: number | null,
): Promise<{ id: number; name: string } | null> {
  const actor = actorOf(c)
  if (columnId === null) return null
  const plan = (await selectPlans(c.get('db'), actor.provinceId)).find((p) => p.columnId === columnId)
  const column = (await listColumns(c.get('db'), actor.provinceId)).find((x) => x.id === columnId)
  if (!plan || !column || !canSetStages(actor, plan)) throw notFound()
  return { id: columnId, name: column[actor.locale] }
}

function valuesOf(stages: readonly Stage[]): FormValues {
  return Object.fromEntries(
    stages.flatMap((s, i) => [
      [`vi${i}`, s.vi],
      [`en${i}`, s.en === s.vi ? '' : s.en],
      [`roles${i}`, s.roles],
      [`unitId${i}`, String(s.unitId ?? '')],
    ]),
  )
}

/** Rows without a name are none; those that are left close up. */
function readStages(values: FormValues): StageInput[] {
  return Array.from({ length: mostStages }, (_, i) => {
    const vi = one(values, `vi${i}`).trim()
    const picked = many(values, `roles${i}`)
    return {
      ...{ vi, en: one(values, `en${i}`).trim().slice(0, 80) || vi },
      roles: stageRoles.filter((r) => picked.includes(r)),
      unitId: idIn(values, `unitId${i}`),
    }
  }).filter((s) => s.vi !== '')
}

async function save(c: Request, columnId: number | null): Promise<Response> {
  const values = await readForm(c)
  const input = readStages(values)
  return orBack(
    c,
    stagesAddress(columnId),
    texts.saved,
    (tx) => setStages(tx, actorOf(c), columnId, input, c.get('now')),
    ({ faults }) => show(c, columnId, { values: { ...valuesOfInput(input) }, faults }),
  )
}

/** As the rows closed up, so that a fault stands at its row. */
function valuesOfInput(input: readonly StageInput[]): FormValues {
  const stages = input.map((s, position) => ({
    ...{ ...s, roles: [...s.roles], id: 0, columnId: null, position },
  }))
  return valuesOf(stages)
}

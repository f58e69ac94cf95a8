import { dayOf } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { invalid, notFound } from '../../lib/errors.ts'
import type { FormValues } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { officePage } from '../../ui/answer.tsx'
import { matchAgency, nameIndex } from '../organisations/organisations.ts'
import { idOf, linesOf, many, one } from './asking.ts'
import { catalogueOf } from './catalogue.ts'
import { crumbs } from './crumbs.ts'
import { type DraftVerb, draftForm, type Kept } from './draft-form.ts'
import { TaskPage } from './pages/task-page.tsx'
import { view } from './pages/view.tsx'
import type { AgencyRole, TaskAgency } from './plan.ts'
import { agencies } from './plan-compare.ts'
import type { TaskInput } from './plan-draft.ts'
import { targetsIn } from './plan-reading.ts'
import { visiblePlan } from './plan-shown.ts'
import { canEdit, canWriteFor } from './plans.policy.ts'
import { editTask, labelTask, moveTask, removeTask } from './plans.tasks.ts'
import { texts } from './plans.texts.ts'
import { selectGroups, selectTasks } from './tasks.sql.ts'

export const taskRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/plans/:id{[0-9]+}/tasks/:taskId{[0-9]+}',
    who: ['province_lead', 'agency_head', 'agency_officer'],
    handle: (c) => task(c),
  },
  edit('tasks/:taskId{[0-9]+}', async (tx, c, id, v) => {
    const becomes = { ...(await taskInput(tx, c, v)), groupId: Number(one(v, 'groupId')) || null }
    await editTask(tx, actorOf(c), id, idOf(c, 'taskId'), becomes, c.get('now'))
  }),
  edit('tasks/:taskId{[0-9]+}/deletion', (tx, c, id) =>
    removeTask(tx, actorOf(c), id, idOf(c, 'taskId'), c.get('now')),
  ),
  edit('tasks/:taskId{[0-9]+}/move', (tx, c, id, v) =>
    moveTask(
      tx,
      actorOf(c),
      id,
      idOf(c, 'taskId'),
      one(v, 'direction') === 'up' ? 'up' : 'down',
      c.get('now'),
    ),
  ),
  edit('tasks/:taskId{[0-9]+}/labels', (tx, c, id, v) => {
    const chosen = (name: string) => many(v, name).map(Number)
    const labels = { themes: chosen('themes'), forms: chosen('forms'), audiences: chosen('audiences') }
    return labelTask(tx, actorOf(c), id, idOf(c, 'taskId'), labels, c.get('now'))
  }),
]

/** A form of one task: its words lead back to the editor, its labels to the coverage. */
function edit(resource: string, verb: DraftVerb): Route {
  const back = resource.endsWith('/labels') ? '/coverage' : '/editor#tasks'
  return draftForm({ resource, verb, back, again: task })
}

async function task(c: Request, kept: Kept | null = null): Promise<Response> {
  const { plan } = await visiblePlan(c, idOf(c))
  const actor = actorOf(c)
  if (!canWriteFor(actor, plan.unitId)) throw notFound()
  const db = c.get('db')
  const found = (await selectTasks(db, actor.provinceId, plan.id)).find((t) => t.id === idOf(c, 'taskId'))
  if (!found) throw notFound()
  const lines = (role: AgencyRole) => agencies(found, role).split('; ').join('\n')
  const stored = {
    groupId: String(found.groupId ?? ''),
    ordinal: found.ordinal ?? '',
    content: found.content,
    lead: lines('lead'),
    coordinating: lines('coordinating'),
    invited: lines('invited'),
    time: found.time ?? '',
    product: found.product ?? '',
  }
  return officePage(
    c,
    {
      title: texts.editTask[c.get('locale')],
      crumbs: crumbs(c, plan, texts.editTask[c.get('locale')]),
      ...(kept ? { status: 422 as const } : {}),
    },
    view(TaskPage, {
      plan,
      task: found,
      groups: await selectGroups(db, actor.provinceId, plan.id),
      lists: await catalogueOf(db, actor.provinceId),
      mayEdit: canEdit(actor, plan),
      values: kept?.values ?? stored,
      faults: kept?.faults ?? [],
    }),
  )
}

/** A task from its form; names that are known are tied to their units at once, others stay as printed. */
export async function taskInput(tx: Tx, c: Request, v: FormValues): Promise<TaskInput> {
  if (!one(v, 'content')) throw invalid([{ field: 'content', ...texts.needContent }])
  const index = await nameIndex(tx, actorOf(c).provinceId, dayOf(c.get('now')))
  const named = (role: AgencyRole): TaskAgency[] =>
    linesOf(one(v, role)).flatMap((asPrinted) => {
      const match = matchAgency(index, asPrinted)
      const sure = match.kind === 'unit' || match.kind === 'group' || match.kind === 'several'
      if (!sure) return [{ role, asPrinted, unitId: null, groupId: null }]
      return match.candidates.map((m) => ({
        role,
        asPrinted,
        unitId: m.kind === 'unit' ? m.id : null,
        groupId: m.kind === 'group' ? m.id : null,
      }))
    })
  return {
    ordinal: one(v, 'ordinal') || null,
    content: one(v, 'content'),
    product: one(v, 'product') || null,
    time: one(v, 'time') || null,
    agencies: [...named('lead'), ...named('coordinating'), ...named('invited')],
    targets: targetsIn(one(v, 'content')),
  }
}

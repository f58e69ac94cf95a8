import type { Actor } from '../../lib/actor.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../lib/errors.ts'
import { documentsById } from '../legal/legal.ts'
import type { Plan, Task, TaskGroup } from './plan.ts'
import { compareTasks, type TaskChange } from './plan-compare.ts'
import type { GroupInput, PlanText, TaskInput } from './plan-draft.ts'
import { openDraft } from './plans.drafting.ts'
import { canSee, canWriteFor } from './plans.policy.ts'
import { selectPlan, selectPlans } from './plans.sql.ts'
import { readSchedule, shiftSchedule } from './schedule.ts'
import { selectGroups, selectReportDuties, selectTargets, selectTasks } from './tasks.sql.ts'
import { selectCitations, selectRecipients, selectSections } from './text.sql.ts'

/** The whole text of a stored plan as one value, tasks mapped by `restate`. */
async function textOf(
  db: DbOrTx,
  plan: Plan,
  restate: (task: Task) => Partial<TaskInput>,
): Promise<PlanText> {
  const { provinceId, id } = plan
  const citations = await selectCitations(db, provinceId, id)
  const documents = await documentsById(
    db,
    provinceId,
    citations.map((c) => c.documentId),
  )
  const targets = await selectTargets(db, provinceId, id)
  return {
    sections: await selectSections(db, provinceId, id),
    recipients: await selectRecipients(db, provinceId, id),
    citations: citations.flatMap(({ documentId, asPrinted, role }) => {
      const d = documents.get(documentId)
      if (!d) return []
      const { type, number, issued, issuer, title } = d
      return [{ type, number, issued, issuer, title, asPrinted, role }]
    }),
    groups: grouped(
      await selectGroups(db, provinceId, id),
      await selectTasks(db, provinceId, id),
      (task): TaskInput => ({
        ordinal: task.ordinal,
        content: task.content,
        product: task.product,
        time: task.time,
        agencies: task.agencies,
        targets: task.targets,
        carriesOutTaskId: task.carriesOutTaskId,
        ...restate(task),
      }),
    ),
    targets: targets.filter((t) => t.taskId === null),
    reportDuties: await selectReportDuties(db, provinceId, id),
  }
}

function grouped(groups: TaskGroup[], tasks: Task[], toInput: (t: Task) => TaskInput): GroupInput[] {
  const known = groups.map((g) => ({
    ordinal: g.ordinal,
    title: g.title,
    place: g.place,
    tasks: tasks.filter((t) => t.groupId === g.id).map(toInput),
  }))
  const loose = tasks.filter((t) => t.groupId === null).map(toInput)
  return loose.length > 0 ? [...known, { ordinal: null, title: '', place: 'ANNEX', tasks: loose }] : known
}

function headOf(plan: Plan) {
  const { programmeId, kind, unitId, year, yearTo, parentPlanId, title, issuer, issuingBody, place } = plan
  const { symbol, signer, signerTitle, authority, annexTitle, archiveLine } = plan
  const head = { programmeId, kind, unitId, year, yearTo, parentPlanId, title, issuer, issuingBody, place }
  return { ...head, symbol, signer, signerTitle, authority, annexTitle, archiveLine }
}

async function visible(tx: Tx, actor: Actor, planId: number): Promise<Plan> {
  const plan = await selectPlan(tx, actor.provinceId, planId)
  if (!plan || !canSee(actor, plan)) throw notFound()
  return plan
}

/** A draft for another year from an earlier plan: years moved in title, text and times; number and day left open. */
export async function copyPlan(
  tx: Tx,
  actor: Actor,
  planId: number,
  input: { year: number; unitId?: number },
  now: Date,
): Promise<number> {
  const plan = await visible(tx, actor, planId)
  const years = input.year - plan.year
  if (!Number.isInteger(input.year) || years === 0 || Math.abs(years) > 20) {
    throw invalid([
      { field: 'year', vi: 'Chọn một năm khác năm của kế hoạch gốc.', en: 'Choose another year.' },
    ])
  }
  const moved = (text: string) => moveYears(text, plan.year, years)
  const text = await textOf(tx, plan, (task) => ({
    content: moved(task.content),
    time: moveTime(task, plan.year, years),
  }))
  const head = headOf(plan)
  return openDraft(
    tx,
    actor,
    {
      ...head,
      unitId: input.unitId ?? plan.unitId,
      year: input.year,
      yearTo: plan.yearTo + years,
      parentPlanId: plan.kind === 'PERIOD' ? null : plan.parentPlanId,
      title: moved(plan.title),
      copiedFromPlanId: plan.id,
    },
    {
      ...text,
      sections: text.sections.map((s) => ({ ...s, body: moved(s.body) })),
      targets: text.targets.map((t) => ({ ...t, metric: moved(t.metric) })),
    },
    now,
  )
}

/** 'năm 2023' becomes 'năm 2024'; years inside numbers of documents stay. */
export function moveYears(text: string, from: number, years: number): string {
  return text.replace(new RegExp(`(năm\\s+)${from}(?!\\d)`, 'giu'), `$1${from + years}`)
}

function moveTime(task: Task, year: number, years: number): string | null {
  if (!task.time) return null
  const read = readSchedule(task.time, year)
  const bound = read?.every((s) => s.kind !== 'PREVIOUS_YEAR_Q4' && s.starts === null && s.due === null)
  if (!read || bound || !/\d{4}/.test(task.time)) return moveYears(task.time, year, years)
  return shiftSchedule(read, years)
    .map((s) => s.asPrinted)
    .join('; ')
}

/** A draft that amends or replaces an issued plan: the same text to begin with, each task tied to the one it restates. */
export async function amendPlan(
  tx: Tx,
  actor: Actor,
  planId: number,
  amendment: 'AMENDS' | 'REPLACES',
  now: Date,
): Promise<number> {
  const plan = await visible(tx, actor, planId)
  if (!canWriteFor(actor, plan.unitId)) {
    throw forbidden('Chỉ đơn vị ban hành được điều chỉnh kế hoạch.', 'Only the issuing unit amends its plan.')
  }
  if (!['ISSUED', 'IN_PROGRESS', 'AMENDED'].includes(plan.state)) {
    throw conflict(
      'Chỉ điều chỉnh, thay thế được kế hoạch đã ban hành và đang thực hiện.',
      'Only a plan that has been issued and is under way can be amended.',
    )
  }
  const text = await textOf(tx, plan, (task) => ({ amendsTaskId: task.id }))
  return openDraft(tx, actor, { ...headOf(plan), amendsPlanId: plan.id, amendment }, text, now)
}

/** What an amendment changes in the tasks of the plan it amends. Empty for a plan that amends nothing. */
export async function amendmentChanges(
  db: DbOrTx,
  provinceId: number,
  planId: number,
): Promise<TaskChange[]> {
  const plan = await selectPlan(db, provinceId, planId)
  if (!plan) throw notFound()
  if (plan.amendsPlanId === null) return []
  return compareTasks(
    await selectTasks(db, provinceId, plan.amendsPlanId),
    await selectTasks(db, provinceId, planId),
  )
}

export interface Lineage {
  /** From the highest plan down to the parent. */
  above: Plan[]
  below: Plan[]
  /** What this plan amends or replaces, and what amends or replaces it. */
  amends: Plan | null
  amendedBy: Plan[]
  embeddedIn: Plan | null
  copiedFrom: Plan | null
}

/** Where a plan stands among others: period plan → annual plan → plans of units. Only what the actor may see. */
export async function lineageOf(db: DbOrTx, actor: Actor, plan: Plan): Promise<Lineage> {
  const { provinceId } = plan
  const seen = (list: Plan[]) => list.filter((p) => canSee(actor, p))
  const above: Plan[] = []
  for (let id = plan.parentPlanId; id !== null && above.length < 10; ) {
    const parent: Plan | null = await selectPlan(db, provinceId, id)
    if (!parent) break
    above.unshift(parent)
    id = parent.parentPlanId
  }
  const one = async (id: number | null) => (id === null ? null : selectPlan(db, provinceId, id))
  return {
    above: seen(above),
    below: seen((await selectPlans(db, provinceId, { parentPlanId: plan.id }, 500)).plans),
    amends: await one(plan.amendsPlanId),
    amendedBy: seen((await selectPlans(db, provinceId, { amendsPlanId: plan.id }, 100)).plans),
    embeddedIn: await one(plan.embeddedInPlanId),
    copiedFrom: await one(plan.copiedFromPlanId),
  }
}

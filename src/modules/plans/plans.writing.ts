import type { Actor } from '../../lib/actor.ts'
import type { Tx } from '../../lib/db/db.ts'
import { conflict, forbidden, notFound } from '../../lib/errors.ts'
import { citeDocument } from '../legal/legal.ts'
import { selectAudiences, selectForms, selectThemes } from './catalogue.sql.ts'
import { insertCitation, insertRecipients, insertReportDuties, insertSections } from './draft.sql.ts'
import { suggestLabels } from './labelling.ts'
import type { Plan } from './plan.ts'
import type { CitationInput, PlanText, TaskInput } from './plan-draft.ts'
import { canEdit, canWriteFor } from './plans.policy.ts'
import { selectPlanForChange } from './plans.sql.ts'
import { readSchedule } from './schedule.ts'
import {
  insertGroup,
  insertTargets,
  insertTask,
  replaceLabels,
  replaceTaskDetails,
} from './task-draft.sql.ts'

/** A draft, held for this transaction, that the actor may change now. Refuses with the reason. */
export async function openForChange(tx: Tx, actor: Actor, planId: number): Promise<Plan> {
  const plan = await selectPlanForChange(tx, actor.provinceId, planId)
  if (!plan) throw notFound()
  if (!canWriteFor(actor, plan.unitId)) {
    throw forbidden('Đồng chí không lập kế hoạch của đơn vị này.', 'You do not write plans of this unit.')
  }
  if (!canEdit(actor, plan)) {
    throw conflict(
      'Kế hoạch đã trình nên không sửa được nữa. Hãy rút về dự thảo trước khi sửa.',
      'The plan has been submitted and cannot be changed. Take it back to draft first.',
    )
  }
  return plan
}

/** Writes a whole text into a draft that has none yet. */
export async function writeText(tx: Tx, provinceId: number, planId: number, year: number, text: PlanText) {
  await insertSections(tx, provinceId, planId, text.sections)
  await insertRecipients(tx, provinceId, planId, text.recipients)
  await writeCitations(tx, provinceId, planId, text.citations)
  await insertReportDuties(tx, provinceId, planId, text.reportDuties)
  await insertTargets(tx, provinceId, planId, null, text.targets)
  const labels = await labelIds(tx, provinceId)
  let position = 0
  for (const [groupPosition, group] of text.groups.entries()) {
    const { tasks, ...g } = group
    const groupId = await insertGroup(tx, provinceId, planId, { ...g, position: groupPosition })
    for (const task of tasks)
      await writeTask(tx, provinceId, { planId, year, groupId, position: position++ }, task, labels)
  }
}

export async function writeCitations(
  tx: Tx,
  provinceId: number,
  planId: number,
  citations: readonly CitationInput[],
) {
  for (const [position, { role, asPrinted, ...document }] of citations.entries()) {
    const documentId = await citeDocument(tx, provinceId, document)
    await insertCitation(tx, provinceId, planId, { documentId, position, asPrinted, role })
  }
}

type LabelIds = Record<'themes' | 'forms' | 'audiences', Map<string, number>>

export async function labelIds(tx: Tx, provinceId: number): Promise<LabelIds> {
  const byCode = (list: { id: number; code: string }[]) => new Map(list.map((l) => [l.code, l.id]))
  return {
    themes: byCode(await selectThemes(tx, provinceId)),
    forms: byCode(await selectForms(tx, provinceId)),
    audiences: byCode(await selectAudiences(tx, provinceId)),
  }
}

interface Where {
  planId: number
  year: number
  groupId: number | null
  position: number
}

export async function writeTask(
  tx: Tx,
  provinceId: number,
  at: Where,
  task: TaskInput,
  ids: LabelIds,
): Promise<number> {
  const taskId = await insertTask(tx, provinceId, at.planId, at.groupId, at.position, task)
  await replaceTaskDetails(tx, provinceId, at.planId, taskId, {
    ...task,
    schedules: schedulesOf(task, at.year),
  })
  const labels = task.labels ?? suggestLabels(task.content)
  const known = (codes: readonly string[], map: Map<string, number>) => codes.flatMap((c) => map.get(c) ?? [])
  await replaceLabels(tx, provinceId, taskId, {
    themes: known(labels.themes, ids.themes),
    forms: known(labels.forms, ids.forms),
    audiences: known(labels.audiences, ids.audiences),
  })
  return taskId
}

export function schedulesOf(task: TaskInput, year: number) {
  return task.time ? (readSchedule(task.time, year) ?? []) : []
}

import type { DbOrTx } from '../../lib/db/db.ts'
import { notFound } from '../../lib/errors.ts'
import { selectProgrammes } from './catalogue.sql.ts'
import type { Plan, Programme, ReportDuty, Task, TaskGroup } from './plan.ts'
import { type PlanFilter, selectPlan, selectPlans } from './plans.sql.ts'
import { selectGroups, selectReportDuties, selectTasks } from './tasks.sql.ts'

/** A plan by its id. Refuses with not_found. */
export async function planById(db: DbOrTx, provinceId: number, planId: number): Promise<Plan> {
  const plan = await selectPlan(db, provinceId, planId)
  if (!plan) throw notFound()
  return plan
}

/** Plans that pass the filter, newest year first, with the number of all that pass. */
export async function plansWhere(
  db: DbOrTx,
  provinceId: number,
  filter: PlanFilter,
  limit?: number,
  offset?: number,
): Promise<{ plans: Plan[]; total: number }> {
  return selectPlans(db, provinceId, filter, limit, offset)
}

export async function programmesOf(db: DbOrTx, provinceId: number): Promise<Programme[]> {
  return selectProgrammes(db, provinceId)
}

export interface PlanTasks {
  groups: TaskGroup[]
  tasks: Task[]
  reportDuties: ReportDuty[]
}

/** What a plan gives to do: groups and tasks in the order of the document, and the reports it asks for. */
export async function tasksOfPlan(db: DbOrTx, provinceId: number, planId: number): Promise<PlanTasks> {
  return {
    groups: await selectGroups(db, provinceId, planId),
    tasks: await selectTasks(db, provinceId, planId),
    reportDuties: await selectReportDuties(db, provinceId, planId),
  }
}

/** Themes, forms and audiences: what tasks and activities are labelled with. */
export { catalogueOf, offered } from './catalogue.ts'

export { selectTitles as planTitles } from './plans.sql.ts'
/** The tasks of a plan by name, for lists that need no more. */
export { selectOutline as taskNames, selectTaskContent as taskNameOf } from './tasks.sql.ts'

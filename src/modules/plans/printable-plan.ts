import type { Plan, PlanSection, Task, TaskGroup } from './plan.ts'

/** Everything a plan is printed from. */
export interface PrintablePlan {
  plan: Plan
  sections: readonly PlanSection[]
  /** The legal basis, each as printed; not used where the plan has a preamble that names it. */
  basis: readonly string[]
  groups: readonly TaskGroup[]
  tasks: readonly Task[]
  recipients: readonly string[]
  /** Names that stand in where the plan itself says nothing. */
  defaults: { issuingBody: string; parentBody: string | null; place: string; headTitle: string | null }
}

/** The names as printed, each once: "Báo, Đài" may stand for two units. */
export function namedIn(task: Task, role: Task['agencies'][number]['role']): string[] {
  return [...new Set(task.agencies.filter((a) => a.role === role).map((a) => a.asPrinted))]
}

/** Who is printed as lead: where only invited bodies act, they are. */
export function leadsOf(task: Task): string[] {
  const leads = namedIn(task, 'lead')
  return leads.length > 0 ? leads : namedIn(task, 'invited')
}

export function coordinatingOf(task: Task): string[] {
  const asked = namedIn(task, 'lead').length > 0 ? namedIn(task, 'invited') : []
  return [...namedIn(task, 'coordinating'), ...asked]
}

import type { Request } from '../../lib/http/route.ts'
import { type Plan, planAddress, plansAddress, shownTitle } from './plan.ts'
import { texts } from './plans.texts.ts'

/** From the list of plans down to this page. */
export function crumbs(c: Request, plan: Plan | null, here: string) {
  const list: { label: string; href: string }[] = [
    { label: texts.plans[c.get('locale')], href: plansAddress() },
  ]
  if (plan) list.push({ label: plan.number ?? shownTitle(plan.title), href: planAddress(plan.id) })
  return [...list, { label: here, href: c.req.path }]
}

import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { officePage } from '../../ui/answer.tsx'
import { idOf } from './asking.ts'
import { catalogueOf } from './catalogue.ts'
import { coverageOf, withWholes } from './coverage.ts'
import { crumbs } from './crumbs.ts'
import { ChangesPage } from './pages/changes-page.tsx'
import { CoveragePage } from './pages/coverage-page.tsx'
import { view } from './pages/view.tsx'
import { shownTitle } from './plan.ts'
import { visiblePlan } from './plan-shown.ts'
import { amendmentChanges } from './plans.lineage.ts'
import { canWriteFor } from './plans.policy.ts'
import { selectPlan } from './plans.sql.ts'
import { texts } from './plans.texts.ts'
import { selectTasks } from './tasks.sql.ts'

/** Other views of one plan: what it covers, and what it changes. */
export const coverageRoutes: readonly Route[] = [
  { method: 'GET', path: '/plans/:id{[0-9]+}/coverage', who: 'signedIn', handle: coverage },
  { method: 'GET', path: '/plans/:id{[0-9]+}/changes', who: 'signedIn', handle: changes },
]

async function coverage(c: Request): Promise<Response> {
  const { plan } = await visiblePlan(c, idOf(c))
  const { provinceId } = actorOf(c)
  const { themes, forms } = await catalogueOf(c.get('db'), provinceId)
  const tasks = await selectTasks(c.get('db'), provinceId, plan.id)
  const used = new Set(tasks.flatMap((t) => t.themes))
  const active = themes.filter((t) => t.active && (t.parentId === null || used.has(t.id)))
  return officePage(
    c,
    {
      title: `${texts.coverage[c.get('locale')]}: ${shownTitle(plan.title)}`,
      crumbs: crumbs(c, plan, texts.coverage[c.get('locale')]),
    },
    view(CoveragePage, {
      plan,
      coverage: coverageOf(
        withWholes(tasks, themes),
        active.map((t) => t.id),
        forms.map((f) => f.id),
      ),
      themes: active,
      forms,
      mayLabel: canWriteFor(actorOf(c), plan.unitId),
    }),
  )
}

async function changes(c: Request): Promise<Response> {
  const { plan } = await visiblePlan(c, idOf(c))
  const db = c.get('db')
  const { provinceId } = actorOf(c)
  return officePage(
    c,
    {
      title: `${texts.changes[c.get('locale')]}: ${shownTitle(plan.title)}`,
      crumbs: crumbs(c, plan, texts.changes[c.get('locale')]),
    },
    view(ChangesPage, {
      plan,
      amended: plan.amendsPlanId === null ? null : await selectPlan(db, provinceId, plan.amendsPlanId),
      changes: await amendmentChanges(db, provinceId, plan.id),
    }),
  )
}

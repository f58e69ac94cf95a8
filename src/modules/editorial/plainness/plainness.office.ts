import { type Day, dayOf } from '../../../lib/calendar/day.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage } from '../../../ui/answer.tsx'
import { subtreeIds } from '../../organisations/organisations.ts'
import { deskRoles } from '../editorial.policy.ts'
import { deskCrumbs } from '../items/items.office.ts'
import { reachOf, unitNames } from '../items/showing.ts'
import { view } from '../pages/view.tsx'
import { PlainnessPage } from './pages/plainness-page.tsx'
import { scoresByMonth, scoresByUnit } from './plainness.sql.ts'
import { texts } from './plainness.texts.ts'
import { courseOf } from './plainness.ts'

export const plainnessRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/plain-language', who: deskRoles, handle: show },
]

/** A year back, from the first of its month. */
function yearBefore(today: Day): string {
  return `${Number(today.slice(0, 4)) - 1}-${today.slice(5, 7)}`
}

async function show(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const { provinceId } = actor
  const today = dayOf(c.get('now'))
  const reach = reachOf(actor)
  const names = await unitNames(db, provinceId, today)
  const seen = reach ? [...names].filter(([id]) => reach.includes(id)) : [...names]
  const asked = seen.find(([id]) => id === Number(c.req.query('unit')))?.[0] ?? null
  const below = asked === null ? reach : await subtreeIds(db, provinceId, asked, today)
  const unitIds = below && [...below].filter((id) => !reach || reach.includes(id))
  const month = yearBefore(today)
  const from = new Date(`${month}-01T00:00:00+07:00`)
  const course = (rows: Awaited<ReturnType<typeof scoresByMonth>>) => courseOf(rows, month, today.slice(0, 7))
  const props = {
    ...{ unitNames: names, unit: asked },
    units: seen.map(([id, name]) => ({ id, name })),
    course: course(await scoresByMonth(db, provinceId, { unitIds }, from)),
    own: course(await scoresByMonth(db, provinceId, { writerId: actor.accountId }, from)),
    byUnit: await scoresByUnit(db, provinceId, { unitIds }, from),
  }
  const facts = { title: texts.title[actor.locale], crumbs: deskCrumbs(c) }
  return officePage(c, facts, view(PlainnessPage, props))
}

import { dayOf } from '../../../lib/calendar/day.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage } from '../../../ui/answer.tsx'
import { view } from '../pages/view.tsx'
import { selectUnreachedTasks } from './unreached.sql.ts'
import { unreachedTexts as t } from './unreached.texts.ts'
import { UnreachedPage } from './unreached-page.tsx'

export const unreachedRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/unreached', who: 'signedIn', handle: show },
]

const pageSize = 25

/** Of every unit for who sees the province, of the own units for others. */
async function show(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const units = actor.reach === 'province' ? null : [...actor.reach]
  const year = Number(dayOf(c.get('now')).slice(0, 4))
  const tasks = await selectUnreachedTasks(c.get('db'), actor.provinceId, year, units)
  const page = Math.max(1, Math.min(Number(c.req.query('page')) || 1, Math.ceil(tasks.length / pageSize)))
  const shown = tasks.slice((page - 1) * pageSize, page * pageSize)
  const crumbs = [{ label: t.nobody[c.get('locale')], href: '/reach/nobody' }]
  const props = { tasks: shown, page, pageSize, total: tasks.length }
  return officePage(c, { title: t.title[c.get('locale')], crumbs }, view(UnreachedPage, props))
}

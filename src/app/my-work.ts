import { dayOf } from '../lib/calendar/day.ts'
import { actorOf, type Route } from '../lib/http/route.ts'
import { reportsPressing } from '../modules/reporting/reporting.ts'

const words = {
  overdue: { vi: 'Báo cáo quá hạn', en: 'Reports overdue' },
  soon: { vi: 'Báo cáo sắp đến hạn', en: 'Reports due soon' },
} as const

/** Reports stand above work: the app lays what is due of them beside the work of the person. */
export function withReports(route: Route): Route {
  if (route.method !== 'GET' || route.path !== '/my-work') return route
  const handle: Route['handle'] = async (c) => {
    const { overdue, soon } = await reportsPressing(c.get('db'), actorOf(c), dayOf(c.get('now')))
    c.set('alsoWaits', [
      { label: words.overdue, count: overdue, href: '/my-reports', tone: 'bad' },
      { label: words.soon, count: soon, href: '/my-reports#soon', tone: 'warn' },
    ])
    return route.handle(c)
  }
  return { ...route, handle }
}

import { dayOf } from '../lib/calendar/day.ts'
import { type AlsoWaiting, actorOf, type Request, type Route } from '../lib/http/route.ts'
import { deskPressing, type Pressing } from '../modules/editorial/pressing.ts'
import { initiativesPressing } from '../modules/initiatives/initiatives.ts'
import { postingsPressing } from '../modules/procedures/procedures.ts'
import { reportsPressing } from '../modules/reporting/reporting.ts'

const words = {
  overdue: { vi: 'Báo cáo quá hạn', en: 'Reports overdue' },
  postingsLate: { vi: 'Thủ tục quá hạn niêm yết', en: 'Procedures late to be posted' },
  postings: { vi: 'Thủ tục phải niêm yết', en: 'Procedures to post' },
  soon: { vi: 'Báo cáo sắp đến hạn', en: 'Reports due soon' },
} as const

const ofIdeas: Record<'toScreen' | 'toDo', Pick<AlsoWaiting, 'label' | 'tone' | 'icon'>> = {
  toScreen: {
    label: { vi: 'Sáng kiến chờ xem xét', en: 'Ideas to look at' },
    ...{ tone: 'info', icon: 'eye' },
  },
  toDo: {
    label: { vi: 'Sáng kiến đến hạn', en: 'Ideas due' },
    ...{ tone: 'warn', icon: 'late' },
  },
}

const ofDesk: Record<Pressing['what'], Pick<AlsoWaiting, 'label' | 'tone' | 'icon'>> = {
  answers: {
    label: {
      vi: 'Trả lời người dân chưa gửi được',
      en: 'Answers to people that have not left',
    },
    ...{ tone: 'bad', icon: 'late' },
  },
  followUps: {
    label: { vi: 'Phản ánh báo chí quá hạn xử lý', en: 'Press follow-ups overdue' },
    ...{ tone: 'bad', icon: 'late' },
  },
  coverage: {
    label: { vi: 'Phân công đưa tin đến hạn', en: 'Coverage due' },
    ...{ tone: 'warn', icon: 'edit' },
  },
  toApprove: {
    label: { vi: 'Tin, bài chờ đọc, duyệt', en: 'Items to review or approve' },
    ...{ tone: 'info', icon: 'stamp' },
  },
  toLookAgain: {
    label: { vi: 'Bài đăng gấp cần xem lại', en: 'Second looks' },
    ...{ tone: 'bad', icon: 'eye' },
  },
  monitored: {
    label: { vi: 'Giám sát quá hạn khắc phục', en: 'Monitoring overdue' },
    ...{ tone: 'bad', icon: 'late' },
  },
  toProve: {
    label: { vi: 'Tin đăng thủ công chờ minh chứng', en: 'Manual messages waiting for proof' },
    ...{ tone: 'warn', icon: 'upload' },
  },
}

/** Desk and reports stand above work: the app lays what is due of them beside the work of the person. */
export function withWorkAbove(route: Route): Route {
  if (route.method !== 'GET' || route.path !== '/my-work') return route
  const handle: Route['handle'] = async (c) => {
    c.set('alsoWaits', [
      ...(await reportsWaiting(c)),
      ...(await deskWaiting(c)),
      ...(await ideasWaiting(c)),
      ...(await postingsWaiting(c)),
    ])
    return route.handle(c)
  }
  return { ...route, handle }
}

async function reportsWaiting(c: Request): Promise<AlsoWaiting[]> {
  const { overdue, soon } = await reportsPressing(c.get('db'), actorOf(c), dayOf(c.get('now')))
  return [
    { label: words.overdue, count: overdue, href: '/my-reports', tone: 'bad' },
    { label: words.soon, count: soon, href: '/my-reports#soon', tone: 'warn' },
  ]
}

async function deskWaiting(c: Request): Promise<AlsoWaiting[]> {
  const pressing = await deskPressing(c.get('db'), actorOf(c), c.get('now'))
  return pressing.map(({ what, count, href }) => ({ ...ofDesk[what], count, href }))
}

async function ideasWaiting(c: Request): Promise<AlsoWaiting[]> {
  const pressing = await initiativesPressing(c.get('db'), actorOf(c), dayOf(c.get('now')))
  return pressing.map(({ what, count, href }) => ({ ...ofIdeas[what], count, href }))
}

async function postingsWaiting(c: Request): Promise<AlsoWaiting[]> {
  const { late, open } = await postingsPressing(c.get('db'), actorOf(c), dayOf(c.get('now')))
  return [
    { label: words.postingsLate, count: late, href: '/postings', tone: 'bad', icon: 'late' },
    { label: words.postings, count: open, href: '/postings', tone: 'warn', icon: 'upload' },
  ]
}

import { type Actor, hasRole } from '../../../lib/actor.ts'
import { type Day, parseDay, showDay } from '../../../lib/calendar/day.ts'
import { nationalCalendar } from '../../../lib/calendar/working-days.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage } from '../../../ui/answer.tsx'
import { assignmentAddress } from '../../assignments/assignment.ts'
import { type DueOn, workDueBetween } from '../../assignments/assignments.ts'
import { obligationAddress } from '../obligation.ts'
import { todayOf } from './asking.ts'
import { type DueGroup, selectDueGroups } from './calendar.sql.ts'
import { calendarTexts as t } from './calendar.texts.ts'
import { selectDuties } from './duties.sql.ts'
import { type ObligationFilter, selectObligations } from './lists.sql.ts'
import { type Month, monthOf } from './month.ts'
import type { CalendarPageProps, Entry } from './pages/calendar-entries.ts'
import { CalendarPage } from './pages/calendar-page.tsx'
import { ObligationListPage } from './pages/obligation-list-page.tsx'
import { view } from './pages/view.tsx'
import { nameOf } from './period-name.ts'

type Whose = CalendarPageProps['whose']

/** What falls due: the month as a grid, or line by line. */
export const calendarRoutes: readonly Route[] = [
  { method: 'GET', path: '/reporting/calendar', who: 'signedIn', handle: calendar },
]

/** Shown line by line at most; more are named, with a way to narrow them. */
const most = 300

function calendar(c: Request): Promise<Response> {
  return c.req.query('view') === 'list' ? list(c) : grid(c)
}

/** Whose days the reader may see: the own units', those below as well, or the province's. */
function choicesOf(actor: Actor): readonly Whose[] {
  if (actor.reach !== 'province') {
    return actor.reach.size > new Set(actor.grants.map((g) => g.unitId)).size ? ['mine', 'below'] : ['mine']
  }
  const works = hasRole(actor, 'agency_officer', 'agency_head', 'province_lead')
  return works ? ['province', 'mine'] : ['province']
}

function asked(c: Request) {
  const actor = actorOf(c)
  const choices = choicesOf(actor)
  const whose = choices.find((w) => w === c.req.query('whose')) ?? choices[0] ?? 'mine'
  const own = [...new Set(actor.grants.map((g) => g.unitId))]
  const below = actor.reach === 'province' ? own : [...actor.reach]
  const unitIds = whose === 'province' ? undefined : whose === 'mine' ? own : below
  const month = monthOf(c.req.query('month'), todayOf(c))
  const address: CalendarPageProps['address'] = (change) => {
    const now = { month: month.code, whose, view: c.req.query('view') ?? '' }
    return `/reporting/calendar?${new URLSearchParams({ ...now, ...change })}`
  }
  return { actor, choices, whose, unitIds, month, address }
}

async function grid(c: Request): Promise<Response> {
  const db = c.get('db')
  const today = todayOf(c)
  const { actor, choices, whose, unitIds, month, address } = asked(c)
  const days = { from: month.first, to: month.last }
  const filter = { unitIds, dueFrom: days.from, dueTo: days.to }
  const groups = await selectDueGroups(db, actor.provinceId, filter)
  const work = await workDueBetween(db, actor.provinceId, { unitIds, ...days }, 3000)
  const link = (day: Day, dutyId: number) =>
    `/reporting/calendar?${new URLSearchParams({ view: 'list', whose, duty: String(dutyId), day })}`
  const entries = [...groups.map((g) => reportEntry(g, today, link)), ...taskEntries(work, today)]
  const title = t.calendar[c.get('locale')]
  const props = { month, whose, choices, entries, daysOff: daysOff(month), today, address }
  return officePage(c, { title, crumbs: crumbs(c) }, view(CalendarPage, props))
}

function crumbs(c: Request) {
  return [{ href: '/reporting/calendar', label: t.calendar[c.get('locale')] }]
}

function daysOff(month: Month): Map<Day, { vi: string; en: string }> {
  const days = month.weeks.flat().flatMap((day) => {
    const off = nationalCalendar(day)
    const plain = off?.vi === 'thứ Bảy' || off?.vi === 'Chủ nhật'
    return off ? [[day, plain ? { vi: '', en: '' } : off] as const] : []
  })
  return new Map(days)
}

function reportEntry(g: DueGroup, today: Day, link: (day: Day, dutyId: number) => string): Entry {
  const period = nameOf(g.period)
  const single = g.units === 1
  const count = g.open === 0 ? t.allIn : t.unitsOpen
  const note = (of: 'vi' | 'en') =>
    single ? `${g.onlyName}${g.open === 0 ? `, ${t.handedIn[of]}` : ''}` : count[of](g.units, g.open)
  return {
    key: `report-${g.dutyId}-${g.period}`,
    kind: 'report',
    day: g.dueDay,
    title: { vi: `${g.dutyName} – ${period.vi}`, en: `${g.dutyName} – ${period.en}` },
    note: { vi: note('vi'), en: note('en') },
    href: single ? obligationAddress(g.onlyId) : link(g.dueDay, g.dutyId),
    done: g.open === 0,
    late: g.open > 0 && g.dueDay < today,
  }
}

const doneStates: readonly DueOn['state'][] = ['reported_done', 'verified']

/** Many tasks on one day are one line. */
function taskEntries(work: readonly DueOn[], today: Day): Entry[] {
  return [...Map.groupBy(work, (w) => w.dueDay)].flatMap(([day, of]): Entry[] => {
    if (of.length > 4) {
      const open = of.filter((w) => !doneStates.includes(w.state)).length
      const title = { vi: t.tasks.vi(of.length), en: t.tasks.en(of.length) }
      const href = '/assignments?mine=1'
      const facts = { key: `tasks-${day}`, kind: 'task', day, title, href } as const
      return [{ ...facts, note: { vi: '', en: '' }, done: open === 0, late: open > 0 && day < today }]
    }
    return of.map((w) => ({
      key: `task-${w.id}`,
      kind: 'task',
      day,
      title: { vi: shortened(w.content), en: shortened(w.content) },
      note: { vi: w.unitName, en: w.unitName },
      href: assignmentAddress(w.id),
      done: doneStates.includes(w.state),
      late: day < today && !doneStates.includes(w.state),
    }))
  })
}

function shortened(text: string): string {
  return text.length > 70 ? `${text.slice(0, 68).trimEnd()}…` : text
}

async function list(c: Request): Promise<Response> {
  const db = c.get('db')
  const { actor, choices, whose, unitIds, month, address } = asked(c)
  const locale = c.get('locale')
  const dutyId = Number(c.req.query('duty')) || undefined
  const day = parseDay(c.req.query('day') ?? '')
  const duty = dutyId ? (await selectDuties(db, actor.provinceId, { ids: [dutyId] }))[0] : undefined
  const days = day ? { dueFrom: day, dueTo: day } : { dueFrom: month.first, dueTo: month.last }
  const filter: ObligationFilter = {
    unitIds,
    ...(dutyId ? { dutyIds: [dutyId] } : {}),
    ...(dutyId && !day ? {} : days),
  }
  const { rows, total } = await selectObligations(db, actor.provinceId, filter, most)
  const when = day ? showDay(day) : dutyId ? '' : t.month[locale](month.month, month.year)
  const narrowed = [duty?.name, when].filter(Boolean).join(', ')
  const props = { rows, total, narrowed, whose, choices, today: todayOf(c), address }
  const title = `${t.calendar[locale]}, ${narrowed}`
  return officePage(c, { title, crumbs: crumbs(c) }, view(ObligationListPage, props))
}

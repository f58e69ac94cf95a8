import { z } from 'zod'
import { showTime } from '../../../lib/calendar/day.ts'
import { readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { idOf, inTransaction, parsed, todayOf, typedNote } from './asking.ts'
import { dutyTexts } from './duties.texts.ts'
import { RemindPage } from './pages/remind-page.tsx'
import { view } from './pages/view.tsx'
import { reminderTexts as t } from './reminders.texts.ts'
import { daysLate, lateReports, type Reminded, remindAllLate } from './reminding-by-hand.ts'

const at = '/reporting/duties/:id{[0-9]+}/reminders'
const workers = ['agency_officer', 'agency_head', 'province_lead'] as const

/** Urging by hand everybody who is late with a report. */
export const remindingRoutes: readonly Route[] = [
  { method: 'GET', path: at, who: workers, handle: show },
  { method: 'POST', path: at, who: workers, handle: remind },
]

async function show(c: Request): Promise<Response> {
  const locale = c.get('locale')
  const today = todayOf(c)
  const late = await lateReports(c.get('db'), actorOf(c), idOf(c), c.req.query('period') ?? null, today)
  const { duty } = late
  const crumbs = [
    { href: '/reporting/duties', label: dutyTexts.duties[locale] },
    { href: `/reporting/duties/${duty.id}`, label: duty.name },
  ]
  const rows = late.rows.map((o) => {
    const last = late.last.get(o.id)
    return {
      id: o.id,
      unitName: o.unitName,
      dueDay: o.dueDay,
      daysLate: daysLate(o, today),
      isReturned: o.reportState === 'returned',
      last: last ? showTime(last.any) : null,
    }
  })
  const body = view(RemindPage, { duty, periods: late.periods, period: late.period, rows })
  return officePage(c, { title: t.remindAll[locale], crumbs }, body)
}

const input = z.object({ period: z.string().max(12), note: typedNote.default('') })

async function remind(c: Request): Promise<Response> {
  const { period, note } = parsed(input, await readForm(c))
  const { baseUrl } = c.get('config')
  const asked = { period, note: note || null }
  const done = await inTransaction(c, (tx) =>
    remindAllLate(tx, actorOf(c), idOf(c), asked, baseUrl, c.get('now')),
  )
  return redirect(c, `/reporting/duties/${idOf(c)}/reminders?period=${period}`, saidOf(done))
}

export function saidOf({ reports, people, skipped }: Reminded) {
  return {
    tone: 'good' as const,
    vi: t.reminded.vi(reports, people, skipped),
    en: t.reminded.en(reports, people, skipped),
  }
}

import { type Day, showDay } from '../../../lib/calendar/day.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage } from '../../../ui/answer.tsx'
import type { GanttRow } from '../../../ui/charts/gantt.tsx'
import { unitsAsOf } from '../../organisations/organisations.ts'
import type { Duty } from '../obligation.ts'
import { todayOf } from './asking.ts'
import { selectDuties } from './duties.sql.ts'
import { dutyTexts } from './duties.texts.ts'
import type { Owed } from './making.sql.ts'
import { RehearsalPage } from './pages/rehearsal-page.tsx'
import { view } from './pages/view.tsx'
import { nameOf } from './period-name.ts'
import { rehearsalTexts as t } from './rehearsal.texts.ts'
import { rehearse } from './rehearsing.ts'

/** A year played through without writing. */
export const rehearsalRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/reporting/rehearsal',
    who: ['province_lead', 'auditor', 'administrator'],
    handle: rehearsal,
  },
]

async function rehearsal(c: Request): Promise<Response> {
  const db = c.get('db')
  const { provinceId } = actorOf(c)
  const locale = c.get('locale')
  const today = todayOf(c)
  const thisYear = Number(today.slice(0, 4))
  const years = [thisYear, thisYear + 1]
  const year = years.find((y) => String(y) === c.req.query('year')) ?? thisYear
  const played = await rehearse(db, provinceId, year, today)
  const duties = new Map((await selectDuties(db, provinceId, {})).map((d) => [d.id, d]))
  const units = await unitsAsOf(db, provinceId, today)
  const levelOf = new Map(units.map((u) => [u.id, u.level]))
  const gathers = new Set([...duties.values()].map((d) => d.consolidatedById))
  const rowsOf = (keep: (o: Owed) => boolean, of: (o: Owed) => number) =>
    played.owed
      .filter((o) => keep(o) && of(o) > 0)
      .sort((a, b) => a.slot.due.localeCompare(b.slot.due))
      .map((o) => ganttRow(o, of(o), duties, year, locale))
  const inLevel = (level: string) => (o: Owed) =>
    o.owers.filter((w) => levelOf.get(w.unitId) === level).length
  const isGathering = (o: Owed) => gathers.has(o.slot.dutyId)
  const levels = [
    { title: t.commune[locale], rows: rowsOf((o) => !isGathering(o), inLevel('commune')) },
    { title: t.province[locale], rows: rowsOf((o) => !isGathering(o), inLevel('province')) },
    { title: t.consolidated[locale], rows: rowsOf(isGathering, (o) => o.owers.length) },
  ]
  const crumbs = [
    { href: '/reporting/duties', label: dutyTexts.duties[locale] },
    { href: '/reporting/rehearsal', label: t.rehearsal[locale] },
  ]
  const body = view(RehearsalPage, { rehearsal: played, years, levels, today })
  return officePage(c, { title: t.rehearsal[locale], crumbs }, body)
}

function ganttRow(
  { slot }: Owed,
  count: number,
  duties: ReadonlyMap<number, Duty>,
  year: number,
  locale: 'vi' | 'en',
): GanttRow {
  const early = slot.due < slot.cutoff
  const from = within(early ? slot.due : slot.cutoff, year)
  return {
    label: `${duties.get(slot.dutyId)?.name ?? ''} – ${nameOf(slot.period)[locale]}`,
    from,
    to: slot.due,
    tone: early ? 'warn' : 'info',
    status: t.status[locale](showDay(slot.due), count),
  }
}

function within(day: Day, year: number): Day {
  const first = `${year}-01-01`
  return day < first ? first : day
}

import { addDays, type Day, dayOf } from '../../lib/calendar/day.ts'
import { type CalendarEvent, writeCalendar } from '../../lib/calendar/ical.ts'
import { notFound } from '../../lib/errors.ts'
import type { PortalSite, Request } from '../../lib/http/route.ts'
import { siteOf } from './asking.ts'
import { selectEvents } from './lists.sql.ts'
import { textOf } from './pages/event-date.tsx'
import { publicationAddress } from './publication.ts'
import { type Entry, selectReading } from './reading.sql.ts'

/** One event, or all of the last month and to come, as a calendar (RFC 5545) with hours in Việt Nam's time. */
export async function eventCalendar(c: Request): Promise<Response> {
  const site = siteOf(c)
  const db = c.get('db')
  const slug = c.req.param('slug')
  const one = slug ? await selectReading(db, site.provinceId, slug) : null
  if (slug && (one?.state !== 'live' || one.kind !== 'event')) throw notFound()
  const since = addDays(dayOf(c.get('now')), -30)
  const entries = one ? [one] : await selectEvents(db, site.provinceId, { from: since }, 500)
  const body = writeCalendar({
    name: one?.title ?? `Sự kiện – ${site.name.vi}`,
    url: `${site.origin}/events`,
    refreshHours: 6,
    events: entries.map((entry) => toEvent(site, entry)),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${slug ?? 'su-kien'}.ics"`,
    },
  })
}

function toEvent(site: PortalSite, entry: Entry): CalendarEvent {
  const starts = textOf(entry.facts, 'starts')
  const ends = textOf(entry.facts, 'ends')
  const place = textOf(entry.facts, 'place')
  return {
    uid: `publication-${entry.id}@${new URL(site.origin).hostname}`,
    day: starts.slice(0, 10) as Day,
    ...(ends ? { lastDay: ends.slice(0, 10) as Day } : {}),
    time: { starts, ends: ends || null },
    summary: entry.title,
    location: place,
    description: entry.lead,
    url: site.origin + publicationAddress(entry),
    changed: 'changedAt' in entry ? (entry.changedAt as Date) : entry.at,
  }
}

import { createHash } from 'node:crypto'
import type { Refusal } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { idOf, inTransaction, one, todayOf } from './asking.ts'
import { calendarTexts, feedTexts as t } from './calendar.texts.ts'
import { selectFeeds } from './feeds.sql.ts'
import { endFeed, makeFeed, readFeed } from './feeds.ts'
import { FeedsPage } from './pages/feeds-page.tsx'
import { view } from './pages/view.tsx'

const at = '/reporting/calendar/feeds'

/** Secret addresses that other calendars subscribe to. */
export const feedRoutes: readonly Route[] = [
  { method: 'GET', path: at, who: 'signedIn', handle: (c) => show(c) },
  { method: 'POST', path: at, who: 'signedIn', handle: make },
  { method: 'POST', path: `${at}/:id{[0-9]+}/revocation`, who: 'signedIn', handle: revoke },
  { method: 'GET', path: '/feeds/:secret/calendar.ics', who: 'public', handle: feed },
]

interface Shown {
  secret?: string
  kept?: { values: FormValues; faults: Refusal['faults'] }
}

async function show(c: Request, { secret, kept }: Shown = {}): Promise<Response> {
  const actor = actorOf(c)
  const locale = c.get('locale')
  const rows = await unitsAsOf(c.get('db'), actor.provinceId, todayOf(c))
  const names = new Map(rows.map((u) => [u.id, u.name]))
  const within = rows.filter((u) => actor.reach === 'province' || actor.reach.has(u.id))
  const body = view(FeedsPage, {
    feeds: await selectFeeds(c.get('db'), actor.provinceId, actor.accountId),
    unitName: (id) => names.get(id) ?? '',
    units: within.map((u) => ({ value: String(u.id), label: `${'\u2003'.repeat(u.depth)}${u.name}` })),
    address: secret ? `${c.get('config').baseUrl}/feeds/${secret}/calendar.ics` : null,
    kept,
  })
  const crumbs = [
    { href: '/reporting/calendar', label: calendarTexts.calendar[locale] },
    { href: at, label: t.feeds[locale] },
  ]
  return officePage(c, { title: t.feeds[locale], crumbs, status: kept ? 422 : 200 }, body)
}

/** Answers with the page itself, not with a redirect: the secret is shown this once and kept nowhere. */
async function make(c: Request): Promise<Response> {
  const values = await readForm(c)
  const unitId = one(values, 'what') === 'unit' ? Number(one(values, 'unitId')) : null
  if (unitId === 0) return show(c, { kept: { values, faults: [{ field: 'unitId', ...t.needUnit }] } })
  const secret = await inTransaction(c, (tx) => makeFeed(tx, actorOf(c), unitId, c.get('now')))
  return show(c, { secret })
}

async function revoke(c: Request): Promise<Response> {
  await inTransaction(c, (tx) => endFeed(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, at, { tone: 'good', ...t.revoked })
}

/** Calendars ask often: an unchanged feed is answered without its body. */
async function feed(c: Request): Promise<Response> {
  const secret = c.req.param('secret') ?? ''
  const text = await readFeed(c.get('db'), secret, c.get('config').baseUrl, c.get('now'))
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  const headers = { etag, 'cache-control': 'private, max-age=900', 'x-robots-tag': 'noindex' }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  return c.body(text, 200, { ...headers, 'content-type': 'text/calendar; charset=utf-8' })
}

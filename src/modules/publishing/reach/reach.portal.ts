import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import { notFound } from '../../../lib/errors.ts'
import { isBot } from '../../../lib/http/bots.ts'
import type { Request, Route } from '../../../lib/http/route.ts'
import { plainPage } from '../../../ui/answer.tsx'
import { SoonPage } from '../prepared/pages/soon-page.tsx'
import { texts as soon } from '../prepared/prepared.texts.ts'
import { publicationAddress } from '../publication.ts'
import { view } from '../view.tsx'
import { countReach } from './counting.ts'
import { selectByCode } from './links.sql.ts'
import { originOf } from './links.ts'
import { OldPrintPage } from './pages/old-print-page.tsx'
import { texts } from './reach.texts.ts'
import { isPaper } from './reach.ts'

export const reachPortalRoutes: readonly Route[] = [
  { method: 'GET', path: '/s/:code', who: 'public', handle: follow },
]

/**
 * Leads from a short address to what it stands for, counting the deed and nothing of who did it. Paper whose text was
 * changed since it was printed says so first.
 */
async function follow(c: Request): Promise<Response> {
  const code = (c.req.param('code') ?? '').toLowerCase().slice(0, 40)
  const link = await selectByCode(c.get('db'), code)
  if (!link) throw notFound()
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
  const { provinceId, publicationId, kind, slug } = link
  if (publicationId === null && link.preparedId !== null)
    return plainPage(c, { title: soon.soon[c.get('locale')], status: 404 }, view(SoonPage, {}))
  if (publicationId !== null && c.req.method === 'GET' && !isBot((name) => c.req.header(name))) {
    const metric = isPaper(link.channelKind) ? ('scan' as const) : ('click' as const)
    const { channelKind, place } = link
    countReach(c.get('db'), {
      provinceId,
      publicationId,
      day: dayOf(c.get('now')),
      channelKind,
      place,
      metric,
    })
  }
  const path = kind && slug ? publicationAddress({ kind, slug }) : link.target
  if (!path.startsWith('/') || path.startsWith('//')) throw notFound()
  const isOld = link.printedVersion !== null && link.version !== null && link.printedVersion < link.version
  if (!isOld || link.state !== 'live') {
    const origin = await originOf(c.get('db'), provinceId, c.get('config').baseUrl)
    const here = new URL(c.req.url).host
    return c.redirect(new URL(origin).host === here ? path : `${origin}${path}`, 302)
  }
  const locale = c.get('locale')
  const changed = showDay(dayOf(link.publishedAt ?? c.get('now')))
  const props = { title: link.title ?? '', changed, href: path }
  return plainPage(c, { title: texts.oldPrint[locale] }, view(OldPrintPage, props))
}

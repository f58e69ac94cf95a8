import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { words } from '../../../lib/text/words.ts'
import { officePage } from '../../../ui/answer.tsx'
import { texts as letterTexts } from '../subscriptions/subscriptions.texts.ts'
import { newestPushes, pushTallies } from './deliveries.sql.ts'
import { PushesPage } from './pages/pushes-page.tsx'
import { countSubscriptions, hasPushChannel } from './push.sql.ts'
import { texts } from './push.texts.ts'

const readers = ['province_lead', 'editor', 'administrator', 'auditor'] as const
const mostShown = 60
const none = { waiting: 0, sending: 0, sent: 0, failed: 0, unsure: 0 }

export const pushRoutes: readonly Route[] = [
  { method: 'GET', path: '/newsletters/pushes', who: readers, handle: list },
]

async function list(c: Request): Promise<Response> {
  const db = c.get('db')
  const { provinceId } = actorOf(c)
  const locale = c.get('locale')
  const pushes = await newestPushes(db, provinceId, mostShown)
  const tallies = await pushTallies(
    db,
    provinceId,
    pushes.map((p) => p.id),
  )
  const body = (
    <PushesPage
      locale={locale}
      devices={await countSubscriptions(db, provinceId)}
      isByDesk={await hasPushChannel(db, provinceId)}
      pushes={pushes.map((push) => ({ ...push, tally: tallies.get(push.id) ?? none }))}
    />
  )
  const crumbs = [{ href: '/newsletters', label: letterTexts.newsletters[locale] }]
  return officePage(c, { title: words(texts, locale).office, crumbs }, body)
}

import { hasRole } from '../../../lib/actor.ts'
import type { Fault } from '../../../lib/errors.ts'
import { addressOf } from '../../../lib/http/address.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { words } from '../../../lib/text/words.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { ReturnedPage } from './pages/returned-page.tsx'
import { doorKey, provinceOfDoorKey } from './return-address.ts'
import { countReturns, newestReturns } from './returned.sql.ts'
import { texts } from './returned.texts.ts'
import { takeReturned } from './returned.ts'
import { texts as letterTexts } from './subscriptions.texts.ts'

const readers = ['province_lead', 'editor', 'administrator', 'auditor'] as const
const workers = ['province_lead', 'editor', 'administrator'] as const
const mostShown = 60
const monthMs = 30 * 86_400_000

export const returnedRoutes: readonly Route[] = [
  { method: 'GET', path: '/newsletters/returned', who: readers, handle: (c) => page(c, []) },
  { method: 'POST', path: '/newsletters/returned', who: workers, handle: handIn },
  // The mail server posts each letter that came back; its key is the proof.
  { method: 'POST', path: '/returned-mail', who: 'public', handle: door, keyed: true },
]

async function page(c: Request, faults: readonly Fault[]): Promise<Response> {
  const db = c.get('db')
  const actor = actorOf(c)
  const locale = c.get('locale')
  const { secret, baseUrl } = c.get('config')
  const address = `${baseUrl.replace(/\/+$/, '')}/returned-mail`
  const key = doorKey(secret, actor.provinceId)
  const body = (
    <ReturnedPage
      locale={locale}
      lines={await newestReturns(db, actor.provinceId, mostShown)}
      counts={await countReturns(db, actor.provinceId, new Date(c.get('now').getTime() - monthMs))}
      mayWork={hasRole(actor, ...workers)}
      command={
        hasRole(actor, 'administrator')
          ? `curl -fsS --data-binary @- -H 'Authorization: Bearer ${key}' ${address}`
          : null
      }
      faults={faults}
    />
  )
  const crumbs = [{ href: '/newsletters', label: letterTexts.newsletters[locale] }]
  const status = faults.length > 0 ? ({ status: 422 } as const) : {}
  return officePage(c, { title: words(texts, locale).title, crumbs, ...status }, body)
}

/** Read and thrown away: nothing of these files reaches the disk. */
async function handIn(c: Request): Promise<Response> {
  const { letters } = await c.req.parseBody({ all: true })
  const files = [letters].flat().filter((f): f is File => f instanceof File && f.size > 0)
  if (files.length === 0) return page(c, [{ field: 'letters', ...texts.noFiles }])
  for (const file of files) {
    const raw = new Uint8Array(await file.arrayBuffer())
    await takeReturned(c.get('db'), c.get('config'), actorOf(c).provinceId, raw, c.get('now'))
  }
  return redirect(c, '/newsletters/returned', texts.taken)
}

async function door(c: Request): Promise<Response> {
  const key = /^Bearer (\S{1,300})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
  const provinceId = provinceOfDoorKey(c.get('config').secret, key)
  if (provinceId === null) {
    const wait = await c.get('limits').secret.take(addressOf(c))
    return c.json({ error: 'a key of this door is needed' }, wait === null ? 401 : 429)
  }
  const raw = new Uint8Array(await c.req.arrayBuffer())
  const outcome = await takeReturned(c.get('db'), c.get('config'), provinceId, raw, c.get('now'))
  return c.json({ outcome })
}

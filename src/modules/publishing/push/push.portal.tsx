import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Fault, Refusal, tooMany } from '../../../lib/errors.ts'
import { addressOf } from '../../../lib/http/address.ts'
import { type FormValues, parseForm, readForm } from '../../../lib/http/forms.ts'
import type { Request, Route } from '../../../lib/http/route.ts'
import { projectPath } from '../../../lib/paths.ts'
import { words } from '../../../lib/text/words.ts'
import { portalPage, redirect } from '../../../ui/answer.tsx'
import { siteOf } from '../asking.ts'
import { topicsInput } from '../subscriptions/subscription.ts'
import { chosenByLink, topicChoices } from '../subscriptions/topic-choices.tsx'
import { FollowPage, PushPage } from './pages/push-pages.tsx'
import { texts } from './push.texts.ts'
import { choiceOf, endPushes, pushPair, renew, subscribe, targetInput } from './push.ts'

/** Scripts post to the keyed ones, also from the background: whoever knows an endpoint is that browser. */
export const pushPortalRoutes: readonly Route[] = [
  { method: 'GET', path: '/subscriptions', who: 'public', handle: follow },
  {
    method: 'GET',
    path: '/subscriptions/push',
    who: 'public',
    handle: (c) => pushPage(c, chosenByLink(c), []),
  },
  { method: 'POST', path: '/subscriptions/push', who: 'public', handle: save },
  { method: 'POST', path: '/subscriptions/push/choice', who: 'public', handle: choice, keyed: true },
  { method: 'POST', path: '/subscriptions/push/renewal', who: 'public', handle: renewal, keyed: true },
  { method: 'POST', path: '/subscriptions/push/ending', who: 'public', handle: end, keyed: true },
  { method: 'GET', path: '/push-worker.js', who: 'public', handle: worker },
]

function crumbsTo(c: Request, ...more: { href: string; label: string }[]) {
  const locale = c.get('locale')
  return [
    { href: '/portal', label: texts.home[locale] },
    { href: '/subscriptions', label: texts.hub[locale] },
    ...more,
  ]
}

function queryOf(c: Request): string {
  const { topics, columns } = chosenByLink(c)
  const query = new URLSearchParams([
    ...topics.map((t) => ['topic', t]),
    ...columns.map((one) => ['column', one]),
  ])
  return query.size > 0 ? `?${query}` : ''
}

function follow(c: Request): Response {
  const [topic] = chosenByLink(c).topics
  const w = words(texts, c.get('locale'))
  const body = (
    <FollowPage
      locale={c.get('locale')}
      query={queryOf(c)}
      feeds={topic ? `/feeds#topics-${topic}` : '/feeds'}
    />
  )
  return portalPage(c, { title: w.hub, description: w.hubLead, crumbs: crumbsTo(c) }, body)
}

async function pushPage(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const { provinceId } = siteOf(c)
  const w = words(texts, c.get('locale'))
  const pair = await c
    .get('db')
    .transaction()
    .execute((tx) => pushPair(tx, c.get('config').secret, provinceId, c.get('now')))
  const body = (
    <PushPage
      locale={c.get('locale')}
      choices={await topicChoices(c)}
      values={values}
      faults={faults}
      publicKey={pair.publicKey.toString('base64url')}
      query={queryOf(c)}
    />
  )
  const crumbs = crumbsTo(c, { href: '/subscriptions/push', label: w.title })
  const status = faults.length > 0 ? ({ status: 422 } as const) : {}
  return portalPage(c, { title: w.title, description: w.lead, crumbs, ...status }, body)
}

async function save(c: Request): Promise<Response> {
  const { provinceId } = siteOf(c)
  const values = await readForm(c)
  const parsed = parseForm(topicsInput.extend(targetInput.shape), values)
  if (!parsed.ok) return pushPage(c, values, parsed.faults)
  const wait = await c.get('limits').subscribe.take(addressOf(c))
  if (wait !== null)
    throw tooMany(
      'Có quá nhiều lượt đăng ký từ nơi bạn đang truy cập. Hãy thử lại sau một giờ.',
      'Too many subscriptions from where you are. Try again in an hour.',
    )
  try {
    await c
      .get('db')
      .transaction()
      .execute((tx) =>
        subscribe(tx, c.get('config'), provinceId, c.get('locale'), parsed.value, c.get('now')),
      )
  } catch (fault) {
    if (fault instanceof Refusal && fault.kind === 'invalid') return pushPage(c, values, fault.faults)
    throw fault
  }
  return redirect(c, '/subscriptions/push', texts.saved)
}

/** What this browser chose, for its own page: 404 where it is not subscribed. */
async function choice(c: Request): Promise<Response> {
  const { endpoint = '' } = await readForm(c)
  const { secret } = c.get('config')
  const mine = await choiceOf(c.get('db'), secret, siteOf(c).provinceId, String(endpoint))
  if (!mine) return c.json({}, 404)
  return c.json({ topics: mine.topics, columns: mine.columnIds.map(String) })
}

const renewalInput = targetInput.extend({ old: z.string().max(1_000).default('') })

async function renewal(c: Request): Promise<Response> {
  const { provinceId } = siteOf(c)
  const parsed = parseForm(renewalInput, await readForm(c))
  if (!parsed.ok) return c.json({}, 422)
  const { old, ...target } = parsed.value
  const known = await c
    .get('db')
    .transaction()
    .execute((tx) => renew(tx, c.get('config'), provinceId, old, target))
  return c.json({}, known ? 200 : 404)
}

async function end(c: Request): Promise<Response> {
  const { endpoint = '' } = await readForm(c)
  const { provinceId } = siteOf(c)
  await c
    .get('db')
    .transaction()
    .execute((tx) => endPushes(tx, c.get('config').secret, provinceId, String(endpoint)))
  return c.json({})
}

/** The script that a browser keeps to show what is pushed: of the whole portal, so it is served from its root. */
function worker(): Response {
  return new Response(readFileSync(projectPath('public', 'js', 'push-worker.js'), 'utf8'), {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      // It calls this portal alone, and loads nothing.
      'content-security-policy': "default-src 'none'; connect-src 'self'",
    },
  })
}

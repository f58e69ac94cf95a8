import { type Fault, tooMany } from '../../../lib/errors.ts'
import { addressOf } from '../../../lib/http/address.ts'
import { type FormValues, parseForm, readForm } from '../../../lib/http/forms.ts'
import type { Request, Route } from '../../../lib/http/route.ts'
import { words } from '../../../lib/text/words.ts'
import { portalPage, redirect } from '../../../ui/answer.tsx'
import { siteOf } from '../asking.ts'
import { texts as pushTexts } from '../push/push.texts.ts'
import { type LinkUse, linkKey } from './addresses.ts'
import { PreferencesPage, SubscribePage, WordsPage } from './pages/subscribe-pages.tsx'
import { choiceInput, subscribeInput } from './subscription.ts'
import { texts } from './subscriptions.texts.ts'
import {
  askForNewsletter,
  changeChoice,
  confirmSubscription,
  endSubscription,
  type LinkOwner,
  ownerOfLink,
} from './subscriptions.ts'
import { chosenByLink, topicChoices } from './topic-choices.tsx'

export const subscriptionsPortalRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/subscriptions/new',
    who: 'public',
    handle: (c) => subscribePage(c, chosenByLink(c), []),
  },
  { method: 'POST', path: '/subscriptions', who: 'public', handle: subscribe },
  { method: 'GET', path: '/subscriptions/asked', who: 'public', handle: asked },
  { method: 'GET', path: '/subscriptions/confirmation', who: 'public', handle: confirmation },
  { method: 'POST', path: '/subscriptions/confirmation', who: 'public', handle: confirm },
  { method: 'GET', path: '/subscriptions/preferences', who: 'public', handle: (c) => preferences(c, []) },
  { method: 'POST', path: '/subscriptions/preferences', who: 'public', handle: save },
  { method: 'GET', path: '/subscriptions/ending', who: 'public', handle: ending },
  // RFC 8058: mail programs post here by themselves; the key in the address is the proof.
  { method: 'POST', path: '/subscriptions/ending', who: 'public', handle: end, keyed: true },
  { method: 'GET', path: '/subscriptions/ended', who: 'public', handle: ended },
]

function page(c: Request, title: string, body: Parameters<typeof portalPage>[2], status?: 404 | 422) {
  const home = { href: '/portal', label: texts.home[c.get('locale')] }
  const crumbs = [home, { href: '/subscriptions', label: pushTexts.hub[c.get('locale')] }]
  return portalPage(c, { title, isHidden: true, crumbs, ...(status ? { status } : {}) }, body)
}

async function subscribePage(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const w = words(texts, c.get('locale'))
  const body = (
    <SubscribePage locale={c.get('locale')} choices={await topicChoices(c)} values={values} faults={faults} />
  )
  return page(c, w.title, body, faults.length > 0 ? 422 : undefined)
}

async function subscribe(c: Request): Promise<Response> {
  const site = siteOf(c)
  const values = await readForm(c)
  const parsed = parseForm(subscribeInput, values)
  if (!parsed.ok) return subscribePage(c, values, parsed.faults)
  const wait = await c.get('limits').subscribe.take(addressOf(c))
  if (wait !== null)
    throw tooMany(
      'Có quá nhiều lượt đăng ký từ nơi bạn đang truy cập. Hãy thử lại sau một giờ.',
      'Too many subscriptions from where you are. Try again in an hour.',
    )
  // A field that people do not see: whoever fills it in is a program, and is answered like everybody.
  if (values['website'] === '' || values['website'] === undefined)
    await c
      .get('db')
      .transaction()
      .execute((tx) =>
        askForNewsletter(
          tx,
          c.get('config').secret,
          site.provinceId,
          c.get('locale'),
          parsed.value,
          c.get('now'),
        ),
      )
  return redirect(c, '/subscriptions/asked')
}

function asked(c: Request): Response {
  const w = words(texts, c.get('locale'))
  return page(c, w.askedTitle, <WordsPage title={w.askedTitle} body={w.askedBody} />)
}

async function owner(c: Request, use: LinkUse): Promise<LinkOwner | null> {
  const key = c.req.query('key') ?? ''
  return ownerOfLink(c.get('db'), c.get('config').secret, use, siteOf(c).provinceId, key, c.get('now'))
}

function tooOld(c: Request): Response {
  const w = words(texts, c.get('locale'))
  return page(c, w.tooOld, <WordsPage title={w.tooOld} body={w.tooOldBody} />, 404)
}

/** A page with a button: programs that open links of letters to look at them confirm nothing. */
async function confirmation(c: Request): Promise<Response> {
  const w = words(texts, c.get('locale'))
  if (!(await owner(c, 'confirm'))) return tooOld(c)
  const action = `/subscriptions/confirmation?${new URLSearchParams({ key: c.req.query('key') ?? '' })}`
  const body = <WordsPage title={w.confirmTitle} body={w.confirmBody} button={{ action, label: w.confirm }} />
  return page(c, w.confirmTitle, body)
}

async function confirm(c: Request): Promise<Response> {
  const mine = await owner(c, 'confirm')
  if (!mine) return tooOld(c)
  await c
    .get('db')
    .transaction()
    .execute((tx) => confirmSubscription(tx, mine, c.get('now')))
  const key = linkKey(c.get('config').secret, 'own', { ...mine, subscriberId: mine.id })
  return redirect(c, `/subscriptions/preferences?${new URLSearchParams({ key })}`, texts.confirmed)
}

async function preferences(c: Request, faults: readonly Fault[], typed?: FormValues): Promise<Response> {
  const mine = await owner(c, 'own')
  if (!mine) return tooOld(c)
  const w = words(texts, c.get('locale'))
  const query = new URLSearchParams({ key: c.req.query('key') ?? '' })
  const values = typed ?? { rhythm: mine.rhythm, topics: mine.topics, columns: mine.columnIds.map(String) }
  const body = (
    <PreferencesPage
      locale={c.get('locale')}
      choices={await topicChoices(c)}
      values={values}
      faults={faults}
      action={`/subscriptions/preferences?${query}`}
      ending={`/subscriptions/ending?${query}`}
    />
  )
  return page(c, w.preferences, body, faults.length > 0 ? 422 : undefined)
}

async function save(c: Request): Promise<Response> {
  const mine = await owner(c, 'own')
  if (!mine) return tooOld(c)
  const values = await readForm(c)
  const parsed = parseForm(choiceInput, values)
  if (!parsed.ok) return preferences(c, parsed.faults, values)
  await c
    .get('db')
    .transaction()
    .execute((tx) => changeChoice(tx, mine, parsed.value))
  const key = c.req.query('key') ?? ''
  return redirect(c, `/subscriptions/preferences?${new URLSearchParams({ key })}`, texts.saved)
}

async function ending(c: Request): Promise<Response> {
  const w = words(texts, c.get('locale'))
  if (!(await owner(c, 'own'))) return tooOld(c)
  const action = `/subscriptions/ending?${new URLSearchParams({ key: c.req.query('key') ?? '' })}`
  const body = <WordsPage title={w.stopTitle} body={w.stopBody} button={{ action, label: w.stop }} />
  return page(c, w.stopTitle, body)
}

async function end(c: Request): Promise<Response> {
  const mine = await owner(c, 'own')
  // Deleted already: the same answer, so that a second click is no fault.
  if (mine)
    await c
      .get('db')
      .transaction()
      .execute((tx) => endSubscription(tx, mine))
  return redirect(c, '/subscriptions/ended')
}

function ended(c: Request): Response {
  const w = words(texts, c.get('locale'))
  return page(c, w.stopTitle, <WordsPage title={w.stopTitle} body={w.stopped} />)
}

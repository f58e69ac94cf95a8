import { hasRole } from '../../../lib/actor.ts'
import type { Fault } from '../../../lib/errors.ts'
import { notFound, Refusal } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type MenuItem, type Request, type Route } from '../../../lib/http/route.ts'
import { words } from '../../../lib/text/words.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { originOf } from '../reach/links.ts'
import { type LetterFacts, letterHtml, letterPolicy, letterText } from './letter.tsx'
import { siteNames } from './newsletters.sql.ts'
import { dropIssue, letGo, type ShownIssue, shownIssue, shownIssues, writeOpening } from './newsletters.ts'
import { IssuePage, NewslettersPage } from './pages/newsletters-pages.tsx'
import { countReaders } from './subscriptions.sql.ts'
import { texts } from './subscriptions.texts.ts'

const readers = ['province_lead', 'editor', 'administrator', 'auditor'] as const
const workers = ['province_lead', 'editor'] as const
const one = '/newsletters/:id{[0-9]+}'

export const newsletterRoutes: readonly Route[] = [
  { method: 'GET', path: '/newsletters', who: readers, handle: list },
  { method: 'GET', path: one, who: readers, handle: (c) => issue(c, undefined, []) },
  { method: 'GET', path: `${one}/letter`, who: readers, handle: letter },
  { method: 'POST', path: `${one}/opening`, who: workers, handle: write },
  { method: 'POST', path: `${one}/sending`, who: workers, handle: send },
  { method: 'POST', path: `${one}/dropping`, who: workers, handle: drop },
]

export const newslettersMenu: MenuItem = {
  label: texts.newsletters,
  href: '/newsletters',
  icon: 'mail',
  who: readers,
}

function idOf(c: Request): number {
  const id = Number(c.req.param('id'))
  if (!Number.isSafeInteger(id)) throw notFound()
  return id
}

async function list(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const w = words(texts, c.get('locale'))
  const body = (
    <NewslettersPage
      locale={c.get('locale')}
      issues={await shownIssues(c.get('db'), provinceId)}
      readers={await countReaders(c.get('db'), provinceId)}
    />
  )
  return officePage(c, { title: w.newsletters }, body)
}

async function issue(c: Request, typed: FormValues | undefined, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const locale = c.get('locale')
  const w = words(texts, locale)
  const shown = await shownIssue(c.get('db'), actor.provinceId, idOf(c))
  const preview = letterText(await letterOf(c, shown))
  const body = (
    <IssuePage
      locale={locale}
      issue={shown}
      values={typed ?? { subject: shown.subject, intro: shown.intro }}
      faults={faults}
      mayWork={hasRole(actor, ...workers)}
      isOwn={shown.writtenBy === actor.accountId}
      preview={preview}
    />
  )
  const crumbs = [{ href: '/newsletters', label: w.newsletters }]
  return officePage(c, { title: shown.subject, crumbs, ...(faults.length > 0 ? { status: 422 } : {}) }, body)
}

/** The letter as a reader of everything gets it; its own links lead nowhere. */
async function letterOf(c: Request, shown: ShownIssue): Promise<LetterFacts> {
  const { provinceId } = actorOf(c)
  const site = await siteNames(c.get('db'), provinceId)
  const { subject, intro, entries } = shown
  const origin = await originOf(c.get('db'), provinceId, c.get('config').baseUrl)
  const own = { preferences: '#', unsubscribe: '#' }
  return { locale: 'vi', site: site?.vi ?? '', origin, subject, intro, entries, ...own }
}

async function letter(c: Request): Promise<Response> {
  const shown = await shownIssue(c.get('db'), actorOf(c).provinceId, idOf(c))
  return c.html(letterHtml(await letterOf(c, shown)), 200, { 'content-security-policy': letterPolicy })
}

async function write(c: Request): Promise<Response> {
  const values = await readForm(c)
  const typed = { subject: String(values['subject'] ?? ''), intro: String(values['intro'] ?? '') }
  try {
    await c
      .get('db')
      .transaction()
      .execute((tx) => writeOpening(tx, actorOf(c), idOf(c), typed, c.get('now')))
  } catch (fault) {
    if (fault instanceof Refusal && fault.kind === 'invalid') return issue(c, typed, fault.faults)
    throw fault
  }
  return redirect(c, `/newsletters/${idOf(c)}`, texts.kept)
}

async function send(c: Request): Promise<Response> {
  await c
    .get('db')
    .transaction()
    .execute((tx) => letGo(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, `/newsletters/${idOf(c)}`, texts.gone)
}

async function drop(c: Request): Promise<Response> {
  await c
    .get('db')
    .transaction()
    .execute((tx) => dropIssue(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, '/newsletters', texts.kept)
}

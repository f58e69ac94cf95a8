import { type Fault, invalid, Refusal } from '../../../lib/errors.ts'
import { type FormValues, parseForm, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type MenuItem, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { words } from '../../../lib/text/words.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { many } from '../typed.ts'
import { view } from '../view.tsx'
import { SettingsPage, SitePage } from './pages/site-pages.tsx'
import { pollOfficeRoutes } from './polls.office.ts'
import { settingsSchema, siteAddress } from './settings.ts'
import { mayChangeSite, owners, viewers } from './site.policy.ts'
import { texts } from './site.texts.ts'
import { type BannerChange, changePortal, portalOf, setPortalOpen } from './site.ts'
import { topicOfficeRoutes } from './topics.office.ts'

export const siteRoutes: readonly Route[] = [
  { method: 'GET', path: siteAddress, who: viewers, handle: show },
  { method: 'GET', path: `${siteAddress}/edit`, who: owners, handle: (c) => edit(c) },
  { method: 'POST', path: `${siteAddress}/edit`, who: owners, handle: change, upload: true },
  { method: 'POST', path: `${siteAddress}/state`, who: owners, handle: turn },
  ...topicOfficeRoutes,
  ...pollOfficeRoutes,
]

export const siteMenu: MenuItem = { label: texts.site, href: siteAddress, icon: 'home', who: viewers }

function crumbs(c: Request, ...further: { label: string; href: string }[]) {
  return [{ label: texts.site[c.get('locale')], href: siteAddress }, ...further]
}

async function show(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const portal = await portalOf(c.get('db'), actor.provinceId)
  const props = { portal, mayChange: mayChangeSite(actor) }
  return officePage(c, { title: texts.site[c.get('locale')], crumbs: crumbs(c) }, view(SitePage, props))
}

async function edit(c: Request, typed?: FormValues, faults: readonly Fault[] = []): Promise<Response> {
  const portal = await portalOf(c.get('db'), actorOf(c).provinceId)
  if (!portal) return redirect(c, siteAddress)
  const { hosts, bannerId, isOpen: _, ...rest } = portal
  const stored = { ...rest, hosts: hosts.join('\n'), hotline: rest.hotline ?? '', email: rest.email ?? '' }
  const title = words(texts, c.get('locale')).edit
  const facts = { title, crumbs: crumbs(c), ...(faults.length > 0 ? { status: 422 as const } : {}) }
  return officePage(c, facts, view(SettingsPage, { values: typed ?? stored, faults, bannerId }))
}

async function change(c: Request): Promise<Response> {
  const limits = { maxFiles: 1, maxBytes: 10 * 1024 * 1024, types: ['jpg', 'png', 'webp'] } as const
  const { fields, files, faults } = await receiveUpload(c, limits)
  const parsed = parseForm(settingsSchema, fields)
  const wrong = [...faults, ...(parsed.ok ? [] : parsed.faults)]
  try {
    if (!parsed.ok || wrong.length > 0) throw invalid(wrong)
    const settings = parsed.value
    const banner = bannerOf(files[0]?.id, fields)
    await c
      .get('db')
      .transaction()
      .execute((tx) => changePortal(tx, actorOf(c), settings, banner, c.get('now')))
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return edit(c, fields, refusal.faults)
    throw refusal
  }
  return redirect(c, siteAddress, texts.saved)
}

function bannerOf(fileId: number | undefined, fields: FormValues): BannerChange {
  if (fileId !== undefined) return { fileId }
  return many(fields, 'bannerOff').includes('yes') ? 'none' : 'stays'
}

async function turn(c: Request): Promise<Response> {
  const isOpen = (await readForm(c))['to'] === 'open'
  await c
    .get('db')
    .transaction()
    .execute((tx) => setPortalOpen(tx, actorOf(c), isOpen, c.get('now')))
  return redirect(c, siteAddress, isOpen ? texts.opened : texts.closed)
}

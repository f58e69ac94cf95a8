import { notFound } from '../../../lib/errors.ts'
import type { PortalSite, Request, Route } from '../../../lib/http/route.ts'
import { words } from '../../../lib/text/words.ts'
import { portalPage } from '../../../ui/answer.tsx'
import { idOf, pageOf, unitsOf } from '../asking.ts'
import { view } from '../view.tsx'
import { publicDialogueAddress, publicDialoguesAddress } from './dialogue.ts'
import { selectDialogues } from './dialogues.sql.ts'
import { texts } from './dialogues.texts.ts'
import { PublicDialoguePage, PublicDialoguesPage } from './pages/public-pages.tsx'
import { selectQuestions } from './questions.sql.ts'

export const dialoguesPortalRoutes: readonly Route[] = [
  { method: 'GET', path: publicDialoguesAddress, who: 'public', kept: ['page'], handle: list },
  { method: 'GET', path: `${publicDialoguesAddress}/:id{[0-9]+}`, who: 'public', kept: [], handle: show },
]

const pageSize = 20

function siteOf(c: Request): PortalSite {
  const site = c.get('site')
  if (!site) throw notFound()
  return site
}

function crumbs(c: Request, ...more: { href: string; label: string }[]) {
  const w = words(texts, c.get('locale'))
  return [{ href: '/portal', label: w.home }, { href: publicDialoguesAddress, label: w.publicTitle }, ...more]
}

async function list(c: Request): Promise<Response> {
  const { provinceId } = siteOf(c)
  const page = pageOf(c)
  const found = await selectDialogues(
    c.get('db'),
    provinceId,
    { isPublic: true },
    pageSize,
    (page - 1) * pageSize,
  )
  if (page > 1 && found.dialogues.length === 0) throw notFound()
  const { nameOf } = await unitsOf(c, provinceId)
  const pageAddress = (n: number) => (n > 1 ? `${publicDialoguesAddress}?page=${n}` : publicDialoguesAddress)
  const w = words(texts, c.get('locale'))
  const facts = { title: w.publicTitle, description: w.publicLead, crumbs: crumbs(c) }
  const props = { ...found, page, pageSize, nameOf, pageAddress }
  return portalPage(c, { ...facts, canonical: pageAddress(page) }, view(PublicDialoguesPage, props))
}

async function show(c: Request): Promise<Response> {
  const { provinceId } = siteOf(c)
  const db = c.get('db')
  const found = await selectDialogues(db, provinceId, { id: idOf(c), isPublic: true }, 1)
  const [dialogue] = found.dialogues
  if (!dialogue) throw notFound()
  const questions = await selectQuestions(db, provinceId, { dialogueId: dialogue.id, isPublic: true })
  const { nameOf } = await unitsOf(c, provinceId)
  const here = { href: publicDialogueAddress(dialogue.id), label: dialogue.title }
  const facts = { title: dialogue.title, description: dialogue.about, crumbs: crumbs(c, here) }
  return portalPage(c, facts, view(PublicDialoguePage, { dialogue, questions, nameOf }))
}

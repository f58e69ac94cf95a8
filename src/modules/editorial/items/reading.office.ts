import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { wordDiff } from '../../../lib/richtext/compare.ts'
import { plainLanguage } from '../../../lib/text/plain-language/plain-language.ts'
import { wordDiff as wordsBetween } from '../../../lib/text/word-diff.ts'
import { officePage } from '../../../ui/answer.tsx'
import { idOf } from '../asking.ts'
import { deskRoles } from '../editorial.policy.ts'
import { texts } from '../editorial.texts.ts'
import type { Version } from '../item.ts'
import { PlainPage } from '../pages/plain-page.tsx'
import { VersionsPage } from '../pages/versions-page.tsx'
import { view } from '../pages/view.tsx'
import { readableText } from '../plainness/plainness.ts'
import { selectVariants } from '../variants/variants.sql.ts'
import { changesBetween } from './changes.ts'
import { channelChanges } from './channel-changes.ts'
import { deskCrumbs } from './items.office.ts'
import { itemView } from './showing.ts'

const at = '/desk/items/:id{[0-9]+}'

export const readingRoutes: readonly Route[] = [
  { method: 'GET', path: `${at}/versions`, who: deskRoles, handle: compare },
  { method: 'GET', path: `${at}/plain-language`, who: deskRoles, handle: plain },
]

async function compare(c: Request): Promise<Response> {
  const { item, versions, version } = await itemView(c.get('db'), actorOf(c), idOf(c), c.get('now'))
  const asked = (name: string) => versions.find((v) => v.number === Number(c.req.query(name)))
  const newer = asked('to') ?? version
  const older = asked('from') ?? versions.find((v) => v.number === newer.number - 1) ?? newer
  const diff = (of: (v: Version) => string) => wordsBetween(of(older), of(newer))
  const parts = [
    { key: 'title', spans: diff((v) => v.title) },
    { key: 'lead', spans: diff((v) => v.lead) },
    { key: 'byline', spans: diff((v) => v.byline) },
  ] as const
  const body = wordDiff(older.body, newer.body)
  const title = texts.compareTitle[c.get('locale')](item.title)
  const { provinceId } = item
  const variants = (v: Version) => selectVariants(c.get('db'), provinceId, item.id, v.number)
  const channels = channelChanges(await variants(older), await variants(newer))
  const changes = changesBetween(item.kind, older, newer)
  const props = { item, versions, older, newer, parts, changes, channels, body }
  return officePage(c, { title, crumbs: deskCrumbs(c, item) }, view(VersionsPage, props))
}

/** The text with what could be plainer: advice, never a fault. */
async function plain(c: Request): Promise<Response> {
  const { item, version } = await itemView(c.get('db'), actorOf(c), idOf(c), c.get('now'))
  const text = readableText(version)
  const props = { item, text, result: plainLanguage(text) }
  const title = texts.plain[c.get('locale')]
  return officePage(c, { title, crumbs: deskCrumbs(c, item) }, view(PlainPage, props))
}

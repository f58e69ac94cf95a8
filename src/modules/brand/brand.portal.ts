import { notFound } from '../../lib/errors.ts'
import { isBot } from '../../lib/http/bots.ts'
import { sendChunks, sendFile, sendThumbnail } from '../../lib/http/downloads.ts'
import type { Request, Route } from '../../lib/http/route.ts'
import { portalPage } from '../../ui/answer.tsx'
import { idOf } from './asked.ts'
import { texts } from './brand.texts.ts'
import { fileOf, publicKits } from './brand.ts'
import { publicKitsAddress } from './kit.ts'
import { kitZip } from './packing.ts'
import { IdentityPage } from './pages/identity-page.tsx'
import { documentsOfKits } from './showing.ts'
import { countDownloads } from './versions.sql.ts'
import { view } from './view.tsx'

const file = `${publicKitsAddress}/files/:file{[0-9]+}`

/** Not kept as pages: a new version of a file publishes nothing. */
export const brandPortalRoutes: readonly Route[] = [
  { method: 'GET', path: publicKitsAddress, who: 'public', handle: show },
  { method: 'GET', path: `${publicKitsAddress}/:id{[0-9]+}/all.zip`, who: 'public', handle: all },
  { method: 'GET', path: file, who: 'public', handle: take },
  { method: 'GET', path: `${file}/thumbnail`, who: 'public', handle: preview },
]

function provinceOf(c: Request): number {
  const site = c.get('site')
  if (!site) throw notFound()
  return site.provinceId
}

async function named(c: Request) {
  const db = c.get('db')
  const kits = await publicKits(db, provinceOf(c))
  const documents = await documentsOfKits(db, provinceOf(c), kits)
  return kits.map((k) => ({ ...k, documentName: documents.get(k.id)?.name ?? '' }))
}

async function show(c: Request): Promise<Response> {
  const locale = c.get('locale')
  const crumbs = [
    { href: '/portal', label: texts.home[locale] },
    { href: publicKitsAddress, label: texts.brand[locale] },
  ]
  const facts = { title: texts.brand[locale], description: texts.publicLead[locale], crumbs }
  return portalPage(c, facts, view(IdentityPage, { locale, kits: await named(c) }))
}

/** Robots take files too; they are not counted. */
async function count(c: Request, ids: readonly number[]): Promise<void> {
  if (c.req.header('range') || isBot((name) => c.req.header(name))) return
  await countDownloads(c.get('db'), provinceOf(c), ids)
}

async function all(c: Request): Promise<Response> {
  const kit = (await named(c)).find((k) => k.id === idOf(c))
  if (!kit) throw notFound()
  await count(
    c,
    kit.parts.flatMap((p) => p.versions[0]?.files.map((f) => f.id) ?? []),
  )
  const { dataDir } = c.get('config')
  const zip = await kitZip(c.get('db'), dataDir, provinceOf(c), kit, kit.parts, c.get('now'))
  return sendChunks(zip, 'application/zip', `${kit.name}.zip`)
}

async function publicFile(c: Request) {
  const kits = await publicKits(c.get('db'), provinceOf(c))
  return fileOf(
    kits.flatMap((k) => k.parts),
    idOf(c, 'file'),
  )
}

async function take(c: Request): Promise<Response> {
  const found = await publicFile(c)
  await count(c, [found.id])
  return sendFile(c, provinceOf(c), found.fileId)
}

async function preview(c: Request): Promise<Response> {
  const found = await publicFile(c)
  const answer = await sendThumbnail(c, provinceOf(c), found.fileId)
  answer.headers.set('cache-control', 'public, max-age=3600')
  return answer
}

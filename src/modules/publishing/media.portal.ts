import { notFound } from '../../lib/errors.ts'
import { channelPicture, pictureSizes, thumbnail } from '../../lib/files/store.ts'
import { sendFile } from '../../lib/http/downloads.ts'
import type { Request, Route } from '../../lib/http/route.ts'
import { texts } from '../../ui/portal.texts.ts'
import { siteOf } from './asking.ts'
import { imageWidths } from './body.ts'
import { eventCalendar } from './calendar.ts'
import { drawCard } from './card.ts'
import { selectPublicFile } from './files.sql.ts'
import { publicationKinds } from './publication.ts'
import { selectEntry } from './reading.sql.ts'

/** Bytes under a file's number never change; after a withdrawal they may stay in a browser for a day. */
const aDay = 'public, max-age=86400, stale-while-revalidate=604800'

export const mediaRoutes: readonly Route[] = [
  { method: 'GET', path: '/media/:id{[0-9]+}/:width{[0-9]+}', who: 'public', kept: [], handle: image },
  { method: 'GET', path: '/media/:id{[0-9]+}/picture.jpg', who: 'public', kept: [], handle: picture },
  {
    method: 'GET',
    path: '/media/:id{[0-9]+}/:picture{picture-[0-9]+\\.jpg}',
    who: 'public',
    kept: [],
    handle: picture,
  },
  { method: 'GET', path: '/media/:id{[0-9]+}/file', who: 'public', handle: download },
  { method: 'GET', path: '/cards/portal.png', who: 'public', kept: [], handle: portalCard },
  { method: 'GET', path: '/cards/:card{[0-9]+-[0-9]+\\.png}', who: 'public', kept: [], handle: card },
  { method: 'GET', path: '/events/calendar.ics', who: 'public', kept: [], handle: eventCalendar },
  { method: 'GET', path: '/events/:slug/calendar.ics', who: 'public', kept: [], handle: eventCalendar },
]

async function image(c: Request): Promise<Response> {
  const side = Number(c.req.param('width'))
  const file = await selectPublicFile(c.get('db'), siteOf(c).provinceId, Number(c.req.param('id')))
  if (!file || !imageWidths.some((w) => w === side)) throw notFound()
  const bytes = await thumbnail(c.get('config').dataDir, file.sha256, side)
  if (!bytes) throw notFound()
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'image/webp', 'cache-control': aDay },
  })
}

/** For services that fetch a picture themselves and take no WebP. */
async function picture(c: Request): Promise<Response> {
  const asked = Number(/\d+/.exec(c.req.param('picture') ?? '')?.[0] ?? 950) * 1000
  const size = pictureSizes.find((one) => one === asked)
  const file = await selectPublicFile(c.get('db'), siteOf(c).provinceId, Number(c.req.param('id')))
  const bytes = file && size && (await channelPicture(c.get('config').dataDir, file.sha256, size))
  if (!bytes) throw notFound()
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'image/jpeg', 'cache-control': aDay },
  })
}

async function download(c: Request): Promise<Response> {
  const { provinceId } = siteOf(c)
  const id = Number(c.req.param('id'))
  if (!(await selectPublicFile(c.get('db'), provinceId, id))) throw notFound()
  return sendFile(c, provinceId, id, { cache: aDay })
}

async function portalCard(c: Request): Promise<Response> {
  const { name } = siteOf(c)
  return png(await drawCard({ title: texts.line.vi, kicker: 'Chung Tay', site: name.vi }))
}

/** The version in the address is for messengers, which keep a picture for ever: only the present one is drawn. */
async function card(c: Request): Promise<Response> {
  const site = siteOf(c)
  const entry = await selectEntry(
    c.get('db'),
    site.provinceId,
    Number.parseInt(c.req.param('card') ?? '', 10),
  )
  if (!entry) throw notFound()
  return png(
    await drawCard({ title: entry.title, kicker: publicationKinds[entry.kind].vi, site: site.name.vi }),
  )
}

function png(bytes: Buffer): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'image/png', 'cache-control': aDay },
  })
}

import { readFile } from 'node:fs/promises'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, notFound } from '../../../lib/errors.ts'
import { sheetKinds } from '../../../lib/files/kinds.ts'
import { storedPath } from '../../../lib/files/store.ts'
import { sendBytes, sendChunks, sendFile } from '../../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type MenuItem, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { idOf, one } from '../typed.ts'
import { view } from '../view.tsx'
import { selectAudienceNames } from './audiences.sql.ts'
import { selectFileOf } from './figures.sql.ts'
import { figureTexts } from './figures.texts.ts'
import { readFigure, strikeFigure, typeFigure } from './figures.ts'
import { figuresHeld, figuresTemplate, keepFigures, readFigures, takeFigures } from './figures-sheet.ts'
import { linkAddress, linkById, originOf, shortLinkFor, shortLinksFor } from './links.ts'
import { linksSheet, linksZip } from './links-file.ts'
import { FiguresHeldPage, NewImportPage } from './pages/import-pages.tsx'
import { NobodyPage } from './pages/nobody-page.tsx'
import { PublicationReachPage } from './pages/publication-page.tsx'
import { ReachPage } from './pages/reach-page.tsx'
import { qrPng, qrSvg } from './qr.ts'
import { mayWork, workers } from './reach.policy.ts'
import { texts } from './reach.texts.ts'
import { reachAddress, reachChannels, reachOfAddress } from './reach.ts'
import { reachSheet } from './reach-sheet.ts'
import { communesOf, itemsSeen, nobodySeen, publicationReach, reachSeen, readDays } from './reach-shown.ts'

const imports = `${reachAddress}/imports`
const one_ = `${reachAddress}/:id{[0-9]+}`

export const reachRoutes: readonly Route[] = [
  { method: 'GET', path: '/reach', who: 'signedIn', handle: home },
  { method: 'GET', path: '/reach/nobody', who: 'signedIn', handle: nobody },
  { method: 'GET', path: '/reach/figures.xlsx', who: 'signedIn', handle: (c) => sheet(c, 'xlsx') },
  { method: 'GET', path: '/reach/figures.csv', who: 'signedIn', handle: (c) => sheet(c, 'csv') },
  { method: 'GET', path: `${imports}/new`, who: workers, handle: (c) => newImport(c, []) },
  { method: 'GET', path: `${imports}/template.xlsx`, who: workers, handle: template },
  { method: 'POST', path: imports, who: workers, handle: upload, upload: true },
  { method: 'GET', path: `${imports}/:id`, who: workers, handle: held },
  { method: 'POST', path: `${imports}/:id/confirmation`, who: workers, handle: confirm },
  { method: 'GET', path: one_, who: 'signedIn', handle: (c) => publication(c, {}, []) },
  { method: 'POST', path: `${one_}/figures`, who: workers, handle: type, upload: true },
  { method: 'POST', path: '/reach/figures/:id/striking', who: workers, handle: strike },
  { method: 'GET', path: '/reach/figures/:id/file', who: 'signedIn', handle: evidence },
  { method: 'POST', path: `${one_}/links`, who: workers, handle: makeLink },
  { method: 'POST', path: `${one_}/links/all`, who: workers, handle: makeAll },
  { method: 'GET', path: `${one_}/links.xlsx`, who: 'signedIn', handle: allLinks },
  { method: 'GET', path: `${one_}/links.zip`, who: 'signedIn', handle: zipLinks },
  { method: 'GET', path: '/reach/links/:id/code.svg', who: 'signedIn', handle: (c) => code(c, 'svg') },
  { method: 'GET', path: '/reach/links/:id/code.png', who: 'signedIn', handle: (c) => code(c, 'png') },
]

export const reachMenu: MenuItem = { label: texts.reach, href: reachAddress, icon: 'chart', who: 'signedIn' }

const xlsxMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function crumbs(c: Request, ...further: { label: string; href: string }[]) {
  return [{ label: texts.reach[c.get('locale')], href: reachAddress }, ...further]
}

function scopeOf(c: Request) {
  return readDays(c.req.query(), dayOf(c.get('now')))
}

function noticesOf(scope: { wrong: boolean }) {
  return scope.wrong ? { notices: [{ tone: 'warn' as const, ...texts.wrongDays }] } : {}
}

function inTransaction<T>(c: Request, verb: (tx: Tx) => Promise<T>): Promise<T> {
  return c.get('db').transaction().execute(verb)
}

async function home(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const scope = scopeOf(c)
  const seen = await reachSeen(c.get('db'), provinceId, scope)
  const items = await itemsSeen(c.get('db'), provinceId, scope)
  const facts = { title: texts.reach[c.get('locale')], ...noticesOf(scope) }
  return officePage(
    c,
    facts,
    view(ReachPage, {
      seen,
      items,
      page: Math.max(1, Number(c.req.query('page')) || 1),
      mayWork: mayWork(actorOf(c)),
    }),
  )
}

async function nobody(c: Request): Promise<Response> {
  const scope = scopeOf(c)
  const seen = await nobodySeen(c.get('db'), actorOf(c).provinceId, scope, c.get('now'))
  const facts = { title: texts.silent[c.get('locale')], crumbs: crumbs(c), ...noticesOf(scope) }
  return officePage(c, facts, view(NobodyPage, { seen, tasks: '/desk/unreached' }))
}

async function sheet(c: Request, format: 'xlsx' | 'csv'): Promise<Response> {
  const publicationId = Number(c.req.query('publication')) || undefined
  const scope = { ...scopeOf(c), publicationId }
  const bytes = await reachSheet(c.get('db'), actorOf(c).provinceId, scope, format)
  const name = `Tiếp cận ${scope.from} – ${scope.to}.${format}`
  return sendBytes(bytes, format === 'csv' ? 'text/csv' : xlsxMime, name)
}

async function publication(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const scope = scopeOf(c)
  const shown = await publicationReach(c.get('db'), actor, idOf(c), scope)
  const communes = await communesOf(c.get('db'), actor.provinceId, scope.to)
  const origin = await originOf(c.get('db'), actor.provinceId, c.get('config').baseUrl)
  const { title, id } = shown.publication
  const facts = {
    title,
    crumbs: crumbs(c, { label: title, href: reachOfAddress(id) }),
    ...(faults.length > 0 ? { status: 422 as const } : noticesOf(scope)),
  }
  const props = { shown, communes: communes.length, origin, mayWork: mayWork(actor), values, faults }
  return officePage(c, facts, view(PublicationReachPage, props))
}

async function type(c: Request): Promise<Response> {
  const { fields, files, faults } = await receiveUpload(c, {
    maxFiles: 1,
    maxBytes: 20 * 1024 * 1024,
    types: ['pdf', 'jpg', 'png', 'webp', 'heic', 'xlsx', 'docx', 'csv'],
  })
  const get = (name: string) => one(fields, name)
  const form = {
    ...{ day: get('day'), channel: get('channel'), place: get('place'), audience: get('audience') },
    ...{ metric: get('metric'), amount: get('amount'), note: get('note') },
  }
  const names = await selectAudienceNames(c.get('db'), actorOf(c).provinceId)
  const read = readFigure(form, dayOf(c.get('now')), names)
  const { figure } = read
  const all = [...faults, ...read.faults]
  if (all.length > 0 || !figure) return publication(c, fields, all)
  const fileId = files[0]?.id ?? null
  await inTransaction(c, (tx) => typeFigure(tx, actorOf(c), idOf(c), figure, fileId, c.get('now')))
  return redirect(c, `${reachOfAddress(idOf(c))}#given`, texts.saved)
}

async function strike(c: Request): Promise<Response> {
  const publicationId = await inTransaction(c, (tx) => strikeFigure(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, `${reachOfAddress(publicationId)}#given`, texts.struck)
}

async function evidence(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const fileId = await selectFileOf(c.get('db'), provinceId, idOf(c))
  if (fileId === null) throw notFound()
  return sendFile(c, provinceId, fileId, { inline: true })
}

async function makeLink(c: Request): Promise<Response> {
  const values = await readForm(c)
  const [channelKind, place] = [one(values, 'linkChannel'), one(values, 'linkPlace')]
  const faults: Fault[] = []
  if (!(channelKind in reachChannels)) faults.push({ field: 'linkChannel', ...figureTexts.needChannel })
  if (place === '' || place.length > 200) faults.push({ field: 'linkPlace', ...texts.needPlace })
  if (faults.length > 0) return publication(c, values, faults)
  const publicationId = idOf(c)
  await publicationReach(c.get('db'), actorOf(c), publicationId, scopeOf(c))
  const input = { publicationId, channelKind, place }
  await inTransaction(c, (tx) => shortLinkFor(tx, actorOf(c).provinceId, input, c.get('now')))
  return redirect(c, `${reachOfAddress(publicationId)}#links`, texts.madeLink)
}

async function makeAll(c: Request): Promise<Response> {
  const values = await readForm(c)
  const channelKind = one(values, 'linkChannel')
  if (!(channelKind in reachChannels))
    return publication(c, values, [{ field: 'linkChannel', ...figureTexts.needChannel }])
  const { provinceId } = actorOf(c)
  const publicationId = idOf(c)
  await publicationReach(c.get('db'), actorOf(c), publicationId, scopeOf(c))
  const places = (await communesOf(c.get('db'), provinceId, dayOf(c.get('now')))).map((u) => u.short)
  const input = { publicationId, channelKind }
  const links = await inTransaction(c, (tx) => shortLinksFor(tx, provinceId, input, places, c.get('now')))
  const said = { vi: texts.madeAll.vi(links.length), en: texts.madeAll.en(links.length) }
  return redirect(c, `${reachOfAddress(publicationId)}#links`, said)
}

async function allLinks(c: Request): Promise<Response> {
  const { shown, origin } = await linksOf(c)
  return sendBytes(await linksSheet(shown.links, origin), xlsxMime, `Mã QR – ${shown.publication.title}.xlsx`)
}

async function zipLinks(c: Request): Promise<Response> {
  const { shown, origin } = await linksOf(c)
  const name = `Mã QR – ${shown.publication.title}.zip`
  return sendChunks(linksZip(shown.links, origin, c.get('now')), 'application/zip', name)
}

async function linksOf(c: Request) {
  const actor = actorOf(c)
  const shown = await publicationReach(c.get('db'), actor, idOf(c), scopeOf(c))
  return { shown, origin: await originOf(c.get('db'), actor.provinceId, c.get('config').baseUrl) }
}

async function code(c: Request, kind: 'svg' | 'png'): Promise<Response> {
  const { provinceId } = actorOf(c)
  const link = await linkById(c.get('db'), provinceId, idOf(c))
  const address = await linkAddress(c.get('db'), provinceId, c.get('config').baseUrl, link)
  if (kind === 'png') return sendBytes(await qrPng(address), 'image/png', `${link.code}.png`)
  return sendBytes(new TextEncoder().encode(await qrSvg(address)), 'image/svg+xml', `${link.code}.svg`)
}

async function newImport(c: Request, faults: readonly Fault[]): Promise<Response> {
  const title = texts.importFigures[c.get('locale')]
  const facts = {
    title,
    crumbs: crumbs(c, { label: title, href: `${imports}/new` }),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  return officePage(c, facts, view(NewImportPage, { faults }))
}

async function template(c: Request): Promise<Response> {
  const bytes = await figuresTemplate(c.get('db'), actorOf(c).provinceId, dayOf(c.get('now')))
  return sendBytes(bytes, xlsxMime, 'Mẫu nhập số liệu tiếp cận.xlsx')
}

async function upload(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const limits = { maxFiles: 1, maxBytes: 20 * 1024 * 1024, types: sheetKinds }
  const { files, faults } = await receiveUpload(c, limits)
  const [file] = files
  if (!file || faults.length > 0)
    return newImport(c, faults.length > 0 ? faults : [{ field: 'sheet', ...figureTexts.noFile }])
  const bytes = await readFile(storedPath(c.get('config').dataDir, file.sha256))
  const today = dayOf(c.get('now'))
  const read = await readFigures(c.get('db'), actor.provinceId, { name: file.name, bytes }, today)
  const id = await inTransaction(c, (tx) => keepFigures(tx, actor, file, read, c.get('now')))
  return redirect(c, `${imports}/${id}`)
}

async function held(c: Request): Promise<Response> {
  const { id, fileName, read } = await figuresHeld(c.get('db'), actorOf(c), idOf(c))
  const title = texts.preview[c.get('locale')]
  const facts = { title, crumbs: crumbs(c, { label: title, href: `${imports}/${id}` }) }
  return officePage(c, facts, view(FiguresHeldPage, { id, fileName, read }))
}

async function confirm(c: Request): Promise<Response> {
  const n = await inTransaction(c, (tx) => takeFigures(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, reachAddress, { vi: texts.taken.vi(n), en: texts.taken.en(n) })
}

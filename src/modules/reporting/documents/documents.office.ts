import { writeDocx, writeDocxExcerpt } from '../../../lib/documents/out/docx.ts'
import { writePdf, writePdfExcerpt } from '../../../lib/documents/out/pdf.ts'
import { notFound } from '../../../lib/errors.ts'
import { sendBytes } from '../../../lib/http/downloads.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { officePage } from '../../../ui/answer.tsx'
import { reportAddress } from '../report.ts'
import { kickerOf } from '../rollup/consolidation.office.ts'
import { view } from '../rollup/pages/view.tsx'
import { reportSeenBy } from '../writing/opening.ts'
import { selectVersions } from '../writing/versions.sql.ts'
import { texts } from './documents.texts.ts'
import { DocumentsPage } from './pages/documents-page.tsx'
import { paperOf } from './papers.ts'
import { reportDocument, reportExcerpt, titleOf } from './report-document.ts'
import { excerptSheets, reportSheets } from './report-sheets.ts'

export const documentRoutes: readonly Route[] = [
  { method: 'GET', path: '/reports/:id{[0-9]+}/documents', who: 'signedIn', handle: documents },
  { method: 'GET', path: '/reports/:id{[0-9]+}/document.docx', who: 'signedIn', handle: docx },
  { method: 'GET', path: '/reports/:id{[0-9]+}/document.pdf', who: 'signedIn', handle: pdf },
  { method: 'GET', path: '/reports/:id{[0-9]+}/document.xlsx', who: 'signedIn', handle: xlsx },
]

function idOf(c: Request): number {
  return Number(c.req.param('id'))
}

function numberOf(c: Request): number | null {
  return Number(c.req.query('version')) || null
}

async function documents(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const locale = c.get('locale')
  const file = await reportSeenBy(c.get('db'), actor, idOf(c), c.get('now'))
  const versions = await selectVersions(c.get('db'), actor.provinceId, file.report.id)
  const asked = numberOf(c)
  const shown = versions.find((v) => asked === null || v.number === asked)
  if (!shown) throw notFound()
  const before = versions.find((v) => v.number < shown.number)?.number ?? null
  const title = texts.title[locale]
  const address = reportAddress(file.report.id)
  return officePage(
    c,
    {
      title,
      crumbs: [
        { label: file.duty.name, href: address },
        { label: title, href: `${address}/documents` },
      ],
    },
    view(DocumentsPage, {
      ...{
        reportId: file.report.id,
        kicker: await kickerOf(c, file),
        shape: file.template.shape,
        gathers: file.gathers,
      },
      ...{ versions, number: shown.number, before },
    }),
  )
}

function paper(c: Request, sources: boolean) {
  const choice = { number: numberOf(c), changes: c.req.query('changes') === '1', sources }
  return paperOf(c.get('db'), actorOf(c), idOf(c), choice, c.get('now'))
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function docx(c: Request): Promise<Response> {
  const found = await paper(c, c.req.query('sources') === '1')
  const name = fileName(found)
  if (c.req.query('shape') !== 'section')
    return sendBytes(await writeDocx(reportDocument(found)), word, `${name}.docx`)
  const { title, blocks } = reportExcerpt(found)
  const bytes = await writeDocxExcerpt(title, blocks, found.file.obligation.dueDay)
  return sendBytes(bytes, word, `${name} - trích.docx`)
}

async function pdf(c: Request): Promise<Response> {
  const found = await paper(c, c.req.query('sources') === '1')
  const name = fileName(found)
  if (c.req.query('shape') !== 'section')
    return sendBytes(await writePdf(reportDocument(found)), 'application/pdf', `${name}.pdf`)
  const { title, blocks } = reportExcerpt(found)
  const bytes = await writePdfExcerpt(title, blocks, found.unit.name, found.file.obligation.dueDay)
  return sendBytes(bytes, 'application/pdf', `${name} - trích.pdf`)
}

async function xlsx(c: Request): Promise<Response> {
  const excerpt = c.req.query('shape') === 'section'
  const found = await paper(c, true)
  const sheets = excerpt ? excerptSheets(found) : reportSheets(found)
  const bytes = await writeSheet({ sheets })
  const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return sendBytes(bytes, mime, `${fileName(found)}${excerpt ? ' - trích' : ''}.xlsx`)
}

function fileName(paper: Awaited<ReturnType<typeof paperOf>>): string {
  return `${titleOf(paper)} - ${paper.unit.shortName ?? paper.unit.name}`
    .replace(/[\\/:*?"<>|]/g, ' ')
    .slice(0, 150)
}

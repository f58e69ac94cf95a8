import { notFound } from '../../../lib/errors.ts'
import { sendBytes } from '../../../lib/http/downloads.ts'
import type { Request, Route } from '../../../lib/http/route.ts'
import { keeper } from '../../../lib/kept.ts'
import { words } from '../../../lib/text/words.ts'
import { portalPage } from '../../../ui/answer.tsx'
import { pageOf, pageSize, pagingOf, siteOf } from '../asking.ts'
import { breadcrumbs } from '../linked-data.ts'
import { withPictures } from '../pictures.ts'
import { texts } from '../portal.texts.ts'
import { selectEntries } from '../reading.sql.ts'
import { materialsTexts } from './materials.texts.ts'
import { materialsPage } from './pages/materials-page.tsx'
import { selectProduct } from './printed.sql.ts'
import { readyToPrint } from './printing.ts'
import { selectMaterials } from './publications.sql.ts'
import { fitText, printPdf } from './setting.ts'

/** Not kept as pages: what is printed changes without anything being published. */
export const materialRoutes: readonly Route[] = [
  { method: 'GET', path: '/materials', who: 'public', handle: materials },
  { method: 'GET', path: '/materials/:id{[0-9]+}/file.pdf', who: 'public', handle: file },
]

/** Nobody reads further. */
const most = 1_000

async function materials(c: Request): Promise<Response> {
  const site = siteOf(c)
  const locale = c.get('locale')
  const w = words(materialsTexts, locale)
  const db = c.get('db')
  const all = await selectMaterials(db, site.provinceId, {}, most)
  const paging = pagingOf(c, all.length)
  const shown = all.slice((pageOf(c) - 1) * pageSize, pageOf(c) * pageSize)
  const ids = [...new Set(shown.map((one) => one.publicationId))]
  const entries = await withPictures(c, await selectEntries(db, site.provinceId, ids))
  const crumbs = [
    { href: '/portal', label: texts.home[locale] },
    { href: '/materials', label: w.materials },
  ]
  return portalPage(
    c,
    {
      ...{ title: w.materials, description: w.materialsLead, crumbs, canonical: paging.href(paging.page) },
      data: [breadcrumbs(site, crumbs)],
    },
    materialsPage({
      locale,
      materials: shown.flatMap((one) => {
        const entry = entries.find((e) => e.id === one.publicationId)
        return entry ? [{ ...one, entry }] : []
      }),
      paging,
    }),
  )
}

const keptFiles = keeper<{ bytes: Uint8Array; name: string } | null>(30)

/** Set once and kept while nothing public has changed: setting a booklet costs a second of a processor. */
async function file(c: Request): Promise<Response> {
  const { provinceId, revision } = siteOf(c)
  const db = c.get('db')
  const id = Number(c.req.param('id'))
  const [found] = await selectMaterials(db, provinceId, { id }, 1)
  const product = found && (await selectProduct(db, provinceId, id))
  if (!product) throw notFound()
  const label = `${revision} ${product.leftOut.join(',')}`
  const made = await keptFiles(db, `${provinceId} ${id}`, label, async () => {
    const { input, pictures } = await readyToPrint(db, c.get('config'), provinceId, product)
    if (!(await fitText(input, pictures)).fits) return null
    const { bytes } = await printPdf(input, { marks: false, pictures })
    return { bytes, name: `${input.title}.pdf` }
  })
  if (!made) throw notFound()
  return sendBytes(made.bytes, 'application/pdf', made.name)
}

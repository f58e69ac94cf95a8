import { reaches } from '../../../lib/actor.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage } from '../../../ui/answer.tsx'
import { reportAddress } from '../report.ts'
import { kickerOf } from './consolidation.office.ts'
import { figureChain } from './figure-chain.ts'
import { FigurePage, figureAddress } from './pages/figure-page.tsx'
import { view } from './pages/view.tsx'

export const figureRoutes: readonly Route[] = [
  { method: 'GET', path: '/reports/:id{[0-9]+}/figures/:code/sources', who: 'signedIn', handle: show },
]

/** From the highest report the actor may see down to this one: the way back up. */
async function show(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const asked = {
    code: c.req.param('code') ?? '',
    rowCode: c.req.query('row') ?? '',
    number: Number(c.req.query('version')) || null,
  }
  const chain = await figureChain(c.get('db'), actor, Number(c.req.param('id')), asked, c.get('now'))
  const locale = c.get('locale')
  const above = chain.above
    .filter((r) => reaches(actor, r.unitId))
    .map((r) => ({ label: r.unit, href: figureAddress(r.reportId, asked.code, asked.rowCode) }))
  const kicker = await kickerOf(c, chain.file)
  const { id } = chain.file.report
  const here = { label: chain.definition.label[locale], href: figureAddress(id, asked.code, asked.rowCode) }
  const crumbs = [...above, { label: kicker, href: reportAddress(id) }, here]
  return officePage(c, { title: chain.definition.label[locale], crumbs }, view(FigurePage, { chain, kicker }))
}

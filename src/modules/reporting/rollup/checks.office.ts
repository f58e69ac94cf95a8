import { Refusal } from '../../../lib/errors.ts'
import { readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { reportAddress } from '../report.ts'
import { checksOf, explainFinding } from './checking.ts'
import { texts } from './checks.texts.ts'
import { kickerOf } from './consolidation.office.ts'
import { ChecksPage, type ChecksPageProps } from './pages/checks-page.tsx'
import { view } from './pages/view.tsx'

const writers = ['agency_officer', 'agency_head', 'province_lead'] as const

export const checkRoutes: readonly Route[] = [
  { method: 'GET', path: '/reports/:id{[0-9]+}/checks', who: 'signedIn', handle: (c) => show(c) },
  { method: 'POST', path: '/reports/:id{[0-9]+}/checks', who: writers, handle: explain },
]

async function show(c: Request, kept?: ChecksPageProps['kept']): Promise<Response> {
  const checks = await checksOf(c.get('db'), actorOf(c), Number(c.req.param('id')), c.get('now'))
  const address = reportAddress(checks.file.report.id)
  const crumbs = [
    { label: checks.file.duty.name, href: address },
    { label: texts.title[c.get('locale')], href: `${address}/checks` },
  ]
  const props = { checks, kicker: await kickerOf(c, checks.file), ...(kept ? { kept } : {}) }
  const title = texts.title[c.get('locale')]
  return officePage(c, { title, crumbs, ...(kept ? { status: 422 as const } : {}) }, view(ChecksPage, props))
}

async function explain(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = { key: String(values['key'] ?? ''), text: String(values['text'] ?? '').slice(0, 2000) }
  const id = Number(c.req.param('id'))
  try {
    await c
      .get('db')
      .transaction()
      .execute((tx) => explainFinding(tx, actorOf(c), id, input, c.get('now')))
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return show(c, { ...input, faults: refusal.faults })
  }
  return redirect(c, `${reportAddress(id)}/checks`, texts.saved)
}

import { dayOf } from '../../../lib/calendar/day.ts'
import { type Fault, notFound } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { actorOf, type Request } from '../../../lib/http/route.ts'
import { officePage } from '../../../ui/answer.tsx'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { maySeeMade, mayWorkFor } from '../reach/reach.policy.ts'
import { idOf } from '../typed.ts'
import { view } from '../view.tsx'
import { ledgerPageSize } from './pages/ledger-panel.tsx'
import { ProductPage } from './pages/product-page.tsx'
import type { Product } from './printed.sql.ts'
import { texts as t } from './printed.texts.ts'
import { ledgerOf, productById } from './printed.ts'
import { readyToPrint } from './printing.ts'
import { fitText } from './setting.ts'

/** The product, where the person may know of it. */
export async function seenProduct(c: Request): Promise<Product> {
  const found = await productById(c.get('db'), actorOf(c).provinceId, idOf(c))
  if (!maySeeMade(actorOf(c), found)) throw notFound()
  return found
}

export function printedCrumbs(c: Request, ...further: { label: string; href: string }[]) {
  return [{ label: t.printed[c.get('locale')], href: '/printed' }, ...further]
}

/** The page of one product: how it fits, its files, its runs and its ledger. */
export async function showProduct(
  c: Request,
  values: FormValues,
  faults: readonly Fault[],
): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const found = await seenProduct(c)
  const ready = await readyToPrint(db, c.get('config'), actor.provinceId, found)
  const fitted = await fitText(ready.input, ready.pictures)
  const ledger = await ledgerOf(db, actor.provinceId, found.id)
  const units = await unitsAsOf(db, actor.provinceId, dayOf(c.get('now')), actor.treeRevision)
  const facts = {
    title: found.title,
    crumbs: printedCrumbs(c, { label: found.title, href: `/printed/${found.id}` }),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  const props = {
    product: found,
    fitted,
    outline: ready.outline,
    ledger,
    units: units.map((u) => ({ id: u.id, name: u.shortName ?? u.name })),
    mayWork: mayWorkFor(actor, found.unitId),
    today: dayOf(c.get('now')),
    page: Math.max(
      1,
      Math.min(Number(c.req.query('page')) || 1, Math.ceil(ledger.rows.length / ledgerPageSize)),
    ),
    values,
    faults,
  }
  return officePage(c, facts, view(ProductPage, props))
}

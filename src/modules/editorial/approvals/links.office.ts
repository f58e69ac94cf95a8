import { readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { idOf, one, orBack } from '../asking.ts'
import { writerRoles } from '../editorial.policy.ts'
import { itemAddress } from '../item.ts'
import { showItem } from '../items/items.office.ts'
import { texts } from './approvals.texts.ts'
import { askOutside, revokeLink } from './approvals.ts'

const at = '/desk/items/:id{[0-9]+}/approval-links'

export const approvalLinkRoutes: readonly Route[] = [
  { method: 'POST', path: at, who: writerRoles, handle: ask },
  { method: 'POST', path: `${at}/:linkId{[0-9]+}/revocation`, who: writerRoles, handle: revoke },
]

async function ask(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = { name: one(values, 'leaderName'), email: one(values, 'leaderEmail') }
  const { baseUrl } = c.get('config')
  return orBack(
    c,
    itemAddress(idOf(c)),
    texts.sent,
    (tx) => askOutside(tx, actorOf(c), idOf(c), input, baseUrl, c.get('now')),
    (refusal) => showItem(c, { values, refusal }),
  )
}

async function revoke(c: Request): Promise<Response> {
  await readForm(c)
  return orBack(
    c,
    itemAddress(idOf(c)),
    texts.revokedNotice,
    (tx) => revokeLink(tx, actorOf(c), idOf(c), idOf(c, 'linkId'), c.get('now')),
    (refusal) => showItem(c, { values: {}, refusal }),
  )
}

import { dayOf, parseDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { invalid } from '../../../lib/errors.ts'
import { readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage } from '../../../ui/answer.tsx'
import { idIn, idOf, one, orBack } from '../asking.ts'
import { canWrite, deskRoles, writerRoles } from '../editorial.policy.ts'
import { itemAddress } from '../item.ts'
import { deskCrumbs, showItem } from '../items/items.office.ts'
import { reachOf, unitNames } from '../items/showing.ts'
import { view } from '../pages/view.tsx'
import { ways } from './kit.ts'
import { selectKits } from './kits.sql.ts'
import { texts } from './kits.texts.ts'
import { handKitOver, strikeHandover } from './kits.ts'
import { KitsPage } from './pages/kits-page.tsx'

const at = '/desk/items/:id{[0-9]+}/handovers'

export const kitRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/press-kits', who: deskRoles, handle: list },
  { method: 'POST', path: at, who: writerRoles, handle: hand },
  { method: 'POST', path: `${at}/:handoverId{[0-9]+}/striking`, who: writerRoles, handle: strike },
]

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const props = {
    kits: await selectKits(db, actor.provinceId, reachOf(actor)),
    unitNames: await unitNames(db, actor.provinceId, dayOf(c.get('now'))),
    mayWrite: actor.grants.some((g) => canWrite(actor, g)),
  }
  return officePage(c, { title: texts.kits[actor.locale], crumbs: deskCrumbs(c) }, view(KitsPage, props))
}

async function hand(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) => {
    const day = parseDay(one(values, 'day'))
    const way = ways.find((w) => w === one(values, 'way'))
    if (!day || !way)
      throw invalid([{ field: 'day', vi: 'Nhập ngày dạng 22/11/2026.', en: 'Enter a day like 22/11/2026.' }])
    const recipient = one(values, 'recipient').slice(0, 300)
    const input = {
      outletId: idIn(values, 'outletId'),
      recipient,
      day,
      way,
      note: one(values, 'note').slice(0, 500),
    }
    await handKitOver(tx, actorOf(c), idOf(c), input, c.get('now'))
  }
  const to = `${itemAddress(idOf(c))}#handovers`
  return orBack(c, to, texts.noted, body, (refusal) => showItem(c, { values, refusal }))
}

async function strike(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = (tx: Tx) => strikeHandover(tx, actorOf(c), idOf(c), idOf(c, 'handoverId'), c.get('now'))
  const to = `${itemAddress(idOf(c))}#handovers`
  return orBack(c, to, texts.struck, body, (refusal) => showItem(c, { values, refusal }))
}

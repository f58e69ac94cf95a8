import { dayOf, parseDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, invalid } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { isWebAddress } from '../../../lib/text/web-address.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { idIn, inTransaction, one, orBack } from '../asking.ts'
import { canWrite, deskRoles, writerRoles } from '../editorial.policy.ts'
import { deskCrumbs } from '../items/items.office.ts'
import type { WebCheck } from '../outlet.ts'
import { view } from '../pages/view.tsx'
import { WebColumnsPage } from './pages/web-columns-page.tsx'
import { keepers, keepsPress } from './press.policy.ts'
import { texts } from './press.texts.ts'
import { noteWebCheck } from './press.ts'
import { texts as own } from './web-columns.texts.ts'
import { remindWithoutColumn, webColumnStates, webColumnsAddress, webColumnsOf } from './web-columns.ts'

export const webColumnRoutes: readonly Route[] = [
  { method: 'GET', path: webColumnsAddress, who: deskRoles, handle: (c) => webColumns(c, {}, []) },
  { method: 'POST', path: webColumnsAddress, who: writerRoles, handle: check },
  { method: 'POST', path: `${webColumnsAddress}/reminders`, who: keepers, handle: remind },
]

const pageSize = 25

async function webColumns(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const all = await webColumnsOf(c.get('db'), actor.provinceId, dayOf(c.get('now')))
  const state = webColumnStates.find((s) => s === c.req.query('state')) ?? null
  const chosen = state === null ? all : all.filter((w) => w.state === state)
  const page = Math.max(1, Number(c.req.query('page')) || 1)
  const props = {
    ...{ values, faults, state, page, pageSize, total: chosen.length },
    tallies: new Map(webColumnStates.map((s) => [s, all.filter((w) => w.state === s).length])),
    shown: chosen.slice((page - 1) * pageSize, page * pageSize),
    own: all.filter((w) => canWrite(actor, w)).map((w) => ({ id: w.unitId, name: w.unitName })),
    mayRemind: keepsPress(actor),
  }
  const status = faults.length > 0 ? (422 as const) : (200 as const)
  const facts = { title: texts.webColumns[actor.locale], crumbs: deskCrumbs(c), status }
  return officePage(c, facts, view(WebColumnsPage, props))
}

async function check(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = (tx: Tx) => noteWebCheck(tx, actorOf(c), readCheck(values), c.get('now'))
  return orBack(c, webColumnsAddress, texts.checked, body, ({ faults }) => webColumns(c, values, faults))
}

/** A check as typed: what was found has the address where it is. Throws `invalid`. */
function readCheck(values: FormValues): Omit<WebCheck, 'day' | 'byName'> {
  const unitId = idIn(values, 'unitId')
  const hasColumn = one(values, 'hasColumn') === '1'
  const address = one(values, 'address')
  const newest = one(values, 'newestDay')
  const newestDay = parseDay(newest)
  const faults: Fault[] = []
  if (!unitId) faults.push({ field: 'unitId', vi: 'Chọn đơn vị.', en: 'Choose the unit.' })
  if (hasColumn && address === '')
    faults.push({
      field: 'address',
      vi: 'Có chuyên mục thì nhập địa chỉ của chuyên mục.',
      en: 'Enter the address of the column.',
    })
  if (address !== '' && !isWebAddress(address))
    faults.push({
      field: 'address',
      vi: 'Địa chỉ bắt đầu bằng https:// hoặc http://.',
      en: 'An address begins with https:// or http://.',
    })
  if (newest !== '' && !newestDay)
    faults.push({ field: 'newestDay', vi: 'Nhập ngày dạng 22/11/2026.', en: 'Enter a day like 22/11/2026.' })
  if (!unitId || faults.length > 0) throw invalid(faults)
  return { unitId, hasColumn, newestDay, address: address || null, note: one(values, 'note').slice(0, 500) }
}

async function remind(c: Request): Promise<Response> {
  await readForm(c)
  const told = await inTransaction(c, (tx) => remindWithoutColumn(tx, actorOf(c), c.get('now')))
  const to = `${webColumnsAddress}?state=none`
  if (told === 0) return redirect(c, to, { tone: 'warn', ...own.nobody })
  return redirect(c, to, { tone: 'good', vi: own.reminded.vi(told), en: own.reminded.en(told) })
}

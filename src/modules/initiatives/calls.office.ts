import { addDays, dayOf, parseDay, showDay } from '../../lib/calendar/day.ts'
import { type Fault, invalid } from '../../lib/errors.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { idOf, inTransaction, one, orBack, pageOf, pagesAt } from './asking.ts'
import { selectCalls } from './calls.sql.ts'
import { callOf, changeCall, closeCall, openCall } from './calls.ts'
import {
  type Call,
  type CallFacts,
  callsAddress,
  registerAddress,
  type Setting,
  settingAddress,
} from './initiative.ts'
import { canScreen, registerRoles, screenerRoles } from './initiatives.policy.ts'
import { texts } from './initiatives.texts.ts'
import { changeSetting, settingOf } from './initiatives.ts'
import { CallFormPage, CallsPage, SettingPage } from './pages/calls-pages.tsx'
import { view } from './pages/view.tsx'
import { reformFields } from './receiving.ts'

const at = `${callsAddress}/:id{[0-9]+}`

export const initiativeCallRoutes: readonly Route[] = [
  { method: 'GET', path: callsAddress, who: registerRoles, handle: list },
  { method: 'GET', path: `${callsAddress}/new`, who: screenerRoles, handle: (c) => form(c, null, []) },
  { method: 'POST', path: callsAddress, who: screenerRoles, handle: create },
  { method: 'GET', path: at, who: screenerRoles, handle: (c) => form(c, null, []) },
  { method: 'POST', path: at, who: screenerRoles, handle: change },
  { method: 'POST', path: `${at}/end`, who: screenerRoles, handle: close },
  { method: 'GET', path: settingAddress, who: screenerRoles, handle: (c) => setting(c, null, []) },
  { method: 'POST', path: settingAddress, who: screenerRoles, handle: saveSetting },
]

const pageSize = 40

function crumbs(c: Request) {
  const locale = c.get('locale')
  return [
    { label: texts.register[locale], href: registerAddress },
    { label: texts.calls[locale], href: callsAddress },
  ]
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const { provinceId, locale } = actor
  const page = pageOf(c)
  const found = await selectCalls(c.get('db'), provinceId, pageSize, (page - 1) * pageSize)
  const props = {
    ...{ calls: found.calls, today: dayOf(c.get('now')), mayScreen: canScreen(actor) },
    fields: await reformFields(c.get('db'), provinceId),
    paging: { page, pageSize, total: found.total, href: pagesAt(callsAddress, {}) },
  }
  const facts = { title: texts.calls[locale], crumbs: crumbs(c).slice(0, 1) }
  return officePage(c, facts, view(CallsPage, props))
}

async function form(c: Request, typed: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const { provinceId, locale } = actor
  const call = idOf(c) > 0 ? await callOf(c.get('db'), provinceId, idOf(c)) : null
  if (call?.closedAt) return redirect(c, callsAddress)
  const today = dayOf(c.get('now'))
  const first = call ? valuesOf(call) : { fromDay: showDay(today), toDay: showDay(addDays(today, 60)) }
  const props = {
    ...{ call, faults, values: typed ?? first },
    fields: await reformFields(c.get('db'), provinceId),
  }
  const status = faults.length > 0 ? (422 as const) : (200 as const)
  const title = call ? call.title : texts.newCall[locale]
  return officePage(c, { title, crumbs: crumbs(c), status }, view(CallFormPage, props))
}

function valuesOf(call: Call): FormValues {
  const { title, body, topic, revision } = call
  const days = { fromDay: showDay(call.fromDay), toDay: showDay(call.toDay) }
  return { title, body, topic, revision: String(revision), ...days }
}

/** A call as typed. Throws `invalid`. */
function readCall(values: FormValues): CallFacts {
  const [title, body, topic] = [one(values, 'title'), one(values, 'body'), one(values, 'topic')]
  const [fromDay, toDay] = [parseDay(one(values, 'fromDay')), parseDay(one(values, 'toDay'))]
  const faults: Fault[] = []
  const fault = (field: string, vi: string, en: string) => faults.push({ field, vi, en })
  if (title.length < 10 || title.length > 200)
    fault('title', 'Ghi tên lời kêu gọi, từ 10 đến 200 ký tự.', 'Give it a title of 10 to 200 characters.')
  if (body.length < 20 || body.length > 5000)
    fault('body', 'Ghi nội dung, từ 20 đến 5000 ký tự.', 'Write the text, in 20 to 5000 characters.')
  if (!fromDay) fault('fromDay', 'Nhập ngày, dạng 22/11/2026.', 'Enter a day like 22/11/2026.')
  if (!toDay) fault('toDay', 'Nhập ngày, dạng 22/12/2026.', 'Enter a day like 22/12/2026.')
  if (fromDay && toDay && toDay < fromDay)
    fault('toDay', 'Ngày kết thúc không trước ngày mở.', 'It cannot end before it begins.')
  if (!fromDay || !toDay || faults.length > 0) throw invalid(faults)
  return { title, body, topic: topic.slice(0, 100), fromDay, toDay }
}

async function create(c: Request): Promise<Response> {
  const values = await readForm(c)
  return orBack(
    c,
    callsAddress,
    texts.callOpened,
    async (tx) => openCall(tx, actorOf(c), readCall(values), c.get('now')),
    ({ faults }) => form(c, values, faults),
  )
}

async function change(c: Request): Promise<Response> {
  const values = await readForm(c)
  const revision = Number(one(values, 'revision')) || 0
  return orBack(
    c,
    callsAddress,
    texts.callSaved,
    async (tx) => changeCall(tx, actorOf(c), idOf(c), { ...readCall(values), revision }, c.get('now')),
    ({ faults }) => form(c, values, faults),
  )
}

async function close(c: Request): Promise<Response> {
  await readForm(c)
  await inTransaction(c, (tx) => closeCall(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, callsAddress, texts.callClosed)
}

async function setting(c: Request, typed: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const { provinceId, locale } = actorOf(c)
  const { waitDays, keepDays } = await settingOf(c.get('db'), provinceId)
  const values = typed ?? { waitDays: String(waitDays), keepDays: String(keepDays) }
  const status = faults.length > 0 ? (422 as const) : (200 as const)
  const facts = { title: texts.settingTitle[locale], crumbs: crumbs(c).slice(0, 1), status }
  return officePage(c, facts, view(SettingPage, { values, faults }))
}

function readSetting(values: FormValues): Setting {
  const faults: Fault[] = []
  const read = (field: string, most: number): number => {
    const n = Number(one(values, field) || Number.NaN)
    if (!Number.isInteger(n) || n < 1 || n > most)
      faults.push({
        field,
        vi: `Nhập số ngày từ 1 đến ${most}.`,
        en: `Enter a number of days from 1 to ${most}.`,
      })
    return n
  }
  const asked = { waitDays: read('waitDays', 120), keepDays: read('keepDays', 730) }
  if (faults.length > 0) throw invalid(faults)
  return asked
}

async function saveSetting(c: Request): Promise<Response> {
  const values = await readForm(c)
  return orBack(
    c,
    settingAddress,
    texts.settingSaved,
    async (tx) => changeSetting(tx, actorOf(c), readSetting(values), c.get('now')),
    ({ faults }) => setting(c, values, faults),
  )
}

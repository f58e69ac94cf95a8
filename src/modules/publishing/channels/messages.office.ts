import { z } from 'zod'
import { hasRole, reaches } from '../../../lib/actor.ts'
import { dayOf, parseDay, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, notFound, Refusal } from '../../../lib/errors.ts'
import { sendFile } from '../../../lib/http/downloads.ts'
import { readForm } from '../../../lib/http/forms.ts'
import { actorOf, type MenuItem, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { words } from '../../../lib/text/words.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { type MessageState, messageAddress, messageStates, messagesAddress } from '../channel.ts'
import { attemptsOf } from './attempts.sql.ts'
import { canProve, canRunChannel, canSeeChannels } from './channels.policy.ts'
import { selectChannel } from './channels.sql.ts'
import { listChannels } from './channels.ts'
import { countMessages, type MessageFilter, type ShownMessage, selectMessages } from './message-lists.sql.ts'
import { texts } from './messages.texts.ts'
import { cancelMessage, messageById, proveMessage, sendAgain, settleMessage } from './messages.ts'
import { cancelView } from './pages/cancel-page.tsx'
import { messageView } from './pages/message-page.tsx'
import { calendarView, messagesView, titleOf } from './pages/messages-page.tsx'

const viewers = ['province_lead', 'agency_head', 'editor', 'auditor', 'administrator'] as const
const runners = ['province_lead', 'agency_head', 'editor', 'administrator'] as const
const hands = [...runners, 'agency_officer'] as const
const at = `${messagesAddress}/:id{[0-9]+}`
const pageSize = 30

export const messageRoutes: readonly Route[] = [
  { method: 'GET', path: messagesAddress, who: viewers, handle: list },
  { method: 'GET', path: `${messagesAddress}/calendar`, who: viewers, handle: calendar },
  { method: 'GET', path: at, who: 'signedIn', handle: (c) => show(c) },
  { method: 'POST', path: `${at}/settlement`, who: runners, handle: settle },
  { method: 'POST', path: `${at}/attempts`, who: runners, handle: again },
  { method: 'GET', path: `${at}/cancellation`, who: runners, handle: askCancel },
  { method: 'POST', path: `${at}/cancellation`, who: runners, handle: cancel },
  { method: 'GET', path: `${at}/proof`, who: 'signedIn', handle: proofFile },
  { method: 'POST', path: `${at}/proof`, who: hands, handle: prove, upload: true },
]

export const messagesMenu: MenuItem = {
  label: texts.messages,
  href: messagesAddress,
  icon: 'send',
  who: viewers,
}

const inTransaction = <T>(c: Request, body: (tx: Tx) => Promise<T>): Promise<T> =>
  c.get('db').transaction().execute(body)
const idOf = (c: Request) => Number(c.req.param('id')) || 0
const w = (c: Request) => words(texts, c.get('locale'))
const crumbs = (c: Request, ...more: { label: string; href: string }[]) => [
  { label: w(c).messages, href: messagesAddress },
  ...more,
]

const query = z.object({
  state: z
    .enum(Object.keys(messageStates) as [MessageState, ...MessageState[]])
    .optional()
    .catch(undefined),
  channel: z.coerce.number().int().positive().optional().catch(undefined),
  q: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

async function list(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const asked = query.parse(c.req.query())
  const filter: MessageFilter = {
    state: asked.state,
    channelId: asked.channel,
    words: asked.q.normalize('NFC'),
  }
  const db = c.get('db')
  const counts = await countMessages(db, provinceId, filter)
  const page = { offset: (asked.page - 1) * pageSize, limit: pageSize }
  const rows = await selectMessages(db, provinceId, filter, page)
  const channels = await listChannels(db, provinceId)
  const href = (change: { state?: string; page?: number }) => {
    const to = new URLSearchParams()
    const state = change.state ?? asked.state
    if (state) to.set('state', state)
    if (asked.channel) to.set('channel', String(asked.channel))
    if (asked.q) to.set('q', asked.q)
    if (change.page && change.page > 1) to.set('page', String(change.page))
    return `${messagesAddress}${to.size ? `?${to}` : ''}`
  }
  const body = messagesView({
    ...{
      w: w(c),
      locale: c.get('locale'),
      rows,
      counts,
      state: asked.state,
      page: asked.page,
      pageSize,
      href,
    },
    values: { q: asked.q, channel: asked.channel ? String(asked.channel) : '' },
    channels: channels.map((one) => ({ value: String(one.id), label: one.name })),
  })
  return officePage(c, { title: w(c).messages, crumbs: crumbs(c) }, body)
}

/** The messages due in a month of Việt Nam's calendar, day by day. */
async function calendar(c: Request): Promise<Response> {
  const today = dayOf(c.get('now'))
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.exec(c.req.query('month') ?? '')?.[0] ?? today.slice(0, 7)
  const start = (of: string) => new Date(`${of}-01T00:00:00+07:00`)
  const move = (by: number) => {
    const [year = 0, number = 1] = month.split('-').map(Number)
    return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
  }
  const filter = { from: start(month), to: start(move(1)) }
  const rows = await selectMessages(c.get('db'), actorOf(c).provinceId, filter, {
    ...{ offset: 0, limit: 500 },
    oldestFirst: true,
  })
  const days = [...Map.groupBy(rows, (m) => dayOf(m.dueAt))].map(([day, messages]) => ({ day, messages }))
  const to = (m: string) => `${messagesAddress}/calendar?month=${m}`
  const body = calendarView({
    ...{ w: w(c), locale: c.get('locale'), days, before: to(move(-1)), after: to(move(1)) },
    month: showDay(`${month}-01`).slice(3),
  })
  return officePage(c, { title: w(c).calendar, crumbs: crumbs(c) }, body)
}

/** The desk and those who run channels see every message; a unit's people those they do by hand. */
async function seen(c: Request): Promise<ShownMessage> {
  const actor = actorOf(c)
  const message = await messageById(c.get('db'), actor.provinceId, idOf(c))
  if (!message) throw notFound()
  const own = message.channelKind === 'manual' && reaches(actor, message.channelUnitId)
  if (!canSeeChannels(actor) && !own) throw notFound()
  // What was said to one person is for those who run the account.
  if (message.source.startsWith('zalo:') && !canRunChannel(actor, message.channelUnitId)) throw notFound()
  return message
}

async function show(
  c: Request,
  values: Record<string, string | string[]> = {},
  faults: readonly Fault[] = [],
): Promise<Response> {
  const actor = actorOf(c)
  const message = await seen(c)
  const channel = await selectChannel(c.get('db'), actor.provinceId, message.channelId)
  const body = messageView({
    ...{ w: w(c), locale: c.get('locale'), message, faults },
    howThere: channel?.settings['about'] ?? '',
    values: { day: showDay(dayOf(c.get('now'))), ...values },
    attempts: await attemptsOf(c.get('db'), actor.provinceId, message.id),
    mayRun: hasRole(actor, ...runners) && canRunChannel(actor, message.channelUnitId),
    mayProve: canProve(actor, message.channelUnitId),
  })
  const title = titleOf(message)
  const here = crumbs(c, { label: title, href: messageAddress(message.id) })
  return officePage(c, { title, crumbs: here, status: faults.length > 0 ? 422 : 200 }, body)
}

async function settle(c: Request): Promise<Response> {
  const values = await readForm(c)
  const link = String(values['link'] ?? '').slice(0, 500)
  if (values['sent'] !== 'yes' && values['sent'] !== 'no')
    return show(c, values, [{ field: 'sent', vi: 'Hãy chọn một câu trả lời.', en: 'Choose an answer.' }])
  const answer = values['sent'] === 'yes' ? ({ sent: true, link } as const) : ({ sent: false } as const)
  await inTransaction(c, (tx) => settleMessage(tx, actorOf(c), idOf(c), answer, c.get('now')))
  return redirect(c, messageAddress(idOf(c)), texts.settled)
}

async function again(c: Request): Promise<Response> {
  await inTransaction(c, (tx) => sendAgain(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, messageAddress(idOf(c)), texts.sendsAgain)
}

async function askCancel(c: Request): Promise<Response> {
  const message = await seen(c)
  const here = crumbs(c, { label: titleOf(message), href: messageAddress(message.id) })
  return officePage(c, { title: w(c).cancelQuestion, crumbs: here }, cancelView({ w: w(c), message }))
}

async function cancel(c: Request): Promise<Response> {
  await inTransaction(c, (tx) => cancelMessage(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, messageAddress(idOf(c)), texts.cancelled)
}

async function prove(c: Request): Promise<Response> {
  await seen(c)
  const limits = { maxFiles: 1, maxBytes: 10_000_000, types: ['jpg', 'png', 'webp', 'heic', 'pdf'] as const }
  const { fields, files, faults } = await receiveUpload(c, limits)
  const day = parseDay(String(fields['day'] ?? ''))
  const link = String(fields['link'] ?? '').slice(0, 500)
  const wrong: Fault[] = [...faults]
  if (!day || day > dayOf(c.get('now'))) wrong.push({ field: 'day', ...texts.wrongDay })
  if (link && !/^https?:\/\/\S+$/.test(link))
    wrong.push({ field: 'link', vi: 'Đường dẫn bắt đầu bằng https://.', en: 'A link begins with https://.' })
  if (wrong.length > 0 || !day) return show(c, fields, wrong)
  const proof = {
    day,
    link,
    words: String(fields['words'] ?? '').slice(0, 1_000),
    fileId: files[0]?.id ?? null,
  }
  try {
    await inTransaction(c, (tx) => proveMessage(tx, actorOf(c), idOf(c), proof, c.get('now')))
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return show(c, fields, refusal.faults)
    throw refusal
  }
  return redirect(c, messageAddress(idOf(c)), texts.proved)
}

async function proofFile(c: Request): Promise<Response> {
  const { proofFileId } = await seen(c)
  if (proofFileId === null) throw notFound()
  return sendFile(c, actorOf(c).provinceId, proofFileId, { inline: true })
}

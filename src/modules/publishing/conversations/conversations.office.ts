import { type Fault, Refusal } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { words } from '../../../lib/text/words.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { channelAddress, channelsAddress, conversationAddress, conversationsAddress } from '../channel.ts'
import { texts as channelTexts } from '../channels/channels.texts.ts'
import { whoRuns } from '../channels/channels.ts'
import { answersAtRisk } from './at-risk.ts'
import { templateFields } from './conversation.ts'
import { texts } from './conversations.texts.ts'
import {
  accountOf,
  answerPerson,
  answersTo,
  conversationsOf,
  conversationWith,
  erasePerson,
  sendTemplate,
} from './conversations.ts'
import { conversationView } from './pages/conversation-page.tsx'
import { conversationsView } from './pages/conversations-page.tsx'

const runners = ['province_lead', 'agency_head', 'editor', 'administrator'] as const
const at = `${channelsAddress}/:id{[0-9]+}/conversations`
const one = `${at}/:personId{[0-9]+}`

export const conversationRoutes: readonly Route[] = [
  { method: 'GET', path: at, who: runners, handle: list },
  { method: 'GET', path: one, who: runners, handle: (c) => show(c) },
  { method: 'POST', path: `${one}/answers`, who: runners, handle: answer },
  { method: 'POST', path: `${one}/templates`, who: runners, handle: fill },
  { method: 'POST', path: `${one}/erasure`, who: runners, handle: erase },
]

const w = (c: Request) => words(texts, c.get('locale'))
const idOf = (c: Request, name: string) => Number(c.req.param(name)) || 0
const ofPerson = (c: Request) => ({ channelId: idOf(c, 'id'), personId: idOf(c, 'personId') })
const here = (c: Request) => conversationAddress(idOf(c, 'id'), idOf(c, 'personId'))

function crumbs(c: Request, channel: { id: number; name: string }) {
  return [
    { label: channelTexts.channels[c.get('locale')], href: channelsAddress },
    { label: channel.name, href: channelAddress(channel.id) },
    { label: w(c).conversations, href: conversationsAddress(channel.id) },
  ]
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const channel = await accountOf(c.get('db'), actor, idOf(c, 'id'))
  const { secret } = c.get('config')
  const rows = await conversationsOf(c.get('db'), secret, actor.provinceId, channel, c.get('now'))
  const body = conversationsView({ w: w(c), locale: c.get('locale'), channel, rows, now: c.get('now') })
  return officePage(c, { title: w(c).conversations, crumbs: crumbs(c, channel).slice(0, 2) }, body)
}

async function show(c: Request, values: FormValues = {}, faults: readonly Fault[] = []): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const { channelId, personId } = ofPerson(c)
  const channel = await accountOf(db, actor, channelId)
  const { secret } = c.get('config')
  const atRisk = (await answersAtRisk(db, actor.provinceId, c.get('now'))).find(
    (a) => a.personId === personId,
  )
  const runs = atRisk ? await whoRuns(db, actor.provinceId, channelId, c.get('now')) : null
  const body = conversationView({
    ...{ w: w(c), locale: c.get('locale'), channel, values, faults, now: c.get('now') },
    conversation: await conversationWith(db, secret, actor.provinceId, channel, personId, c.get('now')),
    atRisk: atRisk ?? null,
    people: (runs?.people ?? []).slice(0, 6).map((p) => p.name),
    answers: await answersTo(db, actor.provinceId, personId),
  })
  const facts = {
    title: w(c).person(personId),
    crumbs: crumbs(c, channel),
    status: faults.length > 0 ? (422 as const) : (200 as const),
  }
  return officePage(c, facts, body)
}

async function orShow(c: Request, values: FormValues, body: () => Promise<void>): Promise<Response> {
  try {
    await body()
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return show(c, values, refusal.faults)
  }
  return redirect(c, here(c), texts.sent)
}

async function answer(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = { text: String(values['text'] ?? '') }
  return orShow(c, values, () =>
    c
      .get('db')
      .transaction()
      .execute((tx) => answerPerson(tx, actorOf(c), ofPerson(c), input, c.get('now'))),
  )
}

async function fill(c: Request): Promise<Response> {
  const values = await readForm(c)
  const data = templateFields(String(values['data'] ?? ''))
  const id = String(values['templateId'] ?? '').trim()
  const faults: Fault[] = []
  if (!/^\d{3,20}$/.test(id))
    faults.push({ field: 'templateId', vi: 'Mã mẫu là một dãy số.', en: 'The number has only digits.' })
  if (!data || Object.keys(data).length === 0) faults.push({ field: 'data', ...texts.badLines })
  if (!data || faults.length > 0) return show(c, values, faults)
  return orShow(c, values, () =>
    c
      .get('db')
      .transaction()
      .execute((tx) => sendTemplate(tx, actorOf(c), ofPerson(c), { id, data }, c.get('now'))),
  )
}

async function erase(c: Request): Promise<Response> {
  await readForm(c)
  await c
    .get('db')
    .transaction()
    .execute((tx) => erasePerson(tx, actorOf(c), ofPerson(c), c.get('now')))
  return redirect(c, conversationsAddress(idOf(c, 'id')), texts.erasedNow)
}

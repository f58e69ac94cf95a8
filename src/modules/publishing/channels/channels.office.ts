import { hasRole } from '../../../lib/actor.ts'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, notFound, Refusal } from '../../../lib/errors.ts'
import { type FormValues, parseForm, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type MenuItem, type Request, type Route } from '../../../lib/http/route.ts'
import { words } from '../../../lib/text/words.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { channelAddress, channelsAddress } from '../channel.ts'
import { waitingAt } from '../conversations/conversations.ts'
import { canRunChannel } from './channels.policy.ts'
import { type Channel, countByChannel } from './channels.sql.ts'
import { texts } from './channels.texts.ts'
import {
  changeChannel,
  channelById,
  channelSchema,
  isMadeKind,
  listChannels,
  makeChannel,
  switchChannel,
  whoRuns,
} from './channels.ts'
import { begin, finish, registeredAtZalo } from './consent.ts'
import { channelFields } from './fields.ts'
import { selectMessages } from './message-lists.sql.ts'
import { channelFormView, chooseKindView } from './pages/channel-form.tsx'
import { channelView } from './pages/channel-page.tsx'
import { type ChannelRow, channelsView } from './pages/channels-page.tsx'
import { openSecret } from './sealed.ts'
import { testChannel } from './testing.ts'
import { tokenHealth } from './token-health.ts'
import { sendingTools } from './tools.ts'

const viewers = ['province_lead', 'agency_head', 'editor', 'auditor', 'administrator'] as const
const makers = ['province_lead', 'agency_head', 'editor', 'administrator'] as const
const at = `${channelsAddress}/:id{[0-9]+}`

export const channelRoutes: readonly Route[] = [
  { method: 'GET', path: channelsAddress, who: viewers, handle: list },
  { method: 'GET', path: `${channelsAddress}/new`, who: makers, handle: fresh },
  { method: 'POST', path: channelsAddress, who: makers, handle: make },
  // Zalo leads back here: the address is entered there, so that it stands still.
  { method: 'GET', path: `${channelsAddress}/consent`, who: makers, handle: consented },
  { method: 'GET', path: at, who: viewers, handle: show },
  { method: 'GET', path: `${at}/edit`, who: makers, handle: (c) => edit(c) },
  { method: 'POST', path: `${at}/edit`, who: makers, handle: change },
  { method: 'POST', path: `${at}/state`, who: makers, handle: turn },
  { method: 'POST', path: `${at}/test`, who: makers, handle: test },
  { method: 'GET', path: `${at}/consent`, who: makers, handle: consent },
]

export const channelsMenu: MenuItem = {
  label: texts.channels,
  href: channelsAddress,
  icon: 'globe',
  who: viewers,
}

const inTransaction = <T>(c: Request, body: (tx: Tx) => Promise<T>): Promise<T> =>
  c.get('db').transaction().execute(body)
const idOf = (c: Request) => Number(c.req.param('id')) || 0
const w = (c: Request) => words(texts, c.get('locale'))
const crumbs = (c: Request, ...more: { label: string; href: string }[]) => [
  { label: w(c).channels, href: channelsAddress },
  ...more,
]
const toolsOf = (c: Request) => sendingTools(c.get('db'), c.get('config'), () => c.get('now'))

async function rowsOf(c: Request, channels: readonly Channel[]): Promise<ChannelRow[]> {
  const { provinceId } = actorOf(c)
  const counts = await countByChannel(c.get('db'), provinceId)
  const units = await unitsAsOf(c.get('db'), provinceId, dayOf(c.get('now')))
  const none = { waiting: 0, unsure: 0, stuck: 0, sent: 0 }
  return channels.map((one) => ({
    ...one,
    unitName: units.find((u) => u.id === one.unitId)?.name ?? '',
    counts: counts.get(one.id) ?? none,
  }))
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const rows = await rowsOf(c, await listChannels(c.get('db'), actor.provinceId))
  const mayMake = hasRole(actor, ...makers)
  const body = channelsView({ w: w(c), locale: c.get('locale'), rows, mayMake })
  return officePage(c, { title: w(c).channels, crumbs: crumbs(c) }, body)
}

async function show(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const channel = await channelById(c.get('db'), actor, idOf(c))
  const [row] = await rowsOf(c, [channel])
  if (!row) throw notFound()
  const of = { provinceId: actor.provinceId, channelId: channel.id }
  const stored = openSecret(c.get('config').secret, of, channel.secret) ?? {}
  const fields = isMadeKind(channel.kind) ? channelFields[channel.kind] : { settings: [], secrets: [] }
  const newest = await selectMessages(
    c.get('db'),
    actor.provinceId,
    { channelId: channel.id },
    { offset: 0, limit: 8 },
  )
  const body = channelView({
    w: w(c),
    locale: c.get('locale'),
    channel: row,
    settingNames: fields.settings,
    secrets: fields.secrets.map((name) => ({ name, stored: Boolean(stored[name]) })),
    newest,
    mayRun: canRunChannel(actor, channel.unitId),
    token: { health: tokenHealth(channel, c.get('now')), people: await namesOf(c, channel.id) },
    webhook: channel.kind === 'zalo' ? await webhookOf(c, channel, Boolean(stored['webhookSecret'])) : null,
    registered: channel.kind === 'zalo' ? registeredAtZalo({ config: c.get('config') }, of) : null,
  })
  const here = crumbs(c, { label: channel.name, href: channelAddress(channel.id) })
  return officePage(c, { title: channel.name, crumbs: here }, body)
}

async function namesOf(c: Request, channelId: number): Promise<string[]> {
  const found = await whoRuns(c.get('db'), actorOf(c).provinceId, channelId, c.get('now'))
  return (found?.people ?? []).slice(0, 6).map((p) => p.name)
}

async function webhookOf(c: Request, channel: Channel, isSet: boolean) {
  const { provinceId } = actorOf(c)
  const path = `/zalo-events/${provinceId}-${channel.id}`
  return {
    address: new URL(path, c.get('config').baseUrl).href,
    isSet,
    waiting: await waitingAt(c.get('db'), provinceId, channel, c.get('now')),
  }
}

async function fresh(c: Request): Promise<Response> {
  const kind = c.req.query('kind') ?? ''
  if (isMadeKind(kind)) return formPage(c, kind, {}, [], null)
  const body = chooseKindView({ w: w(c), locale: c.get('locale') })
  return officePage(c, { title: w(c).newChannel, crumbs: crumbs(c) }, body)
}

async function formPage(
  c: Request,
  kind: Parameters<typeof channelFormView>[0]['kind'],
  values: FormValues,
  faults: readonly Fault[],
  channel: Channel | null,
): Promise<Response> {
  const actor = actorOf(c)
  const units = await unitsAsOf(c.get('db'), actor.provinceId, dayOf(c.get('now')), actor.treeRevision)
  const own = units.filter((u) => canRunChannel(actor, u.id))
  const title = channel ? w(c).edit : w(c).newChannel
  const body = channelFormView({
    w: w(c),
    locale: c.get('locale'),
    kind,
    action: channel ? `${channelAddress(channel.id)}/edit` : channelsAddress,
    back: channel ? channelAddress(channel.id) : channelsAddress,
    values,
    faults,
    units: own.map((u) => ({ value: String(u.id), label: u.name })),
    ...channelFields[kind],
    isNew: channel === null,
  })
  const here = channel ? crumbs(c, { label: channel.name, href: channelAddress(channel.id) }) : crumbs(c)
  return officePage(c, { title, crumbs: here, status: faults.length > 0 ? 422 : 200 }, body)
}

/** Settings and secrets stand in the form under their own names. */
function inputOf(values: FormValues) {
  const { kind, name, unitId, ...rest } = values
  const plain = Object.fromEntries(Object.entries(rest).filter(([, v]) => typeof v === 'string'))
  return { kind, name, unitId, settings: plain, secrets: plain }
}

async function make(c: Request): Promise<Response> {
  const values = await readForm(c)
  const kind = String(values['kind'] ?? '')
  if (!isMadeKind(kind)) throw notFound()
  const parsed = parseForm(channelSchema, inputOf(values))
  if (!parsed.ok) return formPage(c, kind, values, parsed.faults.map(plainly), null)
  try {
    const key = c.get('config').secret
    const id = await inTransaction(c, (tx) => makeChannel(tx, actorOf(c), parsed.value, key, c.get('now')))
    return redirect(c, channelAddress(id), texts.saved)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return formPage(c, kind, values, refusal.faults, null)
  }
}

function plainly(fault: Fault): Fault {
  return { field: fault.field, vi: 'Hãy điền mục này.', en: 'Fill this in.' }
}

async function toEdit(c: Request): Promise<Channel> {
  const channel = await channelById(c.get('db'), actorOf(c), idOf(c))
  if (!canRunChannel(actorOf(c), channel.unitId)) throw notFound()
  return channel
}

async function edit(c: Request, values?: FormValues, faults: readonly Fault[] = []): Promise<Response> {
  const channel = await toEdit(c)
  if (!isMadeKind(channel.kind)) throw notFound()
  const had = { name: channel.name, unitId: String(channel.unitId), ...channel.settings }
  return formPage(c, channel.kind, values ?? had, faults, channel)
}

async function change(c: Request): Promise<Response> {
  const channel = await toEdit(c)
  const values = await readForm(c)
  const parsed = parseForm(channelSchema, inputOf({ ...values, kind: channel.kind }))
  if (!parsed.ok) return edit(c, values, parsed.faults.map(plainly))
  try {
    const key = c.get('config').secret
    await inTransaction(c, (tx) =>
      changeChannel(tx, actorOf(c), channel.id, channel.version, parsed.value, key, c.get('now')),
    )
    return redirect(c, channelAddress(channel.id), texts.saved)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return edit(c, values, refusal.faults)
  }
}

async function turn(c: Request): Promise<Response> {
  const to = (await readForm(c))['to'] === 'on' ? 'on' : 'off'
  await inTransaction(c, (tx) => switchChannel(tx, actorOf(c), idOf(c), to, c.get('now')))
  return redirect(c, channelAddress(idOf(c)), texts.switched)
}

async function test(c: Request): Promise<Response> {
  const found = await testChannel(toolsOf(c), actorOf(c), idOf(c))
  return redirect(
    c,
    channelAddress(idOf(c)),
    found.good
      ? { vi: texts.testGood.vi(found.name), en: texts.testGood.en(found.name) }
      : { ...found.fault, tone: 'bad' },
  )
}

async function consent(c: Request): Promise<Response> {
  const channel = await toEdit(c)
  const to = begin(toolsOf(c), actorOf(c), channel)
  return c.redirect(to, 303)
}

async function consented(c: Request): Promise<Response> {
  const { state = '', code = '' } = c.req.query()
  const done = await finish(toolsOf(c), actorOf(c), { state, code })
  if (!done.channelId) return redirect(c, channelsAddress, { ...texts.consentFailed, tone: 'bad' })
  const to = channelAddress(done.channelId)
  return redirect(c, to, done.fault ? { ...done.fault, tone: 'bad' } : texts.consented)
}

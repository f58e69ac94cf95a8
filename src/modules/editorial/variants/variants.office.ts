import { type Fault, invalid, notFound, Refusal } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { originOf } from '../../publishing/publishing.ts'
import { goodNews, idOf, inTransaction, many, orBack } from '../asking.ts'
import { approverRoles, canApprove, deskRoles, writerRoles } from '../editorial.policy.ts'
import { allow, type FormsAgain, formsPanel, prepare } from '../forms/forms.office.ts'
import { isOpen, itemAddress } from '../item.ts'
import { deskCrumbs } from '../items/items.office.ts'
import { itemView } from '../items/showing.ts'
import { view } from '../pages/view.tsx'
import { countersOf } from './counters.ts'
import { channelLines } from './lines.ts'
import { ChannelsPage } from './pages/channels-page.tsx'
import { VariantPage } from './pages/variant-page.tsx'
import { readVariant, variantValues } from './variant-form.ts'
import { standingTexts, texts } from './variants.texts.ts'
import { chooseChannels, followAgain, noteTakenDown, saveVariant } from './variants.ts'

const at = '/desk/items/:id{[0-9]+}/channels'
const one = `${at}/:channelId{[0-9]+}`

export const variantRoutes: readonly Route[] = [
  { method: 'GET', path: at, who: deskRoles, handle: (c) => show(c) },
  { method: 'POST', path: at, who: writerRoles, handle: choose },
  {
    method: 'POST',
    path: '/desk/items/:id{[0-9]+}/forms',
    who: writerRoles,
    handle: (c) => prepare(c, (again) => show(c, [], again)),
  },
  {
    method: 'POST',
    path: '/desk/items/:id{[0-9]+}/prepared/:preparedId{[0-9]+}/permission',
    who: approverRoles,
    handle: allow,
  },
  { method: 'GET', path: one, who: writerRoles, handle: (c) => edit(c) },
  { method: 'POST', path: one, who: writerRoles, handle: save },
  { method: 'POST', path: `${one}/following`, who: writerRoles, handle: follow },
  {
    method: 'POST',
    path: '/desk/items/:id{[0-9]+}/takedowns/:messageId{[0-9]+}',
    who: writerRoles,
    handle: takenDown,
  },
]

function channelsAddress(c: Request): string {
  return `${itemAddress(idOf(c))}/channels`
}

async function linesOf(c: Request) {
  const actor = actorOf(c)
  const shown = await itemView(c.get('db'), actor, idOf(c), c.get('now'))
  const { baseUrl } = c.get('config')
  const lines = await channelLines(c.get('db'), actor, shown.item, shown.version, baseUrl, c.get('now'))
  return { shown, lines }
}

async function show(c: Request, typed: readonly Fault[] = [], again?: FormsAgain): Promise<Response> {
  const { shown, lines } = await linesOf(c)
  const { item, may } = shown
  const mayForms = { mayPrepare: may.write || may.review, mayAllow: canApprove(actorOf(c), item) }
  const forms = await formsPanel(c, item, mayForms, shown.version.title, again)
  const faults = [...typed, ...(again?.faults ?? [])]
  const props = { view: shown, lines, now: c.get('now'), faults, forms }
  const facts = {
    title: texts.channels[c.get('locale')],
    crumbs: deskCrumbs(c, shown.item),
    status: faults.length > 0 ? (422 as const) : (200 as const),
  }
  return officePage(c, facts, view(ChannelsPage, props))
}

async function choose(c: Request): Promise<Response> {
  const picked = many(await readForm(c), 'channels').map(Number)
  const body = (tx: Parameters<typeof chooseChannels>[0]) =>
    chooseChannels(tx, actorOf(c), idOf(c), picked, c.get('now'))
  return orBack(c, channelsAddress(c), texts.chosenSaved, body, ({ faults }) => show(c, faults))
}

async function edit(c: Request, back?: { values: FormValues; faults: readonly Fault[] }): Promise<Response> {
  const { shown, lines } = await linesOf(c)
  const found = lines.find((l) => l.channel.id === idOf(c, 'channelId'))
  if (!found?.variant) throw notFound()
  if (!shown.may.write || !isOpen(shown.item.state)) return redirect(c, channelsAddress(c))
  const line = { ...found, variant: found.variant }
  const locale = c.get('locale')
  const origin = await originOf(c.get('db'), shown.item.provinceId, c.get('config').baseUrl)
  const props = {
    ...{ view: shown, line, counters: countersOf(line.channel, origin, locale) },
    typed: back ? readVariant(line.variant, back.values, shown.version).content : line.variant.content,
    values: back?.values ?? variantValues(line.variant),
    faults: back?.faults ?? [],
  }
  const crumbs = [...deskCrumbs(c, shown.item), { label: texts.channels[locale], href: channelsAddress(c) }]
  const facts = {
    title: texts.editing[locale](line.channel.name),
    crumbs,
    status: back ? (422 as const) : (200 as const),
  }
  return officePage(c, facts, view(VariantPage, props))
}

async function save(c: Request): Promise<Response> {
  const values = await readForm(c)
  const { shown, lines } = await linesOf(c)
  const channelId = idOf(c, 'channelId')
  const was = lines.find((l) => l.channel.id === channelId)?.variant
  if (!was) throw notFound()
  const { faults, ...input } = readVariant(was, values, shown.version)
  const origin = await originOf(c.get('db'), shown.item.provinceId, c.get('config').baseUrl)
  const found = await refused(
    c,
    (tx) => saveVariant(tx, actorOf(c), shown.item.id, channelId, input, origin, c.get('now')),
    faults,
  )
  if (found.length > 0) return edit(c, { values, faults: found })
  return redirect(c, `${channelsAddress(c)}#channel-${channelId}`, goodNews(texts.saved))
}

/** Every fault at once: those of the form, and those that the verb finds. */
async function refused(
  c: Request,
  body: (tx: Parameters<typeof saveVariant>[0]) => Promise<void>,
  typed: readonly Fault[],
): Promise<readonly Fault[]> {
  try {
    await inTransaction(c, async (tx) => {
      await body(tx)
      if (typed.length > 0) throw invalid([...typed])
    })
    return []
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return [...typed, ...refusal.faults.filter((f) => !typed.some((t) => t.field === f.field))]
  }
}

async function follow(c: Request): Promise<Response> {
  await readForm(c)
  const channelId = idOf(c, 'channelId')
  await inTransaction(c, (tx) => followAgain(tx, actorOf(c), idOf(c), channelId, c.get('now')))
  return redirect(c, `${channelsAddress(c)}/${channelId}`, goodNews(texts.followDone))
}

async function takenDown(c: Request): Promise<Response> {
  await readForm(c)
  const messageId = idOf(c, 'messageId')
  await inTransaction(c, (tx) => noteTakenDown(tx, actorOf(c), idOf(c), messageId, c.get('now')))
  return redirect(c, channelsAddress(c), goodNews(standingTexts.confirmedDown))
}

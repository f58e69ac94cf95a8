import { addDays, dayOf, parseDay, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, Refusal } from '../../../lib/errors.ts'
import { sendBytes } from '../../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { listTopics } from '../../publishing/publishing.ts'
import { goodNews, idOf, inTransaction, many, one, orBack } from '../asking.ts'
import { canReview, canSee, canWrite, deskRoles, reviewerRoles, writerRoles } from '../editorial.policy.ts'
import { itemAddress } from '../item.ts'
import { deskCrumbs } from '../items/items.office.ts'
import { selectItem } from '../items/items.sql.ts'
import { unitNames } from '../items/showing.ts'
import { view } from '../pages/view.tsx'
import { keepers, keepsPress } from '../press/press.policy.ts'
import { listingOf, pageSize } from '../registers/listing.ts'
import { selectAdoptionSteps, selectAdoptions } from './adoptions.sql.ts'
import { modelAddress, modelsAddress } from './model.ts'
import { modelValues, readAdoption, readModel } from './model-form.ts'
import { texts } from './models.texts.ts'
import {
  callForModel,
  changeModel,
  modelOf,
  modelsSeenBy,
  registerFromItem,
  registerModel,
  tellAdoption,
  withdrawModel,
  writeOfModel,
} from './models.ts'
import { modelsSheet } from './models-sheet.ts'
import { ModelFormPage } from './pages/model-form-page.tsx'
import { ModelPage } from './pages/model-page.tsx'
import { ModelsPage } from './pages/models-page.tsx'

const at = `${modelsAddress}/:id{[0-9]+}`

export const modelRoutes: readonly Route[] = [
  { method: 'GET', path: modelsAddress, who: deskRoles, handle: list },
  { method: 'GET', path: `${modelsAddress}.xlsx`, who: deskRoles, handle: sheet },
  { method: 'GET', path: `${modelsAddress}/new`, who: writerRoles, handle: (c) => form(c, {}, []) },
  { method: 'POST', path: modelsAddress, who: writerRoles, handle: create },
  { method: 'GET', path: at, who: deskRoles, handle: (c) => show(c, {}, []) },
  { method: 'GET', path: `${at}/edit`, who: writerRoles, handle: (c) => form(c, null, []) },
  { method: 'POST', path: at, who: writerRoles, handle: change },
  { method: 'POST', path: `${at}/withdrawal`, who: reviewerRoles, handle: withdraw },
  { method: 'POST', path: `${at}/item`, who: writerRoles, handle: write },
  { method: 'POST', path: `${at}/adoptions`, who: writerRoles, handle: tell },
  { method: 'POST', path: `${at}/calls`, who: keepers, handle: call },
  { method: 'POST', path: '/desk/items/:id{[0-9]+}/model', who: writerRoles, handle: fromItem },
]

function filterOf(query: Record<string, string>) {
  const adopted = (['used', 'none'] as const).find((x) => x === query['adopted'])
  return {
    ...{ words: query['words'] || undefined, kind: query['kind'] || undefined, adopted },
    ...{ topic: query['topic'] || undefined, unitId: Number(query['unit']) || undefined },
    withdrawn: query['withdrawn'] === '1',
  }
}

async function list(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const listing = await listingOf(c, modelsAddress)
  const { models: top, total: all } = await modelsSeenBy(db, actor, {}, 8)
  const { total: used } = await modelsSeenBy(db, actor, { adopted: 'used' }, 1)
  const props = {
    ...(await modelsSeenBy(db, actor, filterOf(listing.query), pageSize, listing.offset)),
    ...{ ...listing, top, counts: { all, used, none: all - used } },
    topics: await listTopics(db, actor.provinceId),
    mayWrite: actor.grants.some((g) => canWrite(actor, g)),
  }
  const facts = { title: texts.models[actor.locale], crumbs: deskCrumbs(c) }
  return officePage(c, facts, view(ModelsPage, props))
}

async function sheet(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const { models } = await modelsSeenBy(db, actor, filterOf(c.req.query()), 10_000)
  const ids = models.map((m) => m.id)
  const adoptions = await selectAdoptions(db, actor.provinceId, ids)
  const names = await unitNames(db, actor.provinceId, dayOf(c.get('now')))
  const bytes = await modelsSheet(models, adoptions, names, await listTopics(db, actor.provinceId))
  const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return sendBytes(bytes, mime, 'Mô hình, gương điển hình.xlsx')
}

function crumbs(c: Request) {
  return [...deskCrumbs(c), { label: texts.models[c.get('locale')], href: modelsAddress }]
}

function statusOf(faults: readonly Fault[]) {
  return faults.length > 0 ? (422 as const) : (200 as const)
}

async function form(c: Request, typed: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const model = idOf(c) > 0 ? await modelOf(db, actor, idOf(c)) : null
  if (model && (!canWrite(actor, model) || model.withdrawn)) return redirect(c, modelAddress(model.id))
  const units = (await unitsAsOf(db, actor.provinceId, dayOf(c.get('now')))).filter((u) =>
    canWrite(actor, { unitId: u.id }),
  )
  const fresh = { unitId: String(actor.grants[0]?.unitId ?? '') }
  const props = {
    ...{ model, faults },
    units: units.map((u) => ({ id: u.id, name: u.name })),
    topics: (await listTopics(db, actor.provinceId)).filter((x) => !x.retired),
    values: model ? (typed ?? modelValues(model)) : { ...fresh, ...typed },
  }
  const title = model ? texts.editTitle[actor.locale] : texts.newModel[actor.locale]
  const way = model ? [...crumbs(c), { label: model.name, href: modelAddress(model.id) }] : crumbs(c)
  return officePage(c, { title, crumbs: way, status: statusOf(faults) }, view(ModelFormPage, props))
}

async function create(c: Request): Promise<Response> {
  const values = await readForm(c)
  const today = dayOf(c.get('now'))
  return orBack(
    c,
    modelsAddress,
    texts.registered,
    async (tx) => registerModel(tx, actorOf(c), readModel(values, today), c.get('now')),
    ({ faults }) => form(c, values, faults),
  )
}

async function change(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) => {
    const revision = Number(one(values, 'revision')) || 0
    const input = { ...readModel(values, dayOf(c.get('now'))), revision }
    await changeModel(tx, actorOf(c), idOf(c), input, c.get('now'))
  }
  return orBack(c, modelAddress(idOf(c)), texts.saved, body, ({ faults }) => form(c, values, faults))
}

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const { provinceId } = actor
  const today = dayOf(c.get('now'))
  const model = await modelOf(db, actor, idOf(c))
  const adoptions = await selectAdoptions(db, provinceId, [model.id])
  const units = (await unitsAsOf(db, provinceId, today)).map((u) => ({ id: u.id, name: u.name }))
  const others = units.filter((u) => u.id !== model.unitId)
  const asked = new Set(adoptions.map((a) => a.unitId))
  const item = model.itemId === null ? null : await selectItem(db, provinceId, model.itemId)
  const ids = adoptions.map((a) => a.id)
  const props = {
    ...{ model, adoptions, today, faults, item: item && canSee(actor, item) ? item : null },
    steps: await selectAdoptionSteps(db, provinceId, ids),
    topicName: (await listTopics(db, provinceId)).find((x) => x.code === model.topic)?.[actor.locale] ?? null,
    unitNames: await unitNames(db, provinceId, today),
    own: others.filter((u) => canWrite(actor, { unitId: u.id })),
    askable: others.filter((u) => !asked.has(u.id)),
    values: { answerBy: showDay(addDays(today, 30)), ...values },
    may: { write: canWrite(actor, model), withdraw: canReview(actor, model), call: keepsPress(actor) },
  }
  const facts = { title: model.name, crumbs: crumbs(c), status: statusOf(faults) }
  return officePage(c, facts, view(ModelPage, props))
}

async function withdraw(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = (tx: Tx) => withdrawModel(tx, actorOf(c), idOf(c), one(values, 'why'), c.get('now'))
  return orBack(c, modelAddress(idOf(c)), texts.withdrawn, body, ({ faults }) => show(c, values, faults))
}

async function write(c: Request): Promise<Response> {
  await readForm(c)
  const id = await inTransaction(c, (tx) => writeOfModel(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, itemAddress(id))
}

async function fromItem(c: Request): Promise<Response> {
  await readForm(c)
  const id = await inTransaction(c, (tx) => registerFromItem(tx, actorOf(c), idOf(c), c.get('now')))
  return redirect(c, modelAddress(id), goodNews(texts.registered))
}

async function tell(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) => tellAdoption(tx, actorOf(c), idOf(c), readAdoption(values), c.get('now'))
  return orBack(c, modelAddress(idOf(c)), texts.toldDone, body, ({ faults }) => show(c, values, faults))
}

async function call(c: Request): Promise<Response> {
  const values = await readForm(c)
  const answerBy = parseDay(one(values, 'answerBy'))
  const input = { unitIds: many(values, 'unitIds').map(Number), answerBy }
  try {
    const asked = await inTransaction(c, (tx) => callForModel(tx, actorOf(c), idOf(c), input, c.get('now')))
    const said = { vi: texts.called.vi(asked), en: texts.called.en(asked) }
    return redirect(c, `${modelAddress(idOf(c))}#adopters`, goodNews(said))
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return show(c, values, refusal.faults)
    throw refusal
  }
}

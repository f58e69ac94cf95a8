import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { type Day, dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { richTextFromPlain } from '../../../lib/richtext/plain.ts'
import { tellUnits } from '../../assignments/assignments.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { showAdopters } from '../../publishing/publishing.ts'
import { canReview, canWrite } from '../editorial.policy.ts'
import { selectItem, selectItemForChange } from '../items/items.sql.ts'
import { itemSeenBy, refuseUnless, versionOf } from '../items/loading.ts'
import { reachOf } from '../items/showing.ts'
import { createItem } from '../items/writing.ts'
import { keepsPress } from '../press/press.policy.ts'
import { reasonIn } from '../reasons.ts'
import { insertCalls, selectAdoptions, writeAdoption } from './adoptions.sql.ts'
import {
  type Adoption,
  type Model,
  type ModelFacts,
  type ModelRow,
  modelAddress,
  toldStages,
} from './model.ts'
import {
  insertModel,
  joinModel,
  lockModel,
  type ModelFilter,
  selectModels,
  updateModel,
  withdrawModelRow,
} from './models.sql.ts'

const workers = ['agency_officer', 'agency_head'] as const

/** Models within the actor's reach: of their units, those their units were called for or took over, and public ones. */
export function modelsSeenBy(db: DbOrTx, actor: Actor, filter: ModelFilter, limit?: number, offset?: number) {
  return selectModels(db, actor.provinceId, { ...filter, unitIds: reachOf(actor) }, limit, offset)
}

export async function modelOf(db: DbOrTx, actor: Actor, id: number): Promise<ModelRow> {
  const [model] = (await modelsSeenBy(db, actor, { id }, 1)).models
  if (!model) throw notFound()
  return model
}

/** The model in the register that an item tells of; null: none. */
export async function modelOfItem(db: DbOrTx, provinceId: number, itemId: number): Promise<Model | null> {
  return (await selectModels(db, provinceId, { itemId }, 1)).models[0] ?? null
}

export async function registerModel(tx: Tx, actor: Actor, input: ModelFacts, now: Date): Promise<number> {
  return register(tx, actor, { ...input, itemId: null }, now)
}

async function register(
  tx: Tx,
  actor: Actor,
  input: ModelFacts & { itemId: number | null },
  now: Date,
): Promise<number> {
  refuseUnless(canWrite(actor, input))
  const id = await insertModel(tx, actor.provinceId, input, { name: actor.name, at: now })
  await record(tx, actor, now, 'model.register', id, null, input)
  return id
}

/** Other words about a model, over the revision that the writer saw. */
export async function changeModel(
  tx: Tx,
  actor: Actor,
  id: number,
  input: ModelFacts & { revision: number },
  now: Date,
): Promise<void> {
  const was = await standing(tx, actor, id)
  refuseUnless(canWrite(actor, was) && canWrite(actor, input))
  const { revision, ...facts } = input
  if (!(await updateModel(tx, actor.provinceId, id, revision, facts)))
    throw conflict(
      'Có người vừa sửa mô hình này. Mở lại trang để xem bản mới nhất rồi sửa tiếp.',
      'Somebody has just changed this model. Open the page again and go on from the newest.',
    )
  await record(tx, actor, now, 'model.change', id, was, facts)
}

/** Takes a model out of the register, with the reason; what units told of it stays to be read. */
export async function withdrawModel(tx: Tx, actor: Actor, id: number, why: string, now: Date): Promise<void> {
  const was = await standing(tx, actor, id)
  refuseUnless(canReview(actor, was))
  const said = reasonIn(why)
  await withdrawModelRow(tx, actor.provinceId, id, { name: actor.name, at: now, why: said })
  await record(tx, actor, now, 'model.withdraw', id, null, { why: said })
  await handDown(tx, { ...was, withdrawn: { at: now, byName: actor.name, why: said } }, actor.provinceId, now)
}

/** The model for a change, held so that two people change it one after the other. */
async function standing(tx: Tx, actor: Actor, id: number): Promise<ModelRow> {
  await lockModel(tx, actor.provinceId, id)
  const model = await modelOf(tx, actor, id)
  if (model.withdrawn)
    throw conflict('Mô hình này đã rút khỏi sổ.', 'This model was taken out of the register.')
  return model
}

/** Begins the article about a model with what the register knows, so that nothing is typed twice. Returns the item. */
export async function writeOfModel(tx: Tx, actor: Actor, id: number, now: Date): Promise<number> {
  const model = await standing(tx, actor, id)
  if (model.itemId !== null) return model.itemId
  const [first = '', ...rest] = model.about.split(/\n\s*\n/)
  const lead = first.length <= 600 ? first : ''
  const facts = {
    subject: model.subject.slice(0, 300),
    ...(model.sinceDay ? { since: model.sinceDay } : {}),
    ...(model.result ? { result: model.result } : {}),
  }
  const itemId = await createItem(
    tx,
    actor,
    {
      ...{ kind: 'exemplar', title: model.name, language: 'vi', translationOf: null },
      ...{ unitId: model.unitId, columnId: null, topics: model.topic ? [model.topic] : [], taskId: null },
      ...{ formCode: null, themeCodes: ['good_models'], audienceCodes: [], reviewBy: null },
    },
    now,
    { lead, facts, body: richTextFromPlain(lead ? rest.join('\n\n') : model.about).doc, byline: actor.name },
  )
  await joinModel(tx, actor.provinceId, id, itemId)
  await record(tx, actor, now, 'model.write', id, null, { itemId })
  return itemId
}

/** Takes what an article about a model says into the register. Returns the model. */
export async function registerFromItem(tx: Tx, actor: Actor, itemId: number, now: Date): Promise<number> {
  const { provinceId } = actor
  const item = await itemSeenBy(tx, actor, itemId)
  await selectItemForChange(tx, provinceId, itemId)
  if (item.kind !== 'exemplar' || item.translationOf !== null) throw notFound()
  const known = await modelOfItem(tx, provinceId, itemId)
  if (known) return known.id
  const version = await versionOf(tx, item, item.currentVersion)
  const text = (name: string) => String(version.facts[name] ?? '')
  const since = text('since')
  const facts: ModelFacts = {
    ...{ kind: 'model', name: version.title, subject: text('subject'), about: version.lead },
    ...{ unitId: item.unitId, topic: item.topics[0] ?? '', sinceDay: since === '' ? null : since },
    ...{ result: text('result'), address: null },
  }
  const id = await register(tx, actor, { ...facts, itemId }, now)
  return id
}

/** Asks units to take a model over, and to say by a day how far they are (QNG-26). Returns how many are asked anew. */
export async function callForModel(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { unitIds: readonly number[]; answerBy: Day | null },
  now: Date,
): Promise<number> {
  refuseUnless(keepsPress(actor))
  const { provinceId } = actor
  const model = await standing(tx, actor, id)
  const today = dayOf(now)
  const units = (await unitsAsOf(tx, provinceId, today)).map((u) => u.id)
  const asked = input.unitIds.filter((u) => units.includes(u) && u !== model.unitId)
  if (asked.length === 0)
    throw invalid([{ field: 'unitIds', vi: 'Chọn ít nhất một đơn vị.', en: 'Choose at least one unit.' }])
  const { answerBy } = input
  if (!answerBy || answerBy <= today)
    throw invalid([
      {
        field: 'answerBy',
        vi: 'Nhập hạn trả lời, sau hôm nay, dạng 22/11/2026.',
        en: 'Enter a day after today.',
      },
    ])
  const by = { name: actor.name, at: now }
  const fresh = await insertCalls(tx, provinceId, id, asked, answerBy, by)
  const day = showDay(answerBy)
  const news = {
    kind: 'editorial.model_called',
    vi: `Đề nghị nhân rộng mô hình “${model.name}”: cho biết đơn vị làm đến đâu trước ngày ${day}.`,
    en: `Please take over the model “${model.name}” and say by ${day} how far you are.`,
    href: modelAddress(id),
  }
  await tellUnits(tx, provinceId, fresh, workers, news, now)
  await record(tx, actor, now, 'model.call', id, null, { unitIds: fresh, answerBy })
  return fresh.length
}

/** A unit says since when and how far it has a model, and what came of it. */
export async function tellAdoption(
  tx: Tx,
  actor: Actor,
  id: number,
  input: Pick<Adoption, 'unitId' | 'stage' | 'sinceDay' | 'result' | 'address'>,
  now: Date,
): Promise<void> {
  const { provinceId } = actor
  const model = await standing(tx, actor, id)
  const { unitId, ...told } = input
  const today = dayOf(now)
  const unit = (await unitsAsOf(tx, provinceId, today)).find((u) => u.id === unitId)
  if (!unit || unitId === model.unitId || !canWrite(actor, { unitId }))
    throw invalid([{ field: 'unitId', vi: 'Chọn đơn vị áp dụng.', en: 'Choose the unit.' }])
  if (!(toldStages as readonly string[]).includes(told.stage))
    throw invalid([{ field: 'stage', vi: 'Chọn mức áp dụng.', en: 'Choose how far it is.' }])
  if (told.stage !== 'studying' && !told.sinceDay)
    throw invalid([{ field: 'sinceDay', vi: 'Nhập ngày, dạng 22/11/2026.', en: 'Enter the day.' }])
  if (told.sinceDay && told.sinceDay > today)
    throw invalid([
      { field: 'sinceDay', vi: 'Ngày không được sau hôm nay.', en: 'It cannot be after today.' },
    ])
  if (told.stage === 'stopped' && told.result.length < 5)
    throw invalid([{ field: 'result', vi: 'Ghi vì sao dừng.', en: 'Say why it was stopped.' }])
  const at = { modelId: id, unitId }
  const was = (await selectAdoptions(tx, provinceId, [id])).find((a) => a.unitId === unitId)
  await writeAdoption(tx, provinceId, at, told, { name: actor.name, at: now })
  await record(tx, actor, now, 'model.adopt', id, was ?? null, input)
  await handDown(tx, model, provinceId, now)
}

/** Tells readers where a model has been taken over, once its article is public. */
export async function handDown(tx: Tx, model: Model, provinceId: number, now: Date): Promise<void> {
  const item = model.itemId === null ? null : await selectItem(tx, provinceId, model.itemId)
  if (!item?.publicationId) return
  const units = await unitsAsOf(tx, provinceId, dayOf(now))
  const adoptions = model.withdrawn ? [] : await selectAdoptions(tx, provinceId, [model.id])
  const adopters = adoptions.flatMap(({ unitId, stage, sinceDay }) => {
    const name = units.find((u) => u.id === unitId)?.name
    return name && (stage === 'trying' || stage === 'in_use') ? [{ unitId, name, stage, sinceDay }] : []
  })
  await showAdopters(tx, provinceId, item.publicationId, adopters)
}

/** The article about a model is public now: readers learn who took it over. */
export async function handDownOfItem(tx: Tx, provinceId: number, itemId: number, now: Date): Promise<void> {
  const model = await modelOfItem(tx, provinceId, itemId)
  if (model) await handDown(tx, model, provinceId, now)
}

async function record(
  tx: Tx,
  actor: Actor,
  now: Date,
  verb: string,
  id: number,
  before: unknown,
  after: unknown,
): Promise<void> {
  await recordChange(tx, actor, now, { verb, subject: { kind: 'model', id }, before, after })
}

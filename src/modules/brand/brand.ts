import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { type Day, dayOf, showDay } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../lib/errors.ts'
import { tellUnits } from '../assignments/assignments.ts'
import { documentsById } from '../legal/legal.ts'
import { unitsAsOf } from '../organisations/organisations.ts'
import { askUnits, selectAdoptions, writeAdoption } from './adoptions.sql.ts'
import { keepsKits, tellsFor } from './brand.policy.ts'
import {
  type Adoption,
  type Kit,
  type KitFacts,
  type KitFile,
  kitAddress,
  mostFiles,
  type Part,
  type PartFacts,
  type ShownPart,
} from './kit.ts'
import {
  insertKit,
  insertPart,
  retireKitRow,
  retirePartRow,
  selectKits,
  selectParts,
  updateKit,
  updatePart,
} from './kits.sql.ts'
import { insertVersion, selectVersions } from './versions.sql.ts'

export function kitsOf(db: DbOrTx, provinceId: number): Promise<Kit[]> {
  return selectKits(db, provinceId)
}

export async function kitById(db: DbOrTx, provinceId: number, id: number): Promise<Kit> {
  const [kit] = await selectKits(db, provinceId, id)
  if (!kit) throw notFound()
  return kit
}

/** The parts of kits with all their versions, in the order of the kit. */
export async function partsOf(
  db: DbOrTx,
  provinceId: number,
  kitIds: readonly number[],
): Promise<ShownPart[]> {
  const parts = await selectParts(db, provinceId, kitIds)
  const versions = await selectVersions(
    db,
    provinceId,
    parts.map((p) => p.id),
  )
  return parts.map((p) => ({ ...p, versions: versions.filter((v) => v.partId === p.id) }))
}

/** What the public may see: kits and parts marked so, neither retired, each part with its newest version alone. */
export async function publicKits(db: DbOrTx, provinceId: number): Promise<(Kit & { parts: ShownPart[] })[]> {
  const kits = (await selectKits(db, provinceId)).filter((k) => k.isPublic && !k.retired)
  const parts = await partsOf(
    db,
    provinceId,
    kits.map((k) => k.id),
  )
  const open = parts
    .filter((p) => p.isPublic && !p.retiredAt && (p.versions.length > 0 || p.colours.length > 0))
    .map((p) => ({ ...p, versions: p.versions.slice(0, 1) }))
  return kits
    .map((k) => ({ ...k, parts: open.filter((p) => p.kitId === k.id) }))
    .filter((k) => k.parts.length > 0)
}

/** A file of one of these parts; refuses (`notFound`) where none of them has it. */
export function fileOf(parts: readonly ShownPart[], id: number): KitFile {
  const found = parts.flatMap((p) => p.versions.flatMap((v) => v.files)).find((f) => f.id === id)
  if (!found) throw notFound()
  return found
}

export function adoptionsOf(db: DbOrTx, provinceId: number, kitIds: readonly number[]) {
  return selectAdoptions(db, provinceId, kitIds)
}

/** Opens a set, or (`over`) puts other words to one, over the revision that the writer saw. Returns its id. */
export async function keepKit(
  tx: Tx,
  actor: Actor,
  facts: KitFacts,
  over: { id: number; revision: number } | null,
  now: Date,
): Promise<number> {
  refuseOthers(actor)
  const { provinceId } = actor
  if (facts.documentId !== null && !(await documentsById(tx, provinceId, [facts.documentId])).size)
    throw invalid([{ field: 'documentId', vi: 'Chọn văn bản trong danh sách.', en: 'Choose from the list.' }])
  const by = { name: actor.name, at: now }
  if (!over) {
    const id = await insertKit(tx, provinceId, facts, by)
    await record(tx, actor, now, 'brand.open', id, null, facts)
    return id
  }
  const was = await standing(tx, actor, over.id)
  if (!(await updateKit(tx, provinceId, over.id, over.revision, facts, by))) throw changedMeanwhile()
  await record(tx, actor, now, 'brand.change', over.id, was, facts)
  return over.id
}

/** Takes a set out of use, with the reason, or (`why` null) back into it. Its files stay for the history. */
export async function retireKit(
  tx: Tx,
  actor: Actor,
  id: number,
  why: string | null,
  now: Date,
): Promise<void> {
  refuseOthers(actor)
  const was = await kitById(tx, actor.provinceId, id)
  if (why !== null && (why.trim().length < 5 || why.length > 500))
    throw invalid([
      { field: 'why', vi: 'Ghi lý do, từ 5 đến 500 ký tự.', en: 'Say why, in 5 to 500 characters.' },
    ])
  await retireKitRow(tx, actor.provinceId, id, why?.trim() ?? null, { name: actor.name, at: now })
  const verb = why === null ? 'brand.reopen' : 'brand.retire'
  await record(tx, actor, now, verb, id, { retired: was.retired }, { why })
}

/** Adds a part to a set, or (`over`) changes one. Returns its id. */
export async function keepPart(
  tx: Tx,
  actor: Actor,
  kitId: number,
  facts: PartFacts,
  over: { id: number; revision: number } | null,
  now: Date,
): Promise<number> {
  refuseOthers(actor)
  const { provinceId } = actor
  await standing(tx, actor, kitId)
  if (!over) {
    const id = await insertPart(tx, provinceId, kitId, facts)
    await record(tx, actor, now, 'brand.add_part', kitId, null, { id, ...facts })
    return id
  }
  const was = await partOf(tx, provinceId, kitId, over.id)
  if (!(await updatePart(tx, provinceId, over.id, over.revision, facts))) throw changedMeanwhile()
  await record(tx, actor, now, 'brand.change_part', kitId, was, { id: over.id, ...facts })
  return over.id
}

export async function retirePart(
  tx: Tx,
  actor: Actor,
  kitId: number,
  id: number,
  isRetired: boolean,
  now: Date,
): Promise<void> {
  refuseOthers(actor)
  const was = await partOf(tx, actor.provinceId, kitId, id)
  await retirePartRow(tx, actor.provinceId, id, isRetired ? now : null)
  const verb = isRetired ? 'brand.retire_part' : 'brand.reopen_part'
  await record(tx, actor, now, verb, kitId, { id, retiredAt: was.retiredAt }, { id })
}

async function partOf(db: DbOrTx, provinceId: number, kitId: number, id: number): Promise<Part> {
  const part = (await selectParts(db, provinceId, [kitId])).find((p) => p.id === id)
  if (!part) throw notFound()
  return part
}

/** New files of a part: from now on they are what units take; the older ones stay in its history. Returns the number. */
export async function addVersion(
  tx: Tx,
  actor: Actor,
  at: { kitId: number; partId: number },
  input: { note: string; fileIds: readonly number[] },
  now: Date,
): Promise<number> {
  refuseOthers(actor)
  const { provinceId } = actor
  await standing(tx, actor, at.kitId)
  await partOf(tx, provinceId, at.kitId, at.partId)
  if (input.fileIds.length === 0 || input.fileIds.length > mostFiles)
    throw invalid([
      { field: 'files', vi: `Chọn từ 1 đến ${mostFiles} tệp.`, en: `Choose 1 to ${mostFiles} files.` },
    ])
  const [newest] = await selectVersions(tx, provinceId, [at.partId])
  const number = (newest?.number ?? 0) + 1
  await insertVersion(tx, provinceId, at.partId, { ...input, number }, { name: actor.name, at: now })
  await record(tx, actor, now, 'brand.add_version', at.kitId, null, { partId: at.partId, number, ...input })
  return number
}

const listeners = ['agency_officer', 'agency_head'] as const

/** Asks units to use the set by a day, and tells their people. Returns how many were asked. */
export async function askForKit(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { unitIds: readonly number[]; answerBy: Day | null },
  now: Date,
): Promise<number> {
  refuseOthers(actor)
  const { provinceId } = actor
  const kit = await standing(tx, actor, id)
  const today = dayOf(now)
  const known = new Set((await unitsAsOf(tx, provinceId, today)).map((u) => u.id))
  const wanted = [...new Set(input.unitIds)].filter((u) => known.has(u))
  const { answerBy } = input
  const faults = []
  if (!answerBy || answerBy <= today)
    faults.push({
      field: 'answerBy',
      vi: 'Nhập hạn, sau hôm nay, dạng 22/11/2026.',
      en: 'Enter a day after today.',
    })
  if (wanted.length === 0)
    faults.push({ field: 'unitIds', vi: 'Chọn ít nhất một đơn vị.', en: 'Choose at least one unit.' })
  if (!answerBy || faults.length > 0) throw invalid(faults)
  const asked = await askUnits(tx, provinceId, id, wanted, answerBy, now)
  const day = showDay(answerBy)
  const news = {
    kind: 'brand.asked',
    vi: `Đề nghị áp dụng “${kit.name}” và gửi ảnh trước hết ngày ${day}.`,
    en: `Please use “${kit.name}” and send a photo by ${day}.`,
    href: kitAddress(id),
  }
  await tellUnits(tx, provinceId, asked, listeners, news, now)
  await record(tx, actor, now, 'brand.ask', id, null, { unitIds: asked, answerBy })
  return asked.length
}

/** A unit says since when it uses the set, with a photo; without a new one the earlier stays. */
export async function tellAdoption(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { unitId: number; sinceDay: Day; note: string; photoFileId: number | null },
  now: Date,
): Promise<void> {
  const { provinceId } = actor
  await standing(tx, actor, id)
  const today = dayOf(now)
  const isUnit = (await unitsAsOf(tx, provinceId, today)).some((u) => u.id === input.unitId)
  if (!isUnit || !tellsFor(actor, input.unitId))
    throw invalid([{ field: 'unitId', vi: 'Chọn đơn vị của mình.', en: 'Choose your unit.' }])
  if (input.sinceDay > today)
    throw invalid([
      { field: 'sinceDay', vi: 'Ngày không được sau hôm nay.', en: 'It cannot be after today.' },
    ])
  const was: Adoption | undefined = (await selectAdoptions(tx, provinceId, [id])).find(
    (a) => a.unitId === input.unitId,
  )
  const told = { ...input, photoFileId: input.photoFileId ?? was?.photoFileId ?? null }
  await writeAdoption(tx, provinceId, id, told, { name: actor.name, at: now })
  await record(tx, actor, now, 'brand.apply', id, was ?? null, told)
}

async function standing(tx: Tx, actor: Actor, id: number): Promise<Kit> {
  const kit = await kitById(tx, actor.provinceId, id)
  if (kit.retired) throw conflict('Bộ nhận diện này đã thôi dùng.', 'This set is not used any more.')
  return kit
}

function refuseOthers(actor: Actor): void {
  if (!keepsKits(actor))
    throw forbidden(
      'Chỉ người phụ trách truyền thông của tỉnh được sửa kho bộ nhận diện.',
      'Only those who keep the province’s communication may change the store.',
    )
}

function changedMeanwhile() {
  return conflict(
    'Có người vừa sửa. Mở lại trang để xem bản mới nhất rồi sửa tiếp.',
    'Somebody has just changed this. Open the page again and go on from the newest.',
  )
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
  await recordChange(tx, actor, now, { verb, subject: { kind: 'brand', id }, before, after })
}

import type { Actor } from '../../../lib/actor.ts'
import { type Day, dayOf } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { catalogueOf } from '../../plans/plans.ts'
import { publicationAddress } from '../../publishing/publication.ts'
import { listColumns, listTopics, publicationById } from '../../publishing/publishing.ts'
import { type ApprovalLink, selectLinks } from '../approvals/approvals.sql.ts'
import { selectProduced } from '../coverage/coverage.sql.ts'
import type { Produced } from '../coverage/event.ts'
import { canApprove, canReview, canWrite, seesAll, whyNotSecond } from '../editorial.policy.ts'
import { type Item, type Step, type Version, writersSince } from '../item.ts'
import { type KitLog, selectKitLog } from '../kits/kits.sql.ts'
import type { Outlet } from '../outlet.ts'
import { selectOrientations } from '../press/orientations.sql.ts'
import { selectOutlets } from '../press/outlets.sql.ts'
import type { Way } from '../stages/stage.ts'
import { canDecide, standsSomewhere, wayOfVersion, waysOf, whyNotNext } from '../stages/ways.ts'
import { selectBadLinks } from '../upkeep/upkeep.sql.ts'
import { selectTroubled } from '../variants/takedowns.sql.ts'
import { selectSteps } from './items.sql.ts'
import {
  type ItemImage,
  type KeptCopy,
  type SecondLook,
  selectCopies,
  selectImages,
  selectLooks,
} from './kept.sql.ts'
import { countByState, type ItemFilter, type ItemRow, selectItems } from './lists.sql.ts'
import { itemSeenBy, type LoadedItem, versionOf } from './loading.ts'
import { selectRegisterId } from './register.sql.ts'
import { masterSeenBy, type Translation, translationsOf, versionToTranslate } from './translating.ts'
import { selectVersions } from './versions.sql.ts'

/** What the actor may do with an item at its present step. */
export interface May {
  write: boolean
  review: boolean
  approve: boolean
  /** Why not, where the actor approves for this unit but wrote a part. */
  whyNotApprove: { vi: string; en: string } | null
}

export interface ItemView {
  item: LoadedItem
  version: Version
  versions: Version[]
  steps: Step[]
  images: ItemImage[]
  copies: KeptCopy[]
  looks: SecondLook[]
  links: ApprovalLink[]
  /** Steps of production; empty for what is not broadcast. */
  produced: Produced[]
  unitName: string
  columnName: string | null
  /** The orientation of the press that it follows. */
  orientation: { id: number; title: string } | null
  topicNames: string[]
  /** What the activity says that its publication becomes: names of form, themes and audiences. */
  labels: { form: string | null; themes: string[]; audiences: string[] }
  /** Where readers find it; null: nothing is public. */
  address: string | null
  /** The stages of review, and how far this version has come. */
  way: Way
  may: May
  languages: Languages
  /** Links of the public text that fail and that nobody has settled. */
  badLinks: number
  /** In the register of models or of shortcomings; null: it stands in none. */
  registerId: number | null
  /** Of a press kit: who got it, what followed, and who may be chosen. */
  kit: { log: KitLog; outlets: Outlet[] } | null
}

/** An item among its versions in other languages. */
export interface Languages {
  translations: Translation[]
  mayAdd: boolean
  /** Of a translation: what it translates, with the text that readers of the original see. */
  from: { master: LoadedItem; own: Translation; text: Version } | null
}

export function mayDo(actor: Actor, item: Item, steps: readonly Step[], way: Way): May {
  const isAsked = item.state === 'submitted'
  const approve = isAsked ? canDecide(actor, item, way) : canApprove(actor, item)
  const writing = approve ? whyNotSecond(actor.accountId, writersSince(steps)) : null
  const why = writing ?? (approve && isAsked ? whyNotNext(actor.accountId, way) : null)
  return {
    write: canWrite(actor, item),
    review: canReview(actor, item),
    approve: approve && why === null,
    whyNotApprove: why,
  }
}

export async function itemView(db: DbOrTx, actor: Actor, id: number, now: Date): Promise<ItemView> {
  const item = await itemSeenBy(db, actor, id)
  const { provinceId } = actor
  const versions = await selectVersions(db, provinceId, id)
  const version = versions.find((v) => v.number === item.currentVersion)
  if (!version) throw new Error(`item ${id} has no version ${item.currentVersion}`)
  const steps = await selectSteps(db, provinceId, [id])
  const way = await wayOfVersion(db, item, version)
  const columns = await listColumns(db, provinceId)
  const topics = await listTopics(db, provinceId)
  const head = item.publicationId === null ? null : await publicationById(db, provinceId, item.publicationId)
  return {
    ...{ item, version, versions, steps },
    images: await selectImages(db, provinceId, id),
    copies: await selectCopies(db, provinceId, id),
    looks: await selectLooks(db, provinceId, id),
    links: await selectLinks(db, provinceId, id),
    produced: await selectProduced(db, provinceId, id),
    unitName: (await unitNames(db, provinceId, dayOf(now))).get(item.unitId) ?? '',
    columnName: columns.find((c) => c.id === item.columnId)?.[actor.locale] ?? null,
    orientation: await orientationOf(db, item),
    topicNames: topics.filter((t) => item.topics.includes(t.code)).map((t) => t[actor.locale]),
    labels: await labelsOf(db, actor, item),
    address: head?.state === 'live' ? publicationAddress(head) : null,
    ...{ way, may: mayDo(actor, item, steps, way) },
    languages: await languagesOf(db, actor, item),
    badLinks: (await selectBadLinks(db, provinceId, { itemId: id })).filter((l) => l.settled === null).length,
    kit: await kitOf(db, item),
    registerId: await selectRegisterId(db, provinceId, item),
  }
}

async function labelsOf(db: DbOrTx, actor: Actor, item: Item): Promise<ItemView['labels']> {
  const { forms, themes, audiences } = await catalogueOf(db, actor.provinceId)
  const named = (list: readonly { code: string; vi: string; en: string }[], codes: readonly string[]) =>
    list.filter((one) => codes.includes(one.code)).map((one) => one[actor.locale])
  return {
    form: named(forms, item.formCode ? [item.formCode] : [])[0] ?? null,
    themes: named(themes, item.themeCodes),
    audiences: named(audiences, item.audienceCodes),
  }
}

async function languagesOf(db: DbOrTx, actor: Actor, item: LoadedItem): Promise<Languages> {
  const seen = await masterSeenBy(db, actor, item)
  const text = seen && (await versionOf(db, seen.master, versionToTranslate(seen.master)))
  return {
    translations: item.translationOf === null ? await translationsOf(db, item) : [],
    mayAdd: item.translationOf === null && item.state !== 'dropped' && canWrite(actor, item),
    from: seen && text && { ...seen, text },
  }
}

export async function unitNames(db: DbOrTx, provinceId: number, today: Day): Promise<Map<number, string>> {
  const units = await unitsAsOf(db, provinceId, today)
  return new Map(units.map((u) => [u.id, u.shortName ?? u.name]))
}

export function reachOf(actor: Actor): readonly number[] | undefined {
  return seesAll(actor) || actor.reach === 'province' ? undefined : [...actor.reach]
}

export async function itemsSeenBy(
  db: DbOrTx,
  actor: Actor,
  filter: ItemFilter,
  page: number,
  pageSize: number,
) {
  // Those that are named were found for the actor, some of them in other units.
  const own = { ...filter, unitIds: filter.ids ? undefined : reachOf(actor) }
  const found = await selectItems(db, actor.provinceId, own, pageSize, (page - 1) * pageSize)
  const counts = await countByState(db, actor.provinceId, {
    ...{ ...filter, ids: undefined, unitIds: reachOf(actor), states: undefined },
  })
  const ids = found.items.map((i) => i.id)
  return { ...found, counts, troubled: await selectTroubled(db, actor.provinceId, ids) }
}

/** Why an item waits for a person. */
export type Waits =
  | 'toMendChannel'
  | 'toMend'
  | 'toApprove'
  | 'toReview'
  | 'toPublish'
  | 'toLookAgain'
  | 'toCheckAgain'
export interface WaitingItem {
  item: ItemRow
  why: Waits
}

const most = 200

/** What waits for the actor, the most pressing kinds first. */
export async function waitingFor(db: DbOrTx, actor: Actor, today: Day): Promise<WaitingItem[]> {
  const { provinceId } = actor
  const looks = (await selectLooks(db, provinceId, null)).filter((l) => l.forcedBy !== actor.accountId)
  const unitIds = reachOf(actor)
  const states = ['returned', 'submitted', 'approved'] as const
  const own = (await selectItems(db, provinceId, { unitIds, states }, most)).items
  const open = [...own, ...(await askedElsewhere(db, actor, unitIds))]
  const looked = (await selectItems(db, provinceId, { unitIds, ids: looks.map((l) => l.itemId) }, most)).items
  const due = (await selectItems(db, provinceId, { unitIds, isPublic: true }, most)).items.filter(
    (i) => i.reviewBy !== null && i.reviewBy <= today,
  )
  const steps = Map.groupBy(
    await selectSteps(
      db,
      provinceId,
      [...open, ...looked].map((i) => i.id),
    ),
    (s) => s.itemId,
  )
  const ways = await waysOf(db, provinceId, open)
  const waiting = open.flatMap((item): WaitingItem[] => {
    const why = whyOpen(actor, item, steps.get(item.id) ?? [], ways(item))
    return why ? [{ item, why }] : []
  })
  const troubled = await troubledItems(db, actor, unitIds)
  const again = looked.flatMap((item): WaitingItem[] => {
    const wrote = writersSince(steps.get(item.id) ?? []).has(actor.accountId)
    return canApprove(actor, item) && !wrote ? [{ item, why: 'toLookAgain' }] : []
  })
  const check = due.flatMap((item): WaitingItem[] =>
    canWrite(actor, item) ? [{ item, why: 'toCheckAgain' }] : [],
  )
  return [...again, ...troubled, ...waiting, ...check]
}

/** Texts of other units under review, where the actor stands at a stage that is a unit's. Whether it is their turn, the way tells. */
async function askedElsewhere(
  db: DbOrTx,
  actor: Actor,
  unitIds: readonly number[] | undefined,
): Promise<ItemRow[]> {
  if (unitIds === undefined || !(await standsSomewhere(db, actor, { ofUnits: true }))) return []
  const states = ['submitted'] as const
  const { items } = await selectItems(db, actor.provinceId, { states }, most)
  return items.filter((i) => !unitIds.includes(i.unitId))
}

/** Items a channel of which failed, or that were withdrawn and are still to be seen somewhere. */
async function troubledItems(
  db: DbOrTx,
  actor: Actor,
  unitIds: readonly number[] | undefined,
): Promise<WaitingItem[]> {
  const ids = [...(await selectTroubled(db, actor.provinceId, null))]
  if (ids.length === 0) return []
  const { items } = await selectItems(db, actor.provinceId, { unitIds, ids }, most)
  return items.flatMap((item): WaitingItem[] =>
    canWrite(actor, item) ? [{ item, why: 'toMendChannel' }] : [],
  )
}

function whyOpen(actor: Actor, item: ItemRow, steps: readonly Step[], way: Way): Waits | null {
  const writers = writersSince(steps)
  const wrote = writers.has(actor.accountId)
  if (item.state === 'returned') return wrote || item.madeBy === actor.accountId ? 'toMend' : null
  if (item.state === 'approved') return canReview(actor, item) ? 'toPublish' : null
  if (wrote) return null
  if (canDecide(actor, item, way)) return whyNotNext(actor.accountId, way) ? null : 'toApprove'
  return canReview(actor, item) ? 'toReview' : null
}

async function orientationOf(db: DbOrTx, item: LoadedItem): Promise<ItemView['orientation']> {
  if (item.orientationId === null) return null
  const all = await selectOrientations(db, item.provinceId)
  return all.find((o) => o.id === item.orientationId) ?? null
}

async function kitOf(db: DbOrTx, item: LoadedItem): Promise<ItemView['kit']> {
  if (item.kind !== 'press_kit') return null
  const outlets = (await selectOutlets(db, item.provinceId)).filter((o) => !o.retired)
  return { log: await selectKitLog(db, item.provinceId, item.id), outlets }
}

import type { Actor } from '../../../lib/actor.ts'
import { type AuditedBy, recordChange } from '../../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, notFound } from '../../../lib/errors.ts'
import { canSee, whyNotMove } from '../editorial.policy.ts'
import type { Item, ItemState, StepVerb, Version } from '../item.ts'
import { readsForStage } from '../stages/ways.ts'
import { type ItemChange, insertStep, selectItem, selectItemForChange, updateItem } from './items.sql.ts'
import { selectVersion } from './versions.sql.ts'

/** An item with the province it is of: what statements about it need. */
export type LoadedItem = Item & { provinceId: number }

/** The item where the actor may see it; not_found otherwise, so that nothing is given away. */
export async function itemSeenBy(db: DbOrTx, actor: Actor, id: number): Promise<LoadedItem> {
  const item = await selectItem(db, actor.provinceId, id)
  if (!item || !(canSee(actor, item) || (await readsForStage(db, actor, item)))) throw notFound()
  return { ...item, provinceId: actor.provinceId }
}

export async function itemForChange(tx: Tx, actor: Actor, id: number): Promise<LoadedItem> {
  const item = await selectItemForChange(tx, actor.provinceId, id)
  if (!item || !(canSee(actor, item) || (await readsForStage(tx, actor, item)))) throw notFound()
  return { ...item, provinceId: actor.provinceId }
}

export async function versionOf(db: DbOrTx, item: LoadedItem, number: number): Promise<Version> {
  const version = await selectVersion(db, item.provinceId, item.id, number)
  if (!version) throw new Error(`item ${item.id} has no version ${number}`)
  return version
}

/** Who moves an item: a person, a leader by private link, or the program itself. */
export interface Mover {
  provinceId: number
  accountId: number | null
  name: string
}

export function refuseMove(item: Item, to: ItemState): void {
  const why = whyNotMove(item.state, to)
  if (why) throw conflict(why.vi, why.en)
}

/** Moves an item where its life allows it, with the step and the record of it. */
export async function move(
  tx: Tx,
  by: Mover,
  item: LoadedItem,
  to: ItemState,
  step: { verb: StepVerb; note: string | null; number?: number },
  now: Date,
  change: ItemChange = {},
): Promise<void> {
  refuseMove(item, to)
  await updateItem(tx, by.provinceId, item.id, { ...change, state: to })
  await noteStep(tx, by, item, step, now)
  await recordChange(tx, audited(by), now, {
    verb: `item.${step.verb}`,
    subject: { kind: 'item', id: item.id },
    before: { state: item.state },
    after: { state: to, version: step.number ?? item.currentVersion, note: step.note },
  })
}

export function audited({ provinceId, accountId, name }: Mover): AuditedBy {
  return accountId === null ? { provinceId, accountId, name } : { provinceId, accountId, name }
}

/** A step with the digest of the text it was taken on. */
export async function noteStep(
  tx: Tx,
  by: Mover,
  item: LoadedItem,
  { verb, note, number = item.currentVersion }: { verb: StepVerb; note: string | null; number?: number },
  now: Date,
): Promise<void> {
  const { digest } = await versionOf(tx, item, number)
  await insertStep(tx, by.provinceId, item.id, {
    ...{ number, verb, note, digest },
    ...{ byAccount: by.accountId, byName: by.name, at: now },
  })
}

export function refuseUnless(may: boolean): void {
  if (may) return
  throw forbidden(
    'Anh/chị không có quyền làm việc này với tin, bài của đơn vị đó. Hãy nhờ biên tập viên hoặc người đứng đầu đơn vị.',
    'You may not do this with that unit’s items. Ask an editor or the head of the unit.',
  )
}

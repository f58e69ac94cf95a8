import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { channelKinds, type Variant } from '../../publishing/channel.ts'
import { listChannels } from '../../publishing/publishing.ts'
import { canReview, canWrite } from '../editorial.policy.ts'
import { isOpen, type Version } from '../item.ts'
import { itemForChange, type LoadedItem, refuseUnless, versionOf } from '../items/loading.ts'
import { notePartWritten, notOpen } from '../items/writing.ts'
import { purposesAfter } from './leaving.ts'
import { findingsOf, imageFactsOf, madeFrom, masterOf } from './master.ts'
import { selectTakedowns, settleTakedown } from './takedowns.sql.ts'
import {
  type ItemVariant,
  ofChannel,
  selectVariants,
  type VariantToWrite,
  writeVariant,
} from './variants.sql.ts'

export type LiveChannel = Awaited<ReturnType<typeof listChannels>>[number]

/** Channels that somebody set up; what goes out with the portal itself is not chosen. */
export async function liveChannels(db: DbOrTx, provinceId: number): Promise<LiveChannel[]> {
  const all = await listChannels(db, provinceId)
  return all.filter((c) => channelKinds[c.kind].way !== 'implicit')
}

interface Open {
  item: LoadedItem
  version: Version
  variants: ItemVariant[]
}

async function toWrite(tx: Tx, actor: Actor, id: number): Promise<Open> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canWrite(actor, item))
  if (!isOpen(item.state)) throw notOpen()
  const version = await versionOf(tx, item, item.currentVersion)
  return { item, version, variants: await selectVariants(tx, actor.provinceId, id, version.number) }
}

/**
 * By which channels this version leaves. A channel that is chosen for the first time gets what the master gives; one
 * that has had an earlier version gets an update. What was written for a channel stays when it is not chosen any more.
 */
export async function chooseChannels(
  tx: Tx,
  actor: Actor,
  id: number,
  channelIds: readonly number[],
  now: Date,
): Promise<void> {
  const { item, version, variants } = await toWrite(tx, actor, id)
  const purposeOf = await purposesAfter(tx, item)
  const master = await masterOf(tx, actor.provinceId, item, version, now)
  const changed: string[] = []
  for (const channel of await liveChannels(tx, actor.provinceId)) {
    const was = variants.find((v) => v.channelId === channel.id)
    const purpose = channelIds.includes(channel.id) ? (purposeOf(channel.id) ?? 'update') : null
    if ((was?.purpose ?? null) === purpose) continue
    const made = { ...madeFrom(channel, master), follows: true, sendAt: null }
    const by = { changedAt: now, changedByName: actor.name }
    const next = { ...made, ...by, ...was, channelId: channel.id, purpose }
    await writeVariant(tx, actor.provinceId, id, version.number, next)
    changed.push(`${channel.name}: ${purpose ?? '–'}`)
  }
  if (changed.length === 0) return
  await notePartWritten(tx, actor, item, now)
  await recordChange(tx, actor, now, {
    verb: 'item.choose_channels',
    subject: { kind: 'item', id },
    before: null,
    after: { version: version.number, changed },
  })
}

/** Writes the text for one channel by hand; refuses (`invalid`, by field) what the channel would refuse. */
export async function saveVariant(
  tx: Tx,
  actor: Actor,
  id: number,
  channelId: number,
  input: { content: Variant; sendAt: Date | null },
  origin: string,
  now: Date,
): Promise<void> {
  const open = await toWrite(tx, actor, id)
  const was = chosen(open, channelId)
  const images = await imageFactsOf(tx, actor.provinceId, open.version)
  const found = findingsOf(ofChannel(was), input.content, open.version, origin, images)
  const faults = found.filter((f) => f.level === 'fault')
  if (faults.length > 0) throw invalid(faults.map(({ field, vi, en }) => ({ field, vi, en })))
  const master = await masterOf(tx, actor.provinceId, open.item, open.version, now)
  const { masterDigest } = madeFrom(ofChannel(was), master)
  await replace(
    tx,
    actor,
    open,
    { ...was, ...input, follows: false, masterDigest },
    'item.write_variant',
    now,
  )
}

/** Takes what the master gives, now and after each change of it. */
export async function followAgain(
  tx: Tx,
  actor: Actor,
  id: number,
  channelId: number,
  now: Date,
): Promise<void> {
  const open = await toWrite(tx, actor, id)
  const was = chosen(open, channelId)
  const master = await masterOf(tx, actor.provinceId, open.item, open.version, now)
  const made = madeFrom(ofChannel(was), master)
  await replace(tx, actor, open, { ...was, ...made, follows: true }, 'item.follow_master', now)
}

function chosen({ variants }: Open, channelId: number): ItemVariant {
  const variant = variants.find((v) => v.channelId === channelId)
  if (!variant) throw notFound()
  return variant
}

async function replace(
  tx: Tx,
  actor: Actor,
  { item, version }: Open,
  next: VariantToWrite & { channelName: string },
  verb: string,
  now: Date,
): Promise<void> {
  const by = { changedAt: now, changedByName: actor.name }
  await writeVariant(tx, actor.provinceId, item.id, version.number, { ...next, ...by })
  await notePartWritten(tx, actor, item, now)
  await recordChange(tx, actor, now, {
    verb,
    subject: { kind: 'item', id: item.id },
    before: null,
    after: { version: version.number, channel: next.channelName },
  })
}

/** Somebody has taken down what had left before its text was withdrawn. */
export async function noteTakenDown(
  tx: Tx,
  actor: Actor,
  id: number,
  messageId: number,
  now: Date,
): Promise<void> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canReview(actor, item) || canWrite(actor, item))
  const asked = (await selectTakedowns(tx, actor.provinceId, id)).find((t) => t.messageId === messageId)
  if (!asked) throw notFound()
  const done = { at: now, byName: actor.name }
  if (!(await settleTakedown(tx, actor.provinceId, messageId, done)))
    throw conflict(
      `${asked.doneByName ?? ''} đã xác nhận việc này rồi.`,
      `${asked.doneByName ?? ''} has confirmed this already.`,
    )
  await recordChange(tx, actor, now, {
    verb: 'item.takedown',
    subject: { kind: 'item', id },
    before: null,
    after: { messageId },
  })
}

import { type Actor, hasRole } from '../../../lib/actor.ts'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import type { VariantFinding } from '../../publishing/channel.ts'
import { canProve, canSeeChannels, messagesOfSource, originOf } from '../../publishing/publishing.ts'
import { type Uncarried, uncarriedOf } from '../corrections/carrying.ts'
import { isOpen, type Version } from '../item.ts'
import type { LoadedItem } from '../items/loading.ts'
import { findingsOf, imageFactsOf, madeFrom, masterOf } from './master.ts'
import { messageSource, versionOfKey } from './sources.ts'
import { selectTakedowns, type Takedown } from './takedowns.sql.ts'
import { type ItemVariant, selectVariants } from './variants.sql.ts'
import { type LiveChannel, liveChannels } from './variants.ts'

export type LineMessage = Awaited<ReturnType<typeof messagesOfSource>>[number]

/** A channel of the province, as it stands for one item. */
export interface ChannelLine {
  channel: LiveChannel
  /** The unit that runs it. */
  runBy: string
  variant: ItemVariant | null
  findings: VariantFinding[]
  /** The master has changed since the variant was written by hand. */
  isStale: boolean
  /** Approved for this channel alone, and not in the version at work. */
  uncarried: Uncarried | null
  /** The newest that left, or is to leave; a cancelled one only where there is no other. */
  message: LineMessage | null
  /** Which version of the text it carries. */
  messageVersion: number | null
  /** Something has left by the channel, or may have. */
  had: boolean
  takedown: (Takedown & { message: LineMessage }) | null
  /** The actor may open its message. */
  mayOpen: boolean
}

/** Every live channel with what is known of the item there. `baseUrl` as in the configuration. */
export async function channelLines(
  db: DbOrTx,
  actor: Actor | null,
  item: LoadedItem,
  version: Version,
  baseUrl: string,
  now: Date,
): Promise<ChannelLine[]> {
  const { provinceId, id } = item
  const channels = await liveChannels(db, provinceId)
  if (channels.length === 0) return []
  const variants = await selectVariants(db, provinceId, id, version.number)
  const messages = await messagesOfSource(db, provinceId, messageSource(id))
  const takedowns = await selectTakedowns(db, provinceId, id)
  const units = new Map(
    (await unitsAsOf(db, provinceId, dayOf(now))).map((u) => [u.id, u.shortName ?? u.name]),
  )
  const origin = await originOf(db, provinceId, baseUrl)
  const master = isOpen(item.state) ? await masterOf(db, provinceId, item, version, now) : null
  const images = await imageFactsOf(db, provinceId, version)
  const uncarried = isOpen(item.state) ? await uncarriedOf(db, item, version, variants, now) : []
  return channels.map((channel) => {
    const variant = variants.find((v) => v.channelId === channel.id) ?? null
    const own = messages.filter((m) => m.channelId === channel.id)
    const message = own.find((m) => m.state !== 'cancelled') ?? own[0] ?? null
    const made = variant && !variant.follows && master ? madeFrom(channel, master) : null
    return {
      channel,
      runBy: units.get(channel.unitId) ?? '',
      variant,
      findings: variant ? findingsOf(channel, variant.content, version, origin, images) : [],
      isStale: made !== null && made.masterDigest !== variant?.masterDigest,
      uncarried: uncarried.find((u) => u.variant.channelId === channel.id) ?? null,
      message,
      messageVersion: message && versionOfKey(message.sendKey),
      had: own.some((m) => ['sent', 'sending', 'unsure'].includes(m.state)),
      takedown: takedownOf(own, takedowns),
      mayOpen: actor !== null && mayOpen(actor, channel),
    }
  })
}

/** What is still there, before what was taken down; nothing where it never left after all. */
function takedownOf(own: readonly LineMessage[], all: readonly Takedown[]): ChannelLine['takedown'] {
  const asked = own.flatMap((message) => {
    const takedown = all.find((t) => t.messageId === message.id)
    return takedown && !['failed', 'dead'].includes(message.state) ? [{ ...takedown, message }] : []
  })
  return asked.find((t) => t.doneAt === null) ?? asked[0] ?? null
}

function mayOpen(actor: Actor, { kind, unitId }: LiveChannel): boolean {
  return (
    canSeeChannels(actor) ||
    (kind === 'manual' && hasRole(actor, 'agency_officer') && canProve(actor, unitId))
  )
}

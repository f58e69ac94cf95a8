import { createHash } from 'node:crypto'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { type ChannelKind, type ChannelState, type Variant, variantSchema } from '../../publishing/channel.ts'
import { sortedJson } from '../items/digest.ts'

/** first: once, where nothing of the item has left by the channel. update: with this version, although something has. */
export type Purpose = 'first' | 'update'

/** What an approval covers of a variant: its words and images, why and when it leaves. */
export interface VariantWords {
  content: Variant
  /** Null: kept, and does not leave. */
  purpose: Purpose | null
  sendAt: Date | null
}

/** The text of an item for one channel. */
export interface ItemVariant extends VariantWords {
  channelId: number
  channelKind: ChannelKind
  channelName: string
  channelState: ChannelState
  channelUnitId: number
  channelSettings: Readonly<Record<string, string>>
  /** Made from the master whenever that changes. */
  follows: boolean
  /** Of what the master gave when it was written by hand. */
  masterDigest: string
  changedAt: Date | null
  changedByName: string | null
  digest: string
}

const columns = [
  'v.channel_id as channelId',
  'v.content',
  'v.digest',
  'v.purpose',
  'v.follows',
  'v.master_digest as masterDigest',
  'v.send_at as sendAt',
  'v.changed_at as changedAt',
  'v.changed_by_name as changedByName',
  'c.kind as channelKind',
  'c.name as channelName',
  'c.state as channelState',
  'c.unit_id as channelUnitId',
  'c.settings as channelSettings',
] as const

/** Every variant of a version, those that are kept for later as well. */
export async function selectVariants(
  db: DbOrTx,
  provinceId: number,
  itemId: number,
  number: number,
): Promise<ItemVariant[]> {
  const rows = await db
    .selectFrom('editorial.variant as v')
    .innerJoin('publishing.channel as c', (j) =>
      j.onRef('c.province_id', '=', 'v.province_id').onRef('c.id', '=', 'v.channel_id'),
    )
    .select(columns)
    .where('v.province_id', '=', provinceId)
    .where('v.item_id', '=', itemId)
    .where('v.number', '=', number)
    .orderBy('v.channel_id')
    .execute()
  return rows.map((r) => ({ ...r, content: variantSchema.parse(r.content) }) as ItemVariant)
}

/** What of them an approval is bound to: those that leave. */
export async function boundVariants(
  db: DbOrTx,
  provinceId: number,
  itemId: number,
  number: number,
): Promise<{ channelId: number; digest: string }[]> {
  const all = await selectVariants(db, provinceId, itemId, number)
  return all
    .filter((v) => v.purpose !== null)
    .map((v) => ({ channelId: v.channelId, digest: wordsDigest(v) }))
}

function wordsDigest({ content, purpose, sendAt }: VariantWords): string {
  const whole = { content, purpose, sendAt: sendAt?.toISOString() ?? null }
  return createHash('sha256').update(sortedJson(whole)).digest('hex')
}

/** Its channel, as far as texts depend on it. */
export function ofChannel(v: ItemVariant): { kind: ChannelKind; settings: ItemVariant['channelSettings'] } {
  return { kind: v.channelKind, settings: v.channelSettings }
}

export type VariantToWrite = VariantWords &
  Pick<ItemVariant, 'channelId' | 'follows' | 'masterDigest' | 'changedAt' | 'changedByName'>

export async function writeVariant(
  tx: Tx,
  provinceId: number,
  itemId: number,
  number: number,
  variant: VariantToWrite,
): Promise<void> {
  const set = {
    content: JSON.stringify(variant.content),
    digest: wordsDigest(variant),
    purpose: variant.purpose,
    follows: variant.follows,
    master_digest: variant.masterDigest,
    send_at: variant.sendAt,
    changed_at: variant.changedAt,
    changed_by_name: variant.changedByName,
  }
  await tx
    .insertInto('editorial.variant')
    .values({ province_id: provinceId, item_id: itemId, number, channel_id: variant.channelId, ...set })
    .onConflict((c) => c.columns(['province_id', 'item_id', 'number', 'channel_id']).doUpdateSet(set))
    .execute()
}

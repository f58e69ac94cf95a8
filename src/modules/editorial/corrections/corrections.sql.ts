import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { type Variant, variantSchema } from '../../publishing/channel.ts'

export type CorrectionState = 'asked' | 'approved' | 'returned'

/** The text for one channel, written anew after the channel refused the approved one. */
export interface Correction {
  id: number
  itemId: number
  /** Of the item's version that is public. */
  number: number
  channelId: number
  messageId: number
  content: Variant
  digest: string
  state: CorrectionState
  madeAt: Date
  madeBy: number
  madeByName: string
  note: string | null
  decidedAt: Date | null
  decidedByName: string | null
}

/** The corrections of an item, newest first; held until the transaction ends where `hold` is set. */
export async function selectCorrections(
  db: DbOrTx,
  provinceId: number,
  itemId: number,
): Promise<Correction[]> {
  const rows = await db
    .selectFrom('editorial.variant_correction')
    .select([
      'id',
      'item_id as itemId',
      'number',
      'channel_id as channelId',
      'message_id as messageId',
      'content',
      'digest',
      'state',
      'made_at as madeAt',
      'made_by as madeBy',
      'made_by_name as madeByName',
      'note',
      'decided_at as decidedAt',
      'decided_by_name as decidedByName',
    ])
    .where('province_id', '=', provinceId)
    .where('item_id', '=', itemId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((r) => ({
    ...r,
    content: variantSchema.parse(r.content),
    state: r.state as CorrectionState,
  }))
}

/** One stands for approval at a time: what was asked before gives way. */
export async function replaceCorrection(
  tx: Tx,
  provinceId: number,
  c: Pick<
    Correction,
    | 'itemId'
    | 'number'
    | 'channelId'
    | 'messageId'
    | 'content'
    | 'digest'
    | 'madeAt'
    | 'madeBy'
    | 'madeByName'
  >,
): Promise<number> {
  await tx
    .deleteFrom('editorial.variant_correction')
    .where('province_id', '=', provinceId)
    .where('item_id', '=', c.itemId)
    .where('channel_id', '=', c.channelId)
    .where('state', '=', 'asked')
    .execute()
  const { id } = await tx
    .insertInto('editorial.variant_correction')
    .values({
      province_id: provinceId,
      item_id: c.itemId,
      number: c.number,
      channel_id: c.channelId,
      message_id: c.messageId,
      content: JSON.stringify(c.content),
      digest: c.digest,
      made_at: c.madeAt,
      made_by: c.madeBy,
      made_by_name: c.madeByName,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function decideCorrection(
  tx: Tx,
  provinceId: number,
  id: number,
  d: { state: 'approved' | 'returned'; note: string | null; at: Date; byName: string },
): Promise<void> {
  await tx
    .updateTable('editorial.variant_correction')
    .set({ state: d.state, note: d.note, decided_at: d.at, decided_by_name: d.byName })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .execute()
}

import type { Tx } from '../../../lib/db/db.ts'
import { messageById } from '../../publishing/publishing.ts'
import { selectItem } from '../items/items.sql.ts'
import { tellWriters } from '../items/telling.ts'
import { itemOfSource } from './sources.ts'

/** A message of an item was refused, given up or is unsure: its writers hear why. Of a whole channel its people do. */
export async function hearOfTrouble(
  tx: Tx,
  provinceId: number,
  messageId: number | null,
  now: Date,
): Promise<void> {
  const message = messageId === null ? null : await messageById(tx, provinceId, messageId)
  const itemId = message && itemOfSource(message.source)
  if (!message || itemId === null || !['failed', 'dead', 'unsure'].includes(message.state)) return
  const item = await selectItem(tx, provinceId, itemId)
  if (!item) return
  const why = `${message.channelName}: ${message.lastError?.vi ?? ''}`
  await tellWriters(tx, { ...item, provinceId }, 'channel', why, now)
}

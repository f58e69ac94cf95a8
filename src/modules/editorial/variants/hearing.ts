import { showTime } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { tellPersons } from '../../assignments/assignments.ts'
import { conversationAddress } from '../../publishing/channel.ts'
import { messageById, whoRuns } from '../../publishing/publishing.ts'
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

/** Somebody wrote to a Zalo account: those who run it are told that an answer waits, not what was written. */
export async function hearOfPerson(
  tx: Tx,
  provinceId: number,
  { channelId, personId }: { channelId: number; personId: number },
  now: Date,
): Promise<void> {
  const found = await whoRuns(tx, provinceId, channelId, now)
  if (!found) return
  const news = {
    kind: 'editorial.person_wrote',
    vi: `Có người nhắn cho ${found.channel.name}, chờ trả lời`,
    en: `Somebody wrote to ${found.channel.name} and waits for an answer`,
    href: conversationAddress(channelId, personId),
  }
  const ids = found.people.map((p) => p.accountId)
  await tellPersons(tx, provinceId, ids, news, now)
}

/** An answer to a person will be refused unless its channel sends again in time: those who can mend it are told. */
export async function hearOfAnswer(
  tx: Tx,
  provinceId: number,
  { channelId, personId, until }: { channelId: number; personId: number; until: string },
  now: Date,
): Promise<void> {
  const found = await whoRuns(tx, provinceId, channelId, now)
  if (!found) return
  const by = showTime(new Date(until))
  const { name } = found.channel
  const news = {
    kind: 'editorial.answer_at_risk',
    vi: `Câu trả lời cho người dân chưa gửi được: ${name} chưa gửi. Sau ${by} Zalo không nhận nữa`,
    en: `An answer to a person has not left: ${name} does not send. After ${by} Zalo takes it no more`,
    href: conversationAddress(channelId, personId),
  }
  const ids = found.people.map((p) => p.accountId)
  await tellPersons(tx, provinceId, ids, news, now)
}

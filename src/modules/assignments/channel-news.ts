import { dayOf } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { channelAddress, messageAddress } from '../publishing/channel.ts'
import { messageById, whoRuns } from '../publishing/publishing.ts'
import { tellHolders, tellPeople, wasTold } from './notices.sql.ts'

/** Tells those who run a channel that it, or one of its messages, waits for them. */
export async function tellChannelTrouble(
  tx: Tx,
  provinceId: number,
  news: { channelId: number; messageId: number | null },
  now: Date,
): Promise<void> {
  const found = await whoRuns(tx, provinceId, news.channelId, now)
  const message = news.messageId === null ? null : await messageById(tx, provinceId, news.messageId)
  const fault = message ? message.lastError : found?.channel.trouble
  if (!found || !fault) return
  const { name } = found.channel
  const unsure = message?.state === 'unsure'
  const notice = {
    kind: 'channel',
    vi: unsure ? `Kênh ${name}: cần xác nhận tin đã gửi hay chưa.` : `Kênh ${name}: ${fault.vi}`,
    en: unsure ? `Channel ${name}: say whether a message was sent.` : `Channel ${name}: ${fault.en}`,
    href: message ? messageAddress(message.id) : channelAddress(found.channel.id),
  }
  const people = found.people.map((p) => p.accountId)
  await tellPeople(tx, provinceId, people, notice, now)
}

/** Tells the people of a manual channel's unit that something is to be taken there by hand. */
export async function tellMessageForHand(
  tx: Tx,
  provinceId: number,
  messageId: number,
  now: Date,
): Promise<void> {
  const message = await messageById(tx, provinceId, messageId)
  if (!message) return
  const title = message.title ?? message.variant.title
  const notice = {
    kind: 'by-hand',
    vi: `Đăng thủ công lên ${message.channelName} và nộp minh chứng: ${title}`,
    en: `Take to ${message.channelName} by hand and bring proof: ${title}`,
    href: messageAddress(message.id),
  }
  if (await wasTold(tx, provinceId, notice)) return
  const roles = ['agency_officer', 'agency_head', 'editor'] as const
  await tellHolders(tx, provinceId, [message.channelUnitId], roles, notice, now, dayOf(now))
}

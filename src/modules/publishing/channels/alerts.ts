import type { Tx } from '../../../lib/db/db.ts'
import { sendMail } from '../../../lib/mail/mail.ts'
import { channelAddress, messageAddress, type SendFault, whoMustAct } from '../channel.ts'
import { whoRuns } from './channels.ts'
import { messageById } from './messages.ts'

/** Writes to those who run a channel that something waits for them: what, why, who must act, where. */
export async function mailTrouble(
  tx: Tx,
  provinceId: number,
  news: { channelId: number; messageId: number | null },
  baseUrl: string,
  now: Date,
): Promise<void> {
  const found = await whoRuns(tx, provinceId, news.channelId, now)
  if (!found) return
  const message = news.messageId === null ? null : await messageById(tx, provinceId, news.messageId)
  const fault: SendFault | null = message ? message.lastError : found.channel.trouble
  if (!fault) return
  const unsure = message?.state === 'unsure'
  const what = message
    ? `“${message.title ?? message.variant.title}” trên kênh ${found.channel.name}`
    : `Kênh ${found.channel.name}`
  const subject = unsure
    ? `Cần xác nhận đã gửi hay chưa: ${what}`
    : message
      ? `Chưa gửi được: ${what}`
      : `Kênh cần xử lý: ${found.channel.name}`
  const href = message ? messageAddress(message.id) : channelAddress(found.channel.id)
  const body = [
    `${what}: ${fault.vi}`,
    fault.said ? `Dịch vụ trả lời: ${fault.said}` : '',
    unsure
      ? 'Hãy mở kênh xem bài đã lên chưa rồi trả lời trên trang dưới đây; hệ thống sẽ không tự gửi lại.'
      : `Việc cần làm: ${whoMustAct[fault.who].vi}.`,
    new URL(href, baseUrl).href,
    '',
    `${fault.en} ${unsure ? 'Please look whether it is there and answer on this page; it is not sent again by itself.' : ''}`,
  ]
  for (const { email } of found.people)
    await sendMail(tx, provinceId, now, {
      to: email,
      subject,
      body: `${body.filter(Boolean).join('\n\n')}\n`,
    })
}

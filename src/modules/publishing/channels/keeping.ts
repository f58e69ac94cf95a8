import { dayOf } from '../../../lib/calendar/day.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import type { SendFault } from '../channel.ts'
import { channelTrouble } from '../publishing.jobs.ts'
import { facebook } from './adapters/facebook.ts'
import { type Channel, holdChannel, selectChannels, updateChannel } from './channels.sql.ts'
import { stopChannel } from './outcomes.ts'
import { refreshTokens } from './refreshing.ts'
import { openSecret } from './sealed.ts'
import { type SendingTools, wayTo } from './tools.ts'

/** Half of the 25 hours an access token lives: what goes wrong here leaves the other half for a person to act. */
const earlyMs = 12.5 * 3_600_000

/** Exchanges the tokens of Zalo accounts when half their time is over, whether or not anything is to be sent. */
export async function keepTokensFresh(tools: SendingTools, provinceId: number): Promise<void> {
  const now = tools.clock()
  for (const channel of await selectChannels(tools.db, provinceId)) {
    if (channel.kind !== 'zalo' || channel.state !== 'on' || !channel.tokenExpiresAt) continue
    if (channel.tokenExpiresAt.getTime() - now.getTime() > earlyMs) continue
    const of = { provinceId, channelId: channel.id }
    const secret = openSecret(tools.config.secret, of, channel.secret)
    if (secret?.['refreshToken'])
      await refreshTokens(tools, provinceId, channel.id, secret['accessToken'] ?? '')
  }
}

const dayMs = 86_400_000
/** Days before its end on which a token's people are told: a fortnight, a week, and each of the last three. */
const warnedOn = [14, 7, 3, 2, 1, 0]

/**
 * At night: asks Facebook what each page's token may do and until when, so that its people hear of it before posts
 * fail. A token that is not valid any more stops the channel: what is queued waits.
 */
export async function checkPageTokens(tools: SendingTools, provinceId: number): Promise<void> {
  for (const channel of await selectChannels(tools.db, provinceId)) {
    const way =
      channel.kind === 'facebook' && channel.state === 'on' ? wayTo(tools, provinceId, channel) : null
    if (!way || channel.settings['simulated']) continue
    const found = await facebook.test(way)
    if (found.is === 'bad') {
      // A service that is away for a moment says nothing of the token.
      if (found.fault.who === 'channel') await stop(tools, provinceId, channel, found.fault)
    } else if (found.tokenExpiresAt !== undefined)
      await noteEnd(tools, provinceId, channel, found.tokenExpiresAt)
  }
}

function stop(tools: SendingTools, provinceId: number, { id }: Channel, fault: SendFault): Promise<void> {
  return tools.db.transaction().execute(async (tx) => {
    const channel = await holdChannel(tx, provinceId, id, true)
    if (channel?.state === 'on') await stopChannel(tx, { provinceId, channel, now: tools.clock() }, fault)
  })
}

function noteEnd(
  tools: SendingTools,
  provinceId: number,
  { id }: Channel,
  until: Date | null,
): Promise<void> {
  const now = tools.clock()
  const left = until ? Math.floor((until.getTime() - now.getTime()) / dayMs) : null
  return tools.db.transaction().execute(async (tx) => {
    const channel = await holdChannel(tx, provinceId, id, true)
    if (!channel) return
    const isNear = left !== null && left <= 14
    const today = dayOf(now)
    const tells = isNear && warnedOn.includes(Math.max(0, left)) && channel.health.warnedDay !== today
    await updateChannel(tx, provinceId, id, {
      tokenExpiresAt: until,
      ...(isNear ? { trouble: { ...endsSoon(until as Date, left), at: now.toISOString() } } : {}),
      ...(tells ? { health: { ...channel.health, warnedDay: today } } : {}),
    })
    if (tells) await queueJob(tx, provinceId, channelTrouble, { channelId: id, messageId: null })
  })
}

function endsSoon(until: Date, left: number): SendFault {
  const day = dayOf(until).split('-').reverse().join('/')
  return {
    code: 'token_ends',
    who: 'channel',
    vi: `Mã truy cập trang Facebook hết hạn ngày ${day} (còn ${Math.max(0, left)} ngày). Người quản lý trang cần cấp mã mới và nhập vào kênh trước ngày đó; bài vẫn đang gửi bình thường.`,
    en: `The token of the Facebook page ends on ${day} (${Math.max(0, left)} days left). Whoever runs the page must enter a new one before; posts still go out.`,
  }
}

import { selectChannels } from './channels.sql.ts'
import { refreshTokens } from './refreshing.ts'
import { openSecret } from './sealed.ts'
import type { SendingTools } from './tools.ts'

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

import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SendFault } from '../channel.ts'
import { exchange, type ZaloTokens } from './adapters/zalo-token.ts'
import { type Channel, holdChannel, selectChannel, updateChannel } from './channels.sql.ts'
import { stopChannel } from './outcomes.ts'
import { openSecret, sealSecret } from './sealed.ts'
import { locked, type SendingTools, wayTo } from './tools.ts'

export type Refreshed =
  | { is: 'good'; channel: Channel }
  | { is: 'later'; fault: SendFault }
  | { is: 'bad'; fault: SendFault }

/**
 * Exchanges a channel's refresh token, which is good for one exchange: what the answer brings must not get lost.
 * That the exchange is under way is written before the call; the new tokens go, sealed, into a file that is on disk
 * before the database hears of them, and the file is adopted by whoever comes next if this program ends in between or
 * the database is away. If the answer itself never arrives, the old token is tried once more, and if it is spent the
 * channel's people are told, while the old access token still has half a day to go (`keepTokensFresh` is early).
 * `stale` is the access token that does not serve any more: when the channel has another by now, nothing is done.
 */
export async function refreshTokens(
  tools: SendingTools,
  provinceId: number,
  channelId: number,
  stale: string,
): Promise<Refreshed> {
  const now = tools.clock()
  const adopted = await adoptKept(tools, provinceId, channelId)
  if (adopted) return { is: 'good', channel: adopted }
  const begun = await tools.db.transaction().execute(async (tx) => {
    const channel = await holdChannel(tx, provinceId, channelId, true)
    const busy =
      channel?.refreshingSince && now.getTime() - channel.refreshingSince.getTime() < tools.timing.lease
    if (!channel || busy) return { is: 'busy' as const }
    const secret = openSecret(tools.config.secret, { provinceId, channelId }, channel.secret)
    if (secret && secret['accessToken'] !== stale) return { is: 'fresh' as const, channel }
    await updateChannel(tx, provinceId, channelId, { refreshingSince: now })
    return { is: 'mine' as const, channel, secret }
  })
  if (begun.is === 'busy') return { is: 'later', fault: busyFault }
  if (begun.is === 'fresh') return { is: 'good', channel: begun.channel }
  const way = wayTo(tools, provinceId, begun.channel)
  if (!begun.secret || !way) return { is: 'bad', fault: locked }
  const app = { appId: begun.channel.settings['appId'] ?? '', appSecret: begun.secret['appSecret'] ?? '' }
  const got = await exchange(way, app, { refreshToken: begun.secret['refreshToken'] ?? '' })
  if (got.is === 'good') {
    await keepOnDisk(tools, provinceId, channelId, got.tokens)
    const channel = await adoptKept(tools, provinceId, channelId)
    if (channel) return { is: 'good', channel }
    return { is: 'later', fault: busyFault }
  }
  if (got.is === 'later') {
    if (!got.reached) await updateChannel(tools.db, provinceId, channelId, { refreshingSince: null })
    return { is: 'later', fault: got.fault }
  }
  await tools.db.transaction().execute(async (tx) => {
    await updateChannel(tx, provinceId, channelId, { refreshingSince: null })
    await stopChannel(tx, { provinceId, channel: begun.channel, now }, got.fault)
  })
  return { is: 'bad', fault: got.fault }
}

/** Writes new tokens into the channel's row, keeping its other secrets. */
export async function adoptTokens(
  tools: SendingTools,
  provinceId: number,
  channelId: number,
  tokens: ZaloTokens,
): Promise<Channel | null> {
  await keepOnDisk(tools, provinceId, channelId, tokens)
  return adoptKept(tools, provinceId, channelId)
}

/** Takes over tokens that lie on disk, left by a crash or a database that was away. */
async function adoptKept(
  tools: SendingTools,
  provinceId: number,
  channelId: number,
): Promise<Channel | null> {
  const path = placeOf(tools, provinceId, channelId)
  const sealed = await readFile(path).catch(() => null)
  const kept = sealed && openSecret(tools.config.secret, { provinceId, channelId }, sealed)
  if (!kept) return null
  const channel = await tools.db.transaction().execute(async (tx) => {
    const row = await holdChannel(tx, provinceId, channelId, true)
    if (!row) return null
    const secret = openSecret(tools.config.secret, { provinceId, channelId }, row.secret) ?? {}
    const { accessToken = '', refreshToken = '', accessUntil = '', refreshUntil = '' } = kept
    await updateChannel(tx, provinceId, channelId, {
      secret: sealSecret(
        tools.config.secret,
        { provinceId, channelId },
        { ...secret, accessToken, refreshToken },
      ),
      tokenExpiresAt: new Date(accessUntil),
      refreshExpiresAt: new Date(refreshUntil),
      refreshingSince: null,
    })
    return selectChannel(tx, provinceId, channelId)
  })
  await rm(path, { force: true })
  return channel
}

async function keepOnDisk(
  tools: SendingTools,
  provinceId: number,
  channelId: number,
  tokens: ZaloTokens,
): Promise<void> {
  const path = placeOf(tools, provinceId, channelId)
  await mkdir(join(tools.config.dataDir, 'channels'), { recursive: true, mode: 0o700 })
  const file = await open(`${path}.new`, 'w', 0o600)
  try {
    await file.writeFile(
      sealSecret(
        tools.config.secret,
        { provinceId, channelId },
        {
          accessToken: tokens.accessToken,
          refreshToken: tokens.refreshToken,
          accessUntil: tokens.accessUntil.toISOString(),
          refreshUntil: tokens.refreshUntil.toISOString(),
        },
      ),
    )
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
}

function placeOf(tools: SendingTools, provinceId: number, channelId: number): string {
  return join(tools.config.dataDir, 'channels', `${provinceId}-${channelId}.tokens`)
}

const busyFault: SendFault = {
  code: 'refreshing',
  who: 'nobody',
  vi: 'Đang đổi mã truy cập của kênh; hệ thống sẽ gửi lại ngay sau đó.',
  en: 'The channel’s token is being exchanged; it is tried again right after.',
}

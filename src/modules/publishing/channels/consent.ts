import { createHash } from 'node:crypto'
import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { forbidden, notFound } from '../../../lib/errors.ts'
import { mac, seal, unseal } from '../../../lib/http/seal.ts'
import { channelsAddress, type SendFault } from '../channel.ts'
import { exchange, permissionAddress } from './adapters/zalo-token.ts'
import { canRunChannel } from './channels.policy.ts'
import { type Channel, holdChannel, selectChannel, updateChannel } from './channels.sql.ts'
import { adoptTokens } from './refreshing.ts'
import { openSecret, type SecretOf } from './sealed.ts'
import { locked, type SendingTools, wayTo } from './tools.ts'

const purpose = 'zalo consent'
const goodForMs = 15 * 60_000

/**
 * What is entered once at developers.zalo.me (Official Account → Thiết lập chung): Zalo compares both with what comes
 * later (-14003 otherwise), so they stand still for a channel.
 */
export function registeredAtZalo(
  { config }: Pick<SendingTools, 'config'>,
  of: SecretOf,
): { callback: string; challenge: string } {
  return {
    callback: new URL(`${channelsAddress}/consent`, config.baseUrl).href,
    challenge: createHash('sha256').update(verifierOf(config.secret, of)).digest('base64url'),
  }
}

/** Where Zalo asks an administrator of the account; `state` says for whom and when, and cannot be forged. */
export function begin(tools: SendingTools, actor: Actor, channel: Channel): string {
  if (channel.kind !== 'zalo') throw notFound()
  const about = [actor.provinceId, channel.id, actor.accountId, tools.clock().getTime()].join('.')
  const state = seal(tools.config.secret, purpose, about)
  const app = registeredAtZalo(tools, { provinceId: actor.provinceId, channelId: channel.id })
  return permissionAddress(tools.bases, { appId: channel.settings['appId'] ?? '', state, ...app })
}

/** Of the channel and our own key, so that nothing needs to be kept and nobody else can tell it; 43 characters. */
function verifierOf(secret: string, { provinceId, channelId }: SecretOf): string {
  return mac(secret, 'zalo verifier', `${provinceId}.${channelId}`).toString('base64url')
}

/**
 * Zalo has led back: exchanges the code for tokens and switches the channel on. The state must be ours, young, and of
 * the same person, or somebody could join their own account to the province's channel.
 */
export async function finish(
  tools: SendingTools,
  actor: Actor,
  { state, code }: { state: string; code: string },
): Promise<{ channelId: number | null; fault: SendFault | null }> {
  const about = unseal(tools.config.secret, purpose, state)
  const [provinceId, channelId, accountId, at] = (about ?? '').split('.').map(Number)
  const now = tools.clock()
  const mine = provinceId === actor.provinceId && accountId === actor.accountId
  if (!about || !mine || !channelId || now.getTime() - (at ?? 0) > goodForMs || !code)
    return { channelId: null, fault: null }
  const channel = await selectChannel(tools.db, actor.provinceId, channelId)
  if (!channel || !canRunChannel(actor, channel.unitId))
    throw forbidden('Bạn không quản lý kênh này.', 'You do not run this channel.')
  const way = wayTo(tools, actor.provinceId, channel)
  const of = { provinceId: actor.provinceId, channelId }
  const secret = openSecret(tools.config.secret, of, channel.secret)
  if (!way || !secret) return { channelId, fault: locked }
  const app = { appId: channel.settings['appId'] ?? '', appSecret: secret['appSecret'] ?? '' }
  const got = await exchange(way, app, { code, verifier: verifierOf(tools.config.secret, of) })
  if (got.is !== 'good') return { channelId, fault: got.fault }
  await adoptTokens(tools, actor.provinceId, channelId, got.tokens)
  await tools.db.transaction().execute(async (tx) => {
    const before = await holdChannel(tx, actor.provinceId, channelId, true)
    await updateChannel(tx, actor.provinceId, channelId, { state: 'on', trouble: null })
    await recordChange(tx, actor, now, {
      verb: 'channel.consent',
      subject: { kind: 'channel', id: channelId },
      before: { state: before?.state },
      after: { state: 'on', until: got.tokens.refreshUntil.toISOString() },
    })
  })
  return { channelId, fault: null }
}

import type { Config } from '../../../lib/config.ts'
import type { Db } from '../../../lib/db/db.ts'
import { channelPicture, pictureSizeBelow } from '../../../lib/files/store.ts'
import { callOutside } from '../../../lib/http/outside.ts'
import { channelImageAddress } from '../body.ts'
import type { ChannelKind, SendFault } from '../channel.ts'
import { withRecipient } from '../conversations/persons.ts'
import { selectHashes } from '../files.sql.ts'
import { type PublicationKind, publicationAddress } from '../publication.ts'
import type { Adapter, Call, ServiceBases, Step } from './adapters/adapter.ts'
import { facebook } from './adapters/facebook.ts'
import { webhook } from './adapters/webhook.ts'
import { zalo } from './adapters/zalo.ts'
import type { Channel } from './channels.sql.ts'
import { limitsOf } from './check-variant.ts'
import type { Message } from './messages.sql.ts'
import type { SentPublication } from './publications.sql.ts'
import { openSecret } from './sealed.ts'

/** Milliseconds. A call ends before its lease does, so that no two workers have one message. */
export interface Timing {
  call: number
  lease: number
  /** From a call without an outcome to the first question whether the service has it. */
  settle: number
  backOff: (attempt: number) => number
}

export interface SendingTools {
  db: Db
  config: Pick<Config, 'secret' | 'baseUrl' | 'dataDir' | 'privateHosts'>
  clock: () => Date
  bases: ServiceBases
  timing: Timing
}

/** From how long one call may take: 20 s make a lease of 2 minutes and a first question after one. */
function timingOf(callSeconds: number): Timing {
  const call = callSeconds * 1_000
  return {
    call,
    lease: call * 6,
    settle: call * 3,
    // 30 s, 1 min, 2 min … at most half an hour, each a quarter more or less.
    backOff: (attempt) => Math.min(call * 90, call * 1.5 * 2 ** (attempt - 1)) * (0.75 + Math.random() / 2),
  }
}

export function sendingTools(db: Db, config: Config, clock: () => Date): SendingTools {
  const { callSeconds, ...bases } = config.channels
  return { db, config, clock, bases, timing: timingOf(callSeconds) }
}

/** Attempts that a person who sends a message again grants it. */
export const mostAttempts = 12

const adapters: Partial<Record<ChannelKind, Adapter>> = { zalo, facebook, webhook }

export function adapterOf(kind: ChannelKind): Adapter {
  const adapter = adapters[kind]
  if (!adapter) throw new Error(`no adapter for ${kind}`)
  return adapter
}

/** The first step that is not surely done; undefined when all are. */
export function nextStep(kind: ChannelKind, message: Message): Step | undefined {
  const done = message.progress.steps ?? []
  return adapterOf(kind)
    .steps(message.variant)
    .find((step) => !done.includes(step.name))
}

/** What every adapter gets of a channel; null when its secret does not open any more. */
export function wayTo(
  tools: SendingTools,
  provinceId: number,
  channel: Channel,
): Omit<
  Call,
  'messageId' | 'sendKey' | 'variant' | 'kept' | 'publication' | 'imageUrls' | 'jpeg' | 'since'
> | null {
  const secret = openSecret(tools.config.secret, { provinceId, channelId: channel.id }, channel.secret)
  if (!secret) return null
  return {
    provinceId,
    channelId: channel.id,
    settings: channel.settings,
    secret,
    now: tools.clock(),
    bases: tools.bases,
    http: (address, request) =>
      callOutside(address, {
        ...request,
        timeoutMs: tools.timing.call,
        privateHosts: tools.config.privateHosts,
      }),
  }
}

export async function callFor(
  tools: SendingTools,
  provinceId: number,
  channel: Channel,
  message: Message,
  publication: SentPublication | null,
): Promise<Call | null> {
  const way = wayTo(tools, provinceId, channel)
  if (!way) return null
  const { baseUrl } = tools.config
  const size = pictureSizeBelow(limitsOf(channel.kind, message.variant.way, channel.settings).images.bytes)
  const { secret } = tools.config
  return {
    ...way,
    messageId: message.id,
    sendKey: message.sendKey,
    variant: await withRecipient(tools.db, secret, provinceId, channel.id, message.variant),
    kept: message.progress.kept ?? {},
    since: message.progress.since ? new Date(message.progress.since) : way.now,
    imageUrls: message.variant.images.map((i) => new URL(channelImageAddress(i.fileId, size), baseUrl).href),
    jpeg: async (index) => {
      const fileId = message.variant.images[index]?.fileId
      const sha256 =
        fileId === undefined ? undefined : (await selectHashes(tools.db, provinceId, [fileId])).get(fileId)
      return sha256 ? channelPicture(tools.config.dataDir, sha256, size) : null
    },
    publication: publication && {
      title: publication.title,
      kind: publication.kind,
      unitName: publication.unitName,
      publishedAt: publication.publishedAt.toISOString(),
      url: new URL(
        publicationAddress({ kind: publication.kind as PublicationKind, slug: publication.slug }),
        baseUrl,
      ).href,
    },
  }
}

export const locked: SendFault = {
  code: 'secret',
  who: 'channel',
  vi: 'Không mở được mã truy cập đã lưu của kênh (khóa bí mật của hệ thống đã đổi). Hãy nhập lại.',
  en: 'The stored token of the channel does not open any more (the program’s secret has changed). Enter it again.',
}

import type { Bilingual } from '../../lib/http/route.ts'

export {
  checkVariant,
  type ImageFacts,
  lengthOf,
  limitsOf,
  sentText,
  type VariantFinding,
} from './channels/check-variant.ts'
export { type Master, variantFromMaster } from './channels/first-variant.ts'
export {
  type ChannelKind,
  channelKinds,
  madeKinds,
  manualNames,
  zaloWays,
} from './channels/kinds.ts'
export type { ChannelLimits } from './channels/limits.data.ts'
export { type Variant, variantDigest, variantSchema } from './channels/variant.ts'

/**
 * on: takes what is queued. off: what is queued waits, nothing is lost. needs_attention: the same, and a person must do
 * something first (grant access again, mend an address).
 */
export const channelStates = {
  on: { vi: 'Đang bật', en: 'On' },
  off: { vi: 'Đã tắt', en: 'Off' },
  needs_attention: { vi: 'Cần xử lý', en: 'Needs attention' },
} as const satisfies Record<string, Bilingual>
export type ChannelState = keyof typeof channelStates

/**
 * Life of a message. waiting → sending → sent; sending → waiting again when the service surely did not take it and may
 * later; sending → unsure when nobody can say whether it went (a crash, a time-out): then it is looked up, or a person
 * says; failed: waits after a fault that a person of the channel mends; dead: given up, until somebody sends it again.
 */
export const messageStates = {
  waiting: { vi: 'Chờ gửi', en: 'Waiting' },
  sending: { vi: 'Đang gửi', en: 'Being sent' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  unsure: { vi: 'Chưa rõ đã gửi hay chưa', en: 'Not known whether it was sent' },
  failed: { vi: 'Bị từ chối, chờ xử lý', en: 'Refused, to be mended' },
  dead: { vi: 'Ngừng gửi', en: 'Given up' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
} as const satisfies Record<string, Bilingual>
export type MessageState = keyof typeof messageStates

/** Who has to act on a fault of a channel or a message. */
export const whoMustAct = {
  nobody: { vi: 'Không ai phải làm gì, hệ thống tự gửi lại', en: 'Nobody: it is tried again by itself' },
  desk: { vi: 'Ban biên tập', en: 'The editorial desk' },
  channel: { vi: 'Người quản lý kênh', en: 'Whoever runs the channel' },
  administrator: { vi: 'Quản trị hệ thống', en: 'The administrator' },
} as const satisfies Record<string, Bilingual>
export type WhoMustAct = keyof typeof whoMustAct

/** A fault in plain words. `code` is ours; `said` is what the service itself said, shortened. */
export interface SendFault extends Bilingual {
  code: string
  who: WhoMustAct
  said?: string | undefined
}

export const channelsAddress = '/channels'
export const messagesAddress = '/messages'

export function channelAddress(id: number): string {
  return `/channels/${id}`
}

/** Where those who run a Zalo account see what people wrote to it. */
export function conversationsAddress(channelId: number): string {
  return `/channels/${channelId}/conversations`
}

export function conversationAddress(channelId: number, personId: number): string {
  return `${conversationsAddress(channelId)}/${personId}`
}

export function messageAddress(id: number): string {
  return `/messages/${id}`
}

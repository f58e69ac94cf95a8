import type { IconName } from '../../../../ui/icon.tsx'
import type { StatusLook } from '../../../../ui/tag.tsx'
import type { ChannelKind, ChannelState, MessageState } from '../../channel.ts'

export const channelLooks: Record<ChannelState, StatusLook> = {
  on: { tone: 'good', icon: 'done' },
  off: { tone: 'quiet', icon: 'pause' },
  needs_attention: { tone: 'bad', icon: 'warning' },
}

export const messageLooks: Record<MessageState, StatusLook> = {
  waiting: { tone: 'info', icon: 'clock' },
  sending: { tone: 'accent', icon: 'send' },
  sent: { tone: 'good', icon: 'done' },
  unsure: { tone: 'warn', icon: 'help' },
  failed: { tone: 'bad', icon: 'error' },
  dead: { tone: 'bad', icon: 'stop' },
  cancelled: { tone: 'quiet', icon: 'close' },
}

export const kindIcons: Record<ChannelKind, IconName> = {
  portal: 'globe',
  rss: 'link',
  newsletter: 'mail',
  webpush: 'bell',
  zalo: 'chat',
  facebook: 'people',
  webhook: 'code',
  manual: 'megaphone',
}

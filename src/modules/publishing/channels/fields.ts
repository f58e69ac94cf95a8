import type { ChannelKind, madeKinds } from '../channel.ts'
import { serviceNumbers } from './numbers.data.ts'

/** What each kind asks for: its settings, which everybody who sees the channel may read, and its secrets. */
export const channelFields: Readonly<
  Record<(typeof madeKinds)[number], { settings: readonly string[]; secrets: readonly string[] }>
> = {
  newsletter: { settings: [], secrets: [] },
  webpush: { settings: [], secrets: [] },
  zalo: { settings: ['appId', 'author', ...numbersOf('zalo')], secrets: ['appSecret', 'webhookSecret'] },
  facebook: {
    settings: ['pageId', 'graphVersion', 'appId', ...numbersOf('facebook')],
    secrets: ['pageToken', 'appSecret'],
  },
  webhook: { settings: ['url'], secrets: ['key'] },
  manual: { settings: ['about'], secrets: [] },
}
/** What each kind can do without: Facebook's app is only asked how long a token lives, Zalo's webhook only brings. */
export function isOptional(kind: (typeof madeKinds)[number], name: string): boolean {
  if (['about', 'author', 'graphVersion', 'webhookSecret'].includes(name) || numbersOf(kind).includes(name))
    return true
  return kind === 'facebook' && (name === 'appId' || name === 'appSecret')
}

function numbersOf(kind: ChannelKind): string[] {
  return (serviceNumbers[kind] ?? []).map((n) => n.name)
}

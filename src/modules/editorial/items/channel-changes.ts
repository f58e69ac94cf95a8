import type { Span } from '../../../lib/documents/out/official-document.ts'
import { wordDiff } from '../../../lib/text/word-diff.ts'
import type { Variant } from '../../publishing/channel.ts'

type Compared = { channelId: number; channelName: string; purpose: string | null; content: Variant }

/** How the text of a channel differs between two versions: it came to it, left it, or says something else. */
export interface ChannelChange {
  channelId: number
  channelName: string
  change: 'leaves' | 'stays' | 'changed'
  spans: Span[]
}

export function channelChanges(was: readonly Compared[], is: readonly Compared[]): ChannelChange[] {
  const ids = new Set([...was, ...is].map((v) => v.channelId))
  return [...ids].flatMap((channelId): ChannelChange[] => {
    const [before, after] = [was, is].map((all) => all.find((v) => v.channelId === channelId && v.purpose))
    const { channelName } = after ?? before ?? { channelName: '' }
    const [a, b] = [said(before), said(after)]
    if (a === b) return []
    const change = !before ? ('leaves' as const) : !after ? ('stays' as const) : ('changed' as const)
    return [{ channelId, channelName, change, spans: change === 'changed' ? wordDiff(a, b) : [] }]
  })
}

function said(v: Compared | undefined): string {
  if (!v) return ''
  const { title, lead, text, images } = v.content
  return [title, lead, text, ...images.map((i) => `[${i.fileId}] ${i.alt}`)].filter(Boolean).join('\n')
}

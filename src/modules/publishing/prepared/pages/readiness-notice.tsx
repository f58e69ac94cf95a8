import { words } from '../../../../lib/text/words.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { type StatusLook, StatusTag } from '../../../../ui/tag.tsx'
import { readinessWords, texts } from '../prepared.texts.ts'
import { type Ahead, type Readiness, readinessOf } from '../readiness.ts'

export const readinessLooks: Record<Readiness, StatusLook> = {
  public: { tone: 'good', icon: 'globe' },
  allowed: { tone: 'accent', icon: 'send' },
  held: { tone: 'info', icon: 'clock' },
  stale: { tone: 'bad', icon: 'warning' },
}

export function ReadinessTag({ made }: { made: Ahead }) {
  const readiness = readinessOf(made)
  return (
    <StatusTag look={readinessLooks[readiness]}>{readinessWords[readiness][useRequest().locale]}</StatusTag>
  )
}

type Made = Ahead & { preparedNumber: number | null; allowedByName: string | null }

/** What holds it back, or who let it leave; nothing of what is public. */
export function ReadinessNotice({ made }: { made: Made }) {
  const t = words(texts, useRequest().locale)
  const n = made.preparedNumber ?? 1
  const readiness = readinessOf(made)
  if (readiness === 'public') return null
  if (readiness === 'stale') return <Notice tone="bad">{t.staleWhy(n)}</Notice>
  if (readiness === 'allowed') return <Notice tone="info">{t.allowedWhy(n, made.allowedByName ?? '')}</Notice>
  return <Notice tone="warn">{t.heldWhy(n)}</Notice>
}

import { words } from '../../../../lib/text/words.ts'
import { Details } from '../../../../ui/details.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { useRequest } from '../../../../ui/request.ts'
import type { Uncarried } from '../carrying.ts'
import { texts } from '../corrections.texts.ts'

/** A correction for this channel alone that the version at work does not have, why, and its words to copy. */
export function UncarriedNotice({ line }: { line: { uncarried: Uncarried | null } }) {
  const t = words(texts, useRequest().locale)
  if (!line.uncarried) return null
  const { correction, isStale } = line.uncarried
  const { title, lead, text } = correction.content
  return (
    <Notice tone="warn" title={t.uncarried} small>
      <p>{isStale ? t.staleWhy(correction.number) : t.uncarriedWhy(correction.number)}</p>
      <Details summary={t.corrected}>
        <p class="letter">{[title, lead, text].filter(Boolean).join('\n\n')}</p>
      </Details>
    </Notice>
  )
}

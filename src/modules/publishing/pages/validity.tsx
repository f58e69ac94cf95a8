import type { Locale } from '../../../lib/actor.ts'
import { type Day, showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { type StatusLook, StatusTag } from '../../../ui/tag.tsx'
import { texts } from '../documents.texts.ts'
import { type DocumentValidity, type Validity, validityOn } from '../publication.ts'

const looks: Record<Validity, StatusLook> = {
  in_force: { tone: 'good', icon: 'done' },
  not_yet: { tone: 'info', icon: 'clock' },
  ended: { tone: 'bad', icon: 'stop' },
  replaced: { tone: 'warn', icon: 'return' },
  unknown: { tone: 'quiet', icon: 'help' },
}

interface ValidityProps {
  validity: DocumentValidity | null
  today: Day
  locale: Locale
}

/** Does a directing document hold today? In a word and a sign. */
export function ValidityTag({ validity, today, locale }: ValidityProps) {
  const state = validityOn(validity, today)
  return <StatusTag look={looks[state]}>{texts[state][locale]}</StatusTag>
}

/** Above a document that does not hold any more: since when, and what stands in its place, step by step. */
export function ValidityNotice({ validity, today, locale }: ValidityProps) {
  const w = words(texts, locale)
  const state = validityOn(validity, today)
  if (!validity || (state !== 'ended' && state !== 'replaced')) return null
  return (
    <Notice tone="warn" title={w[state]}>
      {validity.to && <p>{w.endedOn(showDay(validity.to))}</p>}
      {validity.replacedBy.length > 0 && (
        <>
          <p>{w.replacedBy}</p>
          <ol class="successors">
            {validity.replacedBy.map((next) => (
              <li key={next.name}>
                {next.address ? <a href={next.address}>{next.name}</a> : <b>{next.name}</b>}
                {next.title && ` – ${next.title}`}
              </li>
            ))}
          </ol>
        </>
      )}
    </Notice>
  )
}

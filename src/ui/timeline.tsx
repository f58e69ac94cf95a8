import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tone.ts'
import { useWords } from './words.ts'

export type TimelineEntry = {
  key: string | number
  title: ComponentChildren
  /** Person and unit. */
  by?: string
  /** As shown: "14:05, 02/03/2026". */
  when: string
  /** As machines read it, ISO 8601. */
  dateTime?: string
  icon?: IconName
  tone?: Tone
  changes?: readonly { field: string; before: string; after: string }[]
  children?: ComponentChildren
}

/** What happened to a thing, newest first unless the caller orders otherwise. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li key={entry.key}>
          <span class={`timeline-mark tone-${entry.tone ?? 'accent'}`}>
            <Icon name={entry.icon ?? 'edit'} />
          </span>
          <div>{entry.title}</div>
          <div class="timeline-when">
            <time dateTime={entry.dateTime}>{entry.when}</time>
            {entry.by && ` · ${entry.by}`}
          </div>
          {entry.changes && entry.changes.length > 0 && <Changes changes={entry.changes} />}
          {entry.children}
        </li>
      ))}
    </ol>
  )
}

function Changes({ changes }: { changes: NonNullable<TimelineEntry['changes']> }) {
  const w = useWords()
  return (
    <dl class="changes">
      {changes.map((change) => (
        <>
          <dt>{change.field}</dt>
          <dd>
            {change.before && (
              <>
                <span class="visually-hidden">{w.before} </span>
                <del>{change.before}</del>{' '}
              </>
            )}
            {change.after && (
              <>
                <span class="visually-hidden">{w.after} </span>
                <ins>{change.after}</ins>
              </>
            )}
          </dd>
        </>
      ))}
    </dl>
  )
}

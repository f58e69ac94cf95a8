import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tone.ts'

export type StatProps = {
  label: string
  /** As shown: "1.204", "92 %". */
  value: string
  /** Smaller, after the value: "/ 1.310". */
  of?: string
  note?: ComponentChildren
  /** The rows behind the figure. Every figure should have them. */
  href?: string
  icon?: IconName
  tone?: Tone
}

/** One figure that opens to its rows. */
export function Stat({ label, value, of, note, href, icon, tone }: StatProps) {
  const words = (
    <>
      {icon && <Icon name={icon} />}
      <span>{label}</span>
    </>
  )
  return (
    <li class={`stat${tone ? ` tone-${tone}` : ''}`}>
      {href ? (
        <a class="stat-label" href={href}>
          {words}
        </a>
      ) : (
        <span class="stat-label">{words}</span>
      )}
      <span class="stat-value">
        {value}
        {of && <small> {of}</small>}
      </span>
      {note && <span class="stat-note">{note}</span>}
    </li>
  )
}

export function Stats({ children }: { children: ComponentChildren }) {
  return <ul class="stats">{children}</ul>
}

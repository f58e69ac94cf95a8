import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tone.ts'

type TagProps = { tone?: Tone; icon?: IconName; outline?: boolean; children: ComponentChildren }

/** A short word about a thing. A state of a life cycle is a `<StatusTag>`, which always has an icon. */
export function Tag({ tone = 'quiet', icon, outline, children }: TagProps) {
  return (
    <span class={`tag tone-${tone}${outline ? ' tag-outline' : ''}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}

/** How a room describes one state: `const statusLooks: Record<TaskStatus, StatusLook>`. */
export type StatusLook = { tone: Tone; icon: IconName }

export function StatusTag({ look, children }: { look: StatusLook; children: ComponentChildren }) {
  return (
    <Tag tone={look.tone} icon={look.icon}>
      {children}
    </Tag>
  )
}

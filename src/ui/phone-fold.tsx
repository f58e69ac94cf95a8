import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

type PhoneFoldProps = {
  summary: ComponentChildren
  icon?: IconName
  /** Open on a phone from the start; wider screens and paper always show what is inside. */
  open?: boolean | undefined
  children: ComponentChildren
}

/**
 * What a phone shows behind one line, and every wider screen plainly. The body stands beside the `details`, not inside:
 * no browser can then hide it where there is room, with or without a script.
 */
export function PhoneFold({ summary, icon, open, children }: PhoneFoldProps) {
  return (
    <div class="phone-fold">
      <details open={open}>
        <summary>
          {icon && <Icon name={icon} />}
          <span>{summary}</span>
          <Icon name="down" />
        </summary>
      </details>
      <div class="phone-fold-body">{children}</div>
    </div>
  )
}

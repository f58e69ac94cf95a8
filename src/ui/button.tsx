import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

type Look = {
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  small?: boolean
  icon?: IconName
  children: ComponentChildren
}

type ButtonProps = Look & {
  type?: 'submit' | 'button'
  name?: string
  value?: string
  disabled?: boolean
  /** Sends the enclosing form elsewhere: one form, several verbs. */
  formaction?: string
  /** Has the focus when the page opens: the button that was just pressed. */
  autofocus?: boolean
  /** Id of a form that this button stands outside of. */
  form?: string
}

export function Button({ kind, small, icon, children, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} class={look({ kind, small })}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link that looks like a button, for going somewhere; a `<Button>` is for doing something. */
export function ButtonLink({
  kind,
  small,
  icon,
  children,
  href,
  download,
}: Look & { href: string; download?: boolean }) {
  return (
    <a href={href} class={look({ kind, small })} download={download}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

export function ButtonGroup({ children }: { children: ComponentChildren }) {
  return <div class="button-group">{children}</div>
}

function look({
  kind = 'primary',
  small,
}: {
  kind: Look['kind'] | undefined
  small: boolean | undefined
}): string {
  return `button${kind === 'primary' ? '' : ` button-${kind}`}${small ? ' button-small' : ''}`
}

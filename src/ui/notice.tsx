import type { ComponentChildren } from 'preact'
import type { Flash } from './frame.ts'
import { Icon, type IconName } from './icon.tsx'
import { useWords } from './words.ts'

type NoticeTone = Flash['tone']

const icons: Record<NoticeTone, IconName> = { good: 'done', warn: 'warning', bad: 'error', info: 'info' }

type NoticeProps = {
  tone: NoticeTone
  title?: string | undefined
  small?: boolean
  children?: ComponentChildren
}

/** Something to know on this page. The kind is told by colour, by icon and by a word for those who listen. */
export function Notice({ tone, title, small, children }: NoticeProps) {
  const w = useWords()
  const kind = { good: w.success, warn: w.warning, bad: w.error, info: w.info }[tone]
  return (
    <div class={`notice tone-${tone}${small ? ' notice-small' : ''}`}>
      <Icon name={icons[tone]} title={kind} />
      <div>
        {title && <p class="notice-title">{title}</p>}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  )
}

/** Flash messages, told by screen readers when the page opens. Layouts draw them. */
export function Notices({ notices }: { notices: readonly Flash[] }) {
  if (notices.length === 0) return null
  return (
    <div role="status" class="stack">
      {notices.map((flash) => (
        <Notice tone={flash.tone} key={flash.text}>
          {flash.text}
        </Notice>
      ))}
    </div>
  )
}

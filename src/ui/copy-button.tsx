import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

/** Shown by a script only, since copying needs one. `what` names the thing for readers. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const w = useWords()
  return (
    <button
      type="button"
      class="button button-quiet button-small"
      data-copy={text}
      data-copied={w.copied}
      hidden
    >
      <Icon name="copy" />
      <span aria-live="polite">{w.copy}</span>
      <span class="visually-hidden"> {what}</span>
    </button>
  )
}

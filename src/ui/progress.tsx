import type { Tone } from './tone.ts'

type ProgressProps = {
  label: string
  value: number
  max: number
  /** As shown beside the label: "18 / 24 nhiệm vụ". */
  text: string
  tone?: Tone
  /** The label stays for readers only. */
  silent?: boolean
}

/** How far something has come, in a bar and always in words. */
export function Progress({ label, value, max, text, tone, silent }: ProgressProps) {
  return (
    <div class={`progress${tone ? ` tone-${tone}` : ''}`}>
      <span class="progress-words">
        <span class={silent ? 'visually-hidden' : undefined}>{label}</span>
        <span>{text}</span>
      </span>
      <progress value={value} max={max} aria-label={label}>
        {text}
      </progress>
    </div>
  )
}

type JobProgressProps = ProgressProps & {
  /** Answers JSON `{ value, max, text, done?: url }`; the page moves to `done` when it is given. */
  url: string
}

/** A running job. A script asks again every two seconds; without it the page is reloaded by hand. */
export function JobProgress({ url, ...progress }: JobProgressProps) {
  return (
    <div data-progress-url={url} aria-live="polite">
      <Progress {...progress} />
    </div>
  )
}

import type { ComponentChildren } from 'preact'

/** Two columns on wide screens, the first staying in sight; one below the other on narrow ones. */
export function SideBySide({ first, second }: { first: ComponentChildren; second: ComponentChildren }) {
  return (
    <div class="two">
      <div class="two-first">{first}</div>
      <div>{second}</div>
    </div>
  )
}

import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

type DetailsProps = { summary: ComponentChildren; open?: boolean; children: ComponentChildren }

/** More for those who want it. Never hide here what everyone needs. */
export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details class="details" open={open}>
      <summary>
        <Icon name="right" />
        {summary}
      </summary>
      <div class="details-body">{children}</div>
    </details>
  )
}

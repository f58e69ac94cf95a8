import type { ComponentChildren } from 'preact'
import { BrandScene } from './brand-scene.tsx'
import { ButtonGroup, ButtonLink } from './button.tsx'
import { useWords } from './words.ts'

type ErrorPageProps = {
  status: 403 | 404 | 409 | 422 | 500
  /** Reasons of the refusal, in the reader's language. */
  reasons?: readonly string[]
  /** Code under which the log has it (500). */
  incident?: string
  /** Where the way goes on; default: the start page. */
  action?: ComponentChildren
}

/** The body of a refusal or a failure: what happened, what it means, what to do now. Use inside a layout. */
export function ErrorPage({ status, reasons = [], incident, action }: ErrorPageProps) {
  const w = useWords()
  const said = {
    403: [w.forbiddenTitle, w.forbiddenBody],
    404: [w.notFoundTitle, w.notFoundBody],
    409: [w.conflictTitle, w.conflictBody],
    422: [w.invalidTitle, ''],
    500: [w.brokenTitle, w.brokenBody],
  }[status]
  return (
    <div class="refusal">
      <BrandScene />
      <div class="stack">
        <h1>{said[0]}</h1>
        {reasons.length > 0 ? reasons.map((reason) => <p key={reason}>{reason}</p>) : <p>{said[1]}</p>}
        {incident && (
          <p>
            {w.incident}: <code>{incident}</code>
          </p>
        )}
        <ButtonGroup>{action ?? <ButtonLink href="/">{w.home}</ButtonLink>}</ButtonGroup>
        <p class="small soft number">{status}</p>
      </div>
    </div>
  )
}

import type { ComponentChildren } from 'preact'
import { BrandScene } from './brand-scene.tsx'
import { ButtonGroup } from './button.tsx'

type ErrorPageProps = {
  /** What happened, in a few words: "Không tìm thấy trang". */
  title: string
  /** Why, and what to do now; a sentence or two each. */
  sentences: readonly string[]
  /** A `<ButtonLink>`: where the way goes on. */
  action: ComponentChildren
  /** HTTP status, small, for whoever answers the telephone. */
  status: number
}

/** The body of a refusal or a failure. Use inside a layout. */
export function ErrorPage({ title, sentences, action, status }: ErrorPageProps) {
  return (
    <div class="refusal">
      <BrandScene />
      <div class="stack">
        <h1>{title}</h1>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <ButtonGroup>{action}</ButtonGroup>
        <p class="small soft number">{status}</p>
      </div>
    </div>
  )
}

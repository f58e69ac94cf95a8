import type { ComponentChildren } from 'preact'

export type Scene = 'paper' | 'done' | 'search' | 'people'

type EmptyStateProps = {
  scene?: Scene
  title: string
  /** What will be here, and how it gets here. */
  children?: ComponentChildren
  /** The one next step. */
  action?: ComponentChildren
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ scene = 'paper', title, children, action }: EmptyStateProps) {
  return (
    <div class="empty">
      <svg viewBox="0 0 176 120" aria-hidden="true" focusable="false">
        <path class="art-soft" d="M14 96c0-34 30-66 74-66s74 32 74 66z" />
        <path class="art-line" d="M6 96h164" />
        {drawings[scene]}
      </svg>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}

const lotus = (
  <>
    <path class="art-lotus" d="M143 96c-13-1-20-9-20-22 11 2 18 9 20 22z" />
    <path class="art-lotus" d="M145 96c13-1 20-9 20-22-11 2-18 9-20 22z" />
    <path class="art-lotus" d="M144 94c-8-9-8-21 0-32 8 11 8 23 0 32z" />
  </>
)

const drawings = {
  paper: (
    <>
      <path class="art-paper" d="M52 20h44l16 16v60H52z" />
      <path class="art-line" d="M96 20v16h16M62 50h38M62 62h38M62 74h24" />
      {lotus}
    </>
  ),
  done: (
    <>
      <path class="art-paper" d="M44 34h62v62H44z" />
      <path class="art-line" d="M54 50l5 5 9-10M54 72l5 5 9-10M76 52h20M76 74h20M62 34v-8h26v8" />
      {lotus}
    </>
  ),
  search: (
    <>
      <path class="art-paper" d="M40 40h48v56H40z" />
      <path class="art-line" d="M50 54h28M50 66h20" />
      <circle class="art-paper" cx="96" cy="58" r="22" />
      <path class="art-line" d="M112 74l17 17M88 54c2-4 6-6 10-6" />
      {lotus}
    </>
  ),
  people: (
    <>
      <circle class="art-paper" cx="62" cy="48" r="12" />
      <path class="art-paper" d="M38 96c0-18 10-28 24-28s24 10 24 28z" />
      <circle class="art-paper" cx="100" cy="56" r="10" />
      <path class="art-paper" d="M80 96c0-15 8-23 20-23s20 8 20 23z" />
      {lotus}
    </>
  ),
}

import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

type FewProps = {
  /** How many rows there are in all. */
  total: number
  /** The list's own page. Without it "See all" opens the rest in place. */
  all?: string | undefined
  /** A list of pieces (`Table`, `TaskList`, plain list) as the only child. */
  children: ComponentChildren
}

/** How many rows a phone shows of one section among several. */
const shown = 5

/** One section among several: on a phone its first rows and "See all"; on wider screens and paper all of them. */
export function Few({ total, all, children }: FewProps) {
  const w = useWords()
  if (total <= shown + 1) return <>{children}</>
  return (
    <div class="few">
      {children}
      {all ? (
        <a class="few-all" href={all}>
          {w.seeAll(total)}
        </a>
      ) : (
        <details class="few-all">
          <summary>
            <span class="few-more">{w.seeAll(total)}</span>
            <span class="few-less">{w.seeFirst}</span>
            <Icon name="down" />
          </summary>
        </details>
      )}
    </div>
  )
}

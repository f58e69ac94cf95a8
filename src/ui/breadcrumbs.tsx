import type { Crumb } from './frame.ts'
import { useWords } from './words.ts'

/** The last crumb is this page. On a phone only the way one step up is shown. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const w = useWords()
  return (
    <nav aria-label={w.crumbs} class="no-print">
      <ol class="crumbs">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href}>
            {index === crumbs.length - 1 ? (
              <span aria-current="page">{crumb.label}</span>
            ) : (
              <a href={crumb.href}>{crumb.label}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

type PagerProps = {
  /** From 1. */
  page: number
  pageSize: number
  total: number
  href: (page: number) => string
}

/** Where one is in a long list. Nothing but the count is drawn when all fits on one page. */
export function Pager({ page, pageSize, total, href }: PagerProps) {
  const w = useWords()
  if (total === 0) return null
  const last = Math.max(1, Math.ceil(total / pageSize))
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1
  return (
    <nav class="pager" aria-label={w.pages}>
      <span class="soft number">{w.rowsShown(from, Math.min(page * pageSize, total), total)}</span>
      {last > 1 && (
        <ul class="pager-list no-print">
          {page > 1 && (
            <li>
              <a href={href(page - 1)} rel="prev">
                <Icon name="left" />
                {w.previous}
              </a>
            </li>
          )}
          {pagesAround(page, last).map((number, index, all) => (
            <li key={number} class={number === page ? 'pager-here' : 'pager-other'}>
              {index > 0 && number - (all[index - 1] ?? 0) > 1 && <span aria-hidden="true">…</span>}
              <a
                href={href(number)}
                aria-current={number === page ? 'page' : undefined}
                aria-label={w.pageNumber(number)}
              >
                {number}
              </a>
            </li>
          ))}
          {page < last && (
            <li>
              <a href={href(page + 1)} rel="next">
                {w.next}
                <Icon name="right" />
              </a>
            </li>
          )}
        </ul>
      )}
    </nav>
  )
}

/** First, last and the neighbours: 1 … 6 7 8 … 20. */
export function pagesAround(page: number, last: number): number[] {
  const wanted = [1, page - 1, page, page + 1, last].filter((number) => number >= 1 && number <= last)
  return [...new Set(wanted)].sort((a, b) => a - b)
}

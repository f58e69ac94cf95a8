import type { Fault } from '../lib/errors.ts'
import { useRequest } from './request.ts'
import { useWords } from './words.ts'

/**
 * All faults of a form at the head of the page, each leading to its field. A script moves the focus here when
 * the page opens. Draw it above the page's heading; nothing is drawn without faults.
 */
export function ErrorSummary({ faults, title }: { faults: readonly Fault[]; title?: string }) {
  const w = useWords()
  const { locale } = useRequest()
  if (faults.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1} data-error-summary>
      <h2>{title ?? w.errorTitle}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field}-${fault.en}`}>
            {fault.field === null ? fault[locale] : <a href={`#${fault.field}`}>{fault[locale]}</a>}
          </li>
        ))}
      </ul>
    </div>
  )
}

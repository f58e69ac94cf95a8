import type { ComponentChildren } from 'preact'
import { useWords } from './words.ts'

export type Fact = {
  label: string
  /** null, undefined and '' are written as "Chưa có". */
  value: ComponentChildren
  /** Address where this can be changed. */
  change?: string
}

/** What is known of one thing: label and value, line by line. */
export function SummaryList({ facts }: { facts: readonly Fact[] }) {
  const w = useWords()
  return (
    <dl class="summary">
      {facts.map((fact) => {
        const missing = fact.value === null || fact.value === undefined || fact.value === ''
        return (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd class={missing ? 'none' : undefined}>{missing ? w.none : fact.value}</dd>
            {fact.change && (
              <dd class="summary-change no-print">
                <a href={fact.change}>
                  {w.change}
                  <span class="visually-hidden"> {fact.label}</span>
                </a>
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

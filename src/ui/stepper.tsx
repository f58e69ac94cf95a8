import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

export type Step = {
  key: string
  label: string
  state: 'done' | 'now' | 'next'
  /** Day or person: "02/03/2026 · Nguyễn Văn Ổn". */
  note?: string
}

/** The life of a thing: what is past, where it stands, what is to come. */
export function Stepper({ label, steps }: { label: string; steps: readonly Step[] }) {
  const w = useWords()
  const said = { done: w.stepDone, now: w.stepNow, next: w.stepNext }
  return (
    <ol class="stepper" aria-label={label}>
      {steps.map((step, index) => (
        <li
          class={`step-${step.state}`}
          key={step.key}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span class="step-mark" aria-hidden="true">
            {step.state === 'done' ? <Icon name="check" /> : index + 1}
          </span>
          <span>
            {step.label}
            <span class="visually-hidden">, {said[step.state]}</span>
            {step.note && <span class="step-note">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

import type { ComponentChildren } from 'preact'
import type { FieldFacts, FieldProps } from './form.tsx'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

type FieldFrameProps = Pick<FieldProps, 'label' | 'hint' | 'optional'> & {
  facts: FieldFacts
  children: ComponentChildren
}

/** Label, hint, fault and the control, in that order. Used by the fields; rooms use the fields. */
export function Field({ label, hint, optional, facts, children }: FieldFrameProps) {
  const w = useWords()
  return (
    <div class={facts.error === undefined ? 'field' : 'field field-faulty'}>
      <label class="label" for={facts.id}>
        {label} {optional && <span class="optional">{w.optional}</span>}
      </label>
      <HintAndError facts={facts} hint={hint} />
      {children}
    </div>
  )
}

export function HintAndError({ facts, hint }: { facts: FieldFacts; hint: ComponentChildren }) {
  const w = useWords()
  return (
    <>
      {hint && (
        <span class="hint" id={`${facts.id}-hint`}>
          {hint}
        </span>
      )}
      {facts.error !== undefined && (
        <span class="error" id={`${facts.id}-error`}>
          <Icon name="error" />
          <span>
            <span class="visually-hidden">{w.errorPrefix}</span>
            {facts.error}
          </span>
        </span>
      )}
    </>
  )
}

/** Attributes that every control shares. */
export function controlProps(props: FieldProps, facts: FieldFacts) {
  return {
    id: facts.id,
    name: props.name,
    class: props.width ? `input width-${props.width}` : 'input',
    disabled: props.disabled,
    'aria-describedby': facts.describedBy,
    'aria-invalid': facts.error === undefined ? undefined : ('true' as const),
  }
}

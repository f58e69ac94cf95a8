import type { ComponentChildren } from 'preact'
import { HintAndError } from './field.tsx'
import { type FieldProps, useField } from './form.tsx'
import { useWords } from './words.ts'

export type Choice = {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  /** Further fields, shown once this choice is made (always shown by browsers too old for `:has`). */
  more?: ComponentChildren
  disabled?: boolean
}

type ChoicesProps = Omit<FieldProps, 'value' | 'width'> & {
  choices: readonly Choice[]
  inline?: boolean
  /** Shown as a heading of the page when it is the page's only question. */
  big?: boolean
}

export function Radios(props: ChoicesProps & { value?: string | undefined }) {
  return <Choices {...props} type="radio" />
}

/** Several may be chosen. `values` overrules the form's kept values. */
export function Checkboxes({ values, ...props }: ChoicesProps & { values?: readonly string[] | undefined }) {
  return <Choices {...props} type="checkbox" picked={values} />
}

type AllProps = ChoicesProps & {
  type: 'radio' | 'checkbox'
  value?: string | undefined
  picked?: readonly string[] | undefined
}

function Choices(props: AllProps) {
  const w = useWords()
  const facts = useField(props)
  const picked = props.picked ?? facts.values
  return (
    <fieldset
      class={facts.error === undefined ? 'field' : 'field field-faulty'}
      aria-describedby={facts.describedBy}
    >
      <legend class={props.big ? 'legend legend-l' : 'legend'}>
        {props.label} {props.optional && <span class="optional">{w.optional}</span>}
      </legend>
      <HintAndError facts={facts} hint={props.hint} />
      <div class={props.inline ? 'choices choices-inline' : 'choices'}>
        {props.choices.map((choice, index) => (
          <OneChoice
            key={choice.value}
            {...choice}
            type={props.type}
            name={props.name}
            id={index === 0 ? facts.id : `${facts.id}-${index + 1}`}
            checked={picked.includes(choice.value)}
            disabled={props.disabled || choice.disabled || false}
          />
        ))}
      </div>
    </fieldset>
  )
}

type OneChoiceProps = Choice & { type: 'radio' | 'checkbox'; name: string; id: string; checked: boolean }

function OneChoice({ type, name, id, value, label, hint, more, checked, disabled }: OneChoiceProps) {
  return (
    <div class="choice">
      <input
        type={type}
        name={name}
        id={id}
        value={value}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label for={id}>{label}</label>
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {more && <div class="choice-more">{more}</div>}
    </div>
  )
}

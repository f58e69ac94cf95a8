import { controlProps, Field } from './field.tsx'
import { type FieldProps, useField } from './form.tsx'

type TextInputProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search'
  /** As in HTML: "username", "email", "name", "one-time-code" … */
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url'
  maxlength?: number
  readonly?: boolean
  autofocus?: boolean
}

export function TextInput(props: TextInputProps) {
  const facts = useField(props)
  return (
    <Field label={props.label} hint={props.hint} optional={props.optional ?? false} facts={facts}>
      <input
        {...controlProps(props, facts)}
        type={(props.type ?? 'text') as 'text'}
        value={facts.value}
        autocomplete={props.autocomplete ?? 'off'}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        readonly={props.readonly}
        spellcheck={false}
      />
    </Field>
  )
}

import { controlProps, Field } from './field.tsx'
import { type FieldProps, useField } from './form.tsx'

/** A number as text with a number keyboard: `type=number` loses what it cannot read, and scrolls away values. */
export function NumberInput(props: FieldProps & { unit?: string; decimal?: boolean }) {
  const facts = useField(props)
  const unitId = `${facts.id}-unit`
  const shared = controlProps({ width: 's', ...props }, facts)
  const described = [shared['aria-describedby'], props.unit && unitId].filter(Boolean).join(' ') || undefined
  return (
    <Field label={props.label} hint={props.hint} optional={props.optional ?? false} facts={facts}>
      <span class="affix">
        <input
          {...shared}
          aria-describedby={described}
          type="text"
          inputmode={props.decimal ? 'decimal' : 'numeric'}
          autocomplete="off"
          value={facts.value}
        />
        {props.unit && (
          <span class="affix-word" id={unitId}>
            {props.unit}
          </span>
        )}
      </span>
    </Field>
  )
}

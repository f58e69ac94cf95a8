import { controlProps, Field } from './field.tsx'
import { type FieldProps, useField } from './form.tsx'
import { iconAddress } from './icon.tsx'
import { useWords } from './words.ts'

/**
 * A day typed as dd/mm/yyyy, as it is written on paper; the server parses it. A value like 2026-12-05 is
 * shown as 05/12/2026. A script adds a calendar button beside it.
 */
export function DateInput(props: FieldProps) {
  const w = useWords()
  const hint = props.hint ?? w.dateHint
  const facts = useField({ ...props, hint })
  return (
    <Field label={props.label} hint={hint} optional={props.optional ?? false} facts={facts}>
      <span class="affix">
        <input
          {...controlProps({ ...props, width: 'm' }, facts)}
          type="text"
          inputmode="numeric"
          autocomplete="off"
          maxlength={10}
          value={shownDay(facts.value)}
          data-day={w.chooseDay}
          data-icon={iconAddress('calendar')}
        />
      </span>
    </Field>
  )
}

/** '2026-12-05' → '05/12/2026'; anything else is left as typed. */
export function shownDay(value: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : value
}

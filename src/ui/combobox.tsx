import { controlProps, Field } from './field.tsx'
import { useField } from './form.tsx'
import { Options, type SelectProps } from './select.tsx'
import { useWords } from './words.ts'

/** A long list. Without a script it is a plain select; with one, letters typed above it (with or without accents) thin it out. */
export function Combobox(props: SelectProps) {
  const w = useWords()
  const facts = useField(props)
  return (
    <Field label={props.label} hint={props.hint} optional={props.optional ?? false} facts={facts}>
      <select {...controlProps(props, facts)} data-filter={w.filterList} data-filter-none={w.noMatch}>
        <Options options={props.options} empty={props.empty} value={facts.value} />
      </select>
    </Field>
  )
}

import { controlProps, Field } from './field.tsx'
import { type FieldProps, useField } from './form.tsx'
import { useWords } from './words.ts'

export type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { label: string; options: readonly Option[] }

export type SelectProps = FieldProps & {
  options: readonly (Option | OptionGroup)[]
  /** First, empty choice. `true` writes "Chọn"; a string is written as it is; absent: none. */
  empty?: boolean | string | undefined
}

/** A native select: works on every phone and with every reader. For more than ~15 options use `<Combobox>`. */
export function Select(props: SelectProps) {
  const facts = useField(props)
  return (
    <Field label={props.label} hint={props.hint} optional={props.optional ?? false} facts={facts}>
      <select {...controlProps(props, facts)}>
        <Options options={props.options} empty={props.empty} value={facts.value} />
      </select>
    </Field>
  )
}

export function Options({
  options,
  empty,
  value,
}: Pick<SelectProps, 'options' | 'empty'> & { value: string }) {
  const w = useWords()
  return (
    <>
      {empty && <option value="">{empty === true ? w.choose : empty}</option>}
      {options.map((entry) =>
        'options' in entry ? (
          <optgroup label={entry.label} key={entry.label}>
            <Options options={entry.options} value={value} />
          </optgroup>
        ) : (
          <option
            value={entry.value}
            selected={entry.value === value}
            disabled={entry.disabled}
            key={entry.value}
          >
            {entry.label}
          </option>
        ),
      )}
    </>
  )
}

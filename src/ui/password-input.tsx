import { controlProps, Field } from './field.tsx'
import { type FieldProps, useField } from './form.tsx'
import { iconAddress } from './icon.tsx'
import { useWords } from './words.ts'

/** Never shows a kept value. A script adds the button that shows what is typed. */
export function PasswordInput(props: Omit<FieldProps, 'value'> & { fresh?: boolean }) {
  const w = useWords()
  const facts = useField(props)
  return (
    <Field label={props.label} hint={props.hint} optional={props.optional ?? false} facts={facts}>
      <span class="affix">
        <input
          {...controlProps({ ...props, width: props.width ?? 'l' }, facts)}
          type="password"
          autocomplete={props.fresh ? 'new-password' : 'current-password'}
          autocapitalize="none"
          spellcheck={false}
          data-show={w.showPassword}
          data-hide={w.hidePassword}
          data-icons={`${iconAddress('eye')} ${iconAddress('eye-off')}`}
        />
      </span>
    </Field>
  )
}

import { controlProps, Field } from './field.tsx'
import { type FieldProps, useField } from './form.tsx'
import { useWords } from './words.ts'

/** `limit` is told, not enforced while typing: the server answers, and a script counts down. */
export function TextArea(props: FieldProps & { rows?: number; limit?: number }) {
  const w = useWords()
  const facts = useField(props)
  return (
    <Field label={props.label} hint={props.hint} optional={props.optional ?? false} facts={facts}>
      <textarea
        {...controlProps(props, facts)}
        rows={props.rows ?? 5}
        data-limit={props.limit}
        data-left={props.limit && w.left}
        data-over={props.limit && w.tooMany}
      >
        {facts.value}
      </textarea>
      {props.limit !== undefined && <span class="count">{w.characters(props.limit)}</span>}
    </Field>
  )
}

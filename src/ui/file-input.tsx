import { controlProps, Field } from './field.tsx'
import { type FieldProps, useField } from './form.tsx'
import { useWords } from './words.ts'

type FileInputProps = Omit<FieldProps, 'value' | 'width'> & {
  multiple?: boolean
  /** As in HTML: ".docx,.pdf,image/*". */
  accept?: string
  /** Adds, on phones, a second control that opens the camera at once; its files arrive under the same name. */
  camera?: boolean
  /** Told to the drop zone, which refuses larger files before they travel. Bytes. */
  limit?: number
}

/** A native file field in a frame onto which a script lets files be dropped. The form needs `files`. */
export function FileInput(props: FileInputProps) {
  const w = useWords()
  const facts = useField(props)
  return (
    <Field label={props.label} hint={props.hint} optional={props.optional ?? false} facts={facts}>
      <div
        class="drop"
        data-drop
        data-drop-words={JSON.stringify([w.dropHere, w.removeFile, w.tooLarge, w.sending])}
        data-drop-limit={props.limit}
      >
        <input
          {...controlProps(props, facts)}
          class="drop-input"
          type="file"
          multiple={props.multiple}
          accept={props.accept}
        />
        {props.camera && (
          <label class="drop-camera">
            {w.takePhoto}
            <input class="drop-input" type="file" name={props.name} accept="image/*" capture="environment" />
          </label>
        )}
      </div>
    </Field>
  )
}

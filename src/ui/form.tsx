import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Locale } from '../lib/actor.ts'
import type { Fault } from '../lib/errors.ts'
import { csrfField } from '../lib/http/forms.ts'
import { useRequest } from './request.ts'
import { useWords } from './words.ts'

/** Values as typed or as stored; fields take theirs by name. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>

type FormFacts = { readonly values: FormValues; readonly faults: readonly Fault[] }

const FormContext = createContext<FormFacts>({ values: {}, faults: [] })

type FormProps = {
  action: string
  /** `get` for filters and searches: no token is written. */
  method?: 'post' | 'get'
  /** Kept values: every field inside finds its own by name. */
  values?: FormValues | undefined
  /** Faults: every field inside shows its own. Draw `<ErrorSummary>` above the heading as well. */
  faults?: readonly Fault[] | undefined
  /** Set when a file field is inside. */
  files?: boolean
  /** Warns before leaving with unsent changes, and keeps a draft in the browser's session under this key. */
  draft?: string | undefined
  /** Saves itself while it is typed (public/js/autosave.js): a key for this device, and its words as JSON. */
  autosave?: { key: string; words: string } | undefined
  /** No spacing of its own: for a button inside a menu or a row. */
  bare?: boolean
  id?: string
  class?: string
  children: ComponentChildren
}

/** Every form of the product. Browser validation is off: the server's words are the ones people see. */
export function Form(props: FormProps) {
  const { action, method = 'post', values, faults, files, draft, bare, children } = props
  const { csrf } = useRequest()
  const w = useWords()
  const kinds = [bare ? undefined : 'form', props.class].filter((kind) => kind !== undefined)
  return (
    <FormContext.Provider value={{ values: values ?? {}, faults: faults ?? [] }}>
      <form
        id={props.id}
        class={kinds.length > 0 ? kinds.join(' ') : undefined}
        action={action}
        method={method}
        enctype={files ? 'multipart/form-data' : undefined}
        novalidate
        data-autosave={props.autosave?.key}
        data-words={props.autosave?.words}
        data-draft={draft}
        data-draft-found={draft && w.draftFound}
        data-draft-restore={draft && w.draftRestore}
        data-draft-discard={draft && w.draftDiscard}
        data-draft-kept={draft && w.draftKept}
      >
        {method === 'post' && <input type="hidden" name={csrfField} value={csrf} />}
        {children}
      </form>
    </FormContext.Provider>
  )
}

export type FieldProps = {
  /** Also the id, unless `id` is given; the error summary links to it. */
  name: string
  label: string
  id?: string
  hint?: ComponentChildren
  /** Shown value; otherwise the form's kept value of this name. */
  value?: string | undefined
  /** Fault in words; otherwise the form's fault of this name. */
  error?: string | undefined
  /** Fields are required unless said otherwise, and then the label says so. */
  optional?: boolean
  disabled?: boolean
  width?: 's' | 'm' | 'l'
}

export type FieldFacts = {
  id: string
  value: string
  values: readonly string[]
  error: string | undefined
  /** Ids for aria-describedby. */
  describedBy: string | undefined
}

/** What a field finds out about itself from its props and from the form around it. */
export function useField(props: Pick<FieldProps, 'name' | 'id' | 'hint' | 'value' | 'error'>): FieldFacts {
  const form = useContext(FormContext)
  const { locale } = useRequest()
  const id = props.id ?? props.name
  const kept = form.values[props.name]
  const values = props.value !== undefined ? [props.value] : typeof kept === 'string' ? [kept] : (kept ?? [])
  const error = props.error ?? faultOf(form.faults, props.name, locale)
  const described = [props.hint ? `${id}-hint` : undefined, error === undefined ? undefined : `${id}-error`]
  return {
    id,
    value: values[0] ?? '',
    values,
    error,
    describedBy: described.filter(Boolean).join(' ') || undefined,
  }
}

export function faultOf(faults: readonly Fault[], field: string, locale: Locale): string | undefined {
  return faults.find((fault) => fault.field === field)?.[locale]
}

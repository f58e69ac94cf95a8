import { type ComponentChildren, isValidElement, toChildArray } from 'preact'
import { Button } from './button.tsx'
import { Form, type FormValues } from './form.tsx'
import { Icon } from './icon.tsx'
import { PhoneFold } from './phone-fold.tsx'
import { TextInput } from './text-input.tsx'
import { useWords } from './words.ts'

type FilterBarProps = {
  /** The list's own address; filters are its query. */
  action: string
  values: FormValues
  /** What the list shows by itself: such a value is not counted as a filter somebody has set. */
  usual?: FormValues
  /** What the folded line says where the list always has a value, such as its days: '01/10/2026 – 31/12/2026'. */
  folded?: string
  /** How many rows the list shows: where there are none and nothing is set, there is nothing to filter. */
  rows?: number
  /** Filters in force, each with the address of the list without it. */
  active?: readonly { label: string; without: string }[]
  /** What the button says where the form searches as well. */
  search?: string
  children: ComponentChildren
}

/**
 * Filters of a list as a GET form, so that a filtered list has an address that can be sent to a colleague. On a phone
 * they fold behind one line that counts what is set, and stand open where nothing else on the page says what it is.
 */
export function FilterBar(props: FilterBarProps) {
  const { action, values, usual = {}, folded, rows, active = [], search, children } = props
  const w = useWords()
  const fields = fieldsIn(children)
  const set = fields.flatMap((field) => {
    const value = values[field.name]
    if (value === undefined || value.length === 0 || value === usual[field.name]) return []
    return [`${field.label}: ${field.shown(String(value))}`]
  })
  const form = (
    <Form action={action} method="get" values={values} bare>
      <div class="filters-fields">
        {children}
        <div>
          <Button kind="secondary" icon={search ? 'search' : 'filter'}>
            {search ?? w.apply}
          </Button>
        </div>
      </div>
    </Form>
  )
  const title = fields.some((field) => field.typed) ? w.findAndFilter : w.apply
  if (rows === 0 && set.length + active.length === 0) return null
  const told = folded ?? set.join(' · ')
  return (
    <>
      {told && <p class="print-only">{told}</p>}
      <search class="filters no-print" aria-label={w.filters}>
        {search ? (
          form
        ) : (
          <PhoneFold
            icon="filter"
            open={set.length > 0 && active.length === 0 && !folded}
            summary={folded ?? <Title title={title} set={set.length} />}
          >
            {form}
          </PhoneFold>
        )}
        {active.length > 0 && (
          <div class="filters-on">
            <span class="small soft">{w.filteredBy}</span>
            {active.map((filter) => (
              <a
                class="chip"
                href={filter.without}
                key={filter.label}
                aria-label={w.removeFilter(filter.label)}
              >
                {filter.label}
                <Icon name="close" />
              </a>
            ))}
            <a class="small" href={action}>
              {w.clearAll}
            </a>
          </div>
        )}
      </search>
    </>
  )
}

function Title({ title, set }: { title: string; set: number }) {
  const w = useWords()
  if (set === 0) return <>{title}</>
  return (
    <>
      {title} <span aria-hidden="true">({set})</span>
      <span class="visually-hidden">, {w.inForce(set)}</span>
    </>
  )
}

interface FieldSeen {
  name: string
  label: string
  typed: boolean
  /** A value as its field shows it: the words of a choice. */
  shown: (value: string) => string
}

interface FieldLike {
  name?: string
  label?: string
  options?: readonly { value: string; label: string }[]
  children?: ComponentChildren
}

/** The fields among the children; hidden inputs are no filters of their own. */
function fieldsIn(children: ComponentChildren): FieldSeen[] {
  return toChildArray(children).flatMap((child) => {
    if (!isValidElement(child) || child.type === 'input') return []
    const { name, label = '', options = [], children: inside } = child.props as FieldLike
    if (name === undefined) return fieldsIn(inside)
    const shown = (value: string) => options.find((option) => option.value === value)?.label ?? value
    return [{ name, label, typed: child.type === TextInput, shown }]
  })
}

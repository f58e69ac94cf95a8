import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { Form, type FormValues } from './form.tsx'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

type FilterBarProps = {
  /** The list's own address; filters are its query. */
  action: string
  values: FormValues
  /** Filters in force, each with the address of the list without it. */
  active?: readonly { label: string; without: string }[]
  /** What the button says where the form searches as well. */
  search?: string
  children: ComponentChildren
}

/** Filters of a list as a GET form, so that a filtered list has an address that can be sent to a colleague. */
export function FilterBar({ action, values, active = [], search, children }: FilterBarProps) {
  const w = useWords()
  return (
    <search class="filters no-print" aria-label={w.filters}>
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
  )
}

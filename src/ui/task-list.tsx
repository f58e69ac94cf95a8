import type { ComponentChildren } from 'preact'

export type TaskListItem = {
  key: string | number
  label: ComponentChildren
  /** Without it the item cannot be begun yet. */
  href?: string
  hint?: ComponentChildren
  /** A `<StatusTag>`. */
  status: ComponentChildren
}

/** Steps of a longer piece of work, in any order, each with its state. */
export function TaskList({ items }: { items: readonly TaskListItem[] }) {
  return (
    <ul class="tasks">
      {items.map((item) => (
        <li key={item.key}>
          <div>
            {item.href ? <a href={item.href}>{item.label}</a> : item.label}
            {item.hint && <span class="hint">{item.hint}</span>}
          </div>
          {item.status}
        </li>
      ))}
    </ul>
  )
}

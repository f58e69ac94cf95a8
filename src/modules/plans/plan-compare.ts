import type { Task, TaskAgency } from './plan.ts'

export type TaskField = 'content' | 'lead' | 'coordinating' | 'invited' | 'time' | 'product'

export interface FieldChange {
  field: TaskField
  was: string
  becomes: string
}

/** One line of a comparison. `was` null: added; `becomes` null: left out. `changes` empty: the same. */
export interface TaskChange {
  was: Task | null
  becomes: Task | null
  changes: FieldChange[]
}

/** What an amendment changes, in the order of the amendment, left-out tasks where they stood. */
export function compareTasks(was: readonly Task[], becomes: readonly Task[]): TaskChange[] {
  const restated = new Map(becomes.filter((t) => t.amendsTaskId !== null).map((t) => [t.amendsTaskId, t]))
  const rows: TaskChange[] = []
  const left = was.filter((t) => !restated.has(t.id))
  for (const task of becomes) {
    const old = was.find((t) => t.id === task.amendsTaskId) ?? null
    while (old && left[0] && left[0].position < old.position) {
      rows.push({ was: left.shift() ?? null, becomes: null, changes: [] })
    }
    rows.push({ was: old, becomes: task, changes: old ? fieldChanges(old, task) : [] })
  }
  return [...rows, ...left.map((t) => ({ was: t, becomes: null, changes: [] }))]
}

function fieldChanges(was: Task, becomes: Task): FieldChange[] {
  const fields: [TaskField, (t: Task) => string][] = [
    ['content', (t) => t.content],
    ['lead', (t) => agencies(t, 'lead')],
    ['coordinating', (t) => agencies(t, 'coordinating')],
    ['invited', (t) => agencies(t, 'invited')],
    ['time', (t) => t.time ?? ''],
    ['product', (t) => t.product ?? ''],
  ]
  return fields
    .map(([field, read]) => ({ field, was: read(was), becomes: read(becomes) }))
    .filter((c) => c.was !== c.becomes)
}

export function agencies(task: Task, role: TaskAgency['role']): string {
  return task.agencies
    .filter((a) => a.role === role)
    .map((a) => a.asPrinted)
    .join('; ')
}

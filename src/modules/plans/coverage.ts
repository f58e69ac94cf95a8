import type { Task, Theme } from './plan.ts'

export interface Coverage {
  themeIds: number[]
  formIds: number[]
  /** Tasks per theme and form; `cells.get(themeId)?.get(formId)`. */
  cells: Map<number, Map<number, Task[]>>
  /** Themes that no task serves: the plan leaves them out (QN-07). */
  gaps: number[]
  /** Tasks without a theme or without a form: they count nowhere until they are labelled. */
  unlabelled: Task[]
}

/** Which theme is served in which form. Forms that no task uses are left out of the columns; themes never. */
export function coverageOf(
  tasks: readonly Task[],
  themeIds: readonly number[],
  formIds: readonly number[],
): Coverage {
  const cells = new Map<number, Map<number, Task[]>>(themeIds.map((id) => [id, new Map()]))
  for (const task of tasks) {
    for (const theme of task.themes) {
      const row = cells.get(theme) ?? new Map<number, Task[]>()
      cells.set(theme, row)
      for (const form of task.forms) row.set(form, [...(row.get(form) ?? []), task])
    }
  }
  const used = new Set(tasks.flatMap((t) => t.forms))
  const served = new Set(tasks.flatMap((t) => t.themes))
  return {
    themeIds: [...themeIds],
    formIds: formIds.filter((id) => used.has(id)),
    cells,
    gaps: themeIds.filter((id) => !served.has(id)),
    unlabelled: tasks.filter((t) => t.themes.length === 0 || t.forms.length === 0),
  }
}

/** Tasks whose labels name the whole with each part: who serves 'land' serves 'procedures'. */
export function withWholes(
  tasks: readonly Task[],
  themes: readonly Pick<Theme, 'id' | 'parentId'>[],
): Task[] {
  const wholes = new Map(themes.map((t) => [t.id, t.parentId]))
  return tasks.map((task) => ({
    ...task,
    themes: [...new Set(task.themes.flatMap((id) => [wholes.get(id) ?? id, id]))],
  }))
}

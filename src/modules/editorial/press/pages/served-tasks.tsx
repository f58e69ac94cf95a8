import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { Details } from '../../../../ui/details.tsx'
import type { FormValues } from '../../../../ui/form.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { texts } from '../press.texts.ts'

export interface TaskChoice {
  id: number
  content: string
  planTitle: string
}

export interface ServedTasksProps {
  tasks: readonly TaskChoice[]
  values: FormValues
  faults: readonly Fault[]
}

/** Tasks of running plans that an orientation serves, behind a fold: there may be many. */
export function ServedTasks({ tasks, values, faults }: ServedTasksProps) {
  const t = words(texts, useRequest().locale)
  if (tasks.length === 0) return null
  const chosen = [values['taskIds'] ?? []].flat().length
  return (
    <Details summary={t.servedTasks(chosen)} open={faults.some((f) => f.field === 'taskIds')}>
      <Checkboxes
        name="taskIds"
        label={t.orientationTasks}
        choices={tasks.map((task) => ({
          value: String(task.id),
          label: task.content,
          hint: task.planTitle,
        }))}
        optional
      />
    </Details>
  )
}

import type { Fault } from '../../../lib/errors.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { GroupedCheckboxes } from '../../../ui/grouped-choices.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import {
  type Label,
  type Plan,
  planAddress,
  shownTitle,
  type Task,
  type TaskGroup,
  type Theme,
} from '../plan.ts'
import { useTexts } from './plan-words.tsx'
import { TaskFields } from './task-fields.tsx'

export interface TaskPageProps {
  plan: Plan
  task: Task
  groups: readonly TaskGroup[]
  lists: { themes: readonly Theme[]; forms: readonly Label[]; audiences: readonly Label[] }
  mayEdit: boolean
  values: FormValues
  faults: readonly Fault[]
}

/** One task of a plan: its words while the plan is a draft, its labels at any time. */
export function TaskPage({ plan, task, groups, lists, mayEdit, values, faults }: TaskPageProps) {
  const t = useTexts()
  const at = `${planAddress(plan.id)}/tasks/${task.id}`
  const back = mayEdit ? `${planAddress(plan.id)}/editor` : planAddress(plan.id)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.editTask} kicker={shownTitle(plan.title)} />
      {mayEdit && (
        <Panel>
          <Form action={at} values={values} faults={faults}>
            <TaskFields groups={groups} />
            <ButtonGroup>
              <Button>{t.save}</Button>
              <ButtonLink kind="quiet" href={back}>
                {t.edit}
              </ButtonLink>
              <Button kind="danger" icon="delete" formaction={`${at}/deletion`}>
                {t.removeTask}
              </Button>
            </ButtonGroup>
          </Form>
        </Panel>
      )}
      <Panel title={t.labels}>
        {!mayEdit && <p>{task.content}</p>}
        <Form action={`${at}/labels`}>
          <Choose name="themes" label={t.themes} list={lists.themes} chosen={task.themes} />
          <Choose name="forms" label={t.forms} list={lists.forms} chosen={task.forms} />
          <Choose name="audiences" label={t.audiences} list={lists.audiences} chosen={task.audiences} />
          <Button kind="secondary">{t.save}</Button>
        </Form>
      </Panel>
    </>
  )
}

type Listed = Label & Partial<Pick<Theme, 'parentId'>>
type ChooseProps = { name: string; label: string; list: readonly Listed[]; chosen: readonly number[] }

function Choose({ name, label, list, chosen }: ChooseProps) {
  const { locale } = useRequest()
  const shown = list.filter((l) => l.active || chosen.includes(l.id))
  return (
    <Details summary={`${label} (${chosen.length})`} open={chosen.length === 0}>
      <GroupedCheckboxes
        name={name}
        label={label}
        choices={shown.map((l) => ({
          ...{ value: String(l.id), label: l[locale] },
          under: l.parentId ? String(l.parentId) : null,
        }))}
        values={chosen.map(String)}
        inline
        optional
      />
    </Details>
  )
}

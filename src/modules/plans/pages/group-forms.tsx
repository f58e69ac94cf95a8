import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { Fieldset } from '../../../ui/fieldset.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import type { Task, TaskGroup } from '../plan.ts'
import { useTexts } from './plan-words.tsx'

interface GroupFormsProps {
  /** Address of the plan. */
  at: string
  groups: readonly TaskGroup[]
  tasks: readonly Task[]
}

/** The groups of a draft in their order: each with its name, its way up and down, and out while it is empty. */
export function GroupForms({ at, groups, tasks }: GroupFormsProps) {
  const t = useTexts()
  return (
    <div id="groups" class="stack">
      {groups.length > 0 && (
        <Details summary={`${t.arrangeGroups} (${groups.length})`}>
          <div class="stack">
            {groups.map((group) => (
              <GroupForm
                key={group.id}
                at={`${at}/groups/${group.id}`}
                group={group}
                count={tasks.filter((task) => task.groupId === group.id).length}
              />
            ))}
          </div>
        </Details>
      )}
      <Details summary={t.addGroup}>
        <Form action={`${at}/groups`}>
          <TextInput name="ordinal" id="group-ordinal" label={t.ordinal} width="s" optional />
          <TextInput name="title" id="group-title" label={t.groupTitle} />
          <Button kind="secondary" icon="add">
            {t.addGroup}
          </Button>
        </Form>
      </Details>
    </div>
  )
}

function GroupForm({ at, group, count }: { at: string; group: TaskGroup; count: number }) {
  const t = useTexts()
  const id = `group-${group.id}`
  const about = <span class="visually-hidden"> {group.title}</span>
  return (
    <Form action={at} values={{ ordinal: group.ordinal ?? '', title: group.title }}>
      <Fieldset
        legend={[group.ordinal && `${group.ordinal}.`, group.title].filter(Boolean).join(' ')}
        legendLang="vi"
      >
        <TextInput name="ordinal" id={`${id}-ordinal`} label={t.ordinal} width="s" optional />
        <TextInput name="title" id={`${id}-title`} label={t.groupTitle} hint={t.tasksInGroup(count)} />
        <div>
          <Button kind="secondary" small>
            {t.save}
            {about}
          </Button>
          <Button kind="quiet" small icon="up" name="direction" value="up" formaction={`${at}/move`}>
            {t.moveUp}
            {about}
          </Button>
          <Button kind="quiet" small icon="down" name="direction" value="down" formaction={`${at}/move`}>
            {t.moveDown}
            {about}
          </Button>
          {count === 0 && (
            <Button kind="quiet" small icon="delete" formaction={`${at}/deletion`}>
              {t.removeGroup}
              {about}
            </Button>
          )}
        </div>
      </Fieldset>
    </Form>
  )
}

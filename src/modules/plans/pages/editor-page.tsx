import type { Fault } from '../../../lib/errors.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { type Plan, type PlanSection, planAddress, shownTitle, type Task, type TaskGroup } from '../plan.ts'
import { sectionWords } from '../plans.texts.ts'
import { GroupForms } from './group-forms.tsx'
import { PlanStateTag, useTexts } from './plan-words.tsx'
import { TaskFields } from './task-fields.tsx'
import { TaskTables } from './task-tables.tsx'

export interface EditorPageProps {
  plan: Plan
  sections: readonly PlanSection[]
  recipients: readonly string[]
  groups: readonly TaskGroup[]
  tasks: readonly Task[]
  unitName: (unitId: number) => string
  form: string | null
  values: FormValues
  faults: readonly Fault[]
}

export function EditorPage(props: EditorPageProps) {
  const t = useTexts()
  const { plan } = props
  const at = planAddress(plan.id)
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead title={shownTitle(plan.title)} kicker={t.edit} tags={<PlanStateTag state={plan.state} />} />
      <Head {...props} />
      <Text {...props} />
      <Panel title={`${t.tasks} (${props.tasks.length})`} id="tasks">
        <TaskTables
          groups={props.groups}
          tasks={props.tasks}
          unitName={props.unitName}
          actions={(task) => <Actions task={task} at={at} />}
        />
        <Details summary={t.addTask} open={props.form === 'tasks' || props.tasks.length === 0}>
          <Form
            action={`${at}/tasks`}
            values={
              props.form === 'tasks' ? props.values : { groupId: String(props.groups.at(-1)?.id ?? '') }
            }
            faults={props.form === 'tasks' ? props.faults : []}
          >
            <TaskFields groups={props.groups} />
            <Button icon="add">{t.addTask}</Button>
          </Form>
        </Details>
        <GroupForms at={at} groups={props.groups} tasks={props.tasks} />
      </Panel>
    </>
  )
}

function Head({ plan, form, values, faults }: EditorPageProps) {
  const t = useTexts()
  const stored: FormValues = {
    title: plan.title,
    issuer: plan.issuer ?? '',
    symbol: plan.symbol ?? '',
    signer: plan.signer ?? '',
    signerTitle: plan.signerTitle ?? '',
    archiveLine: plan.archiveLine ?? '',
  }
  const mine = form === 'head'
  return (
    <Panel title={t.headOfPlan}>
      <Form
        action={`${planAddress(plan.id)}/head`}
        values={mine ? values : stored}
        faults={mine ? faults : []}
      >
        <TextArea name="title" label={t.title} rows={2} />
        <TextInput name="signer" label={t.signer} optional />
        <TextInput name="signerTitle" label={t.signerTitle} hint={t.signerTitleHint} optional />
        <TextInput name="symbol" label={t.symbol} width="m" optional />
        <TextInput name="archiveLine" label={t.archiveLine} width="m" optional />
        <Button>{t.save}</Button>
      </Form>
    </Panel>
  )
}

/** Each part a text area; a blank one of the usual kinds is offered, and left out when it stays blank. */
function Text({ plan, sections, recipients }: EditorPageProps) {
  const t = useTexts()
  const { locale } = useRequest()
  const usual = (['OBJECTIVES', 'REQUIREMENTS', 'CONTENT', 'FUNDING', 'ORGANISATION'] as const)
    .filter((kind) => sections.length === 0 || !sections.some((s) => s.kind === kind))
    .map((kind): PlanSection => ({ kind, heading: null, body: '' }))
  const all = [...sections, ...usual]
  return (
    <Panel title={t.textOfPlan}>
      <Form action={`${planAddress(plan.id)}/text`} draft={`plan-${plan.id}-text`}>
        <input type="hidden" name="count" value={String(all.length)} />
        {all.map((s, i) => (
          <div key={`${s.kind}-${i}`} class="stack">
            <input type="hidden" name={`kind-${i}`} value={s.kind} />
            <input type="hidden" name={`heading-${i}`} value={s.heading ?? ''} />
            <TextArea
              name={`body-${i}`}
              label={s.heading ?? sectionWords[s.kind][locale]}
              hint={i === 0 ? t.sectionHint : undefined}
              value={s.body}
              rows={rowsFor(s.body)}
              optional
            />
          </div>
        ))}
        <TextArea
          name="recipients"
          label={t.recipients}
          hint={t.recipientsHint}
          value={recipients.join('\n')}
          rows={6}
          optional
        />
        <Button>{t.save}</Button>
      </Form>
    </Panel>
  )
}

function Actions({ task, at }: { task: Task; at: string }) {
  const t = useTexts()
  return (
    <Form action={`${at}/tasks/${task.id}/move`} bare>
      <div>
        <a href={`${at}/tasks/${task.id}`}>{t.editTask}</a>
        <Button kind="quiet" small icon="up" name="direction" value="up">
          {t.moveUp}
        </Button>
        <Button kind="quiet" small icon="down" name="direction" value="down">
          {t.moveDown}
        </Button>
      </div>
    </Form>
  )
}

/** About as many as the words take, so that most parts can be read without scrolling inside them. */
function rowsFor(body: string): number {
  const lines = body.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 75)), 0)
  return Math.min(18, Math.max(3, lines + 1))
}

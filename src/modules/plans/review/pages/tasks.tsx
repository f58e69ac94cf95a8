import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SourceLink } from '../../../../ui/source-text.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import type { FoundTask } from '../found.ts'
import { openAbout } from '../marks.ts'
import { texts } from '../review.texts.ts'
import type { ReadProps } from './review-page-props.ts'

export function Tasks(props: ReadProps) {
  const t = words(texts, useRequest().locale)
  const { tasks } = props.found
  const editable = props.reading.state === 'READ'
  return (
    <Panel title={`${t.tasks} (${tasks.length})`} id="tasks">
      {tasks.map((task, i) => (
        <OneTask
          key={task.id}
          {...props}
          task={task}
          index={i}
          heading={tasks[i - 1]?.section !== task.section}
        />
      ))}
      {editable && (
        <Details summary={t.addTask}>
          <Form action={`${props.at}/tasks`} values={{ section: tasks.at(-1)?.section ?? '' }}>
            <TaskFields prefix="new" />
            <Button icon="add">{t.add}</Button>
          </Form>
        </Details>
      )}
    </Panel>
  )
}

function OneTask(props: ReadProps & { task: FoundTask; index: number; heading: boolean }) {
  const { task, index, heading, flags, at } = props
  const { locale } = useRequest()
  const t = words(texts, locale)
  const open = openAbout(task, flags)
  const placed = Object.values(task.at).some((p) => p.length > 0)
  return (
    <section id={`task-${task.id}`} class="stack">
      {heading && task.section && <h3>{task.section}</h3>}
      <p>
        <strong class="number">
          {index + 1}.{task.ordinal ? ` (${task.ordinal})` : ''}
        </strong>{' '}
        {task.content}{' '}
        {task.targets.map((x) => (
          <Tag key={x.asPrinted} tone="info" icon="chart" outline>
            {t.target}: {x.asPrinted}
          </Tag>
        ))}
      </p>
      {open.map((f) => (
        <Form key={f.id} action={`${at}/flags/acceptance`} bare>
          <input type="hidden" name="flagId" value={String(f.id)} />
          <Tag tone={f.blocking ? 'warn' : 'quiet'} icon="flag">
            {f[locale]}
          </Tag>{' '}
          <Button kind="quiet" small>
            {t.accept}
          </Button>
        </Form>
      ))}
      <SummaryList
        facts={[
          { label: `${t.lead}${task.invited ? ` – ${t.invited}` : ''}`, value: task.lead.join('; ') },
          { label: t.coordinating, value: task.coordinating.join('; ') },
          { label: t.time, value: task.time },
          ...(task.product ? [{ label: t.product, value: task.product }] : []),
        ]}
      />
      {placed && <SourceLink id={`task-${task.id}`} label={t.seeSource} />}
      {props.reading.state === 'READ' && <Correct task={task} at={`${at}/tasks/${task.id}`} />}
    </section>
  )
}

function Correct({ task, at }: { task: FoundTask; at: string }) {
  const t = words(texts, useRequest().locale)
  const values = {
    section: task.section ?? '',
    ordinal: task.ordinal ?? '',
    content: task.content,
    lead: task.lead.join('\n'),
    coordinating: task.coordinating.join('\n'),
    invited: task.invited ? ['yes'] : [],
    time: task.time ?? '',
    product: task.product ?? '',
  }
  return (
    <Details summary={t.editTask}>
      <Form action={at} values={values}>
        <TaskFields prefix={task.id} />
        <ButtonGroup>
          <Button>{t.save}</Button>
          <Button kind="secondary" icon="merge" formaction={`${at}/merger`}>
            {t.merge}
          </Button>
          <Button kind="secondary" formaction={`${at}/swap`}>
            {t.swap}
          </Button>
          <Button kind="danger" icon="delete" formaction={`${at}/deletion`}>
            {t.remove}
          </Button>
        </ButtonGroup>
      </Form>
      <Form action={`${at}/split`} values={{ parts: task.content.split(/;\s*/).join('\n') }}>
        <TextArea name="parts" id={`${task.id}-parts`} label={t.splitInto} rows={3} />
        <Button kind="secondary" icon="split">
          {t.split}
        </Button>
      </Form>
    </Details>
  )
}

function TaskFields({ prefix }: { prefix: string }) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <TextArea name="content" id={`${prefix}-content`} label={t.content} rows={4} />
      <TextArea name="lead" id={`${prefix}-lead`} label={t.lead} hint={t.onePerLine} rows={2} optional />
      <Checkboxes
        name="invited"
        id={`${prefix}-invited`}
        label={t.invited}
        choices={[{ value: 'yes', label: t.yes }]}
        optional
      />
      <TextArea name="coordinating" id={`${prefix}-coordinating`} label={t.coordinating} rows={3} optional />
      <TextInput name="time" id={`${prefix}-time`} label={t.time} optional />
      <TextInput name="product" id={`${prefix}-product`} label={t.product} optional />
      <TextInput name="ordinal" id={`${prefix}-ordinal`} label={t.ordinal} width="s" optional />
      <TextInput name="section" id={`${prefix}-section`} label={t.section} optional />
    </>
  )
}

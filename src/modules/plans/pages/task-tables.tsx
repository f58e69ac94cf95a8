import { showDay } from '../../../lib/calendar/day.ts'
import { useRequest } from '../../../ui/request.ts'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Task, TaskAgency, TaskGroup } from '../plan.ts'
import { scheduleWords } from '../plans.texts.ts'
import { useTexts } from './plan-words.tsx'

interface TaskTablesProps {
  groups: readonly TaskGroup[]
  tasks: readonly Task[]
  unitName: (unitId: number) => string
  /** What stands after each task: its links in the editor. */
  actions?: (task: Task) => preact.ComponentChildren
}

/** The tasks of a plan, a table for each group, in the order of the document. */
export function TaskTables({ groups, tasks, unitName, actions }: TaskTablesProps) {
  const t = useTexts()
  if (tasks.length === 0) return <p class="soft">{t.emptyTasks}</p>
  const loose = tasks.filter((task) => task.groupId === null)
  return (
    <>
      {loose.length > 0 && (
        <TaskTable caption={t.tasks} tasks={loose} unitName={unitName} actions={actions} />
      )}
      {groups.map((g) => {
        const own = tasks.filter((task) => task.groupId === g.id)
        const title = [g.ordinal && `${g.ordinal}.`, g.title].filter(Boolean).join(' ')
        return own.length === 0 ? null : (
          <TaskTable
            key={g.id}
            caption={title || t.tasks}
            tasks={own}
            unitName={unitName}
            actions={actions}
          />
        )
      })}
    </>
  )
}

type TaskTableProps = {
  caption: string
  tasks: readonly Task[]
  unitName: (unitId: number) => string
  actions: TaskTablesProps['actions'] | undefined
}

function TaskTable({ caption, tasks, unitName, actions }: TaskTableProps) {
  const t = useTexts()
  const products = tasks.some((task) => task.product)
  return (
    <Table
      caption={caption}
      dense
      rows={tasks}
      rowKey={(task) => task.id}
      columns={[
        { key: 'ordinal', label: t.ordinal, width: 'narrow', cell: (task) => task.ordinal ?? '' },
        {
          key: 'content',
          label: t.content,
          main: true,
          cell: (task) => <TaskWords task={task} />,
        },
        {
          key: 'lead',
          label: t.lead,
          width: 'medium',
          cell: (task) => <Agencies task={task} roles={['lead', 'invited']} unitName={unitName} />,
        },
        {
          key: 'coordinating',
          label: t.coordinating,
          width: 'medium',
          cell: (task) => <Agencies task={task} roles={['coordinating']} unitName={unitName} />,
        },
        { key: 'time', label: t.time, cell: (task) => <When task={task} /> },
        ...(products ? [{ key: 'product', label: t.product, cell: (task: Task) => task.product ?? '' }] : []),
        ...(actions ? [{ key: 'actions', label: t.editTask, silent: true, cell: actions }] : []),
      ]}
    />
  )
}

function TaskWords({ task }: { task: Task }) {
  const t = useTexts()
  return (
    <span id={`task-${task.id}`}>
      {task.content}
      {task.targets.map((target) => (
        <>
          {' '}
          <Tag key={target.asPrinted} tone="info" icon="chart" outline>
            {t.target}: {target.asPrinted}
          </Tag>
        </>
      ))}
    </span>
  )
}

interface AgenciesProps {
  task: Task
  roles: readonly TaskAgency['role'][]
  unitName: (unitId: number) => string
}

/** Names as printed, each once; the unit meant is told where it bears another name. */
function Agencies({ task, roles, unitName }: AgenciesProps) {
  const t = useTexts()
  const named = Map.groupBy(
    task.agencies.filter((a) => roles.includes(a.role)),
    (a) => a.asPrinted,
  )
  return (
    <div>
      {[...named].map(([name, list]) => {
        const units = list.flatMap((a) => (a.unitId === null ? [] : [unitName(a.unitId)]))
        const others = units.filter((u) => u !== name)
        const lost = list.every((a) => a.unitId === null && a.groupId === null)
        return (
          <div key={name}>
            {name}
            {list[0]?.role === 'invited' && <span class="soft small"> ({t.invited.toLowerCase()})</span>}
            {others.length > 0 && <span class="soft small"> → {others.join('; ')}</span>}
            {lost && <span class="soft small"> ({t.unresolved})</span>}
          </div>
        )
      })}
    </div>
  )
}

function When({ task }: { task: Task }) {
  const t = useTexts()
  const { locale } = useRequest()
  const due = task.schedules.flatMap((s) => (s.due ? [showDay(s.due)] : []))
  const kind = task.schedules[0]?.kind
  return (
    <div>
      {task.time ?? (kind ? scheduleWords[kind][locale] : '–')}
      {due.length > 0 && <div class="soft small">{due.map((d) => t.due(d)).join('; ')}</div>}
    </div>
  )
}

import { clean } from '../../../lib/http/forms.ts'
import type { Found, FoundLine, FoundTask, HeadField, TaskList } from './found.ts'

/** A correction by a person. Each becomes one row of the log with what was and what becomes. */
export type Edit =
  | { action: 'set'; path: 'head'; field: HeadField; value: string | null }
  | { action: 'set'; path: 'task'; taskId: string; becomes: TaskEdit }
  | { action: 'add'; path: 'task'; after: string | null; becomes: TaskEdit }
  | { action: 'delete'; path: 'task'; taskId: string }
  | { action: 'merge'; path: 'task'; taskId: string }
  | { action: 'split'; path: 'task'; taskId: string; parts: string[] }
  | { action: 'move'; path: 'task'; taskId: string; list: TaskList }
  | { action: 'set'; path: 'recipients'; value: string[] }

export type TaskEdit = Pick<
  FoundTask,
  'section' | 'ordinal' | 'content' | 'lead' | 'coordinating' | 'invited' | 'time' | 'product'
>

export interface Applied {
  found: Found
  /** Where in the reading, as the log and the flags name it. */
  path: string
  was: unknown
  becomes: unknown
}

/** Applies a correction. Null when what it speaks of is no longer there, or cannot be done (no task to merge with). */
export function applyEdit(found: Found, edit: Edit): Applied | null {
  if (edit.path === 'head') {
    const was = found.head[edit.field]
    const head = { ...found.head, [edit.field]: { value: edit.value, at: was.at } }
    return { found: { ...found, head }, path: edit.field, was: was.value, becomes: edit.value }
  }
  if (edit.path === 'recipients') {
    const was = found.recipients.map((r) => r.text)
    return { found: withRecipients(found, edit.value), path: 'recipients', was, becomes: edit.value }
  }
  if (edit.action === 'add') return addTask(found, edit.after, edit.becomes)
  const at = found.tasks.findIndex((t) => t.id === edit.taskId)
  const task = found.tasks[at]
  if (!task) return null
  const path = `tasks.${task.id}`
  switch (edit.action) {
    case 'set': {
      const becomes: FoundTask = { ...task, ...edit.becomes, targets: kept(task, edit.becomes) }
      return { found: withTasks(found, at, 1, [becomes]), path, was: task, becomes }
    }
    case 'delete':
      return { found: withTasks(found, at, 1, []), path, was: task, becomes: null }
    case 'merge': {
      const next = found.tasks[at + 1]
      if (!next) return null
      const becomes = merged(task, next)
      return { found: withTasks(found, at, 2, [becomes]), path, was: [task, next], becomes }
    }
    case 'split': {
      const parts = edit.parts.map(clean).filter(Boolean)
      if (parts.length < 2) return null
      const becomes = parts.map((content, i) => ({
        ...task,
        content,
        id: i === 0 ? task.id : `t${found.next + i}`,
      }))
      const grown = withTasks(found, at, 1, becomes)
      return { found: { ...grown, next: found.next + parts.length }, path, was: task, becomes }
    }
    case 'move': {
      const to: TaskList = edit.list === 'lead' ? 'coordinating' : 'lead'
      const becomes: FoundTask = { ...task, [edit.list]: [], [to]: [...task[to], ...task[edit.list]] }
      return { found: withTasks(found, at, 1, [becomes]), path, was: task, becomes }
    }
  }
}

function withTasks(found: Found, at: number, remove: number, tasks: readonly FoundTask[]): Found {
  return { ...found, tasks: found.tasks.toSpliced(at, remove, ...tasks) }
}

/** Targets hang on the words: other words, no longer those targets. */
function kept(task: FoundTask, becomes: TaskEdit): FoundTask['targets'] {
  return task.targets.filter((t) => becomes.content.includes(t.asPrinted))
}

function addTask(found: Found, after: string | null, task: TaskEdit): Applied {
  const at = after === null ? found.tasks.length : found.tasks.findIndex((t) => t.id === after) + 1
  const place = found.tasks[at - 1]?.place ?? 'ANNEX'
  const becomes: FoundTask = { ...task, id: `t${found.next}`, place, targets: [], at: {} }
  const grown = withTasks(found, at, 0, [becomes])
  return { found: { ...grown, next: found.next + 1 }, path: `tasks.${becomes.id}`, was: null, becomes }
}

function merged(first: FoundTask, second: FoundTask): FoundTask {
  const both = (list: TaskList) => [...new Set([...first[list], ...second[list]])]
  return {
    ...first,
    content: `${first.content} ${second.content}`.trim(),
    lead: both('lead'),
    coordinating: both('coordinating'),
    time: first.time ?? second.time,
    product: [first.product, second.product].filter(Boolean).join('; ') || null,
    targets: [...first.targets, ...second.targets],
    at: Object.fromEntries(
      [...Object.keys(first.at), ...Object.keys(second.at)].map((k) => {
        const field = k as keyof FoundTask['at']
        return [field, [...(first.at[field] ?? []), ...(second.at[field] ?? [])]]
      }),
    ),
  }
}

function withRecipients(found: Found, lines: readonly string[]): Found {
  let next = found.next
  const recipients = lines.map((text): FoundLine => {
    const old = found.recipients.find((r) => r.text === text)
    return old ?? { id: `r${next++}`, text, at: [] }
  })
  return { ...found, recipients, next }
}

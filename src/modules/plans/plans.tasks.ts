import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { Tx } from '../../lib/db/db.ts'
import { forbidden, notFound } from '../../lib/errors.ts'
import type { Task } from './plan.ts'
import type { TaskInput } from './plan-draft.ts'
import { canWriteFor } from './plans.policy.ts'
import { selectPlanForChange } from './plans.sql.ts'
import { labelIds, openForChange, schedulesOf, writeTask } from './plans.writing.ts'
import {
  deleteTask,
  orderTasksByGroup,
  replaceLabels,
  replaceTaskDetails,
  updateTask,
  updateTaskPosition,
} from './task-draft.sql.ts'
import { selectTasks } from './tasks.sql.ts'

/** Adds a task at the end of its group in a draft. */
export async function addTask(
  tx: Tx,
  actor: Actor,
  planId: number,
  groupId: number | null,
  task: TaskInput,
  now: Date,
): Promise<number> {
  const plan = await openForChange(tx, actor, planId)
  const position =
    Math.max(-1, ...(await selectTasks(tx, actor.provinceId, planId)).map((t) => t.position)) + 1
  const at = { planId, year: plan.year, groupId, position }
  const taskId = await writeTask(tx, actor.provinceId, at, task, await labelIds(tx, actor.provinceId))
  await orderTasksByGroup(tx, actor.provinceId, planId)
  await recordChange(tx, actor, now, {
    verb: 'task.add',
    subject: { kind: 'task', id: taskId },
    before: null,
    after: { planId, ...task },
  })
  return taskId
}

async function taskOf(tx: Tx, actor: Actor, planId: number, taskId: number): Promise<Task> {
  const task = (await selectTasks(tx, actor.provinceId, planId)).find((t) => t.id === taskId)
  if (!task) throw notFound()
  return task
}

/** Rewrites a task of a draft: words, agencies, time, targets. */
export async function editTask(
  tx: Tx,
  actor: Actor,
  planId: number,
  taskId: number,
  edit: TaskInput & { groupId: number | null },
  now: Date,
): Promise<void> {
  const plan = await openForChange(tx, actor, planId)
  const was = await taskOf(tx, actor, planId, taskId)
  await updateTask(tx, actor.provinceId, taskId, edit)
  await replaceTaskDetails(tx, actor.provinceId, planId, taskId, {
    ...edit,
    schedules: schedulesOf(edit, plan.year),
  })
  if (edit.groupId !== was.groupId) await orderTasksByGroup(tx, actor.provinceId, planId)
  await recordChange(tx, actor, now, {
    verb: 'task.edit',
    subject: { kind: 'task', id: taskId },
    before: was,
    after: edit,
  })
}

export async function removeTask(
  tx: Tx,
  actor: Actor,
  planId: number,
  taskId: number,
  now: Date,
): Promise<void> {
  await openForChange(tx, actor, planId)
  const was = await taskOf(tx, actor, planId, taskId)
  await deleteTask(tx, actor.provinceId, taskId)
  await recordChange(tx, actor, now, {
    verb: 'task.remove',
    subject: { kind: 'task', id: taskId },
    before: was,
    after: null,
  })
}

/** Moves a task one place up or down within its group. */
export async function moveTask(
  tx: Tx,
  actor: Actor,
  planId: number,
  taskId: number,
  direction: 'up' | 'down',
  now: Date,
): Promise<void> {
  await openForChange(tx, actor, planId)
  const all = await selectTasks(tx, actor.provinceId, planId)
  const task = all.find((t) => t.id === taskId)
  if (!task) throw notFound()
  const tasks = all.filter((t) => t.groupId === task.groupId)
  const at = tasks.indexOf(task)
  const other = tasks[direction === 'up' ? at - 1 : at + 1]
  if (!other) return
  await updateTaskPosition(tx, actor.provinceId, task.id, other.position)
  await updateTaskPosition(tx, actor.provinceId, other.id, task.position)
  await recordChange(tx, actor, now, {
    verb: 'task.move',
    subject: { kind: 'task', id: taskId },
    before: { position: task.position },
    after: { position: other.position },
  })
}

/** Labels a task with themes, forms and audiences. Labels are not text: they may be mended after issue. */
export async function labelTask(
  tx: Tx,
  actor: Actor,
  planId: number,
  taskId: number,
  labels: { themes: readonly number[]; forms: readonly number[]; audiences: readonly number[] },
  now: Date,
): Promise<void> {
  const plan = await selectPlanForChange(tx, actor.provinceId, planId)
  if (!plan) throw notFound()
  if (!canWriteFor(actor, plan.unitId)) {
    throw forbidden('Đồng chí không lập kế hoạch của đơn vị này.', 'You do not write plans of this unit.')
  }
  const was = await taskOf(tx, actor, planId, taskId)
  await replaceLabels(tx, actor.provinceId, taskId, labels)
  await recordChange(tx, actor, now, {
    verb: 'task.label',
    subject: { kind: 'task', id: taskId },
    before: { themes: was.themes, forms: was.forms, audiences: was.audiences },
    after: labels,
  })
}

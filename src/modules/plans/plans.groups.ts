import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { Tx } from '../../lib/db/db.ts'
import { conflict, notFound } from '../../lib/errors.ts'
import type { TaskGroup } from './plan.ts'
import { openForChange } from './plans.writing.ts'
import {
  deleteGroup,
  insertGroup,
  orderTasksByGroup,
  updateGroup,
  updateGroupPosition,
} from './task-draft.sql.ts'
import { selectGroups, selectTasks } from './tasks.sql.ts'

type GroupInput = Pick<TaskGroup, 'ordinal' | 'title'>

/** Adds a group at the end of a draft. */
export async function addGroup(
  tx: Tx,
  actor: Actor,
  planId: number,
  group: GroupInput,
  now: Date,
): Promise<number> {
  await openForChange(tx, actor, planId)
  const position = (await selectGroups(tx, actor.provinceId, planId)).length
  const groupId = await insertGroup(tx, actor.provinceId, planId, { ...group, place: 'ANNEX', position })
  await record(tx, actor, planId, now, 'plan.add-group', null, { groupId, ...group })
  return groupId
}

/** Gives a group of a draft another number or title; its tasks stay. */
export async function renameGroup(
  tx: Tx,
  actor: Actor,
  planId: number,
  groupId: number,
  edit: GroupInput,
  now: Date,
): Promise<void> {
  const { group } = await groupOf(tx, actor, planId, groupId)
  await updateGroup(tx, actor.provinceId, groupId, edit)
  const before = { groupId, ordinal: group.ordinal, title: group.title }
  await record(tx, actor, planId, now, 'plan.edit-group', before, { groupId, ...edit })
}

/** Moves a group with its tasks one place up or down. At the end of the row nothing changes. */
export async function moveGroup(
  tx: Tx,
  actor: Actor,
  planId: number,
  groupId: number,
  direction: 'up' | 'down',
  now: Date,
): Promise<void> {
  const { groups, at } = await groupOf(tx, actor, planId, groupId)
  const to = direction === 'up' ? at - 1 : at + 1
  if (to < 0 || to >= groups.length) return
  const moved = groups.toSpliced(at, 1).toSpliced(to, 0, groups[at] as TaskGroup)
  for (const [position, g] of moved.entries()) {
    await updateGroupPosition(tx, actor.provinceId, g.id, position)
  }
  await orderTasksByGroup(tx, actor.provinceId, planId)
  await record(
    tx,
    actor,
    planId,
    now,
    'plan.move-group',
    { groupId, place: at + 1 },
    { groupId, place: to + 1 },
  )
}

/** Takes an empty group out of a draft; one with tasks is refused, lest they go with it unseen. */
export async function removeGroup(
  tx: Tx,
  actor: Actor,
  planId: number,
  groupId: number,
  now: Date,
): Promise<void> {
  const { group } = await groupOf(tx, actor, planId, groupId)
  if ((await selectTasks(tx, actor.provinceId, planId)).some((t) => t.groupId === groupId)) {
    throw conflict(
      'Nhóm này còn nhiệm vụ. Hãy chuyển hoặc xóa các nhiệm vụ trước.',
      'This group still holds tasks. Move or remove them first.',
    )
  }
  await deleteGroup(tx, actor.provinceId, groupId)
  await record(tx, actor, planId, now, 'plan.remove-group', { groupId, title: group.title }, null)
}

async function groupOf(tx: Tx, actor: Actor, planId: number, groupId: number) {
  await openForChange(tx, actor, planId)
  const groups = await selectGroups(tx, actor.provinceId, planId)
  const at = groups.findIndex((g) => g.id === groupId)
  const group = groups[at]
  if (!group) throw notFound()
  return { groups, at, group }
}

function record(
  tx: Tx,
  actor: Actor,
  planId: number,
  now: Date,
  verb: string,
  before: object | null,
  after: object | null,
): Promise<void> {
  return recordChange(tx, actor, now, { verb, subject: { kind: 'plan', id: planId }, before, after })
}

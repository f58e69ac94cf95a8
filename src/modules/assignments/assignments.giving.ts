import { type AuditedBy, recordChange } from '../../lib/audit.ts'
import { type Day, dayOf } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import { membersOfGroup, unitsAsOf } from '../organisations/organisations.ts'
import type { PlanState, Schedule, Task } from '../plans/plan.ts'
import { planById, tasksOfPlan } from '../plans/plans.ts'
import { tasksGiven } from './assignments.jobs.ts'
import {
  carryOver,
  insertAssignments,
  type NewAssignment,
  selectOpenOfUnit,
  updateAssignment,
  withdrawOfPlan,
} from './assignments.sql.ts'
import { fanOut, type NamedAgency } from './fan-out.ts'
import { insertStep } from './steps.sql.ts'

export interface Giving {
  /** Assignments that are new. */
  given: number
  /** Agencies as printed that belong to no known unit or group on the day of issue; their task is named. */
  unresolved: { taskId: number; role: NamedAgency['role']; asPrinted: string }[]
}

/** A plan that has ended by the time the job runs, or came in as a record, gives nothing more. */
const underWay: readonly PlanState[] = ['ISSUED', 'IN_PROGRESS', 'AMENDED']

/**
 * Gives the tasks of an issued plan to the units and to the members of the groups it names, as the
 * organisation is on the day of giving (domain.md 2.3: groups are resolved once, and kept). Giving twice
 * changes nothing, so a job that runs again is harmless. An amendment takes over the work of the tasks it
 * restates, with everything done so far; what it drops is taken back.
 */
export async function giveTasks(tx: Tx, by: AuditedBy, planId: number, now: Date): Promise<Giving> {
  const plan = await planById(tx, by.provinceId, planId)
  if (!underWay.includes(plan.state)) return { given: 0, unresolved: [] }
  const { tasks } = await tasksOfPlan(tx, by.provinceId, planId)
  const day = dayOf(now)
  const members = await membersOfAllGroups(tx, by.provinceId, tasks, day)
  const units = await unitsAsOf(tx, by.provinceId, day)
  const invited = new Set(units.filter((u) => u.invited).map((u) => u.id))
  const there = new Set(units.map((u) => u.id))
  const yearEnd: Day = `${plan.yearTo}-12-31`
  const rows: NewAssignment[] = []
  let carried = 0
  const unresolved: Giving['unresolved'] = []
  for (const task of tasks) {
    const spread = fanOut(
      task.agencies.map((a) => named(a, members, there)),
      invited,
    )
    unresolved.push(
      ...spread.unresolved.map((a) => ({ taskId: task.id, role: a.role, asPrinted: a.asPrinted })),
    )
    const shares = occurrencesOf(task, yearEnd).flatMap((dueDay, occurrence) =>
      spread.shares.map((s) => ({ ...s, planId, taskId: task.id, occurrence, dueDay })),
    )
    if (task.amendsTaskId !== null) {
      for (const row of shares) carried += await carryOver(tx, by.provinceId, task.amendsTaskId, row)
    }
    rows.push(...shares)
  }
  // What the amendment no longer holds is taken back; what is verified stays where it was done.
  if (plan.amendment === 'AMENDS' && plan.amendsPlanId !== null) {
    await withdrawOfPlan(tx, by.provinceId, plan.amendsPlanId)
  }
  const given = await insertAssignments(tx, by.provinceId, rows, now)
  await recordChange(tx, by, now, {
    verb: 'assignments.give',
    subject: { kind: 'plan', id: planId },
    before: null,
    after: { given, carried, unresolved },
  })
  await queueJob(tx, by.provinceId, tasksGiven, { planId, given, unresolved: unresolved.length })
  return { given, unresolved }
}

async function membersOfAllGroups(
  tx: Tx,
  provinceId: number,
  tasks: readonly Task[],
  day: Day,
): Promise<Map<number, number[]>> {
  const ids = new Set(tasks.flatMap((t) => t.agencies.map((a) => a.groupId)).filter((id) => id !== null))
  const members = new Map<number, number[]>()
  for (const id of ids) {
    const rows = await membersOfGroup(tx, provinceId, id, day)
    members.set(
      id,
      rows.map((r) => r.id),
    )
  }
  return members
}

function named(
  a: Task['agencies'][number],
  members: ReadonlyMap<number, number[]>,
  there: ReadonlySet<number>,
): NamedAgency {
  // A unit that was closed before the day of giving gets nothing: the officer names its heir.
  const unitId = a.unitId !== null && there.has(a.unitId) ? a.unitId : null
  const memberIds = a.groupId === null ? [] : (members.get(a.groupId) ?? [])
  return { role: a.role, asPrinted: a.asPrinted, unitId, groupId: a.groupId, memberIds }
}

/**
 * The due day of each time a task is to be done. Ongoing work is due when the plan's time ends; work tied to an
 * inspection plan or to an announcement has no day until somebody sets one.
 */
export function occurrencesOf(task: Pick<Task, 'schedules'>, yearEnd: Day): (Day | null)[] {
  if (task.schedules.length === 0) return [null]
  return task.schedules.map((s) => dueOf(s, yearEnd))
}

function dueOf(schedule: Schedule, yearEnd: Day): Day | null {
  if (schedule.due !== null) return schedule.due
  if (schedule.kind === 'ONGOING') return schedule.ends ?? yearEnd
  return schedule.ends
}

/** Takes back what is not yet verified of a plan that was cancelled or replaced. Returns how many. */
export async function withdrawTasks(tx: Tx, by: AuditedBy, planId: number, now: Date): Promise<number> {
  const ids = await withdrawOfPlan(tx, by.provinceId, planId)
  await recordChange(tx, by, now, {
    verb: 'assignments.withdraw',
    subject: { kind: 'plan', id: planId },
    before: null,
    after: { withdrawn: ids.length },
  })
  return ids.length
}

/**
 * Hands the open work of a unit that closes to its heir (domain.md 4, requirement 5): the old assignment is
 * withdrawn and keeps its history, the new one names it. Due days stay.
 */
export async function handOverWork(
  tx: Tx,
  by: AuditedBy,
  fromUnitId: number,
  toUnitId: number,
  now: Date,
): Promise<number> {
  const open = await selectOpenOfUnit(tx, by.provinceId, fromUnitId)
  for (const a of open) {
    await updateAssignment(tx, by.provinceId, a.id, { state: 'withdrawn' })
    await insertStep(tx, by.provinceId, a.id, {
      from: a.state,
      to: 'withdrawn',
      at: now,
      actorName: by.name,
      accountId: by.accountId,
      note: 'Chuyển cho đơn vị kế thừa / Handed to the successor',
    })
  }
  const heirs = open.map((a) => ({ ...a, unitId: toUnitId, inheritedFromId: a.id }))
  const given = await insertAssignments(tx, by.provinceId, heirs, now)
  await recordChange(tx, by, now, {
    verb: 'assignments.hand_over',
    subject: { kind: 'unit', id: fromUnitId },
    before: { unitId: fromUnitId, open: open.length },
    after: { unitId: toUnitId, given },
  })
  return given
}

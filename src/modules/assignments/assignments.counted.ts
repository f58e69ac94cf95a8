import { recordChange } from '../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import {
  activityOfSubmission,
  insertActivity,
  reviveActivity,
  selectActivity,
  updateActivity,
  withdrawActivityRow,
  writeFigures,
  writeServed,
} from './activities.sql.ts'
import { type ActivityInput, type Metric, metrics } from './activity.ts'
import { isOpen } from './assignment.ts'
import { selectAssignmentForChange, updateAssignment } from './assignments.sql.ts'
import { attachEvidence, evidenceOf, insertEvidence } from './evidence.sql.ts'
import { selectRows } from './lists.sql.ts'
import { insertStep } from './steps.sql.ts'

/** Something that a room above knows a unit has done: it counts as an activity, so that nobody reports it again. */
export interface CountedDeed {
  /** The same source is one activity, however often it is counted. */
  source: string
  unitId: number
  what: string
  fromDay: string
  toDay: string
  formCode: string
  themeCodes: readonly string[]
  audienceCodes: readonly string[]
  figures: Readonly<Partial<Record<Metric, number>>>
  /** The task it serves, where the unit holds an assignment of it. */
  taskId: number | null
  /** Where it is to be seen. */
  link: string
}

interface Program {
  provinceId: number
  accountId: null
  name: string
}

/** Writes the activity of a source, or its newer words and figures; one that was withdrawn is there again. Returns its id. */
export async function countActivity(tx: Tx, by: Program, deed: CountedDeed, now: Date): Promise<number> {
  const { provinceId } = by
  const author = { provinceId, unitId: deed.unitId, accountId: null, name: by.name }
  const served = await assignmentOf(tx, provinceId, deed)
  const input = inputOf(deed, served)
  const known = await activityOfSubmission(tx, provinceId, deed.source)
  const id = known ?? (await insertActivity(tx, author, input, now))
  if (id === null) throw new Error(`the activity of ${deed.source} is being written by somebody else`)
  if (known !== null) {
    await reviveActivity(tx, provinceId, known)
    const { version = 1 } = (await selectActivity(tx, provinceId, known)) ?? {}
    await updateActivity(tx, provinceId, known, version, input)
  }
  await writeFigures(tx, provinceId, id, input)
  await writeServed(tx, provinceId, id, served ? [served] : [])
  if (served !== null && known === null) await begin(tx, by, served, now)
  await show(tx, author, id, deed, now)
  await recordChange(tx, by, now, {
    verb: known === null ? 'activity.record' : 'activity.amend',
    subject: { kind: 'activity', id },
    before: null,
    after: { source: deed.source, what: deed.what, figures: deed.figures },
  })
  return id
}

/** What a source told is not so any more: its activity counts nowhere. Again: changes nothing. */
export async function uncountActivity(
  tx: Tx,
  by: Program,
  source: string,
  reason: string,
  now: Date,
): Promise<void> {
  const id = await activityOfSubmission(tx, by.provinceId, source)
  const activity = id === null ? null : await selectActivity(tx, by.provinceId, id)
  if (id === null || !activity || activity.withdrawn) return
  await withdrawActivityRow(tx, by.provinceId, id, now)
  await recordChange(tx, by, now, {
    verb: 'activity.withdraw',
    subject: { kind: 'activity', id },
    before: { what: activity.what },
    after: { reason },
  })
}

async function assignmentOf(db: DbOrTx, provinceId: number, deed: CountedDeed): Promise<number | null> {
  if (deed.taskId === null) return null
  const filter = { taskId: deed.taskId, unitIds: [deed.unitId] }
  const { rows } = await selectRows(db, provinceId, filter, deed.toDay, 10)
  return rows.find((r) => r.state !== 'withdrawn')?.id ?? null
}

function inputOf(deed: CountedDeed, served: number | null): ActivityInput {
  const { what, fromDay, toDay, formCode, source } = deed
  const figures = Object.fromEntries(metrics.map((m) => [m, deed.figures[m] ?? null])) as Record<
    Metric,
    number | null
  >
  return {
    ...{ what, fromDay, toDay, place: null, formCode, note: null, ...figures },
    ...{ themeCodes: [...deed.themeCodes], audienceCodes: [...deed.audienceCodes] },
    ...{ assignmentIds: served === null ? [] : [served], evidenceIds: [], links: [], submissionKey: source },
  }
}

/** Work of which something is to be seen has begun. */
async function begin(tx: Tx, by: Program, assignmentId: number, now: Date): Promise<void> {
  const a = await selectAssignmentForChange(tx, by.provinceId, assignmentId)
  if (!a || !isOpen(a.state) || a.state === 'in_progress') return
  await updateAssignment(tx, by.provinceId, assignmentId, { state: 'in_progress' })
  const step = { from: a.state, to: 'in_progress', at: now, actorName: by.name } as const
  await insertStep(tx, by.provinceId, assignmentId, { ...step, accountId: null, note: null })
}

type Author = Parameters<typeof insertEvidence>[1]

async function show(tx: Tx, author: Author, id: number, deed: CountedDeed, now: Date): Promise<void> {
  const shown = (await evidenceOf(tx, author.provinceId, [id])).get(id) ?? []
  if (shown.some((e) => e.url === deed.link)) return
  const evidence = { kind: 'link', url: deed.link, caption: deed.what, takenDay: deed.fromDay } as const
  await attachEvidence(tx, author.provinceId, id, [await insertEvidence(tx, author, evidence, now)])
}

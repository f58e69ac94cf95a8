import { recordChange } from '../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import {
  activityOfSubmission,
  insertActivity,
  moveActivity,
  reviveActivity,
  selectActivity,
  servedBy,
  updateActivity,
  waitForSource,
  withdrawActivityRow,
  writeFigures,
  writeServed,
} from './activities.sql.ts'
import { type ActivityInput, type Evidence, type Metric, metrics } from './activity.ts'
import { isOpen } from './assignment.ts'
import { selectAssignmentForChange, updateAssignment } from './assignments.sql.ts'
import {
  attachEvidence,
  detachEvidence,
  evidenceOf,
  insertEvidence,
  type NewEvidence,
} from './evidence.sql.ts'
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
  /** The tasks it serves, where the unit holds an assignment of them. */
  taskIds: readonly number[]
  place?: string | null
  /** Where it is to be seen; null: nowhere. */
  link: string | null
  /** Photos and proofs that the unit has given already. */
  fileIds?: readonly number[]
}

interface Program {
  provinceId: number
  accountId: null
  name: string
}

/** Writes the activity of a source, or its newer words and figures; one that was withdrawn is there again. Returns its id. */
export async function countActivity(tx: Tx, by: Program, deed: CountedDeed, now: Date): Promise<number> {
  const { provinceId } = by
  await waitForSource(tx, provinceId, deed.source)
  const author = { provinceId, unitId: deed.unitId, accountId: null, name: by.name }
  const served = await assignmentsOf(tx, provinceId, deed)
  const input = inputOf(deed, served)
  const known = await activityOfSubmission(tx, provinceId, deed.source)
  const id = known ?? (await insertActivity(tx, author, input, now))
  if (id === null) throw new Error(`the activity of ${deed.source} is being written by somebody else`)
  if (known !== null) {
    await reviveActivity(tx, provinceId, known)
    const { version = 1 } = (await selectActivity(tx, provinceId, known)) ?? {}
    await updateActivity(tx, provinceId, known, version, input)
    await moveActivity(tx, provinceId, known, deed.unitId)
  }
  await writeFigures(tx, provinceId, id, input)
  const before = await servedBy(tx, provinceId, id)
  await writeServed(tx, provinceId, id, served)
  for (const assignmentId of served)
    if (!before.includes(assignmentId)) await begin(tx, by, assignmentId, now)
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
  await waitForSource(tx, by.provinceId, source)
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

async function assignmentsOf(db: DbOrTx, provinceId: number, deed: CountedDeed): Promise<number[]> {
  const served: number[] = []
  for (const taskId of new Set(deed.taskIds)) {
    const filter = { taskId, unitIds: [deed.unitId] }
    const { rows } = await selectRows(db, provinceId, filter, deed.toDay, 10)
    const open = rows.find((r) => r.state !== 'withdrawn')
    if (open) served.push(open.id)
  }
  return served
}

function inputOf(deed: CountedDeed, served: number[]): ActivityInput {
  const { what, fromDay, toDay, formCode, source } = deed
  const figures = Object.fromEntries(metrics.map((m) => [m, deed.figures[m] ?? null])) as Record<
    Metric,
    number | null
  >
  return {
    ...{ what, fromDay, toDay, place: deed.place ?? null, formCode, note: null, ...figures },
    ...{ themeCodes: [...deed.themeCodes], audienceCodes: [...deed.audienceCodes] },
    ...{ assignmentIds: served, evidenceIds: [], links: [], submissionKey: source },
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

/** Evidence as the deed has it now; what people added themselves stays. */
async function show(tx: Tx, author: Author, id: number, deed: CountedDeed, now: Date): Promise<void> {
  const shown = (await evidenceOf(tx, author.provinceId, [id])).get(id) ?? []
  const facts = { caption: deed.what, takenDay: deed.fromDay }
  const wanted = [
    ...(deed.link === null ? [] : [{ kind: 'link', url: deed.link, ...facts } as const]),
    ...(deed.fileIds ?? []).map((fileId) => ({ kind: 'file', fileId, ...facts }) as const),
  ]
  const isSame = (e: Evidence, w: NewEvidence) =>
    w.kind === 'link' ? e.url === w.url : e.fileId === w.fileId
  for (const e of shown)
    if (e.addedByName === author.name && !wanted.some((w) => isSame(e, w)))
      await detachEvidence(tx, author.provinceId, id, e.id)
  for (const w of wanted)
    if (!shown.some((e) => isSame(e, w)))
      await attachEvidence(tx, author.provinceId, id, [await insertEvidence(tx, author, w, now)])
}

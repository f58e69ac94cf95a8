import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Tx } from '../../../lib/db/db.ts'
import type { SourceDocument } from '../../../lib/documents/source.ts'
import { conflict, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { readPlanFile } from '../plans.jobs.ts'
import { canWriteFor } from '../plans.policy.ts'
import { readPlan } from '../reading/read-plan.ts'
import { readSchedule } from '../schedule.ts'
import { applyEdit, type Edit } from './edits.ts'
import type { Found, FoundFlag } from './found.ts'
import { foundIn } from './from-reading.ts'
import { matchNames } from './names.ts'
import {
  insertCorrection,
  insertFlags,
  insertReading,
  selectFlags,
  selectReading,
  selectReadingForChange,
  settleFlags,
  updateReading,
} from './review.sql.ts'
import type { Reading, Resolution } from './review.ts'

/** Takes in a dropped file or pasted text. What it says is read by {@link keepReading}, at once or in a job. */
export async function openReading(
  tx: Tx,
  actor: Actor,
  input: { name: string; fileId: number | null; unitId: number; programmeId: number },
  now: Date,
): Promise<number> {
  if (!canWriteFor(actor, input.unitId)) {
    throw forbidden('Đồng chí không lập kế hoạch của đơn vị này.', 'You do not write plans of this unit.')
  }
  const id = await insertReading(tx, actor.provinceId, {
    ...input,
    actorName: actor.name,
    createdAt: now,
    createdBy: actor.accountId,
  })
  await recordChange(tx, actor, now, {
    verb: 'reading.open',
    subject: { kind: 'reading', id },
    before: null,
    after: input,
  })
  return id
}

/** Leaves the reading to a worker: scans take seconds a page. */
export async function queueReading(tx: Tx, actor: Actor, readingId: number): Promise<void> {
  await queueJob(tx, actor.provinceId, readPlanFile, { readingId }, { key: String(readingId) })
}

/** Reads the canonical text, matches its names, and keeps both with what is in doubt. */
export async function keepReading(
  tx: Tx,
  provinceId: number,
  readingId: number,
  document: SourceDocument,
  now: Date,
): Promise<void> {
  const read = foundIn(readPlan(document.text))
  const matched = await matchNames(tx, provinceId, read.found, await sourceOf(tx, provinceId, readingId), now)
  const scanned: FoundFlag[] =
    document.kind === 'scan'
      ? [
          {
            code: 'scan',
            path: 'document',
            blocking: true,
            at: null,
            vi: 'Văn bản đọc từ bản quét: hãy đối chiếu từng mục với bản gốc.',
            en: 'Read from a scan: compare every field with the original.',
          },
        ]
      : []
  await updateReading(tx, provinceId, readingId, {
    state: 'READ',
    progress: 100,
    failure: null,
    kind: document.kind,
    text: document.text,
    notes: document.notes,
    found: matched.found,
  })
  await insertFlags(tx, provinceId, readingId, [...scanned, ...read.flags, ...matched.flags])
}

/** Under which name unknown agencies are noted: that of the file. */
async function sourceOf(tx: Tx, provinceId: number, readingId: number): Promise<string> {
  return (await selectReading(tx, provinceId, readingId))?.name ?? ''
}

export async function failReading(
  tx: Tx,
  provinceId: number,
  readingId: number,
  failure: { vi: string; en: string },
): Promise<void> {
  await updateReading(tx, provinceId, readingId, { state: 'FAILED', failure })
}

export type Open = Reading & { found: Found; text: string }

/** A finished reading, held for this transaction, that the actor may correct. Refuses with the reason. */
export async function openForCorrection(tx: Tx, actor: Actor, readingId: number): Promise<Open> {
  const reading = await selectReadingForChange(tx, actor.provinceId, readingId)
  if (!reading) throw notFound()
  if (!canWriteFor(actor, reading.unitId)) {
    throw forbidden('Đồng chí không lập kế hoạch của đơn vị này.', 'You do not write plans of this unit.')
  }
  const { found, text } = reading
  if (reading.state !== 'READ' || !found || text === null) {
    throw conflict(
      'Bản đọc này đã thành kế hoạch hoặc chưa đọc xong, nên không sửa được nữa.',
      'This reading has become a plan, or is not finished, and cannot be corrected.',
    )
  }
  return { ...reading, found, text }
}

/** Who settles a flag, and how. */
export function by(actor: Actor, now: Date, resolution: Resolution, note: string | null = null) {
  return { resolution, at: now, accountId: actor.accountId, name: actor.name, note }
}

/** Corrects a reading in one place. The correction is kept; the doubts about that place are settled by it. */
export async function correctReading(
  tx: Tx,
  actor: Actor,
  readingId: number,
  edit: Edit,
  now: Date,
): Promise<void> {
  const reading = await openForCorrection(tx, actor, readingId)
  const applied = applyEdit(reading.found, edit)
  if (!applied) {
    throw conflict(
      'Mục này vừa được người khác thay đổi, hoặc không thực hiện được với mục này. Hãy mở lại trang.',
      'This has just been changed by somebody else, or cannot be done here. Open the page again.',
    )
  }
  const { provinceId } = actor
  const matched = await matchNames(tx, provinceId, applied.found, reading.name, now)
  await updateReading(tx, provinceId, readingId, { found: matched.found })
  await insertCorrection(tx, provinceId, readingId, {
    ...applied,
    action: edit.action,
    actorName: actor.name,
    accountId: actor.accountId,
    at: now,
  })
  const open = (await selectFlags(tx, provinceId, readingId)).filter((f) => f.resolution === null)
  const about = open.filter((f) => concerns(f.path, applied.path, applied.was))
  await settleFlags(
    tx,
    provinceId,
    ids(about),
    by(actor, now, edit.action === 'delete' ? 'removed' : 'corrected'),
  )
  const gone = open.filter((f) => f.path.startsWith('names.') && !matched.found.names[f.path.slice(6)])
  await settleFlags(tx, provinceId, ids(gone), by(actor, now, 'removed'))
  await insertFlags(tx, provinceId, readingId, [
    ...matched.flags,
    ...timeFlags(applied.becomes, matched.found),
  ])
}

export function ids(flags: readonly { id: number }[]): number[] {
  return flags.map((f) => f.id)
}

/** Flags of 'tasks.t3.lead' are about 'tasks.t3'; a merger is about both tasks; a new task answers "no tasks". */
function concerns(flagPath: string, path: string, was: unknown): boolean {
  if (flagPath === path || flagPath.startsWith(`${path}.`)) return true
  if (was === null && flagPath === 'tasks') return true
  return Array.isArray(was) && was.some((t) => flagPath.startsWith(`tasks.${(t as { id?: string }).id}.`))
}

function timeFlags(becomes: unknown, found: Found): FoundFlag[] {
  const tasks = [becomes].flat() as ({ id?: string; time?: string | null } | null)[]
  return tasks.flatMap((t) => {
    if (!t?.id || !t.time || readSchedule(t.time, Number(found.head.year.value ?? 2026))) return []
    return [
      {
        code: 'time-not-understood',
        path: `tasks.${t.id}.time`,
        blocking: false,
        at: null,
        vi: `Chưa hiểu thời gian “${t.time}”: giữ như đã nhập, chưa có hạn để đôn đốc.`,
        en: `The time “${t.time}” is not understood: kept as entered, without a due day.`,
      },
    ]
  })
}

/** Puts a corrected text in the place of the old one and reads it anew; corrections of fields so far are history. */
export async function rereadText(
  tx: Tx,
  actor: Actor,
  readingId: number,
  text: string,
  now: Date,
): Promise<void> {
  const reading = await openForCorrection(tx, actor, readingId)
  if (!text.trim()) {
    throw invalid([{ field: 'text', vi: 'Văn bản không được để trống.', en: 'The text must not be empty.' }])
  }
  const { provinceId } = actor
  await insertCorrection(tx, provinceId, readingId, {
    path: 'text',
    action: 'text',
    was: reading.text,
    becomes: text,
    actorName: actor.name,
    accountId: actor.accountId,
    at: now,
  })
  const open = (await selectFlags(tx, provinceId, readingId)).filter((f) => f.resolution === null)
  await settleFlags(tx, provinceId, ids(open), by(actor, now, 'reread'))
  const document = { kind: 'text', text: text.normalize('NFC'), notes: reading.notes, pages: null } as const
  await keepReading(tx, provinceId, readingId, document, now)
  await updateReading(tx, provinceId, readingId, { kind: reading.kind })
}

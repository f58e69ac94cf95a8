import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, invalid } from '../../../lib/errors.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { selectNarratives } from '../writing/content.sql.ts'
import { saveSection } from '../writing/editing.ts'
import { forWriting } from '../writing/life.ts'
import { refresh } from '../writing/opening.ts'
import type { ReportFile } from '../writing/reports.sql.ts'
import { type Basis, takeVersions } from './below.sql.ts'
import { mergedText, type Passage, withPassages } from './merging.ts'
import { hasParts } from './parts.sql.ts'
import { markConsolidated, selectPassages, writeTaken } from './passages.sql.ts'

/**
 * Takes what the units below have handed in by now and computes the figures anew. Words stay as the officer left
 * them: what is new in them is shown beside, passage by passage. Returns how many versions are taken.
 */
export async function gatherReports(
  tx: Tx,
  actor: Actor,
  reportId: number,
  basis: Basis,
  now: Date,
): Promise<number> {
  const { file, versionId } = await forWriting(tx, actor, reportId)
  if (!(await hasParts(tx, actor.provinceId, file.obligation.id)))
    throw conflict(
      'Báo cáo này không tổng hợp từ báo cáo của đơn vị nào.',
      'This report is not consolidated from other reports.',
    )
  const taken = await takeVersions(tx, actor.provinceId, versionId, file.obligation.id, basis)
  await refresh(tx, file, versionId, now)
  await recordChange(tx, actor, now, {
    verb: 'report.gather',
    subject: { kind: 'report', id: reportId },
    before: null,
    after: { basis, taken },
  })
  return taken
}

/** The passages of the units for one section, in the order of the tree. */
export async function passagesOf(
  db: DbOrTx,
  file: ReportFile,
  versionId: number,
  sectionCode: string | null,
): Promise<(Passage & { sectionCode: string })[]> {
  const { provinceId, obligation } = file
  const rows = await selectPassages(db, provinceId, versionId, sectionCode)
  const units = await unitsAsOf(db, provinceId, obligation.cutoffDay)
  const order = new Map(units.map((u, i) => [u.id, i]))
  const names = new Map(units.map((u) => [u.id, u.name]))
  return rows
    .map((row) => ({ ...row, unit: names.get(row.unitId) ?? '' }))
    .sort((a, b) => (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0))
}

export interface TakePassages {
  sectionCode: string
  /** Versions of the units whose passages are wanted, in the order in which they shall stand. */
  childVersionIds: readonly number[]
  /** Write the whole section anew from them, or put them to what stands there. */
  how: 'anew' | 'add'
  /** The revision of the section that the officer saw; 0: none yet. */
  revision: number
}

/** Puts passages of units into a section of a consolidated report and remembers which, to show what changes later. */
export async function takePassages(
  tx: Tx,
  actor: Actor,
  reportId: number,
  input: TakePassages,
  now: Date,
): Promise<void> {
  const { file, versionId } = await forWriting(tx, actor, reportId)
  const all = await passagesOf(tx, file, versionId, input.sectionCode)
  const wanted = input.childVersionIds.flatMap((id) => all.find((p) => p.childVersionId === id) ?? [])
  if (wanted.length === 0)
    throw invalid([
      {
        field: 'take',
        vi: 'Chọn ít nhất một đơn vị để đưa vào mục này.',
        en: 'Choose at least one unit to take into this section.',
      },
    ])
  const narratives = await selectNarratives(tx, actor.provinceId, versionId)
  const before = narratives.find((n) => n.sectionCode === input.sectionCode)
  const text = input.how === 'anew' ? mergedText(wanted) : withPassages(before?.text ?? '', wanted)
  const saved = await saveSection(
    tx,
    actor,
    reportId,
    input.sectionCode,
    { text, revision: input.revision },
    now,
  )
  if (saved.outcome !== 'saved')
    throw conflict(
      'Có người vừa sửa mục này. Tải lại trang, xem lại rồi đưa các đoạn vào.',
      'Somebody has just changed this section. Reload the page and take the passages again.',
    )
  await writeTaken(tx, actor.provinceId, versionId, input.sectionCode, wanted)
}

/** After a consolidated report was handed in: what went into it is consolidated. Runs twice without harm. */
export async function settleConsolidated(
  tx: Tx,
  provinceId: number,
  versionId: number,
  now: Date,
): Promise<void> {
  await markConsolidated(tx, provinceId, versionId, 'Chung Tay', now)
}

import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Tx } from '../../../lib/db/db.ts'
import type { StoredFile } from '../../../lib/files/files.ts'
import { keepEvidence } from '../../assignments/assignments.ts'
import { definitionOf } from './content.ts'
import { windowOf } from './filling.ts'
import { forWriting } from './life.ts'
import { sectionIn } from './parts.ts'
import { attachToSection, detachFromSection } from './shown.sql.ts'

/** Attaches evidence to a section: pieces the unit has already, and files that came with the form. */
export async function attachEvidence(
  tx: Tx,
  actor: Actor,
  reportId: number,
  sectionCode: string,
  shown: { evidenceIds: readonly number[]; files: readonly StoredFile[] },
  now: Date,
): Promise<void> {
  const { file, versionId } = await forWriting(tx, actor, reportId)
  sectionIn(await definitionOf(tx, actor.provinceId, reportId), sectionCode)
  const { unitIds } = await windowOf(tx, actor.provinceId, file)
  const made = await keepEvidence(tx, actor, file.obligation.unitId, shown.files, now)
  const ids = [...shown.evidenceIds, ...made]
  if (ids.length === 0) return
  const from = [...unitIds, file.obligation.unitId]
  await attachToSection(tx, actor.provinceId, versionId, sectionCode, ids, from)
  await recordChange(tx, actor, now, {
    verb: 'report.attach_evidence',
    subject: { kind: 'report', id: reportId },
    before: null,
    after: { section: sectionCode, evidenceIds: ids },
  })
}

export async function detachEvidence(
  tx: Tx,
  actor: Actor,
  reportId: number,
  sectionCode: string,
  evidenceId: number,
  now: Date,
): Promise<void> {
  const { versionId } = await forWriting(tx, actor, reportId)
  if (!(await detachFromSection(tx, actor.provinceId, versionId, sectionCode, evidenceId))) return
  await recordChange(tx, actor, now, {
    verb: 'report.detach_evidence',
    subject: { kind: 'report', id: reportId },
    before: { section: sectionCode, evidenceId },
    after: null,
  })
}
